"""One counter's figures of a question: from what was typed to a count sheet, and what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.conduct.carried_stage import short_name
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands in the fields; None is an empty field: of an answer not known, of the others nobody noted any."""

    options: Mapping[OptionKey, int | None] = field(default_factory=dict)
    voted: int | None = None
    abstain: int | None = None
    blank: int | None = None
    spoilt: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no figure was typed yet."""
        figures = (*self.options.values(), self.voted, self.abstain, self.blank, self.spoilt)
        return all(figure is None for figure in figures)

    @property
    def people(self) -> int:
        """How many people these figures say have voted, as far as they go."""
        return self.sheet("", Channel.HANDS).people

    def gap(self, question: QuestionResult) -> Message | None:
        """Return what is still to be counted; None when the figures are whole."""
        for option in question.options:
            if self.options.get(option.key) is None:
                return say("“{option}” has no figure yet; 0 where nobody chose it.", option=short_name(option.text))
        if needs_voters(question) and self.voted is None:
            return say("How many people voted is missing.")
        return None

    def sheet(self, place: str, channel: Channel, *, provisional: bool = False) -> CountSheet:
        """Return the count sheet of these figures."""
        lines = {option: figure for option, figure in self.options.items() if figure is not None}
        return CountSheet(
            place, channel, lines, self.voted, self.abstain or 0, self.blank or 0, self.spoilt or 0,
            provisional=provisional,
        )  # fmt: skip


def needs_voters(question: QuestionResult) -> bool:
    """Return whether how many people voted has to be counted beside the marks."""
    return not question.method.adds_up(question.max_marks)


def figures_of(sheet: CountSheet | None, question: QuestionResult) -> Figures:
    """Return the figures of a stored sheet as they stand in the fields."""
    if sheet is None:
        return Figures({option.key: None for option in question.options})
    voted = sheet.people_voting if needs_voters(question) else None
    options = {option.key: sheet.lines.get(option.key, 0) for option in question.options}
    return Figures(options, voted, sheet.abstain, sheet.blank, sheet.spoilt)
