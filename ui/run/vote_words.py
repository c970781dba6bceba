"""How a vote stands, in one line above its figures."""

from __future__ import annotations

from facilitator.core.keys import Channel, State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import Tally
from facilitator.core.ways import is_private_screen, way_named
from facilitator.words.message import Message, say, say_many

_STATES = {
    "ready": say("Not open yet"),
    "open": say("Open"),
    "closed": say("Closed"),
    "corrected": say("Closed, corrected"),
    "void": say("Taken back"),
}


def standing(question: QuestionResult, *, revealed: bool) -> Message:
    """Return how a question stands, such as "Open · 61 of 84 have voted · 31 by hands, 30 by tables"."""
    state = _STATES[question.status]
    if question.practice:
        state = say("{state} · practice, not counted anywhere", state=state)
    if question.state is State.OPEN:
        return _turnout(question, state)
    if question.state is not State.CLOSED:
        return state
    if revealed:
        return say("{state}, and the room sees the result", state=state)
    return say("{state}; the room does not see the result", state=state)


def votes_alone(question: QuestionResult) -> bool:
    """Return whether a hall that hears the hands called out can work out an assisted vote: there is no other ballot."""
    cast = question.tally.cast_by_channel
    aloud = cast.get(Channel.HANDS, 0) + cast.get(Channel.TALLY, 0)
    return question.tally.assisted <= 1 and question.tally.cast - aloud - question.tally.assisted == 0


def told_of_one(question: QuestionResult) -> Message | None:
    """Say that one assisted vote stands alone beside hands; None where none does, or where it is too late to say."""
    if question.state is not State.OPEN or question.tally.assisted != 1 or not votes_alone(question):
        return None
    return say(
        "One person alone has voted by “A vote for one person”. Where the other figures are called out, the result "
        "tells the hall what that one chose: let somebody else vote there too, or call no figures out."
    )


def _turnout(question: QuestionResult, state: Message) -> Message:
    told = say("{state} · {turnout}", state=state, turnout=_voted(question))
    ways = [
        _came(question.tally, channel, people)
        for channel, people in sorted(question.tally.cast_by_channel.items())
        if people
    ]
    if question.tally.assisted and not is_private_screen(question.tally, Channel.PAPER):
        ways.append(say("{people} of them assisted", people=question.tally.assisted))
    for number, way in enumerate(ways):
        told = say("{told}, {way}", told=told, way=way) if number else say("{told} · {way}", told=told, way=way)
    return told


def _came(tally: Tally, channel: Channel, people: int) -> Message:
    if is_private_screen(tally, channel):
        return say("{people} at the private screen", people=people)
    return say("{people} by {way}", way=way_named(tally, channel), people=people)


def _voted(question: QuestionResult) -> Message:
    cast, present = question.tally.cast, question.denominators.present
    if present is None:
        return say_many("{count} has voted", "{count} have voted", count=cast)
    return say_many("{count} of {present} has voted", "{count} of {present} have voted", count=cast, present=present)
