"""Reports of a large event: the same-day sheet beside plain pages, and the whole report, for information."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import EventRecord, NoteRecord, event_record
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.html import report_html
from facilitator.report.paper import report_pdf, sheet_pdf
from facilitator.report.same_day_sheet import same_day_sheet
from facilitator.words.translator import Translator
from tests.bench.documents import YARDSTICK, plain_pages, texts_of
from tests.bench.measuring import Line, compared, in_ms, interleaved, middle
from tests.pack import full_event
from tests.report.event_records import let_through

PEOPLE, TABLES, NOTES = 1_000, 100, 2_000
ROUNDS = 7
KINDS = (NoteKind.POINT, NoteKind.BARRIER, NoteKind.WHAT_WORKS, NoteKind.OFFER, NoteKind.QUESTION)


def lines(folder: Path) -> list[Line]:
    """Measure sheet and report of 1,000 people at 100 tables with 2,000 notes."""
    words = Translator()
    usual, large = _events(folder)
    on_paper, on_page = interleaved(lambda: report_pdf(large, words), lambda: report_html(large, words), rounds=ROUNDS)
    large_event = f"{PEOPLE} people, {TABLES} tables, {NOTES} notes"
    return [
        _sheet(f"same-day sheet of {full_event.PEOPLE} people, {full_event.NOTES} notes", usual, at_most=3),
        _sheet(f"  of {large_event}", large, at_most=None),
        Line("  the whole report of these as PDF", in_ms(middle(on_paper))),
        Line("  the whole report of these as HTML", in_ms(middle(on_page))),
    ]


def _sheet(what: str, event: PublishedEvent, *, at_most: float | None) -> Line:
    words = Translator()
    texts = texts_of(same_day_sheet(event, words), words)
    ours, bare = interleaved(lambda: sheet_pdf(event, words), lambda: plain_pages(texts), rounds=ROUNDS)
    return compared(what, middle(ours), middle(bare), YARDSTICK, at_most=at_most)


def _events(folder: Path) -> tuple[PublishedEvent, PublishedEvent]:
    """Return an event as large as most, and one as large as they come."""
    event = full_event.a_full_event(folder)
    record = event_record(event)
    event.close()
    details = replace(record.details, tables=TABLES)
    attendance = replace(record.attendance, attended=PEOPLE)
    large = replace(record, details=details, attendance=attendance, notes=_notes(record))
    return let_through(record), let_through(large)


def _notes(record: EventRecord) -> tuple[NoteRecord, ...]:
    some = record.notes
    return tuple(
        replace(
            some[number % len(some)], id=f"{number:032x}", place=f"Table {number % TABLES + 1}",
            kind=KINDS[number % len(KINDS)], text=f"{number} {some[number % len(some)].text}",
        )
        for number in range(NOTES)
    )  # fmt: skip
