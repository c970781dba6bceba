"""People: late arrivals, staff apart, and unknown that stays unknown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from builders import a_count, a_question
from facilitator.conduct.attending import Measure, Role, participants, people_here, record_attendance
from facilitator.conduct.results import result
from tests.conduct.steps import vote
from tests.ui.pressing import press, settle
from ui.models.run_sheet import Place

SPACE, ENTER, TAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab
CAME, HERE = (Measure.ATTENDED, Role.PARTICIPANT), (Measure.PRESENT, Role.PARTICIPANT)
STAFF, OBSERVERS = (Measure.ATTENDED, Role.STAFF), (Measure.ATTENDED, Role.OBSERVER)


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2"))


@pytest.fixture
def window(event, operate):
    made = operate(event)
    made.tabs.setCurrentWidget(made.people)
    settle()
    return made


def enter(window, field, figure: str) -> None:
    field.setFocus()
    press(window, figure, ENTER)


def came(event) -> int | None:
    return participants(event, Measure.ATTENDED)


def test_nobody_told_is_not_known_and_not_nought(window, event):
    assert [field.figure for field in window.people.fields.values()] == [None] * 4
    assert {field.placeholderText() for field in window.people.fields.values()} == {"not known"}
    assert (came(event), people_here(event)) == (None, None)


def test_a_figure_is_stored_by_enter(window, event):
    enter(window, window.people.fields[CAME], "80")

    assert came(event) == 80
    assert people_here(event) is None


def test_leaving_a_field_as_it_is_stores_nothing(window, event):
    before = event.last_entry()
    for field in window.people.fields.values():
        field.setFocus()
        press(window, TAB)

    assert event.last_entry() == before


def test_late_arrivals_add_to_who_came_and_to_who_is_here(window, event):
    enter(window, window.people.fields[CAME], "72")
    enter(window, window.people.fields[HERE], "70")

    enter(window, window.people.late, "8")

    assert (came(event), people_here(event)) == (80, 78)
    assert window.people.late.text() == ""
    window.now.focus_next()
    window.desk.refresh()
    assert (window.people.fields[CAME].figure, window.people.fields[HERE].figure) == (80, 78)


def test_situation_07_late_arrivals_leave_the_bases_of_earlier_votes_as_they_are(window, event):
    record_attendance(event, Measure.ATTENDED, 84)
    record_attendance(event, Measure.PRESENT, 84)
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5), present=84)
    window.desk.refresh()
    before = result(event, "s1")

    enter(window, window.people.late, "6")

    assert result(event, "s1") == before
    window.desk.go_to(Place("one", "s2"))
    assert window.vote.present.figure == 90


def test_late_arrivals_to_an_unknown_number_leave_it_unknown(window, event):
    enter(window, window.people.late, "6")

    assert (came(event), people_here(event)) == (None, None)


def test_late_arrivals_add_only_to_what_is_known(window, event):
    enter(window, window.people.fields[HERE], "70")

    enter(window, window.people.late, "6")

    assert (came(event), people_here(event)) == (None, 76)


def test_staff_and_observers_stand_apart_from_the_participants(window, event):
    enter(window, window.people.fields[CAME], "80")
    enter(window, window.people.fields[STAFF], "9")
    enter(window, window.people.fields[OBSERVERS], "2")

    assert came(event) == 80
    assert participants(event, Measure.ATTENDED, role=Role.STAFF) == 9
    assert participants(event, Measure.ATTENDED, role=Role.OBSERVER) == 2
    assert window.desk.snapshot.record.attended == 80


def test_a_figure_taken_out_again_is_not_known_again(window, event):
    enter(window, window.people.fields[CAME], "80")
    window.people.fields[CAME].selectAll()
    press(window, Qt.Key.Key_Delete, ENTER)

    assert came(event) is None


def test_nobody_is_a_figure_like_any_other(window, event):
    enter(window, window.people.fields[OBSERVERS], "0")

    assert participants(event, Measure.ATTENDED, role=Role.OBSERVER) == 0


def test_what_is_no_whole_number_is_not_stored(window, event):
    enter(window, window.people.fields[CAME], "7.5")

    assert came(event) is None
    assert window.people.fields[CAME].is_refused


def test_a_field_that_is_typed_in_keeps_what_is_typed_when_the_event_changes(window, event):
    window.people.fields[CAME].setFocus()
    press(window, "8")
    record_attendance(event, Measure.PRESENT, 70)
    window.desk.refresh()

    assert window.people.fields[CAME].text() == "8"
    assert window.people.fields[HERE].figure == 70
