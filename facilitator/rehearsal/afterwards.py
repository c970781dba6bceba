"""What the decision-maker says at the end of the rehearsal that plays itself: who does what, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.conduct.next_steps import NextStep, add_next_step, steps_to_fill
from facilitator.rehearsal.game import Game
from facilitator.words.message import Message, say

_WEEKS = (4, 12, 16, 26)  # from the event to the first line of the programme, to the second, and so on
_WHO = (say("the organisers"), say("the care board"), say("the council's cabinet"))


def fill_next_steps(game: Game) -> Iterator[Message]:
    """Fill in the lines that the programme brings; the report comes first, and the days follow one another."""
    lines = steps_to_fill(game.event)
    for number, line in enumerate(lines):
        who = line.step.who or game.in_words(_WHO[number % len(_WHO)])
        step = NextStep(line.step.text, who, _day(game, number))
        add_next_step(game.event, step, step_id=line.id, entry_id=game.entry("next step", number))
        yield say("{what} Who: {who}. By {day}.", what=step.text, who=step.who, day=step.by_when)
    if not lines:
        yield say("The organisers say what happens next.")


def _day(game: Game, number: int) -> str:
    held = date.fromisoformat(game.event.details.held_on)
    return (held + timedelta(weeks=_WEEKS[min(number, len(_WEEKS) - 1)])).isoformat()
