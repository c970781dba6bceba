"""Single ballots as they arrive, from a phone or a scan: durable before they are acknowledged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.event import Event
from facilitator.conduct.finding import the_question
from facilitator.core import lifecycle
from facilitator.core.admission import OVERTAKEN, Admitted, Standpoint, admitted, refuse_unless_asked
from facilitator.core.ballots import BallotRule, Choice, Judgement, Standing, judged
from facilitator.core.keys import Channel, SenderId, State, VoterHash
from facilitator.core.voters import voter_hasher
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment
from facilitator.store.reading import QuestionNow, Reading, StoredBallot
from facilitator.store.rows import BallotRow
from facilitator.words.message import say

BALLOT_CHANNELS = (Channel.PAPER, Channel.PHONE)  # an imported file has a door of its own, conduct.importing


class Receipt(StrEnum):
    """What became of a ballot; only `COUNTED` is in the result as it stands."""

    COUNTED = "counted"
    LATE = "late"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot on its way: the voting card's `code`, and the sender's own id and counter for this question."""

    code: str
    sender: SenderId
    counter: int
    choices: tuple[Choice, ...]
    channel: Channel
    assisted: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every ballot on a question needs to know of it."""

    question: QuestionNow
    rule: BallotRule
    voter_of: Callable[[str], VoterHash]
    counted_by_people: frozenset[Channel]


def cast(event: Event, key: str, ballot: Cast) -> Receipt:
    """Store a ballot and say what became of it; on return it is durable (T11).

    The same ballot again is one ballot (T1); a higher counter of the same sender replaces (T2); behind the closing it
    is late and changes nothing (T9). Raises `Refused` where it may not enter: nothing of it is stored.
    """

    if ballot.channel not in BALLOT_CHANNELS:
        raise Refused(
            say("Votes by {channel} do not come as single ballots.", channel=ballot.channel),
            say("Enter a count, or import the file."),
        )

    def rule(moment: Moment) -> Decision[Receipt]:
        asked = moment.remembered(("asked", key), lambda: _asked(moment, key))
        judgement = judged(ballot.choices, asked.rule, ballot.channel)
        voter = asked.voter_of(ballot.code)
        earlier = moment.ballots_of(asked.question.id, voter)
        if (known := _known(earlier, ballot, judgement)) is not None:
            return Decision(known)
        if ballot.channel in asked.counted_by_people:
            raise counted_by_people(ballot.channel)
        state = State(asked.question.state)
        entered = admitted(judgement, state, ballot.counter, _standpoint(earlier, ballot.sender))
        row = BallotRow(
            asked.question.id, voter, ballot.sender, ballot.counter, entered.edition, ballot.channel.value,
            entered.standing.value, judgement.marks, int(ballot.assisted),
        )  # fmt: skip
        return Decision(_receipt(entered), rows=[row])

    receipt = event.store.append(rule)
    assert receipt is not None
    return receipt


def the_secret(moment: Moment, question: QuestionNow) -> bytes:
    """Return the key of the question's voters; raises `Refused` when nobody can vote on it by card any more."""
    refuse_unless_asked(State(question.state))
    lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
    secret = moment.secret(question.id)
    if secret is None:
        raise Refused(
            say("This file is a saved copy, and copies take no ballots."),
            say("Go on in the event's own file, or count hands."),
        )
    return secret


def channels_counted_by_people(reading: Reading, question: QuestionNow) -> frozenset[Channel]:
    """Return the channels of ballots whose figures stand on a count entered by people: a ballot would not count."""
    sheets = [found.sheet for found in reading.sheets(question.id)]
    return frozenset(sheet.channel for sheet in sheets if sheet.instead_of_ballots or sheet.channel is Channel.PAPER)


def counted_by_people(channel: Channel) -> Refused:
    """Return the refusal of a ballot whose channel was counted by people."""
    return Refused(
        say("Votes by {channel} on this question were counted by people already.", channel=channel),
        say("Correct that count instead, so that nobody is counted twice or left out."),
    )


def _asked(moment: Moment, key: str) -> _Asked:
    question = the_question(moment, key)
    voter_of = voter_hasher(the_secret(moment, question))
    return _Asked(question, moment.rule(question), voter_of, channels_counted_by_people(moment, question))


def _standpoint(earlier: list[StoredBallot], sender: SenderId) -> Standpoint:
    return Standpoint(
        max((stored.edition for stored in earlier), default=OVERTAKEN),
        max((one.counter for one in earlier if one.sender == sender and one.standing != Standing.LATE), default=-1),
    )


def _known(earlier: list[StoredBallot], ballot: Cast, judgement: Judgement) -> Receipt | None:
    same = (one for one in earlier if (one.sender, one.counter) == (ballot.sender, ballot.counter))
    stored = next(same, None)
    if stored is None:
        return None
    if stored.marks != judgement.marks or stored.standing not in (judgement.standing, Standing.LATE):
        raise Refused(
            say("This ballot was received before with another choice."),
            say("Choose again and send it anew; the last choice counts."),
        )
    newest = max(one.edition for one in earlier)
    edition = stored.edition if stored.edition == newest else OVERTAKEN
    return _receipt(Admitted(Standing(stored.standing), edition))


def _receipt(entered: Admitted) -> Receipt:
    if entered.standing is Standing.LATE:
        return Receipt.LATE
    return Receipt.OVERTAKEN if entered.edition == OVERTAKEN else Receipt.COUNTED
