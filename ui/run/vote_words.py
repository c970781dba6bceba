"""How a vote stands, in one line above its figures."""

from __future__ import annotations

from facilitator.core.keys import Channel, State
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say, say_many

_STATES = {
    "ready": say("Not open yet"),
    "open": say("Open"),
    "closed": say("Closed"),
    "corrected": say("Closed, corrected"),
    "void": say("Taken back"),
}
_CHANNELS = {
    Channel.HANDS: say("hands"),
    Channel.TALLY: say("tables"),
    Channel.PAPER: say("paper"),
    Channel.PHONE: say("phone"),
    Channel.IMPORT: say("file"),
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


def _turnout(question: QuestionResult, state: Message) -> Message:
    told = say("{state} · {turnout}", state=state, turnout=_voted(question))
    ways = [
        say("{people} by {way}", way=_CHANNELS[channel], people=people)
        for channel, people in sorted(question.tally.cast_by_channel.items())
        if people
    ]
    if question.tally.assisted:
        ways.append(say("{people} of them assisted", people=question.tally.assisted))
    for number, way in enumerate(ways):
        told = say("{told}, {way}", told=told, way=way) if number else say("{told} · {way}", told=told, way=way)
    return told


def _voted(question: QuestionResult) -> Message:
    cast, present = question.tally.cast, question.denominators.present
    if present is None:
        return say_many("{count} has voted", "{count} have voted", count=cast)
    return say_many("{count} of {present} has voted", "{count} of {present} have voted", count=cast, present=present)
