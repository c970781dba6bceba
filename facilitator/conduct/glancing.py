"""A glance at an event file from outside: what it is called and how far it is, without opening it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.step_marks import numbers_of
from facilitator.core.keys import State
from facilitator.errors import EventFileError, ProgrammeRefused
from facilitator.programme.parsing import parsed
from facilitator.programme.place import Place
from facilitator.store.faults import MadeByNewerProgram, NotWritable
from facilitator.store.glancing import Beside, Look, beside, looking
from facilitator.words.message import Message, say

if TYPE_CHECKING:
    from facilitator.store.reading import QuestionNow, Reading
    from facilitator.store.rows import ActivityRow


class GlanceState(StrEnum):
    """How far an event is, or what is the matter with its file."""

    NOT_BEGUN = "not begun"
    UNDER_WAY = "under way"
    FINISHED = "finished"
    COUNT_CLOSED = "count closed"
    OPEN_ELSEWHERE = "open elsewhere"
    CUT_OFF = "cut off"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN_LOG = "foreign log"


TROUBLES = frozenset(
    {GlanceState.MISSING, GlanceState.UNREADABLE, GlanceState.DAMAGED, GlanceState.NEWER, GlanceState.FOREIGN_LOG}
)
_BEHIND_A_LOG = {
    Beside.OPEN_ELSEWHERE: GlanceState.OPEN_ELSEWHERE,
    Beside.CUT_OFF: GlanceState.CUT_OFF,
    Beside.FOREIGN_LOG: GlanceState.FOREIGN_LOG,
}


@dataclass(frozen=True, slots=True)
class Glance:
    """What can be told of an event file at a glance; where nothing could be read, `title` is the name of the file.

    `step_title` is where an event under way stands, such as "2.4 Priority vote".
    """

    title: str
    place: str = ""
    held_on: str = ""
    rehearsal: bool = False
    state: GlanceState = GlanceState.NOT_BEGUN
    step_title: str = ""
    is_older: bool = False


def glance(path: Path) -> Glance:
    """Return what the file at `path` tells without being opened; trouble with it is a state, never an exception.

    Nothing is written, in the file or beside it, and nobody who has it open is hindered.
    """
    nothing_known = Glance(path.stem)
    try:
        log = beside(path)
    except EventFileError as error:
        return replace(nothing_known, state=_unseen(error))
    if log is Beside.NOTHING:
        return _seen(path, nothing_known)
    state = _BEHIND_A_LOG[log]
    seen = _seen(path, nothing_known)  # the log may hold newer figures, so no step is told
    return replace(nothing_known if seen.state in TROUBLES else seen, state=state, step_title="")


def state_in_words(found: Glance) -> Message:
    """Return the state as a person reads it in a list."""
    told = _told(found)
    if found.is_older:
        told = say("{state}. Made by an older version; a copy is kept when it opens", state=told)
    return say("Rehearsal. {state}", state=told) if found.rehearsal else told


def _told(found: Glance) -> Message:
    if found.state is GlanceState.UNDER_WAY and found.step_title:
        return say("Under way: {step}", step=found.step_title)
    return _WORDS[found.state]


_WORDS = {
    GlanceState.NOT_BEGUN: say("Not begun"),
    GlanceState.UNDER_WAY: say("Under way"),
    GlanceState.FINISHED: say("Finished, count not closed"),
    GlanceState.COUNT_CLOSED: say("Count closed"),
    GlanceState.OPEN_ELSEWHERE: say("Open in another window"),
    GlanceState.CUT_OFF: say("Was cut off; opens where it was, nothing is lost"),
    GlanceState.MISSING: say("Moved or deleted"),
    GlanceState.UNREADABLE: say("Cannot be read from here"),
    GlanceState.DAMAGED: say("Damaged, or not an event file"),
    GlanceState.NEWER: say("Made by a newer version of Facilitator"),
    GlanceState.FOREIGN_LOG: say("Lies beside the left-over of another state of it"),
}


def _unseen(error: EventFileError) -> GlanceState:
    return GlanceState.UNREADABLE if isinstance(error, NotWritable) else GlanceState.MISSING


def _seen(path: Path, nothing_known: Glance) -> Glance:
    try:
        with looking(path) as look:
            return _glance(look)
    except MadeByNewerProgram:
        return replace(nothing_known, state=GlanceState.NEWER)
    except NotWritable:
        return replace(nothing_known, state=GlanceState.UNREADABLE)
    except EventFileError:
        return replace(nothing_known, state=GlanceState.DAMAGED)


def _glance(look: Look) -> Glance:
    reading = look.reading
    detail = reading.detail()
    date.fromisoformat(detail.held_on)
    state, step = _progress(look)
    return Glance(
        detail.title, detail.place, detail.held_on, reading.is_rehearsal(), state,
        _numbered(reading, step) if step is not None else "", look.is_older,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Walked:
    """The run sheet with what was marked and asked."""

    steps: Sequence[ActivityRow]
    marks: Sequence[tuple[str, str]]
    questions: Sequence[QuestionNow]

    def last_mark(self, step: ActivityRow) -> str:
        return next((mark for activity, mark in reversed(self.marks) if activity == step.key), "")

    def asked(self, step: ActivityRow) -> list[State]:
        return [State(question.state) for question in self.questions if question.activity == step.key]

    def has_begun(self, step: ActivityRow) -> bool:
        return self.last_mark(step) in ("started", "ended") or any(
            state is not State.READY for state in self.asked(step)
        )

    def is_behind(self, step: ActivityRow) -> bool:
        """Whether the step ended, was skipped, or had questions that are all closed."""
        mark, states = self.last_mark(step), self.asked(step)
        if mark in ("ended", "skipped"):
            return True
        return mark != "started" and bool(states) and all(state is State.CLOSED for state in states)


def _progress(look: Look) -> tuple[GlanceState, ActivityRow | None]:
    reading = look.reading
    if reading.count_is_closed():
        return GlanceState.COUNT_CLOSED, None
    walked = _walked(look)
    begun = [number for number, step in enumerate(walked.steps) if walked.has_begun(step)]
    if not begun and not reading.notes() and not reading.table_sessions():
        return GlanceState.NOT_BEGUN, None
    step = _here(walked, max(begun, default=0))
    return (GlanceState.UNDER_WAY, step) if step is not None else (GlanceState.FINISHED, None)


def _walked(look: Look) -> _Walked:
    reading = look.reading
    marks = [] if look.is_older else [(mark.activity, mark.mark) for mark in reading.activity_marks()]
    questions = [question for question in reading.questions() if State(question.state) is not State.VOID]
    return _Walked(reading.run_sheet(), marks, questions)


def _here(walked: _Walked, furthest: int) -> ActivityRow | None:
    """Return the step with the open question, or that runs, or that comes next; None when the last one has begun."""
    steps = walked.steps
    if opened := next((step for step in steps if State.OPEN in walked.asked(step)), None):
        return opened
    if furthest == len(steps) - 1 and State.READY not in walked.asked(steps[-1]):
        return None
    started = [activity for activity, mark in walked.marks if mark == "started"]
    running = next((step for step in steps if step.key in started[-1:] and walked.last_mark(step) == "started"), None)
    return running or next((step for step in steps[furthest:] if not walked.is_behind(step)), None)


def _numbered(reading: Reading, step: ActivityRow) -> str:
    """Return the title of a step with its number, as the run sheet shows it."""
    steps = reading.run_sheet()
    numbers = numbers_of(steps, _stages(reading))
    number = next(number for number, other in zip(numbers, steps, strict=True) if other.key == step.key)
    return f"{number} {step.title}".strip()


def _stages(reading: Reading) -> list[str]:
    """Return the keys of the stages in order; reading the whole programme would take four times as long."""
    text, form, _ = reading.programme_text()
    try:
        content = parsed(text, "json" if form == "json" else "toml", Place(""))
    except ProgrammeRefused:
        return []
    stages = content.get("stages", []) if isinstance(content, dict) else []
    return [str(stage.get("key")) for stage in stages if isinstance(stage, dict)]
