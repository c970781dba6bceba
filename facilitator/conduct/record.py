"""The event record: everything a report or a pack is made of, read once from the event file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from facilitator.conduct.access import Access, access_now
from facilitator.conduct.attending import Attendance, attendance_now
from facilitator.conduct.duties import Duty, duties_in
from facilitator.conduct.event import Event
from facilitator.conduct.finding import result_now
from facilitator.conduct.forms import form_counts_now, forms_in
from facilitator.conduct.meeting import meeting_in
from facilitator.conduct.next_steps import NextStepNow, next_steps_now
from facilitator.conduct.noting import NoteKind, Strength, TableSession, sessions_now
from facilitator.conduct.partners import Partner, partners_in
from facilitator.conduct.playing_back import MainPoint, points_now
from facilitator.conduct.publications import Publication, publications_now
from facilitator.conduct.results import results
from facilitator.conduct.run_times import minutes_at_first
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.step_marks import clocks_now, time_of
from facilitator.core.disclosure import FormCounts
from facilitator.core.keys import State
from facilitator.core.meeting import Meeting
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import Programme, Stage
from facilitator.core.result import QuestionResult
from facilitator.core.timing import StepClock, StepState, nearest_minute
from facilitator.store.reading import Change, OutcomeNow, QuestionNow, Reading
from facilitator.store.rows import ActivityRow, NoteRow


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step of the run sheet; `started_at` and `ended_at` are unknown where nobody marked them.

    `skipped` is the reason of a step that was left out, and None for one that was not. `planned_minutes` is the plan as
    it stands, `minutes_at_first` as it was before anybody changed it. `actual_minutes` leaves pauses out.
    """

    key: str
    stage: str
    kind: str
    title: str
    planned_minutes: int
    prompts: tuple[str, ...]
    from_area: str | None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    skipped: str | None = None
    minutes_at_first: int | None = None
    actual_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What the room did with a statement: `text` is the wording that holds since.

    It is `stale` where the vote it was settled on was corrected afterwards (T24).
    """

    question: str
    kind: OutcomeKind
    text: str
    decided_by: str
    why: str
    stale: bool = False


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
    """One note as it stands; `id` is hex, `editions` is how many the file keeps of it."""

    id: str
    stage: str
    activity: str
    place: str
    kind: NoteKind
    about: str
    text: str
    language: str
    verbatim: bool = False
    strength: Strength = Strength.UNKNOWN
    minority: bool = False
    editions: int = 1
    owner: str = ""
    by_when: str = ""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as it stands; figures are recounts, and nothing has passed the gate yet.

    It followed `programme`, which the organiser may have prepared; `programme_digest` is that of the `issued` one.
    """

    event_id: str
    rehearsal: bool
    details: EventDetails
    programme: Programme
    issued: Programme
    programme_digest: str
    stages: tuple[Stage, ...]
    steps: tuple[StepRecord, ...]
    results: tuple[QuestionResult, ...]
    taken_back: tuple[QuestionResult, ...]
    outcomes: tuple[OutcomeRecord, ...]
    carried: CarriedRecord | None
    notes: tuple[NoteRecord, ...]
    changes: tuple[Change, ...]
    attendance: Attendance
    count_closed: bool
    main_points: tuple[MainPoint, ...] = ()
    table_sessions: tuple[TableSession, ...] = ()
    words_read: frozenset[str] = frozenset()
    forms: tuple[FormCounts, ...] = ()
    access: tuple[Access, ...] = ()
    next_steps: tuple[NextStepNow, ...] = ()
    publications: tuple[Publication, ...] = ()
    meeting: Meeting = field(default_factory=Meeting)
    partners: tuple[Partner, ...] = ()
    duties: tuple[Duty, ...] = ()

    @property
    def attended(self) -> int | None:
        """How many participants came; None where it is not known (T28)."""
        return self.attendance.attended


