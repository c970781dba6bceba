"""The time of a running event: steps that begin and end, pauses, the pace, and how late it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.step_marks import (
    clocks_now,
    numbers_of,
    refuse_begun,
    seconds_of,
    the_step,
    time_marks,
    time_of,
)
from facilitator.core import lifecycle
from facilitator.core.keys import EntryId, State
from facilitator.core.programme import ActivityKind, Programme
from facilitator.core.timing import (
    SECONDS_A_MINUTE,
    Clocks,
    MarkKind,
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
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import ActivityMarkRow, ActivityRow, ClockMarkRow, Row
from facilitator.words.message import say


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
    return RunTimes(
        now,
        tuple(_step_times(event, reading, steps, clocks, at_s)),
        clocks.running or None,
        time_of(clocks.paused_s) if clocks.paused_s is not None else None,
        clocks.is_slow,
        clocks.went_back,
        time_of(started_s) if started_s is not None else None,
        finish - timedelta(seconds=late) if has_begun else None,
        finish,
        late,
    )


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
    at_first = reading.minutes_at_first()
    kept, asked = steps_to_keep(event.programme, reading), _asked(reading)
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


def steps_to_keep(programme: Programme, reading: Reading) -> set[str]:
    """Return the steps no plan may drop: with a vote the event must have, now or once areas are carried.

    Nor may it drop the step of one area alone, which would treat the areas unequally.
    """
    template = programme.each_carried_area
    kept = {one.activity for one in reading.questions() if one.must_have and one.state != State.VOID}
    if template is not None and template.must_have:
        kept.add(template.activity)
    return kept | {step.key for step in reading.run_sheet() if step.from_area}


def _asked(reading: Reading) -> set[str]:
    return {one.activity for one in reading.questions() if State(one.state) in (State.OPEN, State.CLOSED)}


def go_to_activity(event: Event, key: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Start a step and end the one that runs, in one decision; the step that runs already goes on as it is.

    A skipped step that is started is not skipped any more. Raises `Refused` for one that is not on the run sheet.
    """

    def rule(moment: Moment) -> Decision[None]:
        the_step(moment, key)
        running = clocks_now(moment).running
        if running == key:
            return _nothing()
        ended = [_mark(moment, running, MarkKind.ENDED)] if running else []
        return Decision(None, Said("start activity", key, by), [*ended, _mark(moment, key, MarkKind.STARTED)])

    event.decide(rule, entry_id)


def end_activity(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """End the step that runs; nothing happens where none does."""

    def rule(moment: Moment) -> Decision[None]:
        running = clocks_now(moment).running
        if not running:
            return _nothing()
        return Decision(None, Said("end activity", running, by), [_mark(moment, running, MarkKind.ENDED)])

    event.decide(rule, entry_id)


def skip_activity(event: Event, key: str, *, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Leave a step out, with a reason; it can be taken back by `want_after_all`.

    Raises `Refused` without a reason, and for a step that has begun, is over or had a vote opened.
    """

    def rule(moment: Moment) -> Decision[None]:
        lifecycle.refuse_without_reason(why)
        if clocks_now(moment).step(key).state is StepState.SKIPPED:
            return _nothing()
        return Decision(None, Said("skip activity", key, by, why), [skipping_row(moment, key)])

    event.decide(rule, entry_id)


def skipping_row(moment: Moment, key: str) -> ActivityMarkRow:
    """Return the row that skips a step; raises `Refused` for one that has begun, is over or had a vote opened."""
    the_step(moment, key)
    refuse_begun(clocks_now(moment), key)
    if key in _asked(moment):
        raise Refused(
            say("A vote of this step was opened, so the step cannot be skipped."),
            say("Close the vote, or take it back with a reason."),
        )
    return _mark(moment, key, MarkKind.SKIPPED)


def want_after_all(event: Event, key: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take back that a step is skipped; nothing happens to one that is not."""

    def rule(moment: Moment) -> Decision[None]:
        the_step(moment, key)
        if clocks_now(moment).step(key).state is not StepState.SKIPPED:
            return _nothing()
        return Decision(None, Said("want activity after all", key, by), [_mark(moment, key, MarkKind.WANTED)])

    event.decide(rule, entry_id)


def pause(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Stop all clocks; nothing happens where they stand already."""
    _mark_clocks(event, "pause", MarkKind.PAUSED, lambda clocks: not clocks.is_paused, by, entry_id)


def resume(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Let all clocks go on."""
    _mark_clocks(event, "go on after pause", MarkKind.RESUMED, lambda clocks: clocks.is_paused, by, entry_id)


def slow_pace(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Give everything that is left half as much time again."""
    _mark_clocks(event, "slow pace", MarkKind.SLOW, lambda clocks: not clocks.is_slow, by, entry_id)


def usual_pace(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Give everything that is left its planned time again."""
    _mark_clocks(event, "usual pace", MarkKind.USUAL, lambda clocks: clocks.is_slow, by, entry_id)


def pause_since_last_written(event: Event, *, by: str = LEAD, entry_id: EntryId | None = None) -> bool:
    """Pause from when the file was last written, and return whether that was needed.

    For a file that is opened again while a step was running: nobody knows how long the laptop was off.
    """

    def rule(moment: Moment) -> Decision[bool]:
        marks = time_marks(moment)
        clocks = clocks_at(marks)
        if not clocks.running or clocks.is_paused:
            return Decision(False)
        written = datetime.fromisoformat(moment.last_written())
        # The file's time is cut to the minute, and may lie before the mark that was written in that minute.
        since = max(written, time_of(marks[-1].at_s)).astimezone(UTC).isoformat(timespec="seconds")
        row = ClockMarkRow(moment.new_id(), moment.entry, MarkKind.PAUSED, since)
        return Decision(True, Said("pause", "last written", by), [row])

    was_needed = event.decide(rule, entry_id)
    return was_needed is True


def _mark_clocks(
    event: Event, verb: str, kind: MarkKind, is_wanted: Callable[[Clocks], bool], by: str, entry_id: EntryId | None
) -> None:
    def rule(moment: Moment) -> Decision[None]:
        if not is_wanted(clocks_now(moment)):
            return _nothing()
        rows: list[Row] = [ClockMarkRow(moment.new_id(), moment.entry, kind, None)]
        return Decision(None, Said(verb, "", by), rows)

    event.decide(rule, entry_id)


def _mark(moment: Moment, key: str, kind: MarkKind) -> ActivityMarkRow:
    return ActivityMarkRow(moment.new_id(), moment.entry, key, kind)


def _nothing() -> Decision[None]:
    """Return the decision that leaves no trace."""
    return Decision(None)
