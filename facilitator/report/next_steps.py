"""What happens next: each step with who does it and by when."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.document.content import Block, Column, Own, Paragraph, Section, Table
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.plain_words import by_when_in_words, known
from facilitator.words.message import say


def next_steps_section(event: PublishedEvent) -> Section:
    """Return what happens next; that nobody recorded it is told too."""
    return Section(say("What happens next"), tuple(next_step_blocks(event)))


def next_step_blocks(event: PublishedEvent) -> Iterator[Block]:
    """Yield the steps as a table."""
    if not event.next_steps:
        yield Paragraph(say("What happens next is not recorded."))
        return
    columns = (Column(say("What")), Column(say("Who")), Column(say("By when")))
    rows = tuple((Own(step.text), known(step.who), by_when_in_words(step.by_when)) for step in event.next_steps)
    yield Table(say("What happens next, who does it and by when"), columns, rows)
