"""The short texts around the work: which step, which stage, and how much is done."""

from __future__ import annotations

from facilitator.conduct.record import StepRecord
from facilitator.core.keys import State
from facilitator.words.message import Message, say, say_many
from ui.models.run_sheet import Place
from ui.run.desk import Desk
from ui.run.snapshot import Snapshot


def step_here(desk: Desk) -> StepRecord | None:
    """Return the step at the operator's place; None at the finish."""
    return next((step for step in desk.snapshot.record.steps if step.key == desk.place.activity), None)


def step_name(desk: Desk) -> str:
    """Return the number and the title of the step at the operator's place."""
    step = step_here(desk)
    if step is None:
        return ""
    number = next((row.number for row in desk.rows if row.place == Place(step.key)), "")
    return f"{number}  {step.title}".strip()


def stage_name(desk: Desk) -> Message | None:
    """Return which stage of how many the step belongs to."""
    step, stages = step_here(desk), desk.snapshot.record.stages
    place = next((number for number, stage in enumerate(stages) if step and stage.key == step.stage), None)
    if place is None:
        return None
    title = stages[place].title.text
    return say("stage {number} of {all}: {title}", number=place + 1, all=len(stages), title=title)


def counts(snapshot: Snapshot) -> list[Message]:
    """Return people, votes, tables and notes, as far as they are known."""
    record = snapshot.record
    done = sum(question.state is State.CLOSED for question in record.results)
    told = [say("Votes {done} of {all}", done=done, all=len(record.results))]
    if snapshot.last_present is not None:
        told.insert(0, say_many("{count} person", "{count} people", count=snapshot.last_present))
    if (tables := record.details.tables) is not None:
        told.append(say_many("{count} table", "{count} tables", count=tables))
    told.append(say_many("{count} note", "{count} notes", count=len(record.notes)))
    return told
