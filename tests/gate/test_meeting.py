"""The meeting as anyone may see it: partners are announced, other words are read first, no child is quoted."""

from __future__ import annotations

import pytest

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
from facilitator.conduct.reviewing import keep, to_read
from facilitator.gate.published_event import NOT_READ_YET
from facilitator.gate.publishing import published

PLACE = ("talk-goals", "Table 7")


@pytest.fixture
def event(make_default_event):
    return make_default_event()


def seen(event):
    """Return the event as anyone may see it."""
    return published(event_record(event))


def read_all(event):
    """Let every word through that waits."""
    keep(event, [one.digest for one in to_read(event)])


def test_where_nobody_said_anything_nothing_is_known(event):
    meeting = seen(event).meeting

    assert (meeting.openness, meeting.reason, meeting.profile, meeting.partners) == ("", "", "", ())
    assert {duty.state for duty in meeting.duties} == {DutyState.OPEN}


def test_a_reason_and_a_remark_wait_until_a_person_has_read_them(event):
    tell_openness(event, Openness.CLOSED, "A class of their own.")
    mark_duty(event, "first-aid", DutyState.NOT_NEEDED, "The nurse is there.")
    before = seen(event)

    read_all(event)
    after = seen(event)

    remarks = [[duty.remark for duty in one.meeting.duties if duty.state] for one in (before, after)]
    assert (before.meeting.reason, before.unread.words) == (str(NOT_READ_YET), 2)
    assert (after.meeting.reason, after.unread.words) == ("A class of their own.", 0)
    assert remarks == [[str(NOT_READ_YET)], ["The nurse is there."]]


def test_the_names_of_partners_were_announced_and_leave_unread(event):
    add_partner(event, "Age UK Riverside", PartnerKind.COMMUNITY, PartnerRole.HOST)

    shown = seen(event)

    assert [(one.name, one.kind, one.role) for one in shown.meeting.partners] == [
        ("Age UK Riverside", "community", "host")
    ]
    assert (shown.unread.words, to_read(event)) == (0, ())


def test_a_partner_that_may_be_a_person_is_shown_to_a_reader(event):
    add_partner(event, "Dr Patel, 0161 496 0123", PartnerKind.OTHER, PartnerRole.PARTNER)

    (waiting,) = to_read(event)

    assert (waiting.text, str(waiting.what)) == ("Dr Patel, 0161 496 0123", "Partner of the event")
    keep(event, [waiting.digest])
    assert to_read(event) == ()


def test_nothing_of_children_is_published_as_exact_words(event):
    add_note(event, Note("It is too loud", *PLACE, kind=NoteKind.QUOTE, verbatim=True))
    add_note(event, Note("The bus is late", *PLACE, kind=NoteKind.BARRIER, verbatim=True))
    read_all(event)
    before = {(note.text, note.kind, note.verbatim) for note in seen(event).notes}

    tell_profile(event, Profile.UNDER_16)

    assert before == {("It is too loud", NoteKind.QUOTE, True), ("The bus is late", NoteKind.BARRIER, True)}
    assert {(note.text, note.kind, note.verbatim) for note in seen(event).notes} == {
        ("It is too loud", NoteKind.POINT, False),
        ("The bus is late", NoteKind.BARRIER, False),
    }
