"""Rows of the pack's tables, made from what the gate let through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from facilitator.core.disclosure import WITHHELD, ShownFormCounts, ShownResult
from facilitator.core.meeting import Profile
from facilitator.core.methods import Method
from facilitator.core.notes import NoteKind
from facilitator.core.wording import text_hash
from facilitator.document.csv_file import csv_bytes, guarded
from facilitator.gate.published_event import PublishedEvent, PublishedStep
from facilitator.pack import schema
from facilitator.pack.days import can_be_true
from facilitator.pack.schema import Kind, Table, Telling
from facilitator.report.changes import written_changes
from facilitator.words.translator import Translator

Cell: TypeAlias = "str | int | bool | None"
Row: TypeAlias = "tuple[Cell, ...]"

_FREE = (Kind.KEY, Kind.NAME, Kind.TEXT, Kind.WORDING)  # what people write, and what is made of it


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its rows."""

    table: Table
    rows: tuple[Row, ...]

    def as_csv(self) -> bytes:
        """Return the table as a CSV file; all that could start a formula is guarded."""
        free = [column.kind in _FREE for column in self.table.columns]
        rows = ([_written(cell, free=one) for cell, one in zip(row, free, strict=True)] for row in self.rows)
        return csv_bytes(self.table.headings, rows)


def filled_tables(event: PublishedEvent, revision: int) -> tuple[FilledTable, ...]:
    """Return the tables of the pack, in the order of the schema."""
    told = tuple(result for result in event.results if result.figures)
    filled: tuple[tuple[Table, Iterable[Row]], ...] = (
        (schema.EVENT, [_event(event, revision)]),
        (schema.STAGES, ((stage.key, place, stage.title.text) for place, stage in enumerate(event.stages, 1))),
        (schema.ACTIVITIES, _activities(event)),
        (schema.QUESTIONS, map(_question, event.results)),
        (schema.OPTIONS, (row for result in event.results for row in _options(result))),
        (schema.RESULTS, (row for result in told for row in _results(result))),
        (schema.ACCOUNTING, map(_accounting, told)),
        (schema.OUTCOMES, _outcomes(event)),
        (schema.CARRIED, _carried(event)),
        (schema.NOTES, _notes(event)),
        (schema.MAIN_POINTS, _main_points(event)),
        (
            schema.COMMITMENTS,
            (
                (note.id, note.text, note.owner, note.by_when)
                for note in event.notes
                if note.kind is NoteKind.COMMITMENT
            ),
        ),
        (schema.HEADCOUNTS, _headcounts(event)),
        (schema.FORM_QUESTIONS, _form_questions(event)),
        (schema.FORM_ANSWERS, (row for one in event.who_came.forms for row in _form_answers(one))),
        (schema.ACCESS, ((one.what, one.asked, one.provided, one.worked) for one in event.who_came.access)),
        (schema.NEXT_STEPS, _next_steps(event)),
        (schema.RESPONSES, ()),
        (schema.CHANGES, _changes(event)),
        (schema.THEMES, ()),
        (schema.MEETING, _meeting(event)),
        (schema.PARTNERS, _partners(event)),
    )
    tables = (FilledTable(table, tuple(rows)) for table, rows in filled)
    return tuple(one for one in tables if one.rows or not one.table.only_with_rows)


