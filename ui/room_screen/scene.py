"""What the room screen can show: a quiet screen, a question or a result; nothing the gate did not pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from facilitator.core.disclosure import ShownResult
from facilitator.core.methods import Method
from facilitator.document.base import base_sentence
from facilitator.document.chart import description
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class Welcome:
    """Between questions: the event's name, and where and when it is."""

    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Asking:
    """An open question; `voted` is how many votes have come in, None before any count is in."""

    result: ShownResult
    present: int | None
    voted: int | None


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed question whose result the operator has not shown yet."""

    text: str


@dataclass(frozen=True, slots=True)
class Revealed:
    """A result."""

    result: ShownResult


Scene: TypeAlias = "Welcome | Asking | Closed | Revealed"


def headline(scene: Scene) -> str:
    """Return the one strong thing on the screen."""
    if isinstance(scene, Welcome):
        return scene.title
    return scene.text if isinstance(scene, Closed) else scene.result.text


def foot(scene: Scene) -> tuple[Message, ...]:
    """Return the lines at the foot of the screen."""
    if isinstance(scene, Asking):
        return tuple(line for line in (how_to_vote(scene.result), turnout(scene)) if line is not None)
    if isinstance(scene, Closed):
        return (say("The vote is closed. The result comes next."),)
    if isinstance(scene, Revealed):
        return _base_lines(scene.result)
    return ()


def how_to_vote(result: ShownResult) -> Message:
    """Return how people answer this question by hands."""
    if result.method is Method.CHOOSE:
        return say_many(
            "Raise your hand for one of these, when it is called.",
            "Raise your hand for up to {count} of these, when each is called.",
            count=result.max_marks,
        )
    if result.method is Method.DOTS:
        return say_many("You have one dot to give.", "You have {count} dots to give.", count=result.max_marks)
    return say("Raise your hand once, when your answer is called.")


def turnout(scene: Asking) -> Message | None:
    """Return how many have voted so far, or how many are here; None where neither is known."""
    if scene.voted is None:
        here = say_many("{count} person is here.", "{count} people are here.", count=scene.present or 0)
        return None if scene.present is None else here
    if scene.present is None:
        return say_many("{count} person has voted.", "{count} people have voted.", count=scene.voted)
    return say("{voted} of {present} have voted.", voted=scene.voted, present=scene.present)


def spoken(scene: Scene, words: Translator) -> str:
    """Return all that the screen says, for people who hear it."""
    if isinstance(scene, Welcome):
        return scene.line
    if isinstance(scene, Revealed):
        return words(description(scene.result))
    told = [words(line) for line in foot(scene)]
    if isinstance(scene, Asking):
        told.insert(0, words(description(scene.result)))
    return " ".join(told)


def _base_lines(result: ShownResult) -> tuple[Message, ...]:
    base = base_sentence(result)
    corrected = say("Corrected result.") if result.status == "corrected" else None
    withheld = None if result.figures else result.withheld
    return tuple(line for line in (corrected, base, withheld, result.in_words) if line is not None)
