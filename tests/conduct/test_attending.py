"""Head-counts: unknown is unknown, never nought."""

from __future__ import annotations

import pytest

from builders import a_question
from facilitator.conduct.attending import Measure, Role, participants, record_attendance
from facilitator.conduct.record import event_record
from facilitator.errors import Refused
from tests.conduct.steps import changes

ENTRY = b"sixteen bytes id"


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2", stage="two"))


def test_t28_nobody_counted_yet_is_unknown(event):
    assert participants(event, Measure.ATTENDED) is None
    assert event_record(event).attended is None


def test_t28_nobody_came_is_nought_and_not_unknown(event):
    record_attendance(event, Measure.ATTENDED, 0)

    assert participants(event, Measure.ATTENDED) == 0
    assert event_record(event).attended == 0


def test_t28_a_count_can_become_unknown_again(event):
    record_attendance(event, Measure.ATTENDED, 84)
    record_attendance(event, Measure.ATTENDED, None)

    assert event_record(event).attended is None
    assert changes(event)[-1].detail == "attended participant: unknown"


def test_the_newest_count_holds(event):
    record_attendance(event, Measure.ATTENDED, 84)
    record_attendance(event, Measure.ATTENDED, 86)

    assert event_record(event).attended == 86


def test_staff_and_observers_are_never_among_the_participants(event):
    record_attendance(event, Measure.ATTENDED, 84)
    record_attendance(event, Measure.ATTENDED, 9, role=Role.STAFF)
    record_attendance(event, Measure.ATTENDED, 3, role=Role.OBSERVER)

    assert event_record(event).attended == 84
    assert participants(event, Measure.ATTENDED) == 84


def test_people_present_at_an_activity_are_its_own(event):
    record_attendance(event, Measure.PRESENT, 84, activity="one")
    record_attendance(event, Measure.PRESENT, 80, activity="two")

    assert participants(event, Measure.PRESENT, "one") == 84
    assert participants(event, Measure.PRESENT, "two") == 80
    assert participants(event, Measure.PRESENT) is None
    assert event_record(event).attended is None


def test_a_count_below_nought_is_refused(event):
    with pytest.raises(Refused, match="below zero"):
        record_attendance(event, Measure.ATTENDED, -1)


def test_a_head_count_is_readable_in_the_changes(event):
    record_attendance(event, Measure.PRESENT, 84, activity="one", by="desk")

    change = changes(event)[-1]

    assert (change.by, change.verb, change.about, change.detail) == (
        "desk", "count people", "one", "present participant: 84",
    )  # fmt: skip


def test_t01_a_head_count_sent_twice_is_one(event):
    record_attendance(event, Measure.ATTENDED, 84, entry_id=ENTRY)
    record_attendance(event, Measure.ATTENDED, 84, entry_id=ENTRY)

    assert [change.verb for change in changes(event)] == ["start event", "count people"]
