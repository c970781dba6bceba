"""People: late arrivals, staff apart, and unknown that stays unknown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import a_count, a_question
from facilitator.conduct.attending import (
    Known,
    Measure,
    Role,
    attendance,
    count_at_the_door,
    participants,
    people_here,
    record_attendance,
)
from facilitator.conduct.results import result
from tests.conduct.steps import vote
from tests.ui.pressing import press, settle
from ui.models.run_sheet import Place

SPACE, ENTER, TAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab
CAME, HERE = (Measure.ATTENDED, Role.PARTICIPANT), (Measure.PRESENT, Role.PARTICIPANT)
STAFF, OBSERVERS = (Measure.ATTENDED, Role.STAFF), (Measure.ATTENDED, Role.OBSERVER)
INTERPRETERS = (Measure.ATTENDED, Role.INTERPRETER)
PLUS, MINUS = Qt.Key.Key_Plus, Qt.Key.Key_Minus


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2"), a_question("s3", stage="two"))


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
    assert [field.figure for field in window.people.fields.values()] == [None] * 5
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


def test_late_arrivals_to_an_unknown_number_leave_it_unknown_and_that_is_said(window, event):
    press_begin(window)
    enter(window, window.people.late, "6")

    assert (came(event), people_here(event)) == (None, None)
    assert "Nobody knows yet how many came." in window.now.banner.sentence
    assert window.people.late.text() == "6"


def press_begin(window) -> None:
    """Go on to the second step: whoever comes now comes late."""
    window.desk.start_here()
    window.desk.go_to(Place("two"))
    window.desk.start_here()
    settle()


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


# At the door


def undo(window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_plus_counts_one_who_comes_in_and_is_stored_at_once(window, event):
    window.people.fields[CAME].setFocus()
    press(window, PLUS, PLUS, PLUS, MINUS)

    standing = attendance(event)
    assert (standing.attended, standing.known) == (2, Known.DESK)
    assert window.people.fields[CAME].figure == 2
    assert window.people.told == "2 people came, counted at the door."


def test_the_buttons_count_as_the_keys_do(window, event):
    for _ in range(3):
        window.people.one_more.click()
    window.people.one_fewer.click()
    settle()

    assert came_in(event) == 2


def came_in(event) -> int | None:
    return attendance(event).attended


def test_a_group_that_comes_in_is_typed_as_a_number(window, event):
    enter(window, window.people.late, "12")
    enter(window, window.people.late, "5")

    assert (came_in(event), attendance(event).known) == (17, Known.DESK)


def test_a_count_at_the_door_is_corrected_by_typing_the_figure(window, event):
    enter(window, window.people.late, "12")
    press_begin(window)
    enter(window, window.people.late, "8")
    enter(window, window.people.fields[CAME], "9")

    door = {one.activity: one.people_in for one in attendance(event).door}
    assert came_in(event) == 9
    assert door == {"one": 9, "two": 0}


def test_a_number_that_was_told_is_counted_on_from(window, event):
    enter(window, window.people.fields[CAME], "80")
    press(window, PLUS)

    standing = attendance(event)
    assert (standing.attended, standing.known) == (81, Known.TOLD)
    assert window.people.told == "81 people came: told, not counted at the door."


def test_t26_nobody_who_comes_late_stands_for_all_who_came(window, event):
    press_begin(window)
    window.people.one_more.click()
    settle()

    assert came_in(event) is None
    assert "Type first how many came so far" in window.now.banner.sentence


def test_t26_counting_does_not_begin_while_a_full_room_was_told_of(window, event):
    enter(window, window.people.fields[HERE], "70")
    enter(window, window.people.late, "6")

    assert (attendance(event).counted, attendance(event).known, people_here(event)) == (None, Known.UNKNOWN, 76)
    assert window.people.told == "At least 76 people came."


def test_t28_the_first_one_taken_back_again_is_not_known_and_not_nought(window, event):
    window.people.one_more.click()
    settle()
    undo(window)

    standing = attendance(event)
    assert (standing.attended, standing.known) == (None, Known.UNKNOWN)
    assert window.people.fields[CAME].text() == ""


def test_ctrl_z_takes_a_group_back_from_who_came_and_from_who_is_here(window, event):
    enter(window, window.people.late, "40")
    enter(window, window.people.fields[HERE], "40")
    enter(window, window.people.late, "6")
    undo(window)

    assert (came_in(event), people_here(event)) == (40, 40)


def test_who_goes_home_is_counted_out_and_is_here_no_more(window, event):
    assert not window.people.went_home.isVisible()
    enter(window, window.people.late, "40")
    enter(window, window.people.fields[HERE], "40")
    enter(window, window.people.went_home, "3")
    press(window, PLUS)

    assert (came_in(event), people_here(event)) == (40, 36)
    assert sum(one.people_out for one in attendance(event).door) == 4
    undo(window)
    assert people_here(event) == 37


def test_t28_that_nobody_counted_who_went_home_is_not_known_and_not_nought(window, event):
    enter(window, window.people.late, "40")

    assert window.people.went_home.text() == ""


def test_t26_staff_observers_and_interpreters_are_counted_apart(window, event):
    enter(window, window.people.late, "40")
    enter(window, window.people.fields[STAFF], "9")
    enter(window, window.people.fields[OBSERVERS], "2")
    window.people.fields[INTERPRETERS].setFocus()
    press(window, PLUS)

    standing = attendance(event)
    assert {one.role: one.people for one in standing.others} == {
        Role.STAFF: 9, Role.OBSERVER: 2, Role.INTERPRETER: 1,
    }  # fmt: skip
    assert standing.attended == 40


def test_staff_counted_at_the_door_are_corrected_there(window, event):
    count_at_the_door(event, "one", people_in=6, role=Role.STAFF)
    window.desk.refresh()
    assert window.people.fields[STAFF].figure == 6
    enter(window, window.people.fields[STAFF], "7")

    assert next(one.people for one in attendance(event).others if one.role is Role.STAFF) == 7


def test_a_count_at_the_door_can_become_unknown_again(window, event):
    enter(window, window.people.late, "40")
    window.people.fields[CAME].setFocus()
    press(window, Qt.Key.Key_Delete, ENTER)

    assert came_in(event) is None
    undo(window)
    assert came_in(event) == 40


def test_invited_and_booked_are_told_and_one_may_be_unknown(window, event):
    enter(window, window.people.invited, "400")

    assert (attendance(event).invited, attendance(event).booked) == (400, None)
    enter(window, window.people.booked, "90")
    undo(window)
    assert (attendance(event).invited, attendance(event).booked) == (400, None)


def test_t26_more_in_the_room_than_counted_in_is_said_with_a_triangle(window, event):
    enter(window, window.people.late, "60")
    record_attendance(event, Measure.PRESENT, 64)
    window.desk.refresh()

    assert window.people.told == "At least 64 people came."
    assert window.people.warnings == (
        "⚠  64 people were in the room at once, and only 60 are counted in: correct one of the two."
    )


def test_what_is_refused_in_a_field_does_not_take_the_known_figure_away(window, event):
    enter(window, window.people.fields[CAME], "80")
    window.people.fields[CAME].selectAll()
    press(window, "7.5", ENTER, TAB)

    assert came_in(event) == 80


def test_what_others_count_meanwhile_is_seen_in_a_field_that_only_has_the_focus(window, event):
    window.people.fields[CAME].setFocus()
    count_at_the_door(event, "one", people_in=12)
    window.desk.refresh()

    assert window.people.fields[CAME].figure == 12


def test_a_figure_below_nought_is_refused_in_words_and_counts_nobody_off(window, event):
    enter(window, window.people.fields[CAME], "-5")
    assert (came(event), "“-5” is not a whole number" in window.now.banner.sentence) == (None, True)

    field = window.people.fields[CAME]
    field.clearFocus()
    enter(window, field, "12")
    field.clearFocus()
    enter(window, field, "-5")
    assert (attendance(event).attended, "“-5” is not a whole number" in window.now.banner.sentence) == (12, True)


@pytest.mark.parametrize("typed", ["1e9", "99999999999999999999"])
def test_what_no_figure_can_be_is_refused_in_words(window, event, typed):
    enter(window, window.people.fields[CAME], typed)

    assert came(event) is None
    assert "Clear the field and type it again." in window.now.banner.sentence


def test_nobody_more_comes_in_and_the_field_is_free_for_the_next(window, event):
    enter(window, window.people.late, "0")

    assert window.people.late.text() == ""


def test_what_was_refused_is_said_no_more_once_something_is_stored(window, event):
    window.people.one_fewer.click()
    assert window.now.banner.sentence
    enter(window, window.people.fields[CAME], "12")

    assert window.now.banner.sentence == ""
