"""Who came, as anyone may see it: counts of people pass the gate, with what earlier publications told (D1-D4, T26)."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.conduct.attending import Known
from facilitator.conduct.record import EventRecord
from facilitator.core.disclosure import Audience, Form, ShownFormCounts, forms_together, shown_headcount
from facilitator.gate.letting_through import WordsGate
from facilitator.gate.published_event import PublishedAccess, PublishedHeadcount, WhoCame


def who_came(record: EventRecord, words: WordsGate) -> WhoCame:
    """Return who came and what the paper forms add up to."""
    found = record.attendance
    access = tuple(
        PublishedAccess(words.lets(one.what), one.asked, one.provided, one.worked)
        for one in record.access
        if one.is_told
    )
    return WhoCame(
        found.attended, found.at_least, found.known is Known.DESK, found.invited, found.booked,
        tuple(_others(record)), _forms(record), access, _roles_question(record),
    )  # fmt: skip


def _others(record: EventRecord) -> Iterator[PublishedHeadcount]:
    policy = record.programme.suppression
    for one in record.attendance.others:
        if one.people is not None:
            yield PublishedHeadcount(one.role, shown_headcount(one.people, Audience.PUBLISHED, policy))


def _forms(record: EventRecord) -> tuple[ShownFormCounts, ...]:
    """Return the questions of the forms, equality first."""
    earlier = [one.figures for one in record.publications]
    shown = forms_together(record.forms, Audience.PUBLISHED, record.programme.suppression, earlier)
    return tuple(sorted(shown, key=lambda one: [*Form].index(one.form)))


def _roles_question(record: EventRecord) -> str:
    form = record.programme.form(Form.EQUALITY)
    asked = form.questions if form else ()
    return next((str(question.key) for question in asked if question.roles), "")
