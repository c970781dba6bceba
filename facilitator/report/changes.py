"""Changes worth telling the public: corrections, questions taken back and ties, to the day and no finer."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.gate.published_event import PublishedChange, PublishedEvent
from facilitator.words.message import Message, say

_WORDS = {
    "correct result": say("Result corrected"),
    "correct people present": say("Number of people present corrected"),
    "open question again": say("Vote opened again"),
    "take back question": say("Question taken back"),
    "ask again": say("Question taken back and asked in other words"),
    "ask run-off": say("Vote between tied areas"),
}
_CARRYING = "carry forward"


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """One change with its name for a page."""

    change: PublishedChange
    in_words: Message


def written_changes(event: PublishedEvent) -> tuple[WrittenChange, ...]:
    """Return the changes, oldest first; a decision to carry forward only where it settled a tie or came again."""
    told = ((change, _in_words(event, change)) for change in event.changes)
    return tuple(WrittenChange(change, words) for change, words in told if words is not None)


def _in_words(event: PublishedEvent, change: PublishedChange) -> Message | None:
    if change.verb == _CARRYING and (change.why or (event.carried and event.carried.tie_rule)):
        return say("Areas carried forward")
    return _WORDS.get(change.verb)
