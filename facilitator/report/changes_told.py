"""What was taken back or changed after a vote, each with the day and the reason."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import ShownResult
from facilitator.document.content import Column, Own, Paragraph, Section, Table, Words
from facilitator.gate.published_event import TAKING_BACK, PublishedEvent
from facilitator.report.changes import WrittenChange, written_changes
from facilitator.report.days import day_in_words
from facilitator.report.plain_words import NAMED_REASON, why_in_words
from facilitator.words.message import Message, say


def taken_back_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the questions that were taken back, with the reasons; their votes are in no result (T10)."""
    if event.taken_back:
        intro = Paragraph(say("These questions were taken back. Votes on them are in no result."))
        parts = tuple(_taken_back(event, result) for result in event.taken_back)
        yield Section(say("Taken back"), (intro, *parts))


def _taken_back(event: PublishedEvent, result: ShownResult) -> Section:
    reasons = event.reasons_for(result.key, TAKING_BACK)
    why = why_in_words("; ".join(reasons)) if reasons else _without_reason(result)
    return Section(Own(result.text), (Paragraph(why),))


def _without_reason(result: ShownResult) -> Message:
    if result.from_area is not None:
        return say("Nobody was asked: its area was not carried forward after all.")
    return say("No reason was given.")


def changes_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield what was changed after a vote, with the day and the reason."""
    changes = written_changes(event)
    if changes:
        columns = (Column(say("What was changed")), Column(say("Day"), unbroken=True), Column(NAMED_REASON))
        rows = tuple(_change(change) for change in changes)
        table = Table(say("Every change to a vote after it was closed, and every decision on a tie"), columns, rows)
        yield Section(say("Changes after a vote"), (table,))


def _change(change: WrittenChange) -> tuple[Words, ...]:
    told = change.change
    what = say("{verb}: {about}", verb=change.in_words, about=told.text)
    return (what, day_in_words(told.day), Own(told.why))