def event_record(event: Event, *, with_history: bool = True) -> EventRecord:
    """Read the whole event; what is written meanwhile is in it or not, row by row.

    Without its history `changes` is empty: for windows that read often.
    """
    reading = event.store.reading
    _, _, digest = reading.programme_text()
    return EventRecord(
        reading.event_id(), reading.is_rehearsal(), event.details, event.programme, event.issued, digest,
        event.programme.stages, _steps(event), results(event), _taken_back(reading),
        _outcomes(reading), _carried(reading), _notes(reading), tuple(reading.changes()) if with_history else (),
        attendance_now(reading), reading.count_is_closed(), points_now(reading), sessions_now(reading),
        reading.words_read(), form_counts_now(reading, forms_in(reading, event.programme)), access_now(reading),
        next_steps_now(reading), publications_now(reading), meeting_in(reading), partners_in(reading),
        duties_in(reading),
    )  # fmt: skip


def _steps(event: Event) -> tuple[StepRecord, ...]:
    reading = event.store.reading
    clocks, at_first = clocks_now(reading), minutes_at_first(event)
    return tuple(_step(step, clocks.step(step.key), at_first[step.key]) for step in reading.run_sheet())


def _step(step: ActivityRow, clock: StepClock, minutes_at_first: int) -> StepRecord:
    prompts = tuple(json.loads(step.prompts))
    return StepRecord(
        step.key, step.stage, step.kind, step.title, step.minutes, prompts, step.from_area,
        time_of(clock.started_s) if clock.started_s is not None else None,
        time_of(clock.ended_s) if clock.ended_s is not None else None,
        clock.why_skipped if clock.state is StepState.SKIPPED else None,
        minutes_at_first, nearest_minute(clock.elapsed_s) if clock.state is StepState.DONE else None,
    )  # fmt: skip


def _taken_back(reading: Reading) -> tuple[QuestionResult, ...]:
    asked = reading.questions()
    # Asked anew in the same words before anybody voted: the room took an area back, and no vote was.
    anew = {one.replaces for one in asked if one.from_area is None and _words_of(asked, one.replaces) == one.wording}
    never_asked = anew & reading.askings_replaced_at_once() | reading.askings_prepared_away()
    void = (one for one in asked if State(one.state) is State.VOID and one.id not in never_asked)
    return tuple(result_now(reading, question) for question in void if not question.practice)


def _words_of(asked: list[QuestionNow], question: int | None) -> int | None:
    return next((one.wording for one in asked if one.id == question), None)


def _outcomes(reading: Reading) -> tuple[OutcomeRecord, ...]:
    return tuple(
        _outcome(found, reading.question(found.question))
        for found in reading.outcomes()
        if reading.question(found.question).state != State.VOID
    )


def _outcome(found: OutcomeNow, question: QuestionNow) -> OutcomeRecord:
    return OutcomeRecord(
        found.question_key, OutcomeKind(found.kind), found.text, found.decided_by, found.why,
        question.revision > found.revision,
    )  # fmt: skip


def _carried(reading: Reading) -> CarriedRecord | None:
    found = reading.carry_forward()
    if found is None:
        return None
    question = reading.question(found.question)
    texts = {option.key: option.text for option in reading.options(found.question)}
    areas = tuple((area, texts[area]) for area in found.areas)
    return CarriedRecord(question.key, found.revision, areas, found.tie_rule, found.decided_by, found.why, found.stale)


def note_record(note: NoteRow, stages: Mapping[str, str]) -> NoteRecord:
    """Return a note of the file as it stands; `stages` are those of the activities."""
    return NoteRecord(
        note.note.hex(), stages.get(note.activity, ""), note.activity, note.place, NoteKind(note.kind), note.about,
        note.text, note.language, bool(note.verbatim), Strength(note.strength), bool(note.minority), note.edition,
        note.owner, note.by_when,
    )  # fmt: skip


def _notes(reading: Reading) -> tuple[NoteRecord, ...]:
    stages = reading.known_activities()
    return tuple(note_record(note, stages) for note in reading.notes())
