"""Single ballots as they arrive, from a phone or a scan: durable before they are acknowledged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.conduct.event import Event
from facilitator.conduct.finding import the_question
from facilitator.core import lifecycle
from facilitator.core.admission import OVERTAKEN, Admitted, admitted, refuse_unless_asked
from facilitator.core.ballots import Choice, Judgement, Standing, judged
from facilitator.core.keys import Channel, SenderId, State, VoterHash
from facilitator.core.voters import voter_hash
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment
from facilitator.store.reading import QuestionNow
from facilitator.store.rows import BallotRow
from facilitator.words.message import say


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


def cast(event: Event, key: str, ballot: Cast) -> Receipt:
    """Store a ballot and say what became of it; on return it is durable (T11).

    The same ballot again is one ballot (T1); a higher counter of the same sender replaces (T2); behind the closing it
    is late and changes nothing (T9). Raises `Refused` where it may not enter: nothing of it is stored.
    """

    def rule(moment: Moment) -> Decision[Receipt]:
        question = the_question(moment, key)
        voter = _voter(moment, question, ballot.code)
        judgement = judged(ballot.choices, moment.rule(question), ballot.channel)
        if (known := _known(moment, question, voter, ballot, judgement)) is not None:
            return Decision(known)
        earlier = moment.standpoint(question.id, voter, ballot.sender)
        _refuse_counted_on_paper(moment, question, ballot.channel)
        entered = admitted(judgement, State(question.state), ballot.counter, earlier)
        row = BallotRow(
            question.id, voter, ballot.sender, ballot.counter, entered.edition, ballot.channel, entered.standing,
            judgement.marks, int(ballot.assisted),
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


def _refuse_counted_on_paper(moment: Moment, question: QuestionNow, channel: Channel) -> None:
    if channel is Channel.PAPER and any(found.sheet.channel is channel for found in moment.sheets(question.id)):
        raise Refused(
            say("The paper ballots of this question were counted by people already."),
            say("Correct that count instead, so that nobody is counted twice."),
        )


def _voter(moment: Moment, question: QuestionNow, code: str) -> VoterHash:
    return voter_hash(code, the_secret(moment, question))


def _known(
    moment: Moment, question: QuestionNow, voter: VoterHash, ballot: Cast, judgement: Judgement
) -> Receipt | None:
    stored = moment.stored_ballot(question.id, voter, ballot.sender, ballot.counter)
    if stored is None:
        return None
    if stored.marks != judgement.marks or stored.standing not in (judgement.standing, Standing.LATE):
        raise Refused(
            say("This ballot was received before with another choice."),
            say("Choose again and send it anew; the last choice counts."),
        )
    newest = moment.standpoint(question.id, voter, ballot.sender).highest_edition
    edition = stored.edition if stored.edition == newest else OVERTAKEN
    return _receipt(Admitted(Standing(stored.standing), edition))


def _receipt(entered: Admitted) -> Receipt:
    if entered.standing is Standing.LATE:
        return Receipt.LATE
    return Receipt.OVERTAKEN if entered.edition == OVERTAKEN else Receipt.COUNTED
