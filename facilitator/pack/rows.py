"""Rows of the pack's tables, made from an event record; every figure passes the gate for the public here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.core.disclosure import Audience, ShownResult, shown
from facilitator.core.methods import Method
from facilitator.core.tables import place_key
from facilitator.core.wording import text_hash
from facilitator.document.csv_file import csv_bytes, guarded
from facilitator.pack import schema
from facilitator.pack.schema import Kind, Table, Telling
from facilitator.report.carried import published_carried
from facilitator.report.changes import written_changes
from facilitator.words.translator import Translator

Cell: TypeAlias = "str | int | bool | None"
Row: TypeAlias = "tuple[Cell, ...]"

SESSION_DIGITS = 16


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its rows."""

    table: Table
    rows: tuple[Row, ...]

    def as_csv(self) -> bytes:
        """Return the table as a CSV file; all that could start a formula is guarded."""
        kinds = [column.kind for column in self.table.columns]
        return csv_bytes(self.table.headings, ([*map(_written, row, kinds)] for row in self.rows))


def filled_tables(record: EventRecord, revision: int) -> tuple[FilledTable, ...]:
    """Return every table of the pack, in the order of the schema."""
    results = tuple(shown(result, Audience.PUBLISHED) for result in record.results)
    told = tuple(result for result in results if result.figures)
    notes = sorted(record.notes, key=lambda note: note.id)  # by random id, so that no order of time shows
    filled: tuple[tuple[Table, Iterable[Row]], ...] = (
        (schema.EVENT, [_event(record, revision)]),
        (schema.STAGES, ((stage.key, place, stage.title.text) for place, stage in enumerate(record.stages, 1))),
        (schema.ACTIVITIES, _activities(record)),
        (schema.QUESTIONS, map(_question, results)),
        (schema.OPTIONS, (row for result in results for row in _options(result))),
        (schema.RESULTS, (row for result in told for row in _results(result))),
        (schema.ACCOUNTING, map(_accounting, told)),
        (schema.OUTCOMES, _outcomes(record)),
        (schema.CARRIED, _carried(record)),
        (schema.NOTES, _notes(record, notes, revision)),
        (schema.MAIN_POINTS, _main_points(record)),
        (schema.COMMITMENTS, ((note.id, note.text) for note in notes if note.kind is NoteKind.COMMITMENT)),
        (schema.RESPONSES, ()),
        (schema.CHANGES, _changes(record)),
        (schema.THEMES, ()),
    )
    return tuple(FilledTable(table, tuple(rows)) for table, rows in filled)


def _written(cell: Cell, kind: Kind) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return guarded(cell) if isinstance(cell, str) and kind in (Kind.KEY, Kind.NAME, Kind.TEXT) else str(cell)


def _event(record: EventRecord, revision: int) -> Row:
    details, programme = record.details, record.programme
    promise = programme.promise_wording
    return (
        record.event_id, revision, record.rehearsal, details.title, details.held_on, details.place, details.area,
        details.convenor, details.language, programme.key, programme.version, programme.title.text,
        record.programme_digest, details.variant, programme.promise, promise.text if promise else None,
        record.attended, details.tables, record.count_closed,
    )  # fmt: skip


def _activities(record: EventRecord) -> Iterator[Row]:
    for place, step in enumerate(record.steps, 1):
        yield (
            step.key, step.stage, place, step.kind, step.title, step.planned_minutes, step.actual_minutes,
            step.skipped, step.from_area,
        )  # fmt: skip


def _question(result: ShownResult) -> Row:
    return (
        result.key, result.stage, result.method, result.max_marks, result.text, result.text_hash, result.source,
        result.wording_version, result.status, result.revision, result.from_area, _telling(result),
        Translator()(result.in_words) if result.in_words else None, result.provisional,
    )  # fmt: skip


def _telling(result: ShownResult) -> Telling | None:
    if result.figures:
        return Telling.FIGURES
    if result.status not in ("closed", "corrected"):
        return None
    return Telling.WORDS if result.in_words else Telling.NOTHING


def _options(result: ShownResult) -> Iterator[Row]:
    for place, option in enumerate(result.options, 1):
        yield result.key, option.key, place, option.text, option.text_hash, option.source


def _results(result: ShownResult) -> Iterator[Row]:
    of_dots = result.method is Method.DOTS
    for option in result.options:
        points = option.points if of_dots else None
        rank = option.rank if result.method.ranks_options else None
        yield result.key, option.key, option.count, points, result.base, result.of, rank


def _accounting(result: ShownResult) -> Row:
    found = result.accounting
    assert found is not None  # the gate gives it with the figures
    counted, known = (result.tables[0], sum(result.tables)) if result.tables is not None else (None, None)
    return (
        result.key, found.present, found.issued, found.cast, found.valid, found.blank, found.spoilt, found.abstain,
        found.not_returned, found.explanation, counted, known,
    )  # fmt: skip


def _outcomes(record: EventRecord) -> Iterator[Row]:
    for found in record.outcomes:
        yield found.question, found.kind, found.text, text_hash(found.text), found.decided_by, found.why


def _carried(record: EventRecord) -> Iterator[Row]:
    found = published_carried(record)
    if found is None or all(result.key != found.question for result in record.results):
        return
    for place, (area, _) in enumerate(found.areas, 1):
        yield (
            found.question, area, place, found.revision, found.tie_rule, found.decided_by, found.why, found.stale,
        )  # fmt: skip


def _notes(record: EventRecord, notes: list[NoteRecord], revision: int) -> Iterator[Row]:
    sessions = _sessions(record, notes, revision)
    stages = {stage.key for stage in record.stages}
    for note in notes:
        stage = note.stage if note.stage in stages else None
        session = sessions[note.activity, place_key(note.place)] if note.place else None
        yield (
            note.id, session, stage, note.kind, note.about, note.text, note.language, None, note.verbatim,
            note.strength, note.minority,
        )  # fmt: skip


def _main_points(record: EventRecord) -> Iterator[Row]:
    for place, point in enumerate(record.main_points, 1):
        yield point.id, place, point.text, point.minority, point.heard, point.note


def _sessions(record: EventRecord, notes: list[NoteRecord], revision: int) -> dict[tuple[str, str], str]:
    """Name each table's session by the ids of its notes: a hash of the table's number could be tried out (D12)."""
    together: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        together.setdefault((note.activity, place_key(note.place)), []).append(note.id)
    return {
        session: hashlib.sha256(":".join([record.event_id, str(revision), *ids]).encode()).hexdigest()[:SESSION_DIGITS]
        for session, ids in together.items()
    }


def _changes(record: EventRecord) -> Iterator[Row]:
    for number, change in enumerate(written_changes(record), 1):
        yield number, change.day, change.verb, change.about, change.why
