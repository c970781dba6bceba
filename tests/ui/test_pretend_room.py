"""The pretend room: pretend people act where the learner is, stop when told, and never in a real event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from builders import MORNING
from facilitator.conduct.results import result
from facilitator.conduct.voting import close_question
from facilitator.rehearsal.asking import Way
from facilitator.words.translator import Translator
from tests.ui.conftest import end
from tests.ui.pressing import press, settle
from ui.application import Windows
from ui.models.run_sheet import Place

SPACE = Qt.Key.Key_Space


@pytest.fixture
def windows(qapp, words: Translator, tmp_path: Path) -> Iterator[Windows]:
    made = Windows(qapp, words, folder=tmp_path, own_folder=tmp_path, now=lambda: MORNING)
    made.begin(None)
    made.open_pretend_room()
    made.pretend.waits()
    settle()
    yield made
    if made.operator is not None:
        end(made.operator)
    if made.start is not None:
        end(made.start)


def act_all(windows: Windows) -> int:
    """Let everybody act who has anything to do here; return how many acts that were."""
    acts = 0
    while windows.pretend.act_once():
        acts += 1
    windows.operator.desk.refresh()
    settle()
    return acts


def lesson(windows: Windows) -> str:
    return windows.operator.guide.card._lesson.text()


def test_nobody_acts_before_the_event_begins(windows):
    assert not windows.pretend.act_once()
    assert lesson(windows).startswith("Look round: the run sheet, one next action, the room.")


def test_people_write_notes_where_the_tables_talk_and_the_card_says_what_they_did(windows):
    operator = windows.operator
    press(operator, SPACE)
    operator.desk.go_to(Place("talk-goals"))
    before = len(operator.desk.snapshot.record.notes)

    assert act_all(windows) > 5
    assert len(operator.desk.snapshot.record.notes) > before
    assert lesson(windows).startswith("Tables talk, and notes come in.")


def test_people_vote_only_once_the_question_is_open(windows):
    operator = windows.operator
    press(operator, SPACE)
    operator.desk.go_to(Place("vote-goals", "s3"))
    act_all(windows)
    assert result(operator.desk.open_event, "s3").tally.cast == 0

    operator.vote.present.set_figure(72)
    press(operator, SPACE)
    act_all(windows)
    way = windows.pretend.way()
    assert way in set(Way)
    assert (windows.pretend.called_out() is not None) == (way in (Way.HANDS, Way.TWO_TELLERS))
    assert result(operator.desk.open_event, "s3").tally.cast > 0 or windows.pretend.called_out() is not None


def test_the_room_settles_how_it_answers_before_the_vote_opens_and_the_cursor_stays_with_the_count(windows, qapp):
    operator = windows.operator
    press(operator, SPACE)
    operator.desk.go_to(Place("vote-goals", "s3"))
    assert operator.vote.tables_button.isChecked()

    operator.vote.present.set_figure(72)
    press(operator, SPACE)
    assert windows.pretend.way() is Way.TABLES
    assert operator.vote.grid.view.hasFocus()
    act_all(windows)

    assert operator.vote.grid.isAncestorOf(qapp.focusWidget()) or operator.now.next_button.hasFocus()


def test_nobody_acts_during_a_pause(windows):
    operator = windows.operator
    press(operator, SPACE)
    operator.desk.go_to(Place("talk-goals"))
    press(operator, "p")
    before = operator.desk.open_event.last_entry()

    assert not windows.pretend.act_once()
    assert operator.desk.open_event.last_entry() == before

    press(operator, SPACE)
    assert windows.pretend.act_once()


def test_a_learner_who_is_quicker_than_the_room_breaks_nothing(windows):
    operator = windows.operator
    press(operator, SPACE)
    operator.desk.go_to(Place("vote-goals", "s4"))
    operator.vote.present.set_figure(72)
    press(operator, SPACE)
    windows.pretend.act_once()
    close_question(operator.desk.open_event, "s4")

    assert windows.pretend.act_once() in (True, False)
    assert result(operator.desk.open_event, "s4").state == "closed"


def test_after_it_is_stopped_nobody_acts_any_more(windows):
    operator = windows.operator
    press(operator, SPACE)
    operator.desk.go_to(Place("talk-goals"))

    windows.pretend.stop()

    assert not windows.pretend.act_once()


def test_everything_of_a_rehearsal_is_marked_as_one(windows):
    operator = windows.operator

    assert operator.desk.snapshot.record.rehearsal
    assert operator.desk.open_event.details.title.startswith("Rehearsal: ")
    assert "pretend people, not a real result" in operator.room.canvas.accessibleDescription()


def test_the_lesson_takes_one_line_where_nothing_was_done_yet(windows):
    operator = windows.operator
    card = operator.guide.card
    press(operator, SPACE)
    operator.desk.go_to(Place("talk-goals"))
    settle()
    assert not card._happened.isVisible()

    act_all(windows)

    assert card._happened.isVisible()
