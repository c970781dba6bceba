"""Whether hands, phones and paper came to different results: for the coordinator alone (D6, B10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from facilitator.core.disclosure.audience import Audience
from facilitator.core.disclosure.results import SMALLEST_PUBLISHED_BASE
from facilitator.core.keys import Channel, OptionKey, State
from facilitator.core.result import OptionResult, QuestionResult
from facilitator.core.shares import percent_shown
from facilitator.core.tally import Tally
from facilitator.errors import Refused
from facilitator.words.message import Message, say

STANDARD_ERRORS = 3

ChannelTally = tuple[Channel, Tally]


@dataclass(frozen=True, slots=True)
class ShownChannelEffect:
    """What the coordinator is told about the ways of voting: `differences` is empty where none is large enough.

    `rule` says how they were compared; `withheld` why they were not.
    """

    differences: tuple[Message, ...] = ()
    rule: Message | None = None
    withheld: Message | None = None


def channel_effect(result: QuestionResult, tallies: Sequence[ChannelTally], audience: Audience) -> ShownChannelEffect:
    """Return in words where the channels of a closed question differ by more than three standard errors.

    `tallies` are recounts of the question for one channel each. Raises `Refused` for anyone but the coordinator (D6).
    """
    if audience is not Audience.COORDINATOR:
        raise Refused(
            say("Results by way of voting are for the coordinator alone."),
            say("The report says how many people voted in each way."),
        )
    voted = [(channel, tally) for channel, tally in tallies if tally.cast]
    if problem := _not_comparable(result, [tally for _, tally in voted]):
        return ShownChannelEffect(withheld=problem)
    return ShownChannelEffect(tuple(_differences(result, voted)), _rule())


def _not_comparable(result: QuestionResult, tallies: Sequence[Tally]) -> Message | None:
    if result.state is not State.CLOSED:
        return say("The result is shown when the vote is closed.")
    if len(tallies) < 2:
        return say("Everybody voted in the same way.")
    if min(tally.valid for tally in tallies) < SMALLEST_PUBLISHED_BASE:
        return say(
            "Fewer than {least} people voted in one of the ways, so they are not compared.",
            least=SMALLEST_PUBLISHED_BASE,
        )
    if any(count is None for tally in tallies for count in tally.counts.values()):
        return say("For a table's own count of dots it is not known how many people chose an option.")
    return None


def _differences(result: QuestionResult, voted: Sequence[ChannelTally]) -> Iterator[Message]:
    for option in result.options:
        for one, other in combinations(voted, 2):
            if _far_apart(_share(one, option.key), _share(other, option.key)):
                yield _in_words(option, one, other)


def _share(voted: ChannelTally, option: OptionKey) -> tuple[int, int]:
    return voted[1].counts[option] or 0, voted[1].valid


def _far_apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two shares differ by more than three standard errors of their difference, pooled, in integers."""
    (chose, people), (others_chose, others) = one, other
    together, everyone = chose + others_chose, people + others
    difference = chose * others - others_chose * people
    variance = together * (everyone - together) * people * others
    return difference**2 * everyone > STANDARD_ERRORS**2 * variance


def _in_words(option: OptionResult, one: ChannelTally, other: ChannelTally) -> Message:
    (chose, people), (others_chose, others) = _share(one, option.key), _share(other, option.key)
    return say(
        "“{option}”: {percent} of {people} by {channel}, {other_percent} of {others} by {other}.",
        option=option.text,
        percent=percent_shown(chose, people),
        people=people,
        channel=one[0],
        other_percent=percent_shown(others_chose, others),
        others=others,
        other=other[0],
    )


def _rule() -> Message:
    return say(
        "Two shares are called different where they lie more than {errors} standard errors apart (two-proportion test)."
        " Who votes in which way is not left to chance, so this says that they differ, not why.",
        errors=STANDARD_ERRORS,
    )
