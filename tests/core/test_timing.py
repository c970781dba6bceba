"""The clocks of a running event, on seconds alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.timing import (
    MarkKind,
    PlannedStep,
    StepState,
    TimeMark,
    clocks_at,
    late_s,
    remaining_s,
    whole_minutes,
)

MINUTE = 60
STEPS = (PlannedStep("welcome", 10), PlannedStep("talk", 20), PlannedStep("vote", 5))
PLANNED_S = 35 * MINUTE


def at(minute: float, kind: str, step: str = "", why: str = "") -> TimeMark:
    return TimeMark(round(minute * MINUTE), MarkKind(kind), step, why)


def test_nothing_is_late_before_the_first_step_is_started():
    clocks = clocks_at([], 500 * MINUTE)

    assert late_s(STEPS, clocks, planned_s=PLANNED_S) == 0
    assert remaining_s(STEPS, clocks) == PLANNED_S


def test_a_step_that_runs_counts_its_time():
    clocks = clocks_at([at(0, "started", "welcome")], 4 * MINUTE)

    assert clocks.step("welcome").state is StepState.RUNNING
    assert clocks.step("welcome").elapsed_s == 4 * MINUTE
    assert clocks.step("welcome").left_s(10 * MINUTE, slow=False) == 6 * MINUTE
    assert late_s(STEPS, clocks, planned_s=PLANNED_S) == 0


def test_a_step_over_its_time_makes_the_event_late_by_as_much():
    clocks = clocks_at([at(0, "started", "welcome")], 14 * MINUTE)

    assert clocks.step("welcome").left_s(10 * MINUTE, slow=False) == -4 * MINUTE
    assert late_s(STEPS, clocks, planned_s=PLANNED_S) == 4 * MINUTE


def test_a_step_that_ends_before_its_time_makes_the_event_early():
    clocks = clocks_at([at(0, "started", "welcome"), at(7, "started", "talk")], 7 * MINUTE)

    assert clocks.step("welcome").state is StepState.DONE
    assert late_s(STEPS, clocks, planned_s=PLANNED_S) == -3 * MINUTE


def test_a_pause_over_a_change_of_step_stands_in_the_time_of_neither():
    marks = [at(0, "started", "welcome"), at(8, "paused"), at(10, "ended", "welcome"), at(10, "started", "talk")]
    clocks = clocks_at([*marks, at(13, "resumed")], 15 * MINUTE)

    assert clocks.step("welcome").elapsed_s == 8 * MINUTE
    assert clocks.step("talk").elapsed_s == 2 * MINUTE
    assert not clocks.is_paused


def test_a_pause_makes_the_event_late_by_its_length():
    marks = [at(0, "started", "welcome"), at(4, "paused"), at(9, "resumed")]

    assert late_s(STEPS, clocks_at(marks, 12 * MINUTE), planned_s=PLANNED_S) == 5 * MINUTE


def test_while_paused_the_clock_of_the_step_stands():
    marks = [at(0, "started", "welcome"), at(4, "paused")]

    assert clocks_at(marks, 4 * MINUTE).step("welcome") == clocks_at(marks, 60 * MINUTE).step("welcome")


def test_at_the_slow_pace_what_is_left_takes_half_as_long_again():
    marks = [at(0, "started", "welcome"), at(4, "slow")]

    just_then, later = clocks_at(marks, 4 * MINUTE), clocks_at(marks, 10 * MINUTE)

    assert just_then.step("welcome").left_s(10 * MINUTE, slow=True) == 9 * MINUTE
    assert later.step("welcome").left_s(10 * MINUTE, slow=True) == 3 * MINUTE
    assert remaining_s(STEPS, later) == (3 + 30) * MINUTE + 5 * MINUTE * 3 // 2
    assert late_s(STEPS, just_then, planned_s=PLANNED_S) == late_s(STEPS, later, planned_s=PLANNED_S)


def test_the_usual_pace_gives_what_is_left_its_planned_time_again():
    marks = [at(0, "started", "welcome"), at(4, "slow"), at(7, "usual")]

    clocks = clocks_at(marks, 7 * MINUTE)

    assert clocks.step("welcome").left_s(10 * MINUTE, slow=False) == 4 * MINUTE
    assert late_s(STEPS, clocks, planned_s=PLANNED_S) == 1 * MINUTE


def test_a_skipped_step_takes_no_time_and_comes_back_when_it_is_wanted():
    marks = [at(0, "started", "welcome"), at(1, "skipped", "talk", "no tables")]
    skipped = clocks_at(marks, 1 * MINUTE)
    wanted = clocks_at([*marks, at(2, "wanted", "talk")], 2 * MINUTE)

    assert skipped.step("talk").state is StepState.SKIPPED
    assert skipped.step("talk").why_skipped == "no tables"
    assert late_s(STEPS, skipped, planned_s=PLANNED_S) == -20 * MINUTE
    assert wanted.step("talk").state is StepState.AHEAD
    assert wanted.step("talk").why_skipped == ""


def test_a_step_started_a_second_time_adds_to_its_time_and_keeps_its_first_start():
    marks = [at(0, "started", "welcome"), at(5, "started", "talk"), at(8, "started", "welcome")]

    step = clocks_at(marks, 10 * MINUTE).step("welcome")

    assert (step.state, step.elapsed_s, step.started_s, step.ended_s) == (StepState.RUNNING, 7 * MINUTE, 0, None)


def test_a_clock_put_back_gives_no_negative_time_and_is_told():
    marks = [at(60, "started", "welcome"), at(64, "paused"), at(4, "resumed")]

    clocks = clocks_at(marks, 6 * MINUTE)

    assert clocks.went_back
    assert clocks.step("welcome").elapsed_s == 6 * MINUTE
    assert late_s(STEPS, clocks, planned_s=PLANNED_S) == 0


def test_a_clock_that_corrects_itself_by_a_second_is_not_told():
    clocks = clocks_at([at(60, "started", "welcome")], 60 * MINUTE - 1)

    assert not clocks.went_back
    assert clocks.step("welcome").elapsed_s == 0


def test_full_minutes_are_counted_towards_nought():
    assert [whole_minutes(seconds) for seconds in (0, 59, 60, 119, -59, -60, -119)] == [0, 0, 1, 1, 0, -1, -1]


KEYS = [step.key for step in STEPS]
ANY_MARK = st.builds(TimeMark, st.integers(0, 20_000), st.sampled_from(MarkKind), st.sampled_from(KEYS))


@given(st.lists(ANY_MARK, max_size=30), st.integers(0, 20_000))
def test_whatever_the_clock_does_no_time_is_negative(marks, now_s):
    clocks = clocks_at(marks, now_s)

    assert all(clock.elapsed_s >= clock.slow_s >= 0 for clock in clocks.steps.values())
    assert remaining_s(STEPS, clocks) >= 0
    assert (clocks.since_start_s or 0) >= 0
    assert sum(clock.state is StepState.RUNNING for clock in clocks.steps.values()) <= 1


@given(st.lists(ANY_MARK, max_size=30), st.integers(0, 20_000), st.integers(0, 5_000))
def test_what_steps_took_is_never_more_than_what_went_by(marks, now_s, later_s):
    in_order = sorted(marks, key=lambda mark: mark.at_s)
    clocks = clocks_at(in_order, max([now_s, *(mark.at_s for mark in marks)]) + later_s)

    assert sum(clock.elapsed_s for clock in clocks.steps.values()) <= (clocks.since_start_s or 0)
    assert not clocks.went_back
