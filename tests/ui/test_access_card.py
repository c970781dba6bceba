"""Access: what was asked for, was there and worked, told by keys; what nobody told is not known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import a_question
from facilitator.conduct.access import Access, Told, access_list
from tests.ui.pressing import press, settle
from ui.run.access_card import ASKED, PROVIDED, WORKED

ENTER, DELETE, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Right


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), access=["Hearing loop", "Step-free way in"])


@pytest.fixture
def window(event, operate):
    made = operate(event)
    made.tabs.setCurrentWidget(made.access)
    settle()
    return made


def stands(event, what: str) -> Access:
    return next(one for one in access_list(event) if one.what == what)


def at(window, what: str, side: int = ASKED) -> None:
    window.access.rows[what][side].setFocus()


def undo(window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_t28_what_nobody_told_is_not_known(window, event):
    cell = window.access.rows["Hearing loop"][WORKED]

    assert cell.accessibleName() == "Hearing loop, Worked: not known"
    assert not any(one.is_told for one in access_list(event))


@pytest.mark.parametrize(("key", "told"), [("1", Told.YES), ("2", Told.PARTLY), ("3", Told.NO), ("0", Told.UNKNOWN)])
def test_a_digit_tells_what_is_known(window, event, key, told):
    at(window, "Hearing loop")
    press(window, "1", key)

    assert stands(event, "Hearing loop").asked is told


def test_the_arrow_keys_go_through_the_whole_list(window, event):
    at(window, "Hearing loop")
    press(window, "1", RIGHT, "1", RIGHT, "2", DOWN, "3")

    assert stands(event, "Hearing loop") == Access("Hearing loop", Told.YES, Told.YES, Told.PARTLY)
    assert stands(event, "Step-free way in") == Access("Step-free way in", worked=Told.NO)


def test_a_click_goes_from_one_answer_to_the_next(window, event):
    cell = window.access.rows["Hearing loop"][PROVIDED]
    cell.click()
    cell.click()
    settle()

    assert stands(event, "Hearing loop").provided is Told.PARTLY
    assert cell.text() == "~ partly"


def test_what_worked_without_being_there_is_refused_in_words(window, event):
    at(window, "Hearing loop", PROVIDED)
    press(window, "3", RIGHT, "1")

    assert "cannot have worked" in window.now.banner.sentence
    assert stands(event, "Hearing loop").worked is Told.UNKNOWN
    assert window.access.rows["Hearing loop"][WORKED].stands is Told.UNKNOWN


def test_ctrl_z_takes_the_last_answer_back(window, event):
    at(window, "Hearing loop")
    press(window, "1", "3")
    undo(window)

    assert stands(event, "Hearing loop").asked is Told.YES


def test_another_means_is_added_and_its_answers_follow_at_once(window, event):
    window.access.another.setFocus()
    press(window, "A lip speaker", ENTER, "1")

    assert [one.what for one in access_list(event)] == ["Hearing loop", "Step-free way in", "A lip speaker"]
    assert stands(event, "A lip speaker").asked is Told.YES


def test_a_means_in_other_capitals_is_the_one_on_the_list(window, event):
    window.access.another.setFocus()
    press(window, "hearing LOOP", ENTER, "1")

    assert [one.what for one in access_list(event)] == ["Hearing loop", "Step-free way in"]
    assert stands(event, "Hearing loop").asked is Told.YES


def test_a_means_without_a_name_is_refused(window, event):
    window.access.another.setFocus()
    press(window, ENTER)

    assert "has no name" in window.now.banner.sentence


def test_an_own_means_is_taken_off_and_brought_back_as_it_was(window, event):
    window.access.another.setFocus()
    press(window, "A lip speaker", ENTER, "2", DELETE)
    assert [one.what for one in access_list(event)] == ["Hearing loop", "Step-free way in"]

    undo(window)
    assert stands(event, "A lip speaker").asked is Told.PARTLY


def test_a_means_of_the_programme_stays_on_the_list(window, event):
    at(window, "Hearing loop")
    press(window, "1", DELETE)

    assert stands(event, "Hearing loop").asked is Told.YES
    assert not window.access.remove.isVisible()


def test_the_list_shows_what_was_told_before_the_window_was_opened(window, event, operate):
    at(window, "Hearing loop", WORKED)
    press(window, "1")

    again = operate(event)
    again.desk.refresh()

    assert again.access.rows["Hearing loop"][WORKED].stands is Told.YES
