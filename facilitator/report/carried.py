"""What was carried forward: which areas, how ties were settled and who decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.conduct.record import CarriedRecord, EventRecord
from facilitator.core.disclosure import Audience, carried_order, shown
from facilitator.core.keys import OptionKey, StageKey
from facilitator.core.ranking import TieRule
from facilitator.document.content import Block, Bullets, Own, Paragraph, Section, Tone
from facilitator.words.message import Message, say

_TIES = {
    TieRule.CARRY_ALL: say("Some areas had the same number at the line, and all of them were carried."),
    TieRule.RUN_OFF: say("Some areas had the same number at the line, and the room voted again between them."),
    TieRule.ROOM_DECIDES: say("Some areas had the same number at the line, and the room decided between them."),
    TieRule.KEPT: say("The vote was corrected after these areas had been carried forward, and they were kept."),
}


def carried_section(record: EventRecord, stage: StageKey) -> Iterator[Section]:
    """Yield the part on what was carried forward, in the stage whose vote decided it."""
    carried = published_carried(record)
    asked = (*record.results, *record.taken_back)
    if carried is not None and any(one.key == carried.question and one.stage == stage for one in asked):
        yield Section(say("Carried forward"), tuple(_blocks(carried)))


def published_carried(record: EventRecord) -> CarriedRecord | None:
    """Return what may be told of the carried areas: neither order nor tie where the vote's figures are not (D7)."""
    carried = record.carried
    if carried is None:
        return None
    asked = next(one for one in (*record.results, *record.taken_back) if one.key == carried.question)
    result = shown(asked, Audience.PUBLISHED)
    texts = {OptionKey(area): text for area, text in carried.areas}
    areas = tuple((str(area), texts[area]) for area in carried_order(tuple(texts), result))
    return replace(carried, areas=areas, tie_rule=carried.tie_rule if result.figures else None)


def tie_in_words(tie_rule: str) -> Message:
    """Return how a tie at the line was settled."""
    return _TIES[TieRule(tie_rule)] if tie_rule else say("No areas were tied at the line.")


def decided_in_words(who: str, why: str) -> Message:
    """Return who decided, and why if that was written down."""
    if why:
        return say("Decided by: {who}. Why: {why}", who=who, why=why)
    return say("Decided by: {who}.", who=who)


def _blocks(carried: CarriedRecord) -> Iterator[Block]:
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
