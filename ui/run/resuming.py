"""Where an event goes on when its file is opened again: the same question, and nothing shown that was not asked for."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.conduct.run_times import RunTimes
from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind
from ui.models.run_sheet import FINISH, Place, Progress, SheetRow
from ui.run.on_screen import OnScreen, Quiet, Step, Vote
from ui.run.snapshot import Snapshot


def place_to_resume(rows: Sequence[SheetRow], snapshot: Snapshot, times: RunTimes) -> Place:
    """Return the open question, or where the running step stands, or the first step that nobody has begun."""
    opened = snapshot.open_question
    for row in rows:
        if opened is not None and row.place.question == opened.key:
            return row.place
    if times.running is not None:
        return _last_asked_in(rows, times.running)
    ahead = (row.place for row in rows if row.progress is not Progress.DONE and row.progress is not Progress.SKIPPED)
    return next(ahead, Place(FINISH))


def screen_to_resume(place: Place, snapshot: Snapshot, times: RunTimes) -> OnScreen:
    """Return what the room sees first: the question that was asked last, without its result until it is shown again."""
    question = snapshot.question(place.question) if place.question else None
    if question is not None and question.state is not State.READY:
        return Vote(question.key)
    if place.activity == FINISH or not times.has_begun or _shows_a_result(place, times):
        return Quiet()
    return Vote(place.question) if place.question else Step(place.activity)


def _shows_a_result(place: Place, times: RunTimes) -> bool:
    """Return whether the step shows a result by itself: after a restart only when the operator asks for it again."""
    step = times.step(place.activity)
    return step is not None and not place.question and step.kind is ActivityKind.CARRY_FORWARD


def _last_asked_in(rows: Sequence[SheetRow], activity: str) -> Place:
    here = [row for row in rows if row.place.activity == activity]
    asked = [row.place for row in here if row.place.question and row.progress is Progress.DONE]
    return asked[-1] if asked else Place(activity)
