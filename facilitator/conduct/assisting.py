"""A vote that one person enters for another, at that person's direction: secret as a ballot, counted as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.conduct.casting import Cast, Receipt, cast
from facilitator.conduct.event import Event
from facilitator.core.ballots import Choice
from facilitator.core.keys import Channel, SenderId

CODE_BYTES = 16


@dataclass(frozen=True, slots=True)
class AssistedVoter:
    """Who is helped, as long as the helper's window is on this person: a code of chance and how often they chose.

    Nothing of it is stored but what `cast` keeps of any ballot. Without it a vote can be changed no more.
    """

    code: str
    sender: SenderId
    counter: int = 0


def assisted_voter(event: Event) -> AssistedVoter:
    """Return the next person who is helped; every question and every person has a code of its own."""
    return AssistedVoter(event.random_bytes(CODE_BYTES).hex(), SenderId(event.random_bytes(CODE_BYTES)))


def vote_assisted(
    event: Event, key: str, voter: AssistedVoter, choices: Sequence[Choice], channel: Channel = Channel.PAPER
) -> tuple[AssistedVoter, Receipt]:
    """Count one person's choice as a ballot of `channel` with the assisted flag; on return it is durable.

    Cast again with the voter that this returns, it takes the place of the one before.
    Raises `Refused` where the choice may not enter, with nothing stored.
    """
    voted = replace(voter, counter=voter.counter + 1)
    receipt = cast(event, key, Cast(voted.code, voted.sender, voted.counter, tuple(choices), channel, assisted=True))
    return voted, receipt
