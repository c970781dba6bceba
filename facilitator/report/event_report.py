"""The event report: what people were asked, what they said and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.programme import Stage
from facilitator.document.content import Block, Document, Own, Section
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.carried import carried_section
from facilitator.report.closing import accounting_section, changes_section, limits_section, taken_back_section
from facilitator.report.how_it_was_run import how_it_was_run_section
from facilitator.report.main_points import main_points_section
from facilitator.report.notes import notes_section, other_notes_section
from facilitator.report.opening import opening_blocks, promise_section, summary_section
from facilitator.report.questions import question_blocks
from facilitator.words.message import say

REHEARSAL = say("REHEARSAL: pretend people, not a real result")


def event_report(event: PublishedEvent) -> Document:
    """Return the report of the event as it stands; figures pass the gate for the public here."""
    mark = REHEARSAL if event.rehearsal else None
    blocks = tuple(_blocks(event))
    return Document(Own(event.details.title, event.details.language), blocks, mark)


def _blocks(event: PublishedEvent) -> Iterator[Block]:
    yield from opening_blocks(event)
    yield summary_section(event)
    yield from promise_section(event)
    for number, stage in enumerate(event.stages, start=1):
        yield from _stage_section(event, stage, number)
    yield from main_points_section(event)
    yield from other_notes_section(event)
    yield from how_it_was_run_section(event)
    yield from taken_back_section(event)
    yield from changes_section(event)
    yield from accounting_section(event)
    yield limits_section(event)


def _stage_section(event: PublishedEvent, stage: Stage, number: int) -> Iterator[Section]:
    blocks = (
        *question_blocks(event, stage.key),
        *carried_section(event, stage.key),
        *notes_section(event, stage.key),
    )
    if blocks:
        yield Section(say("Stage {number}: {title}", number=number, title=stage.title.text), blocks)
