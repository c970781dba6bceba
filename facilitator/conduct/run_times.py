"""The run sheet in time: when each step began, will begin and should, and how late the event is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.conduct.event import Event
from facilitator.conduct.step_marks import numbers_of, seconds_of, time_marks, time_of
from facilitator.conduct.table_time import times_in
from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind, Programme
from facilitator.core.timing import (
    SECONDS_A_MINUTE,
    Clocks,
    PlannedStep,
    StepClock,
    StepState,
    TimeMark,
    clocks_at,
    late_s,
    let_pass,
    remaining_s,
    whole_minutes,
)
from facilitator.store.reading import Reading
from facilitator.store.rows import ActivityRow


@dataclass(frozen=True, slots=True)
class StepTime:
    """One step of the run sheet in time; `expected_at` is when it will begin at the pace of now.

    `is_kept` means that no plan may drop it, `is_asked` that a vote of it was opened.
    """

    key: str
    number: str
    title: str
    kind: ActivityKind
    planned_minutes: int
    minutes_at_first: int
    clock: StepClock
    left_s: int
    is_kept: bool
    is_asked: bool
    started_at: datetime | None = None
    ended_at: datetime | None = None
    expected_at: datetime | None = None

    @property
    def name(self) -> str:
        """Its number and title, as the run sheet shows them."""
        return f"{self.number} {self.title}".strip()

    @property
    def state(self) -> StepState:
        """How far it is."""
        return self.clock.state

    @property
    def elapsed_s(self) -> int:
        """How long it has taken, without pauses."""
        return self.clock.elapsed_s

    @property
    def allowed_s(self) -> int:
        """How long it may take in all: its planned minutes, and more where the pace is or was slow."""
        return self.elapsed_s + self.left_s


@dataclass(frozen=True, slots=True)
class RunTimes:
    """The run sheet in time, as it stands at `now`.

    `planned_finish` counts from the first start and is None before it; `late_s` is negative while the event is early.
    `clock_went_back` says that the laptop's clock was put back: times follow the order of what was written (T11).
    `slower_tables` have more time than the others in the step under way, the slowest of them until `slower_until`.
    """

    now: datetime
    steps: tuple[StepTime, ...]
    running: str | None
    paused_since: datetime | None
    is_slow: bool
    clock_went_back: bool
    started_at: datetime | None
    planned_finish: datetime | None
    expected_finish: datetime
    late_s: int
    slower_tables: int = 0
    slower_until: datetime | None = None

    @property
    def has_begun(self) -> bool:
        """Whether the first step was started."""
        return self.started_at is not None

    @property
    def is_over(self) -> bool:
        """Whether the event has begun, and no step is under way or ahead."""
        return self.has_begun and all(step.state in _BEHIND for step in self.steps)

    @property
    def paused(self) -> bool:
        """Whether all clocks stand still."""
        return self.paused_since is not None

    @property
    def running_step(self) -> StepTime | None:
        """The step under way."""
        return self.step(self.running) if self.running is not None else None

    @property
    def minutes_late(self) -> int:
        """Full minutes late; negative is early."""
        return whole_minutes(self.late_s)

    def step(self, key: str) -> StepTime | None:
        """Return the step called `key`, if the run sheet has it."""
        return next((step for step in self.steps if step.key == key), None)

    def state_of(self, key: str) -> StepState:
        """Return how far a step is; one that is not on the run sheet is ahead."""
        step = self.step(key)
        return step.state if step is not None else StepState.AHEAD


_BEHIND = (StepState.DONE, StepState.SKIPPED)


def time_of_day(at: datetime) -> str:
    """Return a moment as hours and minutes in this computer's time."""
    return at.astimezone().strftime("%H:%M")


