"""An event that runs late: on a pretend clock, with the plan what to cut, the pace and a clock that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from builders import MORNING
from facilitator.conduct.event import Event, create_event
from facilitator.conduct.run_times import time_of_day
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.timing import go_to_activity
from facilitator.core.timing import StepState
from facilitator.programme.shipped import find_programme
from tests.ui.pressing import press, settle
from ui.room_screen.scene import BreakTime
from ui.run.on_screen import Step
from ui.run.operator_window import OperatorWindow

SPACE, ENTER, ESCAPE, TAB = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
LENGTH = timedelta(hours=3)


class Hall:
    """The clock on the wall, an event on it, and the window."""

    def __init__(self, folder: Path, operate: Callable[..., OperatorWindow]) -> None:
        self.at = MORNING
        details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", 10, variant="full")
        file = find_programme("living-well-here")
        self.event: Event = create_event(folder / "riverside.event", file, details, clock=self.clock)
        self.window = operate(self.event, now=self.clock)

    def clock(self) -> datetime:
        return self.at

    def wait(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)
        self.window.desk.tick()
        settle()

    def start(self, key: str) -> None:
        go_to_activity(self.event, key)
        self.window.desk.refresh()
        settle()

    def go(self, key: str, minutes: float) -> None:
        self.start(key)
        self.wait(minutes)

    @property
    def told(self) -> str:
        return self.window.top.times.sentence

    @property
    def minutes(self) -> dict[str, int]:
        return {step.key: step.planned_minutes for step in self.window.desk.snapshot.record.steps}


@pytest.fixture
def hall(tmp_path, operate):
    made = Hall(tmp_path, operate)
    yield made
    made.window.close()
    made.event.close()


@pytest.fixture
def late(hall):
    """The hall 14 minutes late: the ten minutes of the welcome took twenty-four."""
    hall.go("welcome", 24)
    hall.start("what-matters")
    return hall


def o_clock(after: timedelta) -> str:
    return time_of_day(MORNING + after)


def test_before_the_first_step_the_top_line_says_how_long_it_is_planned(hall):
    assert hall.told == "Not begun, 180 minutes planned"


def test_an_event_on_time_says_so_and_offers_no_plan(hall):
    hall.go("welcome", 4)

    assert hall.told == f"4 of 10 min · on time · finish {o_clock(LENGTH)}"
    assert not hall.window.top.times.plan_button.isVisible()


def test_fourteen_minutes_late_is_said_with_the_new_finish(late):
    assert f"⚠  14 min late · finish {o_clock(LENGTH + timedelta(minutes=14))}" in late.told
    assert late.window.top.times.plan_button.isVisible()


def test_what_to_cut_keeps_every_vote_the_event_must_have(late):
    late.window.top.times.plan_button.click()
    card = late.window.catching_up.card
    settle()

    times = late.window.desk.times
    dropped = {cut.key for cut in card._plan.drops}
    kept = {step.key for step in times.steps if step.is_kept}
    assert card.isVisible()
    assert not card._plan.is_empty
    assert {"vote-goals", "vote-areas"} <= kept
    assert not dropped & kept
    assert "14 minutes late: what to cut" in card.sentence
    assert card.why.text() == "Running 14 min late"


def test_taking_the_plan_by_keyboard_changes_the_run_sheet_and_the_finish(late):
    before = late.minutes
    late.window.top.times.plan_button.setFocus()
    press(late.window, SPACE)
    plan = late.window.catching_up.card._plan
    assert late.window.focusWidget() is late.window.catching_up.card.take_button

    press(late.window, SPACE)

    assert late.window.desk.times.minutes_late < 3
    for cut in plan.shortens:
        assert (before[cut.key], late.minutes[cut.key]) == (cut.from_minutes, cut.to_minutes)
    for cut in plan.drops:
        assert late.window.desk.times.state_of(cut.key) is StepState.SKIPPED
    assert "on time" in late.told or "min early" in late.told or "1 min late" in late.told or "2 min late" in late.told
    assert not late.window.catching_up.card.isVisible()
    assert late.window.focusWidget() is late.window.now.next_button
    rows = {row.place.activity: str(row.detail) for row in late.window.sheet.rows if not row.place.question}
    assert all(f"{cut.to_minutes} minute" in rows[cut.key] for cut in plan.shortens)
    assert all(rows[cut.key] == "Skipped: Running 14 min late" for cut in plan.drops)


def test_putting_the_plan_away_changes_nothing(late):
    before = late.minutes
    late.window.top.times.plan_button.click()
    settle()

    press(late.window, ESCAPE)

    assert not late.window.catching_up.card.isVisible()
    assert late.minutes == before
    assert "14 min late" in late.told


def test_a_plan_that_is_looked_at_follows_the_clock(late):
    late.window.top.times.plan_button.click()
    late.wait(15)

    assert "19 minutes late: what to cut" in late.window.catching_up.card.sentence


def test_the_slow_pace_gives_half_as_much_again_to_what_is_left(hall):
    hall.go("welcome", 10)
    hall.start("what-matters")
    usual = hall.window.desk.times.expected_finish
    hall.window.top.times.pace_button.setFocus()
    press(hall.window, SPACE)

    assert "slow pace" in hall.told
    assert hall.window.desk.times.expected_finish - usual == (LENGTH - timedelta(minutes=10)) / 2
    assert hall.window.top.times.pace_button.text() == "Usual pace"

    press(hall.window, SPACE)
    assert hall.window.desk.times.expected_finish == usual


def test_a_pause_stops_all_clocks_and_makes_the_event_later(hall):
    hall.go("welcome", 4)
    press(hall.window, "p")
    hall.wait(20)
    assert hall.told.startswith(f"Paused since {o_clock(timedelta(minutes=4))} · 4 of 10 min")

    press(hall.window, SPACE)
    hall.wait(1)
    assert hall.window.desk.times.running_step.elapsed_s == 5 * 60
    assert f"20 min late · finish {o_clock(LENGTH + timedelta(minutes=20))}" in hall.told


AFTER_THE_BREAK = "After the break: Evidence cards"


def test_a_break_shows_when_we_go_on_and_changes_only_by_minutes(hall):
    hall.go("welcome", 10)
    hall.start("break")
    hall.window.desk.show(Step("break"))
    back_at = o_clock(timedelta(minutes=25))
    assert hall.window.room.canvas.scene == BreakTime(back_at, 15, AFTER_THE_BREAK)

    hall.wait(0.5)
    assert hall.window.room.canvas.scene == BreakTime(back_at, 15, AFTER_THE_BREAK)
    hall.wait(0.75)
    assert hall.window.room.canvas.scene == BreakTime(back_at, 14, AFTER_THE_BREAK)
    hall.wait(13)
    assert hall.window.room.canvas.scene == BreakTime(back_at, 1, AFTER_THE_BREAK)


def test_a_break_that_is_over_counts_no_minutes_below_none(hall):
    hall.start("break")
    hall.window.desk.show(Step("break"))
    hall.wait(22)

    assert hall.window.room.canvas.scene.minutes_left == 0


def test_a_clock_put_back_is_said_and_the_times_stay_in_order(hall):
    hall.go("welcome", 10)
    hall.start("what-matters")
    hall.wait(-60)
    hall.start("read-goals")

    assert "This laptop’s clock was put back: check it" in hall.told
    assert hall.window.desk.times.state_of("what-matters") is StepState.DONE
