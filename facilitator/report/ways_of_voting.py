"""How votes came: how many by each way, which is never a result by way of voting (T8, D6)."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.core.keys import Channel
from facilitator.words.message import Message, say

_WAYS = {
    Channel.HANDS: say("by show of hands"),
    Channel.TALLY: say("counted at the tables"),
    Channel.PAPER: say("on paper"),
    Channel.PHONE: say("by phone"),
    Channel.IMPORT: say("on another voting system"),
}


def ways_in_words(cast: Iterable[tuple[Channel, int]]) -> Message | None:
    """Return how many votes came in each way, in one line; None where there are none."""
    told: Message | None = None
    for channel, votes in cast:
        way = say("{cast} {way}", cast=votes, way=_WAYS[channel])
        told = way if told is None else say("{before}, {next}", before=told, next=way)
    return told
