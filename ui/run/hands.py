"""Figures counted by hands: from what was typed to a count sheet, and what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.conduct.counting import closing_blockers_with
from facilitator.conduct.event import Event
from facilitator.conduct.voting import Closing, closing_blockers
from facilitator.core.accounting import Blocker
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.errors import Refused
from facilitator.words.message import say

ROOM = "room"


@dataclass(frozen=True, slots=True)
class HandsEntry:
    """What stands in the fields now; None is an empty field, which is not known and never nought."""

    present: int | None
    figures: Mapping[OptionKey, int | None]
    voted: int | None = None
    abstain: int | None = None
    explanation: str = ""
    why: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no figure was typed yet."""
        return all(figure is None for figure in (*self.figures.values(), self.voted, self.abstain))

    @property
    def is_whole(self) -> bool:
        """Whether every answer has its figure."""
        return all(figure is not None for figure in self.figures.values())

    @property
    def sheet(self) -> CountSheet:
        """The count sheet of these figures."""
        lines = {option: figure for option, figure in self.figures.items() if figure is not None}
        return CountSheet(ROOM, Channel.HANDS, lines, self.voted, self.abstain or 0)


def needs_voters(question: QuestionResult) -> bool:
    """Return whether how many people voted has to be counted beside the marks."""
    return not question.method.takes_one_choice


def is_new(entry: HandsEntry, stored: CountSheet | None) -> bool:
    """Return whether the figures differ from the hands that are in the event file."""
    return stored is None or not entry.sheet.agrees_with(stored)


def other_votes_alone(question: QuestionResult, entry: HandsEntry) -> bool:
    """Return whether no hands were typed or stored, and people voted in another way."""
    return entry.is_empty and bool(question.tally.cast_by_channel.keys() - {Channel.HANDS})


def in_the_way(event: Event, question: QuestionResult, entry: HandsEntry) -> list[Blocker]:
    """Return what stands in the way of closing with these figures, before they are stored."""
    closing = Closing(entry.present, explanation=entry.explanation)
    if other_votes_alone(question, entry):
        return closing_blockers(event, question.key, closing)
    try:
        refuse_incomplete(entry)
        return closing_blockers_with(event, question.key, entry.sheet, closing)
    except Refused as refused:
        return [Blocker(refused.message, can_be_explained=False)]


def refuse_incomplete(entry: HandsEntry) -> None:
    """Raise `Refused` while an answer has no figure: an empty field is never taken for nought."""
    if entry.is_empty:
        raise Refused(
            say("The hands are not counted yet."), say("Enter a figure for each answer, 0 where nobody raised a hand.")
        )
    if not entry.is_whole:
        raise Refused(say("An answer has no figure yet."), say("Enter 0 where nobody raised a hand."))


def people_typed(entry: HandsEntry) -> int:
    """Return how many people the typed figures say have voted."""
    return entry.sheet.valid + entry.sheet.abstain
