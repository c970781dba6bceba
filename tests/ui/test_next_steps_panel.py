"""What happens next: the programme's lines filled in by keys, others added, changed, moved and taken off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.conduct.next_steps import NextStep, add_next_step, next_steps
from tests.ui.pressing import press, settle, spoken_now
from ui.models.run_sheet import Place
from ui.room_screen.scene import Prompt

ENTER, DELETE, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Space
UP, DOWN, CONTROL = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier
REPORT, PLAN = "The report of today is published.", "The plan is published, with the reasons for each decision."
DECIDED = "The decision is made."


@pytest.fixture
def event(make_default_event):
    return make_default_event()


@pytest.fixture
def window(event, operate):
    made = operate(event)
    made.desk.go_to(Place("next-steps"))
    settle()
    return made


def standing(event) -> list[tuple[str, str, str]]:
    return [(one.step.text, one.step.who, one.step.by_when) for one in next_steps(event)]


def lines(window) -> list[str]:
    return [line.step.text for line in window.now.panel.lines]


def line_of(window, text: str):
    return next(line for line in window.now.panel.lines if line.step.text == text)


def with_control(window, key) -> None:
    QTest.keyClick(window.focusWidget(), key, CONTROL)
    settle()


def fill_all(window) -> None:
    line_of(window, REPORT).setFocus()
    press(window, ENTER, "The council", ENTER, "30 November", ENTER)
    press(window, "The board", ENTER, "March", ENTER)
    press(window, "The cabinet", ENTER, "May", ENTER)


def test_the_lines_of_the_programme_wait_to_be_filled_in(window, event):
    assert lines(window) == [REPORT, PLAN, DECIDED]
    assert standing(event) == []
    assert line_of(window, REPORT).accessibleName() == f"1: {REPORT}. Who does it, and by when?"


def test_the_lines_are_filled_in_one_after_the_other_by_keys_alone(window, event):
    fill_all(window)

    assert standing(event) == [
        (REPORT, "The council", "30 November"), (PLAN, "The board", "March"), (DECIDED, "The cabinet", "May"),
    ]  # fmt: skip
    assert window.now.panel.what.text() == ""
    assert window.now.panel.half_typed() is None


def test_a_step_of_the_room_is_added_at_the_end(window, event):
    fill_all(window)
    window.now.panel.what.setFocus()
    press(window, "We meet again.", ENTER, "Everybody", ENTER, ENTER)

    assert standing(event)[-1] == ("We meet again.", "Everybody", "")
    assert "By when?" in line_of(window, "We meet again.").accessibleName()


def test_a_step_is_changed_and_the_change_taken_back(window, event):
    fill_all(window)
    line_of(window, PLAN).setFocus()
    press(window, ENTER)
    window.now.panel.by_when.setFocus()
    window.now.panel.by_when.selectAll()
    press(window, "April", ENTER)
    assert standing(event)[1] == (PLAN, "The board", "April")

    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert standing(event)[1] == (PLAN, "The board", "March")


def test_a_step_is_taken_off_and_brought_back(window, event):
    fill_all(window)
    line_of(window, PLAN).setFocus()
    press(window, DELETE)
    assert [text for text, _, _ in standing(event)] == [REPORT, DECIDED]

    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert [text for text, _, _ in standing(event)] == [REPORT, PLAN, DECIDED]


def test_a_line_of_the_programme_that_is_taken_off_is_not_asked_again(window, event):
    line_of(window, PLAN).setFocus()
    press(window, DELETE)

    assert lines(window) == [REPORT, DECIDED]
    assert standing(event) == []


def test_ctrl_and_an_arrow_key_move_a_step_and_the_focus_goes_with_it(window, event):
    fill_all(window)
    line_of(window, DECIDED).setFocus()
    with_control(window, UP)
    with_control(window, UP)
    assert [text for text, _, _ in standing(event)] == [DECIDED, REPORT, PLAN]
    with_control(window, DOWN)
    assert [text for text, _, _ in standing(event)] == [REPORT, DECIDED, PLAN]

    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert [text for text, _, _ in standing(event)] == [DECIDED, REPORT, PLAN]


def test_the_arrow_keys_go_from_line_to_line_and_into_the_form(window):
    window.now.panel.lines[0].setFocus()
    press(window, DOWN, DOWN)
    assert window.focusWidget() is window.now.panel.lines[2]
    press(window, DOWN)
    assert window.focusWidget() is window.now.panel.what


def test_what_is_typed_is_saved_by_the_next_action_and_else_the_run_sheet_goes_on(window, event):
    assert window.now.panel.next_step() is None
    window.now.panel.what.setFocus()
    press(window, "We meet again.")
    assert window.now.next_button.accessibleName() == "Add this step"

    window.now.focus_next()
    press(window, SPACE)

    assert standing(event) == [("We meet again.", "", "")]


def test_choosing_another_line_keeps_what_is_typed(window, event):
    line_of(window, REPORT).setFocus()
    press(window, ENTER, "The council")
    line_of(window, PLAN).setFocus()
    press(window, ENTER)

    assert window.now.panel.who.text() == "The council"
    assert window.now.panel.what.text() == REPORT


def test_the_window_asks_before_a_step_that_is_typed_is_lost(window):
    window.now.panel.what.setFocus()
    press(window, "We meet again.")
    window.close()

    assert window.isVisible()
    assert "A next step is typed" in window.now.banner.sentence


def test_writing_the_next_steps_ahead_begins_no_step(window, event):
    window.desk.go_to(Place("welcome"))
    press(window, SPACE)
    running = window.desk.times.running
    window.desk.go_to(Place("next-steps"))
    settle()
    fill_all(window)

    assert window.desk.times.running == running


def test_a_step_that_is_too_long_is_refused_and_stays_in_the_form(window, event):
    window.now.panel.what.setFocus()
    window.now.panel.what.setText("x" * 400)
    window.now.panel.by_when.setFocus()
    press(window, ENTER)

    assert "400 characters" in window.now.banner.sentence
    assert window.now.panel.what.text() == "x" * 400
    assert standing(event) == []


def test_the_room_sees_what_happens_next_with_who_and_by_when(window, event):
    window.desk.start_here()
    settle()
    assert isinstance(window.room.canvas.scene, Prompt)
    assert window.room.canvas.scene.notes == ()

    fill_all(window)

    assert window.room.canvas.scene.prompts == (REPORT, PLAN, DECIDED)
    assert window.room.canvas.scene.notes == ("The council, 30 November", "The board, March", "The cabinet, May")
    assert "The board, March" in spoken_now(window)


def test_what_is_not_known_yet_is_left_out_for_the_room(window, event):
    add_next_step(event, NextStep("We meet again."))
    window.desk.start_here()
    settle()

    assert window.room.canvas.scene.notes == ("",)


def test_a_line_that_was_filled_in_waits_to_be_filled_in_again_once_that_is_taken_back(window, event):
    line_of(window, PLAN).setFocus()
    press(window, ENTER, "Jane", ENTER, "Friday", ENTER)
    assert standing(event) == [(PLAN, "Jane", "Friday")]

    window.desk.undo_last()
    settle()
    assert standing(event) == []
    assert not line_of(window, PLAN).is_stored
    line_of(window, PLAN).setFocus()
    press(window, ENTER, "The board", ENTER, "March", ENTER)
    assert standing(event) == [(PLAN, "The board", "March")]


def test_a_line_that_was_taken_off_unfilled_waits_again_once_that_is_taken_back(window, event):
    line_of(window, PLAN).setFocus()
    press(window, DELETE)
    window.desk.undo_last()
    settle()

    assert standing(event) == []
    assert PLAN in lines(window)
