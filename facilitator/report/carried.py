"""What was carried forward: which areas, how ties were settled and who decided."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.keys import StageKey
from facilitator.core.ranking import TieRule
from facilitator.document.content import Block, Bullets, Own, Paragraph, Section, Tone
from facilitator.gate.published_event import PublishedCarried, PublishedEvent
from facilitator.report.plain_words import decided_in_words
from facilitator.words.message import Message, say

_TIES = {
    TieRule.CARRY_ALL: say("Some areas had the same number at the line, and all of them were carried."),
    TieRule.RUN_OFF: say("Some areas had the same number at the line, and the room voted again between them."),
    TieRule.ROOM_DECIDES: say("Some areas had the same number at the line, and the room decided between them."),
    TieRule.KEPT: say("The vote was corrected after these areas had been carried forward, and they were kept."),
}


def carried_section(event: PublishedEvent, stage: StageKey) -> Iterator[Section]:
    """Yield the part on what was carried forward, in the stage whose vote decided it."""
    if event.carried is not None and event.carried.stage == stage:
        yield Section(say("Carried forward"), tuple(_blocks(event.carried)))


def tie_in_words(tie_rule: str) -> Message:
    """Return how a tie at the line was settled."""
    return _TIES[TieRule(tie_rule)] if tie_rule else say("No areas were tied at the line.")


def _blocks(carried: PublishedCarried) -> Iterator[Block]:
    if carried.stale:
        stale = say(
            "The vote on the areas was corrected after these areas had been carried forward. "
            "What follows worked from the earlier result."
        )
        yield Paragraph(stale, Tone.WARNING)
    yield Paragraph(say("The room went on to work on these areas:"))
    yield Bullets(tuple(Own(text) for _, text in carried.areas))
    if carried.tie_rule is not None:
        yield Paragraph(tie_in_words(carried.tie_rule), Tone.QUIET)
    yield Paragraph(decided_in_words(carried.decided_by, carried.why), Tone.QUIET)
