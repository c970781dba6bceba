"""The clocks of a running event: how long each step has taken, without pauses, and how much is left.

All times are seconds. Marks are taken in the order they were written: a clock that was put back gives no negative time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

SECONDS_A_MINUTE = 60
LEAST_PUT_BACK_S = 60  # a computer that corrects its clock by a second or two is not worth a warning


class MarkKind(StrEnum):
    """What happened to a step, or to all clocks."""

    STARTED = "started"
    ENDED = "ended"
    SKIPPED = "skipped"
    WANTED = "wanted"
    PAUSED = "paused"
    RESUMED = "resumed"
    SLOW = "slow"
    USUAL = "usual"


class StepState(StrEnum):
    """How far a step of the run sheet is."""

    AHEAD = "ahead"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One thing that happened; `step` is empty for what concerns all clocks."""

    at_s: int
    kind: MarkKind
    step: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class StepClock:
    """What is known of one step; `slow_s` is the part of `elapsed_s` that went by at the slow pace."""

    state: StepState = StepState.AHEAD
    started_s: int | None = None
    ended_s: int | None = None
    elapsed_s: int = 0
    slow_s: int = 0
    why_skipped: str = ""

    def left_s(self, planned_s: int, *, slow: bool) -> int:
        """Return what is left of the step at the pace of now; negative once it takes longer than planned."""
        left_thirds = 3 * (planned_s - self.elapsed_s) + self.slow_s  # a slow second counts two thirds of one
        return left_thirds // 2 if slow else left_thirds // 3


_UNTOUCHED = StepClock()


@dataclass(frozen=True, slots=True)
class Clocks:
    """All clocks at one time; `since_start_s` runs on through pauses, from the first start of a step."""

    steps: Mapping[str, StepClock] = field(default_factory=dict)
    running: str = ""
    paused_s: int | None = None
    is_slow: bool = False
    went_back: bool = False
    read_s: int | None = None
    since_start_s: int | None = None

    @property
    def is_paused(self) -> bool:
        """Whether all clocks stand still."""
        return self.paused_s is not None

    def step(self, key: str) -> StepClock:
        """Return the clock of a step; one that nothing happened to is ahead."""
        return self.steps.get(key, _UNTOUCHED)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of the run sheet with the minutes it has now."""

    key: str
    minutes: int


def clocks_at(marks: Iterable[TimeMark], now_s: int | None = None) -> Clocks:
    """Return all clocks at `now_s`, or at the last mark, from what happened in the order it was written."""
    clocks = Clocks()
    for mark in marks:
        clocks = _marked(let_pass(clocks, mark.at_s), mark)
    return clocks if now_s is None else let_pass(clocks, now_s)


def let_pass(clocks: Clocks, at_s: int) -> Clocks:
    """Return the clocks at `at_s`, when nothing happened since they were read."""
    if clocks.read_s is None:
        return replace(clocks, read_s=at_s)
    seconds = max(0, at_s - clocks.read_s)
    since_start_s = None if clocks.since_start_s is None else clocks.since_start_s + seconds
    went_back = clocks.went_back or clocks.read_s - at_s >= LEAST_PUT_BACK_S
    passed = replace(clocks, read_s=at_s, since_start_s=since_start_s, went_back=went_back)
    if not clocks.running or clocks.is_paused:
        return passed
    step = clocks.step(clocks.running)
    slow_s = step.slow_s + (seconds if clocks.is_slow else 0)
    return _with_step(passed, clocks.running, replace(step, elapsed_s=step.elapsed_s + seconds, slow_s=slow_s))


def remaining_s(steps: Sequence[PlannedStep], clocks: Clocks) -> int:
    """Return how long the rest of the run sheet takes at the pace of now; a step that is over its time adds nothing."""
    return sum(_step_remaining_s(step, clocks) for step in steps)


def late_s(steps: Sequence[PlannedStep], clocks: Clocks, *, planned_s: int) -> int:
    """Return how much later than planned the event ends; negative is early, and nothing is late before the first start.

    `planned_s` is how long the event was meant to take, so that what is shortened or skipped shows as time gained.
    """
    if clocks.since_start_s is None:
        return 0
    return clocks.since_start_s + remaining_s(steps, clocks) - planned_s


def whole_minutes(seconds: int) -> int:
    """Return full minutes; what is less than one is nought, late and early alike."""
    minutes = abs(seconds) // SECONDS_A_MINUTE
    return minutes if seconds > 0 else -minutes


def nearest_minute(seconds: int) -> int:
    """Return how many minutes `seconds` are, rounded to the nearest, a half up."""
    return (seconds + SECONDS_A_MINUTE // 2) // SECONDS_A_MINUTE


def at_pace_s(minutes: int, *, slow: bool) -> int:
    """Return how long planned minutes take: half as long again at the slow pace."""
    return minutes * SECONDS_A_MINUTE * 3 // 2 if slow else minutes * SECONDS_A_MINUTE


def _step_remaining_s(step: PlannedStep, clocks: Clocks) -> int:
    clock = clocks.step(step.key)
    if clock.state in (StepState.DONE, StepState.SKIPPED):
        return 0
    return max(0, clock.left_s(step.minutes * SECONDS_A_MINUTE, slow=clocks.is_slow))


def _marked(clocks: Clocks, mark: TimeMark) -> Clocks:
    match mark.kind:
        case MarkKind.PAUSED:
            return replace(clocks, paused_s=mark.at_s) if not clocks.is_paused else clocks
        case MarkKind.RESUMED:
            return replace(clocks, paused_s=None)
        case MarkKind.SLOW | MarkKind.USUAL:
            return replace(clocks, is_slow=mark.kind is MarkKind.SLOW)
    return _step_marked(clocks, mark)


def _step_marked(clocks: Clocks, mark: TimeMark) -> Clocks:
    step = clocks.step(mark.step)
    match mark.kind:
        case MarkKind.STARTED:
            return _started(_ended(clocks, clocks.running, mark.at_s), mark)
        case MarkKind.ENDED:
            return _ended(clocks, mark.step, mark.at_s)
        case MarkKind.SKIPPED:
            return _with_step(clocks, mark.step, replace(step, state=StepState.SKIPPED, why_skipped=mark.why))
        case _:
            return _with_step(clocks, mark.step, replace(step, state=StepState.AHEAD, why_skipped=""))


def _started(clocks: Clocks, mark: TimeMark) -> Clocks:
    step = clocks.step(mark.step)
    first_s = mark.at_s if step.started_s is None else step.started_s
    running = replace(step, state=StepState.RUNNING, started_s=first_s, ended_s=None, why_skipped="")
    since_start_s = clocks.since_start_s or 0
    return replace(_with_step(clocks, mark.step, running), running=mark.step, since_start_s=since_start_s)


def _ended(clocks: Clocks, key: str, at_s: int) -> Clocks:
    if clocks.step(key).state is not StepState.RUNNING:
        return clocks
    ended = replace(clocks.step(key), state=StepState.DONE, ended_s=at_s)
    return replace(_with_step(clocks, key, ended), running="")


def _with_step(clocks: Clocks, key: str, step: StepClock) -> Clocks:
    return replace(clocks, steps={**clocks.steps, key: step})
