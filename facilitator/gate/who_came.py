"""Who came, as anyone may see it: counts of people pass the gate, with what earlier publications told (D1-D4, T26)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.conduct.attending import Known
from facilitator.conduct.record import EventRecord
from facilitator.core.disclosure import Audience, Form, FormCounts, ShownFormCounts, forms_together, shown_headcount
from facilitator.core.forms import PREFER_NOT_TO_SAY, FormKind
from facilitator.core.keys import OptionKey
from facilitator.gate.letting_through import WordsGate
from facilitator.gate.published_event import PublishedAccess, PublishedHeadcount, WhoCame
from facilitator.words.message import say
from facilitator.words.translator import Translator

OTHER_DISTRICTS = OptionKey("other-districts")


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
    counts = tuple(_few_districts_together(record, one) for one in record.forms)
    shown = forms_together(counts, Audience.PUBLISHED, record.programme.suppression, earlier)
    return tuple(sorted(shown, key=lambda one: [*Form].index(one.form)))


def _few_districts_together(record: EventRecord, counts: FormCounts) -> FormCounts:
    """Return the counts with the districts of few people as one: the name of such a district tells that somebody came.

    Other questions are returned as they are: their answers are printed on the form, whoever ticks them.
    """
    if not _is_district(record, counts):
        return counts
    policy = record.programme.suppression
    few = {key for key, people in counts.counts.items() if policy.is_small(people) and key != PREFER_NOT_TO_SAY}
    if not few:
        return counts
    told = tuple((key, text) for key, text in counts.options if key not in few)
    figures = {key: people for key, people in counts.counts.items() if key not in few}
    others = sum(counts.counts[key] for key in few)
    text = Translator()(say("Other districts, each of fewer than {least} people", least=policy.smallest_shown))
    return replace(counts, options=((OTHER_DISTRICTS, text), *told), counts={**figures, OTHER_DISTRICTS: others})


def _is_district(record: EventRecord, counts: FormCounts) -> bool:
    form = record.programme.form(counts.form)
    asked = form.questions if form else ()
    return any(question.key == counts.key and question.kind is FormKind.DISTRICT for question in asked)


def _roles_question(record: EventRecord) -> str:
    form = record.programme.form(Form.EQUALITY)
    asked = form.questions if form else ()
    return next((str(question.key) for question in asked if question.roles), "")
