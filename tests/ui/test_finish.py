"""The finish: the report, the closed count after the tick, and the pack that is offered anew after a change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from builders import a_count, a_question
from facilitator.conduct.counting import correct_count
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.record import event_record
from facilitator.conduct.voting import open_question
from facilitator.pack.checking import check_pack
from tests.conduct.steps import vote
from tests.ui.pressing import press
from ui.models.run_sheet import FINISH, Place
from ui.room_screen.scene import Welcome
from ui.run.finish_panel import FinishPanel

SPACE, TAB = Qt.Key.Key_Space, Qt.Key.Key_Tab
REPORT, COUNT, PACK = "Write the report", "Close the count", "Make the event pack"


@pytest.fixture
def event(make_event):
    made = make_event(a_question("s1"))
    vote(made, "s1", a_count(agree=60, unsure=10, disagree=5))
    return made


@pytest.fixture
def window(event, operate):
    """A window at the finish, the last step behind it."""
    made = operate(event)
    press(made, SPACE)
    made.desk.go_to(Place("one", "s1"))
    press(made, SPACE, SPACE)
    assert made.desk.place == Place(FINISH)
    return made


def panel(window) -> FinishPanel:
    shown = window.now.panel
    assert isinstance(shown, FinishPanel)
    return shown


def offered(window) -> str:
    return window.now.next_button.accessibleName()


def tick(window) -> None:
    panel(window).agreed.setFocus()
    press(window, SPACE)
    window.now.focus_next()


def finish_all(window) -> None:
    press(window, SPACE)
    tick(window)
    press(window, SPACE, SPACE)


def files(window, pattern: str) -> list:
    return sorted(window.desk.open_event.path.parent.glob(pattern))


def test_going_on_behind_the_last_step_ends_it_and_leaves_the_room_quiet(window):
    assert window.desk.times.is_over
    assert isinstance(window.room.canvas.scene, Welcome)


def test_the_report_comes_first_and_is_written_beside_the_event(window):
    assert offered(window) == REPORT

    press(window, SPACE)

    (path,) = files(window, "*report.html")
    assert "75" in path.read_text(encoding="utf-8")
    assert offered(window) == COUNT


def test_the_count_is_not_closed_before_the_tick(window, event):
    press(window, SPACE)
    assert "Tick that everything is counted, then close the count." in window.now.missing

    press(window, SPACE)
    assert not event_record(event).count_closed
    assert window.focusWidget() is panel(window).agreed

    press(window, SPACE)
    window.now.focus_next()
    press(window, SPACE)
    assert event_record(event).count_closed
    assert offered(window) == PACK
    assert not panel(window).agreed.isVisible()


def test_all_three_by_keyboard_end_in_a_pack_that_checks(window):
    finish_all(window)

    (pack,) = files(window, "*.zip")
    assert check_pack(pack) is not None
    assert not window.now.next_button.has_action
    assert all(label.text().startswith("✓  ") for label in panel(window)._steps.values())


def test_a_change_after_the_pack_offers_the_report_and_the_pack_again_and_keeps_the_first(window, event):
    finish_all(window)
    first = files(window, "*.zip")
    correct_count(event, "s1", a_count(agree=61, unsure=10, disagree=5), why="A table was overlooked")
    window.desk.refresh()

    assert offered(window) == REPORT
    window.now.focus_next()
    press(window, SPACE)
    assert offered(window) == PACK
    press(window, SPACE)

    packs = files(window, "*.zip")
    assert len(packs) == 2
    assert set(first) < set(packs)
    assert all(check_pack(pack) is not None for pack in packs)


def test_a_result_corrected_after_the_report_is_not_left_in_an_old_report(window, event):
    finish_all(window)
    correct_count(event, "s1", a_count(agree=61, unsure=10, disagree=5), why="A table was overlooked")
    window.desk.refresh()
    window.now.focus_next()
    press(window, SPACE)

    (path,) = files(window, "*report.html")
    assert "A table was overlooked" in path.read_text(encoding="utf-8")


def test_a_note_after_the_pack_offers_the_report_and_the_pack_again(window, event):
    finish_all(window)
    add_note(event, Note("Somebody stayed behind to say this", "one"))
    window.desk.refresh()
    assert offered(window) == REPORT
    window.now.focus_next()

    press(window, SPACE)
    assert offered(window) == PACK


def test_an_open_question_keeps_the_count_open_and_is_named(make_event, operate):
    event = make_event(a_question("s1"), a_question("s2"))
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5))
    open_question(event, "s2", present=84)
    window = operate(event)
    window.desk.go_to(Place(FINISH))
    press(window, SPACE)
    tick(window)
    press(window, SPACE)

    assert not event_record(event).count_closed
    assert window.now.banner.warns
    assert "What about s2?" in window.now.banner.sentence
