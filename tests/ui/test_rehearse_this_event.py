"""Rehearsing somebody's own event: from the menu or from Prepare, with pretend people, and back to the event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import MORNING, the_default_event
from facilitator.conduct.event import open_event
from facilitator.conduct.preparing import prepare
from facilitator.conduct.record import event_record
from facilitator.conduct.timing import end_activity, go_to_activity
from facilitator.core.keys import State
from facilitator.errors import Refused
from facilitator.words.message import say
from tests.prepared_events import changed_fifteen_times
from tests.ui.conftest import end
from tests.ui.file_bytes import held_in
from tests.ui.pressing import press, settle, spoken_now
from ui import application
from ui.application import Windows
from ui.learner import Learner
from ui.run.tool_list import PREPARE

DOWN, ENTER, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def windows(qapp, words, tmp_path: Path) -> Iterator[Windows]:
    (tmp_path / "documents").mkdir()
    made = Windows(qapp, words, folder=tmp_path / "documents", own_folder=tmp_path / "own", now=lambda: MORNING)
    yield made
    for window in (made.operator, made.start):
        if window is not None:
            end(window)


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """Return the file of an event of 45 minutes that was prepared in fifteen ways."""
    event = the_default_event(tmp_path, variant="slot", tables=4)
    prepare(event, changed_fifteen_times(event.programme, "slot"))
    event.close()
    return event.path


@pytest.fixture
def operator(windows, prepared):
    windows.begin(prepared)
    settle()
    return windows.operator


def rehearse_by_key(operator) -> None:
    """Choose “Rehearse this event” in the menu by the arrow keys."""
    menu = operator.tools.button.menu()
    menu.popup(operator.pos())
    QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, DOWN)
    assert menu.activeAction().text() == "Rehearse this event"
    QTest.keyClick(menu, ENTER)
    settle()


def test_the_menu_opens_a_rehearsal_of_the_event_with_pretend_people_and_the_lesson(windows, operator, tmp_path):
    real = operator.desk.open_event.programme

    rehearse_by_key(operator)

    opened = windows.operator.desk.open_event
    assert not operator.isVisible()
    assert opened.is_rehearsal
    assert opened.path.is_relative_to(tmp_path / "own")
    assert opened.details.title == "Rehearsal: Living well in Riverside"
    assert opened.programme == real
    assert windows.pretend.people == 32
    assert windows.operator.guide.card.isVisible()
    assert "pretend people, not a real result" in spoken_now(windows.operator)


def test_prepare_has_a_button_for_it_and_a_rehearsal_has_none(windows, operator):
    preparing = operator.tools.open(PREPARE)
    settle()
    preparing.rehearse_button.setFocus()

    press(preparing, SPACE)

    rehearsal = windows.operator
    assert rehearsal.desk.open_event.is_rehearsal
    names = [action.text() for action in rehearsal.tools.button.menu().actions()]
    assert not any("Rehearse" in name for name in names)
    assert not rehearsal.tools.open(PREPARE).rehearse_button.isVisible()


def test_closing_the_rehearsal_opens_the_event_again_where_it_was(windows, operator, prepared):
    place = operator.desk.place
    rehearse_by_key(operator)
    press(windows.operator, SPACE)

    windows.operator.close()
    settle()

    again = windows.operator
    assert again is not operator
    assert again.isVisible()
    assert again.desk.open_event.path == prepared
    assert again.desk.place == place
    assert not again.desk.has_begun
    assert windows.pretend is None
    assert not windows.start.isVisible()


def test_nothing_of_the_rehearsal_reaches_the_file_of_the_event(windows, prepared):
    before = held_in(prepared)
    windows.begin(prepared)

    rehearse_by_key(windows.operator)
    rehearsal = windows.operator
    press(rehearsal, SPACE, "m", "Back soon")
    for _ in range(20):
        windows.pretend.act_once()
    assert rehearsal.desk.open_event.last_entry() > 3
    rehearsal.close()
    rehearsal.close()
    windows.operator.close()

    assert held_in(prepared) == before


def test_a_rehearsal_is_not_among_the_recent_events(windows, operator, prepared):
    rehearse_by_key(operator)

    assert windows._recent.paths() == (prepared,)


def test_the_event_can_be_rehearsed_again(windows, operator):
    rehearse_by_key(operator)
    first = windows.operator.desk.open_event.path
    windows.operator.close()
    settle()

    rehearse_by_key(windows.operator)

    assert windows.operator.desk.open_event.is_rehearsal
    assert windows.operator.desk.open_event.path != first


def test_closing_the_event_after_its_rehearsal_opens_nothing_more(windows, operator):
    rehearse_by_key(operator)
    windows.operator.close()
    settle()
    again = windows.operator

    again.close()
    settle()

    assert not again.isVisible()
    assert windows.operator is again
    assert not windows.start.isVisible()


def test_while_a_step_is_under_way_nothing_is_rehearsed(windows, operator):
    go_to_activity(operator.desk.open_event, "welcome")
    operator.desk.refresh()

    rehearse_by_key(operator)

    assert windows.operator is operator
    assert operator.isVisible()
    assert "A step is under way" in operator.now.banner.sentence

    end_activity(operator.desk.open_event)
    operator.desk.refresh()
    rehearse_by_key(operator)
    assert windows.operator.desk.open_event.is_rehearsal


def test_a_note_that_is_not_saved_is_asked_about_before_the_window_closes(windows, operator):
    operator.notes.focus_text()
    press(operator, "A garden to sit")

    rehearse_by_key(operator)

    assert windows.operator is operator
    assert "A note is typed and not saved yet." in operator.now.banner.sentence

    rehearse_by_key(operator)
    assert windows.operator.desk.open_event.is_rehearsal


def test_where_no_rehearsal_can_be_made_the_event_is_open_and_says_why(windows, operator, prepared, monkeypatch):
    def refuse(*_):
        raise Refused(say("The disk is full."), say("Make room on it."))

    monkeypatch.setattr(application, "make_rehearsal_of", refuse)

    rehearse_by_key(operator)

    assert windows.operator.desk.open_event.path == prepared
    assert "The disk is full." in windows.operator.now.banner.sentence


@pytest.mark.slow
def test_a_prepared_event_is_rehearsed_to_its_end_by_keys_alone(windows, prepared):
    before = held_in(prepared)
    windows.begin(prepared)
    rehearse_by_key(windows.operator)
    window, steps = windows.operator, []
    path = window.desk.open_event.path

    Learner(window, windows.pretend, steps.append).run_to_the_end()
    window.close()
    settle()

    event = open_event(path)
    record = event_record(event)
    event.close()
    assert record.count_closed
    assert {found.state for found in record.results} == {State.CLOSED}
    assert {"Home first.", "Buses run in the evening."} <= {found.text for found in record.results}
    assert any("Talk about buses" in step for step in steps)
    assert windows.operator.desk.open_event.path == prepared
    windows.operator.close()
    assert held_in(prepared) == before
