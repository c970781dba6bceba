"""Figures counted by hands: from what was typed to a count sheet, and what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.conduct.event import Event
from facilitator.conduct.voting import Closing, closing_blockers
from facilitator.core.accounting import Blocker, Denominators, blockers
from facilitator.core.ballots import BallotRule
from facilitator.core.keys import Channel, OptionKey, State
from facilitator.core.methods import Method
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet, Tally, checked, tally
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


def stored_hands(question: QuestionResult) -> CountSheet | None:
    """Return the hands that are in the event file already."""
    counted = question.tally
    if Channel.HANDS not in counted.cast_by_channel:
        return None
    lines = {
        option.key: option.points if question.method is Method.DOTS else option.count for option in question.options
    }
    voted = counted.cast if needs_voters(question) else None
    known = {option: figure for option, figure in lines.items() if figure is not None}
    return CountSheet(ROOM, Channel.HANDS, known, voted, counted.abstain)


def is_stored(question: QuestionResult, entry: HandsEntry) -> bool:
    """Return whether the file holds these very figures."""
    stored = stored_hands(question)
    return stored is not None and entry.sheet.agrees_with(stored)


def in_the_way(event: Event, question: QuestionResult, entry: HandsEntry) -> list[Blocker]:
    """Return what stands in the way of closing with these figures, before they are stored."""
    try:
        refuse_incomplete(entry)
        checked(entry.sheet, rule_of(question))
    except Refused as refused:
        return [Blocker(refused.message, can_be_explained=False)]
    if question.state is State.OPEN and is_stored(question, entry):
        return closing_blockers(event, question.key, Closing(entry.present, explanation=entry.explanation))
    return blockers(counted(question, entry), _stated(question, entry))


def refuse_incomplete(entry: HandsEntry) -> None:
    """Raise `Refused` while an answer has no figure: an empty field is never taken for nought."""
    if entry.is_empty:
        raise Refused(
            say("The hands are not counted yet."), say("Enter a figure for each answer, 0 where nobody raised a hand.")
        )
    if not entry.is_whole:
        raise Refused(say("An answer has no figure yet."), say("Enter 0 where nobody raised a hand."))


def counted(question: QuestionResult, entry: HandsEntry) -> Tally:
    """Return what the typed figures come to."""
    return tally(rule_of(question), (), [entry.sheet])


def rule_of(question: QuestionResult) -> BallotRule:
    """Return what a ballot of the question may hold."""
    return BallotRule(question.method, tuple(option.key for option in question.options), question.max_marks)


def _stated(question: QuestionResult, entry: HandsEntry) -> Denominators:
    present = question.denominators.present if entry.present is None else entry.present
    return Denominators(present, explanation=entry.explanation)