def run_times(event: Event, now: datetime) -> RunTimes:
    """Return the run sheet in time as it stands at `now`, which must have a time zone."""
    reading = event.store.reading
    steps = reading.run_sheet()
    planned = [PlannedStep(step.key, step.minutes) for step in steps]
    clocks, at_s = _clocks(time_marks(reading), planned, seconds_of(now))
    started_s = min((one.started_s for one in clocks.steps.values() if one.started_s is not None), default=None)
    late = late_s(planned, clocks, planned_s=_planned_minutes(event) * SECONDS_A_MINUTE)
    finish = time_of(at_s + remaining_s(planned, clocks))
    has_begun = clocks.since_start_s is not None
    timed = tuple(_step_times(event, reading, steps, clocks, at_s))
    return RunTimes(
        now,
        timed,
        clocks.running or None,
        time_of(clocks.paused_s) if clocks.paused_s is not None else None,
        clocks.is_slow,
        clocks.went_back,
        time_of(started_s) if started_s is not None else None,
        finish - timedelta(seconds=late) if has_begun else None,
        finish,
        late,
        *_slower_tables(reading, timed, now),
    )


def _slower_tables(reading: Reading, steps: Sequence[StepTime], now: datetime) -> tuple[int, datetime | None]:
    """Return how many tables still have more time in the step under way, and until when the slowest has."""
    running = next((step for step in steps if step.state is StepState.RUNNING), None)
    if running is None:
        return 0, None
    ends_at = now + timedelta(seconds=running.left_s)
    ends = [ends_at + timedelta(minutes=one.minutes) for one in times_in(reading, running.key)]
    still = [end for end in ends if end > now]
    return len(still), max(still, default=None)


def _clocks(marks: Sequence[TimeMark], planned: Sequence[PlannedStep], now_s: int) -> tuple[Clocks, int]:
    """Return all clocks and the time they show: now, or when the last step ended if the event is over."""
    last = clocks_at(marks)
    if marks and last.since_start_s is not None and all(last.step(step.key).state in _BEHIND for step in planned):
        return last, marks[-1].at_s
    return let_pass(last, now_s), now_s


def _planned_minutes(event: Event) -> int:
    variant = event.programme.variant(event.details.variant)
    assert variant is not None
    return variant.minutes


def _step_times(
    event: Event, reading: Reading, steps: list[ActivityRow], clocks: Clocks, at_s: int
) -> Iterable[StepTime]:
    at_first = minutes_at_first(event)
    kept, asked = steps_to_keep(event.programme, reading), asked_steps(reading)
    numbers = numbers_of(steps, [str(stage.key) for stage in event.programme.stages])
    running = next((step for step in steps if step.key == clocks.running), None)
    begins_s = at_s + (remaining_s([PlannedStep(running.key, running.minutes)], clocks) if running else 0)
    for number, step in zip(numbers, steps, strict=True):
        clock = clocks.step(step.key)
        is_expected = clock.state is StepState.AHEAD and clocks.since_start_s is not None
        yield StepTime(
            step.key, number, step.title, ActivityKind(step.kind), step.minutes, at_first[step.key], clock,
            clock.left_s(step.minutes * SECONDS_A_MINUTE, slow=clocks.is_slow),
            is_kept=step.key in kept, is_asked=step.key in asked,
            started_at=time_of(clock.started_s) if clock.started_s is not None else None,
            ended_at=time_of(clock.ended_s) if clock.ended_s is not None else None,
            expected_at=time_of(begins_s) if is_expected else None,
        )  # fmt: skip
        if clock.state is StepState.AHEAD:
            begins_s += remaining_s([PlannedStep(step.key, step.minutes)], clocks)


def minutes_at_first(event: Event) -> dict[str, int]:
    """Return the minutes every step had when the event began, by its key: as prepared, and then as it came to be."""
    variant = event.programme.variant(event.details.variant)
    assert variant is not None
    prepared = {str(step.key): step.minutes for step in variant.activities}
    return event.store.reading.minutes_at_first() | prepared


def steps_to_keep(programme: Programme, reading: Reading) -> set[str]:
    """Return the steps no plan may drop: with a vote the event must have, now or once areas are carried.

    Nor may it drop the step of one area alone, which would treat the areas unequally.
    """
    template = programme.each_carried_area
    kept = {one.activity for one in reading.questions() if one.must_have and one.state != State.VOID}
    if template is not None and template.must_have:
        kept.add(template.activity)
    return kept | {step.key for step in reading.run_sheet() if step.from_area}


def asked_steps(reading: Reading) -> set[str]:
    """Return the steps of which a vote was opened."""
    return {one.activity for one in reading.questions() if State(one.state) in (State.OPEN, State.CLOSED)}
