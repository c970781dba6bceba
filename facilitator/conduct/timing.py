"""The clocks of a running event: steps that begin, end and are skipped, pauses, and the pace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.run_times import asked_steps
from facilitator.conduct.step_marks import clocks_now, refuse_begun, the_step, time_marks, time_of
from facilitator.core import lifecycle
from facilitator.core.keys import EntryId
from facilitator.core.timing import Clocks, MarkKind, StepState, clocks_at
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import ActivityMarkRow, ClockMarkRow, Row
from facilitator.words.message import say


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
    if key in asked_steps(moment):
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