def _written(cell: Cell, *, free: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell) if free else str(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def _event(event: PublishedEvent, revision: int) -> Row:
    details, programme, who = event.details, event.programme, event.who_came
    promise = programme.promise_wording
    return (
        event.event_id, revision, event.rehearsal, details.title, details.held_on, details.place, details.area,
        details.convenor, details.language, programme.key, programme.version, programme.title.text,
        event.programme_digest, details.variant, programme.promise, promise.text if promise else None,
        who.invited, who.booked, who.attended, who.counted_at_the_door, details.tables, event.count_closed,
        event.unread.notes, programme.suppression.smallest_shown, programme.suppression.round_to,
    )  # fmt: skip


def _activities(event: PublishedEvent) -> Iterator[Row]:
    for place, step in enumerate(event.steps, 1):
        yield (
            step.key, step.stage, place, step.kind, step.title, step.planned_minutes, step.actual_minutes,
            step.skipped, "; ".join(step.why_other_minutes), *_tables(step), step.from_area,
        )  # fmt: skip


def _tables(step: PublishedStep) -> Row:
    return (step.tables.returned, step.tables.there, step.tables.read_back) if step.tables else (None, None, None)


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
        yield (
            result.key, option.key, option.count, points, result.base, result.of, rank, option.percent, result.text,
            option.text,
        )  # fmt: skip


def _accounting(result: ShownResult) -> Row:
    found = result.accounting
    assert found is not None  # the gate gives it with the figures
    counted, known = (result.tables[0], sum(result.tables)) if result.tables is not None else (None, None)
    return (
        result.key, found.present, found.issued, found.cast, found.valid, found.blank, found.spoilt, found.abstain,
        found.not_returned, found.explanation, counted, known,
    )  # fmt: skip


def _outcomes(event: PublishedEvent) -> Iterator[Row]:
    for found in event.outcomes:
        yield found.question, found.kind, found.text, text_hash(found.text), found.decided_by, found.why, found.stale


def _carried(event: PublishedEvent) -> Iterator[Row]:
    found = event.carried
    if found is None or all(result.key != found.question for result in event.results):
        return
    for place, (area, _) in enumerate(found.areas, 1):
        yield (
            found.question, area, place, found.revision, found.tie_rule, found.decided_by, found.why, found.stale,
        )  # fmt: skip


def _notes(event: PublishedEvent) -> Iterator[Row]:
    for note in event.notes:
        yield (
            note.id, note.session, note.stage, note.kind, note.about, note.text, note.language, None, note.verbatim,
            note.strength, note.minority, note.owner, note.by_when,
        )  # fmt: skip


def _main_points(event: PublishedEvent) -> Iterator[Row]:
    for place, point in enumerate(event.main_points, 1):
        yield point.id, place, point.text, point.minority, point.heard, point.note


def _headcounts(event: PublishedEvent) -> Iterator[Row]:
    for one in event.who_came.others:
        if one.people.withheld or one.people.count is not None:
            yield one.role, _counted(one.people.count, withheld=one.people.withheld)


def _form_questions(event: PublishedEvent) -> Iterator[Row]:
    for place, one in _numbered(event.who_came.forms):
        told = one.base is not None
        blank = one.blank if told else None
        yield (
            one.form, one.key, place, one.text, one.multiple, Telling.FIGURES if told else Telling.NOTHING, one.base,
            _counted(blank.count, withheld=blank.withheld) if blank else None, one.stands is not None, _why_not(one),
        )  # fmt: skip


def _numbered(forms: tuple[ShownFormCounts, ...]) -> Iterator[tuple[int, ShownFormCounts]]:
    """Yield the questions with their places on their own forms."""
    for _, on_one_form in groupby(forms, key=lambda one: one.form):
        yield from enumerate(on_one_form, 1)


def _why_not(one: ShownFormCounts) -> str:
    words = Translator()
    return " ".join(words(why) for why in (one.withheld, one.why, one.rounded, one.stands) if why)


def _form_answers(one: ShownFormCounts) -> Iterator[Row]:
    told = one.base is not None
    for place, cell in enumerate(one.cells, 1):
        count = _counted(cell.count, withheld=cell.withheld) if told else None
        yield one.form, one.key, cell.key, place, cell.under, cell.text, count, cell.percent


def _counted(count: int | None, *, withheld: bool) -> Cell:
    return WITHHELD if withheld else count


def _meeting(event: PublishedEvent) -> Iterator[Row]:
    told = event.meeting
    if told.openness or told.profile:
        yield event.event_id, told.openness, told.reason, told.profile is Profile.UNDER_16


def _partners(event: PublishedEvent) -> Iterator[Row]:
    for place, one in enumerate(event.meeting.partners, 1):
        yield one.name, place, one.kind, one.role


def _next_steps(event: PublishedEvent) -> Iterator[Row]:
    for place, one in enumerate(event.next_steps, 1):
        yield one.id, place, one.text, one.who, one.by_when


def _changes(event: PublishedEvent) -> Iterator[Row]:
    for number, written in enumerate(written_changes(event), 1):
        change = written.change
        day = change.day if can_be_true(change.day, event.details.held_on) else None
        yield number, day, change.verb, change.about, change.why
