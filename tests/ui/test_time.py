"""The row of the clocks and the proposal what to cut, on pretend times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from builders import MORNING
from facilitator.conduct.run_times import RunTimes, StepTime
from facilitator.core.cut_plan import CutPlan, Drop, Shorten
from facilitator.core.programme import ActivityKind
from facilitator.core.timing import StepClock, StepState
from facilitator.words.translator import Translator
from ui.run.cut_plan_card import CutPlanCard, TakenPlan
from ui.run.time_line import TimeLine
from ui.widgets.flow import Flow

TALK = StepTime(
    "talk-areas", "2.2", "Table talk", ActivityKind.TABLE_TALK, 10, 10, StepClock(StepState.RUNNING, 0, None, 6 * 60),
    4 * 60, is_kept=False, is_asked=False, started_at=MORNING,
)  # fmt: skip
FINISH = MORNING + timedelta(hours=3)
ON_TIME = RunTimes(
    MORNING, (TALK,), "talk-areas", paused_since=None, is_slow=False, clock_went_back=False, started_at=MORNING,
    planned_finish=FINISH, expected_finish=FINISH, late_s=0,
)  # fmt: skip
LATE = replace(ON_TIME, expected_finish=FINISH + timedelta(minutes=14), late_s=14 * 60)
PLAN = CutPlan(
    14,
    (Drop("vote-direction", "3.3 Direction vote", 7),),
    (Shorten("talk-approach", "3.2 Table work on the areas", 18, 11),),
)


def o_clock(hours: int, minutes: int = 0) -> str:
    return (MORNING + timedelta(hours=hours, minutes=minutes)).astimezone().strftime("%H:%M")


def settle(widget: QWidget) -> None:
    widget.show()
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def line(qapp: QApplication, words: Translator) -> Iterator[TimeLine]:
    made = TimeLine(words)
    made.resize(900, 48)
    settle(made)
    yield made
    made.deleteLater()


@pytest.fixture
def card(qapp: QApplication, words: Translator) -> Iterator[CutPlanCard]:
    made = CutPlanCard(words)
    made.resize(480, 320)
    yield made
    made.deleteLater()


def test_an_event_on_time_says_how_far_the_step_is_and_when_it_ends(line: TimeLine):
    line.show_times(ON_TIME)

    assert line.sentence == f"6 of 10 min · on time · finish {o_clock(3)}"
    assert line.plan_button.isHidden()


def test_a_late_event_says_so_with_a_triangle_and_offers_what_to_cut(line: TimeLine):
    line.show_times(LATE)

    assert line.sentence == f"6 of 10 min · ⚠  14 min late · finish {o_clock(3, 14)}"
    assert line.accessibleName() == line.sentence
    assert not line.plan_button.isHidden()


def test_a_minute_or_two_are_told_without_a_warning(line: TimeLine):
    line.show_times(replace(LATE, late_s=2 * 60, expected_finish=FINISH + timedelta(minutes=2)))

    assert line.sentence == f"6 of 10 min · 2 min late · finish {o_clock(3, 2)}"
    assert line.plan_button.isHidden()


def test_an_early_event_says_so(line: TimeLine):
    line.show_times(replace(ON_TIME, late_s=-4 * 60, expected_finish=FINISH - timedelta(minutes=4)))

    assert f"4 min early · finish {o_clock(2, 56)}" in line.sentence


def test_a_step_over_its_time_says_both_minutes(line: TimeLine):
    over = replace(TALK, clock=replace(TALK.clock, elapsed_s=12 * 60), left_s=-2 * 60)

    line.show_times(replace(LATE, steps=(over,)))

    assert line.sentence.startswith("12 of 10 min")


def test_at_the_slow_pace_a_step_has_half_as_long_again(line: TimeLine):
    slow = replace(TALK, clock=replace(TALK.clock, slow_s=6 * 60), left_s=9 * 60)

    line.show_times(replace(ON_TIME, steps=(slow,), is_slow=True))

    assert line.sentence == f"6 of 15 min · on time · finish {o_clock(3)} · slow pace"


def test_a_pause_is_said_in_words_and_its_button_goes_on(line: TimeLine):
    asked: list[str] = []
    line.pause_asked.connect(lambda: asked.append("pause"))
    line.resume_asked.connect(lambda: asked.append("go on"))

    line.show_times(ON_TIME)
    QTest.keyClick(line.pause_button, Qt.Key.Key_Space)
    line.show_times(replace(ON_TIME, paused_since=MORNING))
    QTest.keyClick(line.pause_button, Qt.Key.Key_Space)

    assert asked == ["pause", "go on"]
    assert line.sentence.startswith(f"Paused since {o_clock(0)} · 6 of 10 min")
    assert line.pause_button.text() == "Go on"


def test_the_pace_is_asked_for_by_its_button(line: TimeLine):
    asked: list[str] = []
    line.slow_pace_asked.connect(lambda: asked.append("slow"))
    line.usual_pace_asked.connect(lambda: asked.append("usual"))

    line.show_times(ON_TIME)
    line.pace_button.click()
    line.show_times(replace(ON_TIME, is_slow=True))
    line.pace_button.click()

    assert asked == ["slow", "usual"]


def test_before_the_first_step_there_is_nothing_to_pause(line: TimeLine):
    line.show_times(replace(ON_TIME, running=None, started_at=None, planned_finish=None))

    assert line.sentence == "Not begun, 10 minutes planned"
    assert line.pause_button.isHidden()
    assert line.pace_button.isHidden()


def test_between_two_steps_and_at_the_end_the_row_says_so(line: TimeLine):
    line.show_times(replace(ON_TIME, running=None))
    assert line.sentence.startswith("Between two steps")

    done = replace(TALK, clock=replace(TALK.clock, state=StepState.DONE))
    line.show_times(replace(LATE, running=None, steps=(done,)))
    assert line.sentence == f"Ended {o_clock(3, 14)} · 14 min late"
    assert line.plan_button.isHidden()


def test_a_clock_that_was_put_back_is_a_warning(line: TimeLine):
    line.show_times(replace(ON_TIME, clock_went_back=True))

    assert "clock was put back" in line.sentence


def test_the_proposal_lists_what_to_cut_and_the_new_finish(card: CutPlanCard):
    card.show_plan(PLAN, FINISH)
    settle(card)

    assert card.sentence == (
        "14 minutes late: what to cut. Drop 3.3 Direction vote (7 min); "
        f"shorten 3.2 Table work on the areas from 18 to 11 min. New finish {o_clock(3)}."
    )
    assert card.take_button.hasFocus()


def test_a_plan_is_taken_by_keyboard_with_the_reason_as_it_stands(card: CutPlanCard):
    taken: list[object] = []
    card.plan_taken.connect(taken.append)
    card.show_plan(PLAN, FINISH)
    settle(card)

    QTest.keyClick(card.focusWidget(), Qt.Key.Key_Space)
    card.why.setText(" The hall closes at one ")
    QTest.keyClick(card.why, Qt.Key.Key_Return)

    assert taken == [TakenPlan(PLAN, "Running 14 min late"), TakenPlan(PLAN, "The hall closes at one")]


def test_a_reason_written_by_hand_stays_when_time_goes_on(card: CutPlanCard):
    later = replace(PLAN, late_minutes=15)
    card.show_plan(PLAN, FINISH)
    card.show_plan(later, FINISH)
    assert card.why.text() == "Running 15 min late"

    card.why.setText("The hall closes at one")
    card.show_plan(PLAN, FINISH)

    assert card.why.text() == "The hall closes at one"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_a_proposal_can_be_put_away(card: CutPlanCard, how: str):
    told: list[bool] = []
    card.put_away.connect(lambda: told.append(True))
    card.show_plan(PLAN, FINISH)
    settle(card)

    if how == "button":
        card.away_button.click()
    else:
        QTest.keyClick(card.why, Qt.Key.Key_Escape)

    assert card.isHidden()
    assert told == [True]


def test_a_proposal_that_is_not_enough_says_what_stays(card: CutPlanCard):
    card.show_plan(replace(PLAN, late_minutes=20), FINISH + timedelta(minutes=6))

    assert f"New finish {o_clock(3, 6)}, still 6 min late." in card.sentence


def test_where_nothing_can_be_cut_there_is_nothing_to_take(card: CutPlanCard):
    taken: list[object] = []
    card.plan_taken.connect(taken.append)

    card.show_plan(CutPlan(9), FINISH)
    settle(card)
    QTest.keyClick(card.why, Qt.Key.Key_Return)

    assert "Nothing ahead can be cut without harm. The event stays 9 minutes late." in card.sentence
    assert card.take_button.isHidden()
    assert card.away_button.hasFocus()
    assert taken == []


def test_every_part_has_a_name(line: TimeLine, card: CutPlanCard):
    line.show_times(LATE)
    card.show_plan(PLAN, FINISH)

    buttons = [*line.findChildren(QPushButton), *card.findChildren(QPushButton)]
    assert all(button.text() for button in buttons)
    assert card.why.accessibleName() == "Reason, kept with the event"


@pytest.mark.usefixtures("twice_the_text")
def test_at_twice_the_text_the_row_goes_on_in_the_next_line(words: Translator):
    line, holder = TimeLine(words), QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(line)
    layout.addStretch(1)
    holder.resize(560, 400)
    line.show_times(replace(LATE, paused_since=MORNING, is_slow=True))
    settle(holder)

    row = line.findChild(Flow)
    shown = [child for child in row.findChildren(QWidget) if child.isVisible()]

    assert all(row.rect().contains(child.geometry()) for child in shown)
    assert len({child.geometry().center().y() for child in shown}) > 1
    assert all(child.width() >= child.sizeHint().width() for child in shown)


def test_a_flowing_row_is_as_wide_as_its_widest_part_at_least(qapp: QApplication):
    parts = [QPushButton("one"), QPushButton("a much longer one"), QPushButton("three")]
    row = Flow(parts, gap_px=8)

    widths = [part.sizeHint().width() for part in parts]

    assert row.minimumSizeHint().width() == max(widths)
    assert row.sizeHint().width() == sum(widths) + 16
    parts[1].hide()
    assert row.minimumSizeHint().width() == max(widths[0], widths[2])
