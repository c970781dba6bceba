"""The event report: what people were asked, what they said and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.conduct.record import EventRecord
from facilitator.core.programme import Stage
from facilitator.document.content import Block, Document, Own, Section
from facilitator.report.carried import carried_section
from facilitator.report.closing import accounting_section, changes_section, limits_section, taken_back_section
from facilitator.report.how_it_was_run import how_it_was_run_section
from facilitator.report.main_points import main_points_section
from facilitator.report.notes import notes_section, other_notes_section
from facilitator.report.opening import opening_blocks, promise_section, summary_section
from facilitator.report.questions import question_blocks
from facilitator.words.message import say

REHEARSAL = say("REHEARSAL: pretend people, not a real result")


def event_report(record: EventRecord, *, with_times: bool = False) -> Document:
    """Return the report of the event as it stands; figures pass the gate for the public here.

    `with_times` tells when it began and ended, by the clock of this computer: a pack does without (docs/pack.md).
    """
    mark = REHEARSAL if record.rehearsal else None
    blocks = tuple(_blocks(record, with_times=with_times))
    return Document(Own(record.details.title, record.details.language), blocks, mark)


def _blocks(record: EventRecord, *, with_times: bool) -> Iterator[Block]:
    yield from opening_blocks(record, with_times=with_times)
    yield summary_section(record)
    yield from promise_section(record)
    for number, stage in enumerate(record.stages, start=1):
        yield from _stage_section(record, stage, number)
    yield from main_points_section(record)
    yield from other_notes_section(record)
    yield from how_it_was_run_section(record)
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
