"""What was marked of the steps of the run sheet and of all clocks, read from the event file."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.core.numbering import NumberedStep, step_numbers
from facilitator.core.timing import Clocks, MarkKind, StepState, TimeMark, clocks_at
from facilitator.errors import Refused
from facilitator.store.reading import Mark, Reading
from facilitator.store.rows import ActivityRow
from facilitator.words.message import say


def time_marks(reading: Reading) -> tuple[TimeMark, ...]:
    """Return what happened, in the order it was written: the laptop's clock may have been put back meanwhile."""
    written = sorted((*reading.activity_marks(), *reading.clock_marks()), key=lambda mark: mark.id)
    return tuple(_time_mark(mark) for mark in written)


def clocks_now(reading: Reading) -> Clocks:
    """Return all clocks at the last mark: enough to know which step runs, which are over and which are skipped."""
    return clocks_at(time_marks(reading))


def the_step(reading: Reading, key: str) -> ActivityRow:
    """Return the step called `key`; raises `Refused` for one that is not on the run sheet."""
    found = next((step for step in reading.run_sheet() if step.key == key), None)
    if found is None:
        raise Refused(
            say("The run sheet has no activity called “{activity}”.", activity=key),
            say("Choose one of the run sheet."),
        )
    return found


def numbers_of(steps: list[ActivityRow], stages: list[str]) -> tuple[str, ...]:
    """Return the number of each step of the run sheet."""
    return step_numbers([NumberedStep(step.stage, step.kind, step.key, step.from_area) for step in steps], stages)


def refuse_begun(clocks: Clocks, key: str) -> None:
    """Raise `Refused` for a step that is under way or over."""
    state = clocks.step(key).state
    if state is StepState.RUNNING:
        raise Refused(say("This step is under way."), say("Go on to the next step when it is time."))
    if state is StepState.DONE:
        raise Refused(say("This step is over."), say("Choose one that has not begun."))


def time_of(seconds: int) -> datetime:
    """Return the moment that a clock's seconds stand for."""
    return datetime.fromtimestamp(seconds, UTC)


def seconds_of(moment: datetime) -> int:
    """Return a moment as the clocks count it."""
    return int(moment.timestamp())


def _time_mark(mark: Mark) -> TimeMark:
    at_s = seconds_of(datetime.fromisoformat(mark.at))
    return TimeMark(at_s, MarkKind(mark.mark), mark.activity, mark.why)
