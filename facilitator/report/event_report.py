"""The event report: what people were asked, what they said and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.document.content import Block, Document, Own, Section
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.accounting import accounting_section, coverage_section, minutes_section, wordings_section
from facilitator.report.adopted import adopted_section
from facilitator.report.changes_told import changes_section, taken_back_section
from facilitator.report.evaluation import evaluation_section
from facilitator.report.glossary import glossary_section
from facilitator.report.how_it_was_run import how_it_was_run_section
from facilitator.report.limits import limits_section, provenance
from facilitator.report.main_points import main_points_section
from facilitator.report.next_steps import next_steps_section
from facilitator.report.notes import other_notes_section
from facilitator.report.opening import opening_blocks, promise_section, summary_section
from facilitator.report.owed import owed_sections
from facilitator.report.stages import stage_section
from facilitator.report.who_came import who_came_section
from facilitator.words.message import say

REHEARSAL = say("REHEARSAL: pretend people, not a real result")


def event_report(event: PublishedEvent) -> Document:
    """Return the report of the event as anyone may see it (domain.md section 8)."""
    mark = REHEARSAL if event.rehearsal else None
    body = (*_front(event), *_middle(event), *_end(event))
    annex = Section(say("Annex: to check and to compare"), tuple(_annex(event, body)))
    details = event.details
    author = Own(details.convenor, details.language) if details.convenor else None
    return Document(Own(details.title, details.language), (*body, annex), mark, author, contents=True)


def _front(event: PublishedEvent) -> Iterator[Block]:
    yield from opening_blocks(event)
    yield from adopted_section(event)
    yield summary_section(event)
    yield promise_section(event)
    yield who_came_section(event)
    yield how_it_was_run_section(event)


def _middle(event: PublishedEvent) -> Iterator[Block]:
    for number, stage in enumerate(event.stages, start=1):
        yield from stage_section(event, stage, number)
    yield from main_points_section(event)
    yield from owed_sections(event)
    yield from other_notes_section(event)


def _end(event: PublishedEvent) -> Iterator[Block]:
    yield evaluation_section(event)
    yield limits_section(event)
    yield next_steps_section(event)


def _annex(event: PublishedEvent, body: tuple[Block, ...]) -> Iterator[Block]:
    yield from wordings_section(event)
    yield from taken_back_section(event)
    yield from changes_section(event)
    accounting = tuple(accounting_section(event))
    yield from accounting
    yield from coverage_section(event)
    yield from minutes_section(event)
    yield from glossary_section((*body, *accounting))
    yield provenance(event)
