"""The event report: what people were asked, what they said and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.conduct.record import EventRecord
from facilitator.core.programme import Stage
from facilitator.document.content import Block, Document, Own, Section
from facilitator.report.carried import carried_section
from facilitator.report.closing import accounting_section, changes_section, limits_section, taken_back_section
from facilitator.report.notes import notes_section, other_notes_section
from facilitator.report.opening import opening_blocks, promise_section, summary_section
from facilitator.report.questions import question_blocks
from facilitator.words.message import say


def event_report(record: EventRecord) -> Document:
    """Return the report of the event as it stands; figures pass the gate for the public here."""
    return Document(Own(record.details.title, record.details.language), tuple(_blocks(record)))


def _blocks(record: EventRecord) -> Iterator[Block]:
    yield from opening_blocks(record)
    yield summary_section(record)
    yield from promise_section(record)
    for number, stage in enumerate(record.stages, start=1):
        yield from _stage_section(record, stage, number)
    yield from other_notes_section(record)
    yield from taken_back_section(record)
    yield from changes_section(record)
    yield from accounting_section(record)
    yield limits_section(record)


def _stage_section(record: EventRecord, stage: Stage, number: int) -> Iterator[Section]:
    blocks = (
        *question_blocks(record, stage.key),
        *carried_section(record, stage.key),
        *notes_section(record, stage.key),
    )
    if blocks:
        yield Section(say("Stage {number}: {title}", number=number, title=stage.title.text), blocks)
