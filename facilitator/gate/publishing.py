"""Publishing: an event record becomes what anyone may see of it, here and nowhere else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from facilitator.conduct.printed_words import CLOSING_THE_COUNT, OTHER_MINUTES, origins_of
from facilitator.conduct.record import EventRecord, NoteRecord, StepRecord
from facilitator.core.disclosure import Audience, ShownResult, carried_order, shown
from facilitator.core.keys import OptionKey, State
from facilitator.core.notes import Heard
from facilitator.core.plan.difference import differences
from facilitator.core.programme import ActivityKind
from facilitator.core.result import OptionResult, QuestionResult
from facilitator.core.tables import ROOM, place_key, table_place
from facilitator.core.wording import text_hash
from facilitator.gate.form_comments import without_comments_of_few
from facilitator.gate.letting_through import WordsGate
from facilitator.gate.meeting import as_published_of_children, meeting
from facilitator.gate.published_event import (
    TAKING_BACK,
    PublishedCarried,
    PublishedChange,
    PublishedEvent,
    PublishedNextStep,
    PublishedNote,
    PublishedOutcome,
    PublishedPoint,
    PublishedStep,
    PublishedTables,
    Unread,
)
from facilitator.gate.run_offs import RunOffs
from facilitator.gate.who_came import who_came

_SESSION_DIGITS = 16

_Asked = TypeVar("_Asked", QuestionResult, OptionResult)


def published(record: EventRecord) -> PublishedEvent:
    """Return the event as anyone may see it (domain.md D1-D12).

    Notes are left out until a person has read them, and a mark stands in the place of other words that somebody typed.
    Left out too are run-offs that name a tie in a vote whose figures are not published.
    """
    words = WordsGate(record.words_read, origins_of(record))
    came = who_came(record, words)
    record = without_comments_of_few(record, came.forms)
    run_offs = RunOffs.of(record)
    notes = as_published_of_children(record, tuple(_notes(record, words, run_offs)))
    known = frozenset(note.id for note in notes)
    results = tuple(_result(one, words) for one in record.results if run_offs.tells(one))
    taken_back = tuple(_result(one, words) for one in record.taken_back if run_offs.tells_taken_back(one))
    # Every part is made before the words that were kept back are counted.
    steps = tuple(_step(record, step, words) for step in record.steps)
    outcomes = tuple(_outcomes(record, words))
    carried = _carried(record, words)
    points = tuple(_points(record, words, known))
    changes = tuple(_changes(record, words, run_offs))
    next_steps = tuple(_next_steps(record, words))
    told_of_meeting = meeting(record, words)
    why_closed = tuple(words.lets(one.why) for one in record.changes if one.verb == CLOSING_THE_COUNT and one.why)
    return PublishedEvent(
        record.event_id, record.rehearsal, record.details, record.programme, record.programme_digest,
        differences(record.issued, record.programme, record.details.variant), record.stages, steps, results,
        taken_back, outcomes, carried, notes, _taken_out(record), points, changes, came, next_steps,
        record.count_closed, why_closed, Unread(len(record.notes) - len(notes), words.held),
        any(result.state is State.OPEN for result in record.results), told_of_meeting,
    )  # fmt: skip


def _result(result: QuestionResult, words: WordsGate) -> ShownResult:
    stated = replace(result.denominators, explanation=words.lets(result.denominators.explanation))
    options = tuple(_let_through(option, words) for option in result.options)
    return shown(replace(_let_through(result, words), denominators=stated, options=options), Audience.PUBLISHED)


def _let_through(asked: _Asked, words: WordsGate) -> _Asked:
    """Return a question or an option with its words, or the mark in their place; the hash is of what stands there."""
    text = words.lets(asked.text)
    return asked if text == asked.text else replace(asked, text=text, text_hash=text_hash(text))


def _step(record: EventRecord, step: StepRecord, words: WordsGate) -> PublishedStep:
    reasons = (
        change.why
        for change in record.changes
        if change.verb in OTHER_MINUTES and step.key in change.about.split(", ") and change.why
    )
    return PublishedStep(
        step.key, step.stage, step.kind, words.lets(step.title), step.planned_minutes,
        step.planned_minutes if step.minutes_at_first is None else step.minutes_at_first, step.actual_minutes,
        tuple(words.lets(prompt) for prompt in step.prompts), step.from_area,
        None if step.skipped is None else words.lets(step.skipped),
        tuple(words.lets(why) for why in dict.fromkeys(reasons)), _has_gathered_notes(step),
        _tables(record, step.key),
    )  # fmt: skip


def _has_gathered_notes(step: StepRecord) -> bool:
    """Return whether tables talked in this step, as far as the file knows: then notes were asked for (T30)."""
    return step.kind == ActivityKind.TABLE_TALK and step.started_at is not None and step.skipped is None


def _tables(record: EventRecord, activity: str) -> PublishedTables | None:
    """Return the tables of a step, or None where no note of it came from a table; an empty table is none (T29)."""
    noted = {place_key(note.place) for note in record.notes if note.activity == activity and note.place} - {ROOM}
    if not noted:
        return None
    here = [one for one in record.table_sessions if one.activity == activity and one.place]
    numbered = {place_key(table_place(number + 1)) for number in range(record.details.tables or 0)}
    empty = {place_key(one.place) for one in here if one.headcount == 0}
    there = ((numbered | {place_key(one.place) for one in here}) - empty) | noted
    read_back = {place_key(one.place) for one in here if one.played_back} & noted
    return PublishedTables(len(noted), len(there) if record.details.tables is not None else None, len(read_back))


def _outcomes(record: EventRecord, words: WordsGate) -> Iterator[PublishedOutcome]:
    for found in record.outcomes:
        yield PublishedOutcome(
            found.question,
            found.kind,
            words.lets(found.text),
            words.lets(found.decided_by),
            words.lets(found.why),
            found.stale,
        )


def _carried(record: EventRecord, words: WordsGate) -> PublishedCarried | None:
    carried = record.carried
    if carried is None:
        return None
    asked = next(one for one in (*record.results, *record.taken_back) if one.key == carried.question)
    result = shown(asked, Audience.PUBLISHED)
    texts = {OptionKey(area): words.lets(text) for area, text in carried.areas}
    areas = tuple((str(area), texts[area]) for area in carried_order(tuple(texts), result))
    return PublishedCarried(
        carried.question, result.stage, carried.revision, areas, carried.tie_rule if result.figures else None,
        words.lets(carried.decided_by), words.lets(carried.why), carried.stale,
    )  # fmt: skip


def _notes(record: EventRecord, words: WordsGate, run_offs: RunOffs) -> Iterator[PublishedNote]:
    """Yield the notes that a person has read, by their random ids, so that no order of time shows."""
    read = sorted((note for note in record.notes if words.was_read(note.text)), key=lambda note: note.id)
    sessions = _sessions(record, read)
    stages = {stage.key for stage in record.stages}
    for note in read:
        yield PublishedNote(
            note.id, sessions[note.activity, place_key(note.place)] if note.place else "",
            note.stage if note.stage in stages else "", note.activity, note.kind,
            "" if run_offs.hides(note.about) else note.about, note.text, note.language, note.verbatim,
            note.strength, note.minority, words.lets(note.owner), words.lets(note.by_when),
        )  # fmt: skip


def _sessions(record: EventRecord, notes: list[NoteRecord]) -> dict[tuple[str, str], str]:
    """Name each table's session by the ids of its notes: a hash of the table's number could be tried out (D12)."""
    together: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        together.setdefault((note.activity, place_key(note.place)), []).append(note.id)
    return {
        session: hashlib.sha256(":".join([record.event_id, *ids]).encode()).hexdigest()[:_SESSION_DIGITS]
        for session, ids in together.items()
    }


def _points(record: EventRecord, words: WordsGate, notes: frozenset[str]) -> Iterator[PublishedPoint]:
    for point in record.main_points:
        made_of = point.note if point.note in notes else ""
        text = point.text if point.heard is not Heard.NOT_ASKED else words.lets(point.text)
        yield PublishedPoint(point.id, text, point.minority, point.heard, made_of)


def _changes(record: EventRecord, words: WordsGate, run_offs: RunOffs) -> Iterator[PublishedChange]:
    """Yield what was done with the questions that are told, oldest first."""
    texts = {str(asked.key): asked.text for asked in (*record.taken_back, *record.results)}
    before = texts | {str(asked.key): asked.text for asked in record.taken_back}
    for change in record.changes:
        if change.about in texts and run_offs.tells_change(change):
            text = words.lets((before if change.verb in TAKING_BACK else texts)[change.about])
            day = change.at[: len("2026-11-20")]
            yield PublishedChange(day, change.verb, change.about, text, words.lets(change.why))


def _next_steps(record: EventRecord, words: WordsGate) -> Iterator[PublishedNextStep]:
    for one in record.next_steps:
        step = one.step
        yield PublishedNextStep(one.id, words.lets(step.text), words.lets(step.who), words.lets(step.by_when))


def _taken_out(record: EventRecord) -> int:
    """Return how many notes are out; why stays in the event file, since it may tell what the note told."""
    verbs = Counter(change.verb for change in record.changes)
    return verbs["withdraw note"] - verbs["bring back note"]
