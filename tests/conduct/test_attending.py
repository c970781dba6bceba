"""Head-counts: unknown is unknown, never nought."""

from __future__ import annotations

import pytest

from builders import a_count, a_question
from facilitator.conduct.attending import (
    DoorCount,
    Known,
    Measure,
    Role,
    attendance,
    attended,
    count_at_the_door,
    participants,
    record_attendance,
    record_invitation,
)
from facilitator.conduct.record import event_record
from facilitator.conduct.voting import open_question, void_question
from facilitator.errors import Refused
from tests.conduct.steps import changes, vote

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
    assert participants(event, Measure.ATTENDED) is None


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


def others(event):
    """Return how many of each other role came."""
    return {one.role: one.people for one in attendance(event).others}


def warnings(event):
    """Return what does not fit, in words."""
    return [str(warning) for warning in attendance(event).warnings]


def test_t26_who_attended_are_the_people_the_desk_counted_in_over_all_steps(event):
    count_at_the_door(event, "one", people_in=72, people_out=0)
    count_at_the_door(event, "two", people_in=8, people_out=3)

    assert (attended(event), attendance(event).known, warnings(event)) == (80, Known.DESK, [])


def test_t26_the_desk_counts_more_than_what_was_told_and_a_difference_is_said(event):
    record_attendance(event, Measure.ATTENDED, 78)
    count_at_the_door(event, "one", people_in=80)

    assert attended(event) == 80
    assert warnings(event) == ["The desk counted 80 people in, and 78 were told: the desk's figure holds."]


def test_t26_without_a_desk_the_told_number_holds(event):
    record_attendance(event, Measure.ATTENDED, 84)

    assert (attended(event), attendance(event).known, attendance(event).at_least) == (84, Known.TOLD, False)


def test_t26_attended_is_never_below_the_highest_present_and_the_difference_is_said(event):
    count_at_the_door(event, "one", people_in=60)
    vote(event, "s1", a_count(agree=70), present=84)

    found = attendance(event)

    assert (found.attended, found.counted, found.present_highest, found.at_least) == (84, 60, 84, True)
    assert warnings(event) == [
        "84 people were in the room at once, and only 60 are counted in: correct one of the two."
    ]


def test_t26_the_highest_present_is_that_of_any_step_told_by_itself_or_at_a_vote(event):
    record_attendance(event, Measure.ATTENDED, 50)
    record_attendance(event, Measure.PRESENT, 61, activity="two")
    vote(event, "s1", a_count(agree=40), present=55)

    assert attendance(event).present_highest == attended(event) == 61


def test_t26_a_question_that_was_void_tells_nothing_of_who_was_present(event):
    record_attendance(event, Measure.ATTENDED, 50)
    open_question(event, "s1", present=500)
    void_question(event, "s1", why="the wrong words")

    assert (attended(event), warnings(event)) == (50, [])


@pytest.mark.parametrize("role", [Role.STAFF, Role.OBSERVER, Role.INTERPRETER])
def test_t26_staff_observers_and_interpreters_are_counted_apart(event, role):
    count_at_the_door(event, "one", people_in=40)
    count_at_the_door(event, "one", people_in=6, role=role)
    record_attendance(event, Measure.PRESENT, 300, role=role, activity="one")

    assert (attended(event), attendance(event).present_highest) == (40, None)
    assert others(event)[role] == 6


def test_t28_where_nobody_counted_nothing_is_known_of_any_role(event):
    found = attendance(event)

    assert (found.attended, found.known, found.invited, found.booked) == (None, Known.UNKNOWN, None, None)
    assert set(others(event).values()) == {None}


def test_t26_where_nobody_counted_who_came_at_least_the_most_present_did(event):
    vote(event, "s1", a_count(agree=40), present=55)

    found = attendance(event)

    assert (found.attended, found.at_least, found.known, found.counted) == (55, True, Known.UNKNOWN, None)
    assert warnings(event) == []


def test_t28_nobody_present_at_a_step_does_not_make_known_who_came(event):
    record_attendance(event, Measure.PRESENT, 0, activity="one")

    assert (attended(event), attendance(event).at_least) == (None, False)


def test_the_newest_door_count_of_a_step_and_role_holds(event):
    count_at_the_door(event, "one", people_in=72)
    count_at_the_door(event, "one", people_in=74, people_out=1)

    assert attendance(event).door == (DoorCount("one", Role.PARTICIPANT, 74, 1),)
    assert attended(event) == 74


def test_more_out_than_in_is_said(event):
    count_at_the_door(event, "one", people_in=5, people_out=6)

    assert warnings(event) == ["More people went out than came in (6 and 5): correct one of the two."]


@pytest.mark.parametrize(("people_in", "people_out"), [(-1, 0), (0, -1)])
def test_a_door_count_below_nought_is_refused(event, people_in, people_out):
    with pytest.raises(Refused, match="below zero"):
        count_at_the_door(event, "one", people_in=people_in, people_out=people_out)


def test_a_door_count_at_no_step_is_refused(event):
    with pytest.raises(Refused, match="no activity called “nine”"):
        count_at_the_door(event, "nine", people_in=1)


def test_t01_a_door_count_sent_twice_is_one(event):
    count_at_the_door(event, "one", people_in=7, entry_id=ENTRY)
    count_at_the_door(event, "one", people_in=7, entry_id=ENTRY)

    assert attended(event) == 7
    assert changes(event)[-1].detail == "participant: 7 in, 0 out"
    assert len(changes(event)) == 2


def test_invited_and_booked_are_as_told_last_and_one_may_be_unknown(event):
    record_invitation(event, invited=300, booked=90)
    record_invitation(event, invited=320, booked=None)

    assert (attendance(event).invited, attendance(event).booked) == (320, None)


def test_nobody_invited_is_nought_and_not_unknown(event):
    record_invitation(event, invited=0, booked=0)

    assert (attendance(event).invited, attendance(event).booked) == (0, 0)


def test_a_negative_invitation_is_refused(event):
    with pytest.raises(Refused, match="below zero"):
        record_invitation(event, invited=None, booked=-3)


def test_t28_a_desk_at_which_nobody_came_in_did_not_count(event):
    count_at_the_door(event, "one", people_in=1)
    count_at_the_door(event, "one", people_in=0, people_out=3)
    assert (attendance(event).attended, attendance(event).known) == (None, Known.UNKNOWN)

    record_attendance(event, Measure.ATTENDED, 80)
    assert (attendance(event).attended, attendance(event).known) == (80, Known.TOLD)
