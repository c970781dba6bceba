"""The time of a running event, on a pretend clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from builders import MORNING, a_question
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.cutting import change_minutes, finish_with, proposed_cuts, take_cut_plan
from facilitator.conduct.event import Event, create_event, open_event
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.record import event_record
from facilitator.conduct.run_times import RunTimes, run_times
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.timing import (
    end_activity,
    go_to_activity,
    pause,
    pause_since_last_written,
    resume,
    skip_activity,
    slow_pace,
    usual_pace,
    want_after_all,
)
from facilitator.conduct.voting import open_question
from facilitator.core.cut_plan import CutPlan, Drop, Shorten, plan_in_words
from facilitator.core.keys import EntryId
from facilitator.core.programme import ActivityKind
from facilitator.core.timing import StepState
from facilitator.errors import Refused
from facilitator.programme.shipped import find_programme
from tests.conduct.steps import changes, verbs, vote_areas

ONE_ENTRY = EntryId(b"one entry, sent.")


class Hall:
    """The clock on the wall, and the event below it."""

    def __init__(self, folder: Path) -> None:
        self.at = MORNING
        details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", 10)
        self.event = create_event(
            folder / "riverside.event", find_programme("living-well-here"), details, clock=self.clock
        )

    def clock(self) -> datetime:
        return self.at

    def wait(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)

    def go(self, key: str, minutes: float) -> None:
        """Start a step and let so many minutes go by in it."""
        go_to_activity(self.event, key)
        self.wait(minutes)

    def walk(self, *, until: str) -> None:
        """Run every step to its plan up to the one called `until`."""
        for step in self.times.steps:
            if step.key == until:
                return
            self.go(step.key, step.planned_minutes)

    @property
    def times(self) -> RunTimes:
        return run_times(self.event, self.at)

    def state(self, key: str) -> StepState:
        return self.times.state_of(key)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    found = Hall(tmp_path)
    yield found
    found.event.close()


def o_clock(at: datetime | None) -> str:
    assert at is not None
    return at.strftime("%H:%M")


def test_before_the_first_start_nothing_is_late(hall: Hall):
    hall.wait(45)

    times = hall.times

    assert not times.has_begun
    assert times.minutes_late == 0
    assert times.planned_finish is None
    assert o_clock(times.expected_finish) == "13:45"
    assert times.step("talk-goals").expected_at is None


def test_an_event_that_follows_its_plan_ends_when_it_was_planned(hall: Hall):
    hall.walk(until="talk-areas")

    times = hall.times

    assert times.running == "read-areas"
    assert (times.minutes_late, o_clock(times.planned_finish), o_clock(times.expected_finish)) == (0, "13:00", "13:00")


def test_a_step_knows_when_it_began_when_it_ended_and_how_long_it_took(hall: Hall):
    hall.go("welcome", 12)
    hall.go("what-matters", 3)

    welcome, talk = hall.times.step("welcome"), hall.times.step("what-matters")

    assert welcome is not None
    assert talk is not None
    assert (welcome.state, o_clock(welcome.started_at), o_clock(welcome.ended_at)) == (StepState.DONE, "10:00", "10:12")
    assert welcome.elapsed_s == 12 * 60
    assert (talk.state, talk.elapsed_s, talk.left_s, talk.ended_at) == (StepState.RUNNING, 3 * 60, 7 * 60, None)


def test_a_step_ahead_says_when_it_will_begin(hall: Hall):
    hall.go("welcome", 4)

    assert o_clock(hall.times.step("what-matters").expected_at) == "10:10"
    assert o_clock(hall.times.step("read-goals").expected_at) == "10:20"


def test_starting_the_step_that_runs_changes_nothing(hall: Hall):
    hall.go("welcome", 4)
    go_to_activity(hall.event, "welcome")

    assert verbs(hall.event) == ["start event", "start activity"]
    assert hall.times.running_step.elapsed_s == 4 * 60


def test_the_next_step_begins_and_the_last_one_ends_in_one_entry(hall: Hall):
    hall.go("welcome", 4)
    hall.go("what-matters", 0)

    assert verbs(hall.event) == ["start event", "start activity", "start activity"]
    assert [hall.state(key) for key in ("welcome", "what-matters")] == [StepState.DONE, StepState.RUNNING]


def test_the_same_entry_sent_again_changes_nothing(hall: Hall):
    go_to_activity(hall.event, "welcome", entry_id=ONE_ENTRY)
    go_to_activity(hall.event, "what-matters")
    go_to_activity(hall.event, "welcome", entry_id=ONE_ENTRY)

    assert hall.times.running == "what-matters"


def test_a_step_that_is_not_on_the_run_sheet_cannot_be_started_or_skipped(hall: Hall):
    with pytest.raises(Refused, match="no activity called “lunch”"):
        go_to_activity(hall.event, "lunch")
    with pytest.raises(Refused, match="no activity called “lunch”"):
        skip_activity(hall.event, "lunch", why="No time")
    assert verbs(hall.event) == ["start event"]


def test_a_step_that_ends_early_is_time_gained(hall: Hall):
    hall.go("welcome", 6)
    end_activity(hall.event)
    end_activity(hall.event)

    assert hall.times.running is None
    assert hall.times.minutes_late == -4
    assert verbs(hall.event) == ["start event", "start activity", "end activity"]


def test_time_between_two_steps_makes_the_event_late(hall: Hall):
    hall.go("welcome", 10)
    end_activity(hall.event)
    hall.wait(5)

    assert hall.times.minutes_late == 5


def test_a_pause_over_a_change_of_step_is_in_the_time_of_neither(hall: Hall):
    hall.go("welcome", 8)
    pause(hall.event)
    hall.wait(5)
    hall.go("what-matters", 5)
    resume(hall.event)
    hall.wait(2)

    times = hall.times

    assert times.step("welcome").elapsed_s == 8 * 60
    assert times.step("what-matters").elapsed_s == 2 * 60
    assert times.minutes_late == 8


def test_pausing_twice_is_one_pause(hall: Hall):
    hall.go("welcome", 1)
    pause(hall.event)
    pause(hall.event)
    assert o_clock(hall.times.paused_since) == "10:01"

    resume(hall.event)
    resume(hall.event)

    assert not hall.times.paused
    assert verbs(hall.event)[2:] == ["pause", "go on after pause"]


def test_a_fire_alarm_stops_all_clocks_and_the_finish_moves(hall: Hall):
    hall.go("welcome", 4)
    pause(hall.event)
    hall.wait(30)

    assert hall.times.running_step.elapsed_s == 4 * 60
    assert o_clock(hall.times.expected_finish) == "13:30"
    assert hall.times.minutes_late == 30


def test_the_slow_pace_in_the_middle_gives_half_as_long_again_to_what_is_left(hall: Hall):
    hall.walk(until="play-back")
    hall.go("play-back", 3)
    slow_pace(hall.event)
    slow_pace(hall.event)

    times = hall.times

    assert times.is_slow
    assert times.running_step.left_s == 3 * 60
    assert times.running_step.allowed_s == 6 * 60
    assert times.late_s == 60 + 150 + 240 + 60

    usual_pace(hall.event)
    assert (hall.times.is_slow, hall.times.minutes_late) == (False, 0)
    assert verbs(hall.event)[-2:] == ["slow pace", "usual pace"]


def test_a_skipped_step_is_recorded_with_its_reason_and_is_time_gained(hall: Hall):
    hall.go("welcome", 10)
    skip_activity(hall.event, "vote-direction", why="Running late")
    skip_activity(hall.event, "vote-direction", why="Running late")

    assert hall.state("vote-direction") is StepState.SKIPPED
    assert hall.times.minutes_late == -7
    assert [(one.verb, one.about, one.why) for one in changes(hall.event)][2:] == [
        ("skip activity", "vote-direction", "Running late")
    ]
    skipped = {step.key: step.skipped for step in event_record(hall.event).steps if step.skipped is not None}
    assert skipped == {"vote-direction": "Running late"}


def test_a_skip_can_be_taken_back(hall: Hall):
    skip_activity(hall.event, "vote-direction", why="Running late")
    want_after_all(hall.event, "vote-direction")
    want_after_all(hall.event, "vote-direction")

    assert hall.state("vote-direction") is StepState.AHEAD
    assert verbs(hall.event)[1:] == ["skip activity", "want activity after all"]


def test_a_skipped_step_that_is_started_is_not_skipped_any_more(hall: Hall):
    skip_activity(hall.event, "vote-direction", why="Running late")
    hall.go("vote-direction", 1)

    assert hall.state("vote-direction") is StepState.RUNNING


def test_skipping_needs_a_reason(hall: Hall):
    with pytest.raises(Refused, match="A reason is missing"):
        skip_activity(hall.event, "vote-direction", why="  ")


def test_a_step_that_has_begun_or_is_over_cannot_be_skipped(hall: Hall):
    hall.go("welcome", 10)
    hall.go("what-matters", 1)

    with pytest.raises(Refused, match="This step is over"):
        skip_activity(hall.event, "welcome", why="No time")
    with pytest.raises(Refused, match="This step is under way"):
        skip_activity(hall.event, "what-matters", why="No time")


def test_a_step_with_a_vote_that_was_opened_cannot_be_skipped(hall: Hall):
    open_question(hall.event, "s1", present=84)

    with pytest.raises(Refused, match="A vote of this step was opened"):
        skip_activity(hall.event, "vote-goals", why="No time")
    assert hall.state("vote-goals") is StepState.AHEAD


def test_the_record_tells_when_steps_began_and_ended(hall: Hall):
    hall.go("welcome", 12)
    hall.go("what-matters", 3)

    first, second, third, *_ = event_record(hall.event).steps

    assert (o_clock(first.started_at), o_clock(first.ended_at)) == ("10:00", "10:12")
    assert (o_clock(second.started_at), second.ended_at) == ("10:12", None)
    assert (third.started_at, third.ended_at, third.skipped) == (None, None, None)


def test_the_end_of_the_last_step_is_the_finish_that_stays(hall: Hall):
    hall.walk(until="thanks")
    hall.go("thanks", 6)
    end_activity(hall.event)
    hall.wait(60)

    assert hall.times.is_over
    assert hall.times.minutes_late == 4
    assert o_clock(hall.times.expected_finish) == "13:04"


def test_other_minutes_are_a_new_edition_with_a_reason(hall: Hall):
    hall.go("welcome", 10)
    change_minutes(hall.event, "talk-goals", 15, why="The interpreter needs longer")

    step = hall.times.step("talk-goals")

    assert (step.planned_minutes, step.minutes_at_first) == (15, 10)
    assert hall.times.minutes_late == 5
    assert changes(hall.event)[-1].why == "The interpreter needs longer"


def test_minutes_that_cannot_be_right_are_refused(hall: Hall):
    hall.go("welcome", 10)
    hall.go("what-matters", 0)

    with pytest.raises(Refused, match="0 minutes cannot be right"):
        change_minutes(hall.event, "talk-goals", 0, why="No time")
    with pytest.raises(Refused, match="This step is over"):
        change_minutes(hall.event, "welcome", 20, why="More time")
    with pytest.raises(Refused, match="A reason is missing"):
        change_minutes(hall.event, "talk-goals", 20, why="")


def test_a_clock_that_was_put_back_is_told_and_times_follow_the_order_of_writing(hall: Hall):
    hall.wait(60)
    hall.go("welcome", 4)
    pause(hall.event)
    hall.wait(-60)
    resume(hall.event)
    hall.wait(3)

    times = hall.times

    assert times.clock_went_back
    assert times.running_step.elapsed_s == 7 * 60
    assert times.minutes_late == 0
    assert o_clock(times.expected_finish) == "13:00"


def opened_again(hall: Hall, minutes_off: float) -> bool:
    hall.event.close()
    hall.wait(minutes_off)
    hall.event = open_event(hall.event.path, clock=hall.clock)
    return pause_since_last_written(hall.event)


def test_a_file_opened_again_while_a_step_ran_is_paused_since_it_was_last_written(hall: Hall):
    hall.go("welcome", 4)
    add_note(hall.event, Note("Is there a loop?", "welcome"))
    hall.wait(2)

    assert opened_again(hall, minutes_off=25)

    assert o_clock(hall.times.paused_since) == "10:04"
    assert hall.times.running_step.elapsed_s == 4 * 60
    assert not pause_since_last_written(hall.event)
    assert verbs(hall.event)[-1] == "pause"


def test_a_step_begun_in_the_minute_of_the_last_writing_is_not_paused_before_it_began(hall: Hall):
    hall.wait(0.5)
    hall.go("welcome", 0)

    assert opened_again(hall, minutes_off=25)

    assert hall.times.running_step.elapsed_s == 0
    assert not hall.times.clock_went_back


def test_a_file_opened_again_in_a_pause_stays_paused_as_it_was(hall: Hall):
    hall.go("welcome", 4)
    pause(hall.event)

    assert not opened_again(hall, minutes_off=25)
    assert o_clock(hall.times.paused_since) == "10:04"


def test_a_file_opened_again_between_steps_is_not_paused(hall: Hall):
    hall.go("welcome", 4)
    end_activity(hall.event)

    assert not pause_since_last_written(hall.event)
    assert not hall.times.paused


def test_fourteen_minutes_late_at_the_priority_vote_drops_3_3_and_shortens_3_2(hall: Hall):
    hall.walk(until="vote-areas")
    hall.wait(14)
    hall.go("vote-areas", 0)

    plan = proposed_cuts(hall.times)

    assert hall.times.minutes_late == 14
    assert [cut.key for cut in plan.drops] == ["vote-direction"]
    assert [(cut.key, cut.from_minutes, cut.to_minutes) for cut in plan.shortens] == [("talk-approach", 18, 11)]
    assert str(plan_in_words(plan, o_clock(finish_with(hall.times, plan)))) == (
        "Drop 3.3 Direction vote (7 min); shorten 3.2 Table work on the areas from 18 to 11 min. New finish 13:00."
    )


def test_the_plan_is_the_same_after_the_break(hall: Hall):
    hall.walk(until="carry-areas")
    vote_areas(hall.event, a1=40, a2=30, a3=20, a4=10, a5=5)
    hall.go("carry-areas", 6)
    carry_forward(hall.event, decided_by="room")
    hall.go("break", 29)
    hall.go("evidence-a1", 0)

    plan = proposed_cuts(hall.times)

    assert hall.times.minutes_late == 14
    assert hall.times.running_step.name == "3.1a Evidence cards: Staying well and connected"
    assert [cut.name for cut in plan.cuts] == ["3.3 Direction vote", "3.2 Table work on the areas"]


def test_a_plan_that_is_taken_brings_the_event_back_to_time_in_one_entry(hall: Hall):
    hall.walk(until="vote-areas")
    hall.wait(14)
    hall.go("vote-areas", 0)
    plan = proposed_cuts(hall.times)

    take_cut_plan(hall.event, plan, "Running 14 min late")

    assert hall.times.minutes_late == 0
    assert hall.state("vote-direction") is StepState.SKIPPED
    assert hall.times.step("talk-approach").planned_minutes == 11
    assert proposed_cuts(hall.times).is_empty
    last = changes(hall.event)[-1]
    assert (last.verb, last.about, last.why) == ("catch up", "vote-direction, talk-approach", "Running 14 min late")


def test_a_plan_taken_twice_changes_nothing_the_second_time(hall: Hall):
    hall.go("welcome", 30)
    plan = proposed_cuts(hall.times)
    take_cut_plan(hall.event, plan, "Late")
    before = verbs(hall.event)

    take_cut_plan(hall.event, plan, "Late")

    assert verbs(hall.event) == before


def test_however_late_the_votes_the_event_must_have_are_kept(hall: Hall):
    hall.go("welcome", 170)

    plan = proposed_cuts(hall.times)
    take_cut_plan(hall.event, plan, "Very late")

    assert plan.stays_minutes > 0
    kept = {step.key for step in hall.times.steps if step.state is not StepState.SKIPPED}
    assert {"vote-goals", "vote-areas", "vote-approach", "settle-goals", "carry-areas", "play-back", "forms"} <= kept
    assert hall.times.minutes_late == plan.stays_minutes
    assert proposed_cuts(hall.times).is_empty


def test_a_plan_without_a_reason_is_refused_whole(hall: Hall):
    hall.go("welcome", 30)

    with pytest.raises(Refused, match="A reason is missing"):
        take_cut_plan(hall.event, proposed_cuts(hall.times), " ")
    assert verbs(hall.event) == ["start event", "start activity"]


def test_a_plan_that_a_step_has_overtaken_is_refused_whole(hall: Hall):
    hall.walk(until="vote-areas")
    hall.wait(14)
    plan = proposed_cuts(hall.times)
    hall.go("vote-direction", 1)

    with pytest.raises(Refused, match="This step is under way"):
        take_cut_plan(hall.event, plan, "Running late")
    assert hall.times.step("talk-approach").planned_minutes == 18


def test_a_plan_that_drops_what_must_be_is_refused_whole(hall: Hall):
    plan = CutPlan(20, (Drop("vote-areas", "2.4 Priority vote", 7),), (Shorten("talk-areas", "2.2", 17, 12),))

    with pytest.raises(Refused, match="must have"):
        take_cut_plan(hall.event, plan, "Late")
    assert hall.times.step("talk-areas").planned_minutes == 17


def test_what_may_be_dropped_is_a_vote_the_event_can_do_without(make_event: Callable[..., Event]):
    event = make_event(a_question("s1"), a_question("s2", stage="two", must_have=False))

    assert {step.key: step.is_kept for step in run_times(event, MORNING).steps} == {"one": True, "two": False}


def test_the_steps_of_one_area_are_never_dropped(hall: Hall):
    vote_areas(hall.event, a1=40, a2=30, a3=20, a4=10, a5=5)
    carry_forward(hall.event, decided_by="room")

    of_areas = [step for step in hall.times.steps if step.kind is ActivityKind.EVIDENCE]

    assert [step.is_kept for step in of_areas] == [True, True, True]
