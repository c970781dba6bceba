"""The report on the meeting: open or closed, with whom, and what the organiser saw to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.conduct.forms import tally_form
from facilitator.conduct.meeting import (
    DutyState,
    Openness,
    PartnerKind,
    PartnerRole,
    Profile,
    add_partner,
    mark_duty,
    tell_openness,
    tell_profile,
)
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.record import event_record
from tests.report.pages import text_of


@pytest.fixture
def event(make_default_event):
    return make_default_event()


def run(event):
    """Return what the report says of the event."""
    return text_of(event_record(event))


def test_that_nobody_said_whether_it_was_open_is_told(event):
    assert "Whether anybody could come is not recorded." in run(event)
    assert "What the organiser saw to" not in run(event)
    assert "Who held it, and with whom" not in run(event)


def test_an_open_and_a_closed_meeting_say_so_and_why(event):
    tell_openness(event, Openness.OPEN)
    assert "The meeting was open: anybody could come." in run(event)

    tell_openness(event, Openness.CLOSED, "A school class.")
    assert "The meeting was closed: not everybody could come." in run(event)
    assert "Why, in the organiser’s words: A school class." in run(event)


def test_partners_stand_with_kind_and_role(event):
    add_partner(event, "Age UK Riverside", PartnerKind.COMMUNITY, PartnerRole.HOST)

    told = run(event)

    assert all(words in told for words in ("Age UK Riverside", "Voluntary or community group", "Host"))


def test_what_was_seen_to_is_told_and_what_nobody_said_is_no_no(event):
    mark_duty(event, "privacy-notice", DutyState.DONE)
    mark_duty(event, "first-aid", DutyState.NOT_NEEDED, "The nurse is there.")

    told = run(event)

    assert "The privacy notice was put up where people could read it." in told
    assert "Not needed here, in the organiser’s view:" in told
    assert "In the organiser’s words: The nurse is there." in told
    assert "other things on the organiser’s list nothing is recorded." in told
    assert "It is not legal advice." in told


def test_a_meeting_of_children_is_told_and_no_age_is(event):
    tell_profile(event, Profile.UNDER_16)
    add_note(event, Note("It is too loud", "talk-goals", "Table 7", kind=NoteKind.QUOTE, verbatim=True))
    for _ in range(12):
        tally_form(event, "equality", {"sex": ("female",)})

    page = text_of(event_record(event))

    assert "It was held with people under 16, so nobody was asked for an age." in page
    assert "It is too loud" in page
    assert "In somebody’s own words" not in page
    assert "exact words ·" not in page
    assert "How old are you?" not in page


def test_only_a_told_openness_stands_on_the_first_page(event):
    record = event_record(event)
    assert "Open to everybody" not in text_of(record)

    told = replace(record, meeting=replace(record.meeting, openness=Openness.OPEN))

    assert "Open to everybody" in text_of(told)
