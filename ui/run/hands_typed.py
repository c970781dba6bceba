"""What stands in the columns of two tellers: whether the file holds it, and what it comes to in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.keys import Channel
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.figures import Figures, needs_voters

ROOM = "room"


@dataclass(frozen=True, slots=True)
class HandsTyped:
    """What stands in the columns of the first and the second teller; None where no second one counts."""

    first: Figures
    second: Figures | None = None


def says_the_same(typed: HandsTyped, stored: HandsTyped) -> bool:
    """Return whether the stored counts are what stands in the fields, where empty means that nobody noted any."""
    pairs = ((typed.first, stored.first), (typed.second, stored.second))
    return all(_whole(one) == _whole(other) for one, other in pairs)


def _whole(figures: Figures | None) -> CountSheet | None:
    return None if figures is None or figures.is_empty else figures.sheet(ROOM, Channel.HANDS)


def added_in_words(figures: Figures, question: QuestionResult | None, words: Translator) -> Message:
    """Return the sum as it is said while typing, such as "31 + 6 + 9 + 2 rather not say = 48"."""
    if figures.is_empty or question is None:
        return say("Enter a figure for each answer, 0 where nobody raised a hand.")
    if needs_voters(question):
        marks = sum(figure or 0 for figure in figures.options.values())
        if figures.voted is None:
            return say("{marks} marks; how many people voted is not typed yet", marks=marks)
        return say("{marks} marks, {people} people voted", marks=marks, people=figures.people)
    return say("{parts} = {people}", parts=" + ".join(_parts(figures, words)), people=figures.people)


def _parts(figures: Figures, words: Translator) -> Iterator[str]:
    for figure in figures.options.values():
        yield "?" if figure is None else str(figure)
    others = (
        (say("{count} rather not say", count=figures.abstain or 0), figures.abstain),
        (say("{count} blank", count=figures.blank or 0), figures.blank),
        (say("{count} spoilt", count=figures.spoilt or 0), figures.spoilt),
    )
    for message, figure in others:
        if figure:
            yield words(message)
