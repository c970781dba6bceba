"""The rule of the moment: whether a ballot or a count may enter, and which of a voter's ballots counts."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.ballots import Judgement, Standing
from facilitator.core.keys import State
from facilitator.errors import Refused
from facilitator.words.message import say

OVERTAKEN = 0  # the edition of a ballot that was never the one to count


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What the voter's earlier ballots are: the highest edition, and the sender's own highest counter (-1 for none)."""

    highest_edition: int = 0
    highest_counter: int = -1


@dataclass(frozen=True, slots=True)
class Admitted:
    """How a ballot enters: its standing and its edition; of one voter and question the highest edition counts."""

    standing: Standing
    edition: int


def admitted(judgement: Judgement, state: State, counter: int, earlier: Standpoint) -> Admitted:
    """Return how a ballot enters a question in `state`.

    Of one sender the higher counter counts whatever arrives first; of two senders the later acknowledged; what comes
    behind the closing is late and never counts (domain.md 7a, T2, T9). Raises `Refused` where it may not enter at all.
    """
    refuse_unless_asked(state)
    if state is State.CLOSED:
        return Admitted(Standing.LATE, OVERTAKEN)
    if counter < earlier.highest_counter:
        return Admitted(judgement.standing, OVERTAKEN)
    return Admitted(judgement.standing, earlier.highest_edition + 1)


def refuse_unless_asked(state: State) -> None:
    """Raise `Refused` for a question that is not open yet or is void."""
    if state is State.READY:
        raise Refused(say("This question is not open yet."), say("Open it first, then count."))
    if state is State.VOID:
        raise Refused(
            say("This question was taken back and is not counted."), say("Use the question that was asked instead.")
        )


def refuse_unless_open(state: State) -> None:
    """Raise `Refused` unless votes are being taken now."""
    refuse_unless_asked(state)
    if state is State.CLOSED:
        raise Refused(
            say("This question is closed."), say("Correct its result with a reason, or open it again with a reason.")
        )
