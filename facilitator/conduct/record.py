"""The event record: everything a report or a pack is made of, read once from the event file."""

from __future__ import annotations

import json
from dataclasses import dataclass

from facilitator.conduct.event import Event
from facilitator.conduct.finding import result_now
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.results import results
from facilitator.conduct.starting import EventDetails
from facilitator.core.keys import State
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import Programme, Stage
from facilitator.core.result import QuestionResult
from facilitator.store.reading import Change, Reading
from facilitator.store.rows import ActivityRow


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step of the run sheet."""

    key: str
    stage: str
    kind: str
    title: str
    planned_minutes: int
    prompts: tuple[str, ...]
    from_area: str | None


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What the room did with a statement: `text` is the wording that holds since."""

    question: str
    kind: OutcomeKind
    text: str
    decided_by: str
    why: str


@dataclass(frozen=True, slots=True)
class CarriedRecord:
    """Which areas went forward and how it was decided; `stale` when the vote was changed afterwards (T24).

    `tie_rule` is empty where there was no tie, and None where whether there was one may not be told.
    """

    question: str
    revision: int
    areas: tuple[tuple[str, str], ...]
    tie_rule: str | None
    decided_by: str
    why: str
    stale: bool


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """One note as it stands; `id` is hex."""

    id: str
    stage: str
    activity: str
    place: str
    kind: NoteKind
    about: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as it stands; figures are recounts, and nothing has passed the gate yet."""

    event_id: str
    rehearsal: bool
    details: EventDetails
    programme: Programme
    programme_digest: str
    stages: tuple[Stage, ...]
    steps: tuple[StepRecord, ...]
    results: tuple[QuestionResult, ...]
    taken_back: tuple[QuestionResult, ...]
    outcomes: tuple[OutcomeRecord, ...]
    carried: CarriedRecord | None
    notes: tuple[NoteRecord, ...]
    changes: tuple[Change, ...]
    attended: int | None
    count_closed: bool


def event_record(event: Event) -> EventRecord:
    """Read the whole event; what is written meanwhile is in it or not, row by row."""
    reading = event.store.reading
    _, _, digest = reading.programme_text()
    return EventRecord(
        reading.event_id(), reading.is_rehearsal(), event.details, event.programme, digest, event.programme.stages,
        tuple(_step(step) for step in reading.run_sheet()), results(event), _taken_back(reading),
        _outcomes(reading), _carried(reading), _notes(reading), tuple(reading.changes()), _attended(reading),
        reading.count_is_closed(),
    )  # fmt: skip


def _step(step: ActivityRow) -> StepRecord:
    prompts = tuple(json.loads(step.prompts))
    return StepRecord(step.key, step.stage, step.kind, step.title, step.minutes, prompts, step.from_area)


def _taken_back(reading: Reading) -> tuple[QuestionResult, ...]:
    void = (question for question in reading.questions() if State(question.state) is State.VOID)
    return tuple(result_now(reading, question) for question in void if not question.practice)


def _outcomes(reading: Reading) -> tuple[OutcomeRecord, ...]:
    return tuple(
        OutcomeRecord(found.question_key, OutcomeKind(found.kind), found.text, found.decided_by, found.why)
        for found in reading.outcomes()
        if reading.question(found.question).state != State.VOID
    )


def _carried(reading: Reading) -> CarriedRecord | None:
    found = reading.carry_forward()
    if found is None:
        return None
    question = reading.question(found.question)
    texts = {option.key: option.text for option in reading.options(found.question)}
    areas = tuple((area, texts[area]) for area in found.areas)
    return CarriedRecord(question.key, found.revision, areas, found.tie_rule, found.decided_by, found.why, found.stale)


def _notes(reading: Reading) -> tuple[NoteRecord, ...]:
    stages = reading.known_activities()
    return tuple(
        NoteRecord(
            note.note.hex(),
            stages.get(note.activity, ""),
            note.activity,
            note.place,
            NoteKind(note.kind),
            note.about,
            note.text,
            note.language,
        )
        for note in reading.notes()
    )


def _attended(reading: Reading) -> int | None:
    counts = {(found.measure, found.role): found.people for found in reading.attendance() if not found.activity}
    return counts.get(("attended", "participant"))
