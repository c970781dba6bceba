"""The goals this room adopted: the first thing a reader looks for, in the wording that holds, with its vote."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.document.content import Block, Paragraph, Section, Tone
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.plain_words import more_in_the_report
from facilitator.report.vote_tables import VoteLine, vote_blocks
from facilitator.words.message import Message, say

_KEPT = (OutcomeKind.ADOPTED, OutcomeKind.CHANGED)


def adopted(event: PublishedEvent) -> tuple[VoteLine, ...]:
    """Return what the room adopted, in the order it was asked and in the wording that holds."""
    found = {outcome.question: outcome for outcome in event.outcomes if outcome.kind in _KEPT}
    return tuple(
        VoteLine(found[vote.key].text, vote, found[vote.key].kind is OutcomeKind.CHANGED, found[vote.key].stale)
        for vote in event.closed_results
        if vote.key in found
    )


def adopted_section(event: PublishedEvent, *, most: int | None = None) -> Iterator[Section]:
    """Yield the part on what was adopted, wherever statements were asked: that nothing was adopted is told too.

    Of more goals than `most` only the first are shown, and the others counted.
    """
    if any(vote.method is Method.STATEMENT for vote in event.closed_results):
        yield Section(say("The goals this room adopted"), tuple(_blocks(event, most)))


def _blocks(event: PublishedEvent, most: int | None) -> Iterator[Block]:
    every = adopted(event)
    lines = every[:most]
    if not lines:
        yield Paragraph(_none(event))
    yield from vote_blocks(lines, say("Goal, in the wording that holds"))
    if any(line.changed for line in lines):
        yield Paragraph(say("* The room voted on other words, then adopted it in these."), Tone.QUIET)
    yield from (Paragraph(words) for words in more_in_the_report(len(every), len(lines)))


def _none(event: PublishedEvent) -> Message:
    if event.outcomes:
        return say("The room adopted none of the statements it was asked about.")
    return say("What the room did with the statements it was asked about is not recorded.")
