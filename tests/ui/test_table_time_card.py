"""More time for one table while tables talk (situation 10): given by key, told to the operator, unseen by the room."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from builders import MORNING
from facilitator.conduct.event import create_event
from facilitator.conduct.run_times import time_of_day
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.table_time import TableTime, table_times_now
from facilitator.conduct.timing import go_to_activity
from facilitator.programme.shipped import find_programme
from tests.ui.pressing import press, settle, spoken_now
from ui.models.run_sheet import Place
from ui.run.on_screen import Step

SPACE, TAB, CTRL = Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier
TALK = "talk-goals"


class Talk:
    """A table talk of ten minutes that has just begun, and the window on it."""

    def __init__(self, folder: Path, operate) -> None:
        self.at = MORNING
        details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", 4, variant="full")
        file = find_programme("living-well-here")
        self.event = create_event(folder / "riverside.event", file, details, clock=self.clock)
        go_to_activity(self.event, TALK)
        self.window = operate(self.event, now=self.clock)
        self.window.desk.go_to(Place(TALK))
        self.window.desk.show(Step(TALK))
        self.window.tabs.setCurrentIndex(1)
        settle()

    def clock(self) -> datetime:
        return self.at

    def wait(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)
        self.window.desk.tick()
        settle()

    def row(self, number: int):
        return self.window.tables.rows[f"Table {number}"]

    @property
    def given(self) -> tuple[TableTime, ...]:
        return table_times_now(self.event, TALK)


@pytest.fixture
def talk(tmp_path, operate):
    made = Talk(tmp_path, operate)
    yield made
    made.window.close()
    made.event.close()


def o_clock(minutes: int) -> str:
    return time_of_day(MORNING + timedelta(minutes=minutes))


def test_t_in_the_row_of_a_table_gives_it_five_minutes_more(talk):
    talk.row(4).people.setFocus()

    press(talk.window, "t")

    assert talk.given == (TableTime("Table 4", 5),)
    assert talk.window.tables.more_time == "Table 4 has 5 minutes more."
    assert talk.row(4).people.hasFocus()
    assert talk.row(4).people.text() == ""
    assert not talk.row(4).people.is_refused


def test_the_button_gives_five_more_each_time(talk):
    talk.row(2).more.setFocus()

    press(talk.window, SPACE, SPACE)

    assert talk.given == (TableTime("Table 2", 10),)
    assert talk.row(2).more.accessibleName() == "Table 2: 5 minutes more"


def test_tab_reaches_the_button_behind_the_ticks_of_its_table(talk):
    talk.row(1).played_back.setFocus()

    press(talk.window, TAB)

    assert talk.window.focusWidget() is talk.row(1).more


def test_the_last_five_minutes_are_taken_back(talk):
    talk.row(2).more.setFocus()
    press(talk.window, SPACE, SPACE)

    talk.window.now.undo_button.click()

    assert talk.given == (TableTime("Table 2", 5),)


def test_the_time_line_and_what_is_missing_say_until_when(talk):
    talk.wait(4)
    talk.row(4).people.setFocus()
    press(talk.window, "t")

    told = f"1 table has more time until {o_clock(15)}"
    assert told in talk.window.top.times.sentence
    assert told in talk.window.now.missing

    talk.row(3).people.setFocus()
    press(talk.window, "t", "t")
    assert f"2 tables have more time, the last until {o_clock(20)}" in talk.window.now.missing


def test_a_table_whose_time_is_over_is_told_no_more(talk):
    talk.row(4).people.setFocus()
    press(talk.window, "t")

    talk.wait(14)
    assert f"1 table has more time until {o_clock(15)}" in talk.window.top.times.sentence
    talk.wait(1)
    assert "more time" not in talk.window.top.times.sentence
    assert talk.window.now.missing == ""


def test_the_room_screen_stays_as_it_is(talk):
    scene, spoken = talk.window.room.canvas.scene, spoken_now(talk.window)
    talk.row(4).people.setFocus()

    press(talk.window, "t")

    assert talk.window.room.canvas.scene == scene
    assert spoken_now(talk.window) == spoken
    assert "more time" not in spoken


def test_elsewhere_no_table_is_given_time(talk):
    talk.window.desk.go_to(Place("talk-areas"))
    settle()

    assert not talk.row(4).more.isVisible()
    talk.row(4).complete.setFocus()
    press(talk.window, "t")
    assert talk.given == ()
    assert table_times_now(talk.event, "talk-areas") == ()


def test_two_hours_more_are_refused_in_words(talk):
    talk.row(4).more.setFocus()
    press(talk.window, *[SPACE] * 25)

    assert talk.given == (TableTime("Table 4", 120),)
    assert "125 minutes more cannot be right." in talk.window.now.banner.sentence
