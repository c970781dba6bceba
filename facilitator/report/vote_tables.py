"""Votes as tables: one line for each question whose answers have the same names, or one for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.core.disclosure import ShownOption, ShownResult
from facilitator.core.methods import Method
from facilitator.core.shares import Base
from facilitator.document.chart import figure_shown, shown_order
from facilitator.document.content import Block, Bullets, Column, Own, Table, Words
from facilitator.report.headlines import headline
from facilitator.words.message import Message, say

_IN_LINES = (Method.STATEMENT, Method.DIRECTION)


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A vote and the words it stands under, which are not always those people voted on."""

    words: str
    vote: ShownResult
    changed: bool = False
    stale: bool = False

    @property
    def fits_a_line(self) -> bool:
        """Whether its answers can stand beside each other."""
        return self.vote.method in _IN_LINES

    @property
    def named(self) -> Words:
        """The words, with what its figures must not be read without."""
        marked = self.marked
        return marked if marked.values["words"] != self.words or self.changed else Own(self.words)

    @property
    def marked(self) -> Message:
        """The words as a sentence of ours, for a caption."""
        marked = say("{words} *", words=self.words) if self.changed else say("{words}", words=self.words)
        if self.stale:
            marked = say("{words} (the vote was corrected after the room had decided)", words=marked)
        elif self.vote.status == "corrected":
            marked = say("{words} (corrected after the vote)", words=marked)
        return say("{words} (provisional)", words=marked) if self.vote.provisional else marked


def vote_blocks(lines: Sequence[VoteLine], heading: Message, *, with_shares: bool = True) -> Iterator[Block]:
    """Yield votes whose answers stand beside each other as tables, then each whose figures are not published."""
    told = [line for line in lines if line.vote.figures]
    for answers in dict.fromkeys(_answers(line) for line in told):
        alike = [line for line in told if _answers(line) == answers]
        yield _table(answers, alike, heading) if with_shares else _table_of_counts(answers, alike, heading)
    withheld = [line for line in lines if not line.vote.figures]
    if withheld:
        yield Bullets(tuple(_in_words(line) for line in withheld))


def ranking_in_words(line: VoteLine, most: int) -> Message:
    """Return the answers of a vote in a paragraph, the most chosen first, each with its figure, and of how many."""
    vote = line.vote
    told: Message | None = None
    for option in shown_order(vote)[:most]:
        one = say("{answer} {figure}", answer=headline(option.text), figure=_with_share(vote, option))
        told = one if told is None else say("{before}; {next}", before=told, next=one)
    if len(vote.options) > most:
        told = say("{before}; the rest is in the report", before=told or "")
    return say("{question} {answers}; {base}.", question=line.marked, answers=told or "", base=_base(vote))


def _base(vote: ShownResult) -> Message:
    if vote.of is Base.DOTS:
        return say("of {base} dots", base=vote.base or 0)
    if vote.method is Method.CHOOSE and vote.max_marks > 1:
        return say("of {base} people who made a choice, up to {most} each", base=vote.base or 0, most=vote.max_marks)
    return say("of {base} people who made a choice", base=vote.base or 0)


def _with_share(vote: ShownResult, option: ShownOption) -> str:
    figure = figure_shown(vote, option)
    return f"{figure} ({option.percent})" if option.percent else figure


def _answers(line: VoteLine) -> tuple[str, ...]:
    return tuple(option.text for option in line.vote.options)


def _table(answers: tuple[str, ...], lines: list[VoteLine], heading: Message) -> Table:
    caption = say("Votes for each answer. Percentages are of the votes that made a choice, in the last column.")
    rows = tuple(_row(line, [_with_share(line.vote, option) for option in line.vote.options]) for line in lines)
    return Table(caption, _columns(answers, heading), rows)


def _table_of_counts(answers: tuple[str, ...], lines: list[VoteLine], heading: Message) -> Table:
    caption = say("Votes for each answer, and in the last column how many made a choice.")
    rows = tuple(_row(line, [figure_shown(line.vote, option) for option in line.vote.options]) for line in lines)
    return Table(caption, _columns(answers, heading), rows)


def _columns(answers: tuple[str, ...], heading: Message) -> tuple[Column, ...]:
    named = (Column(say("{answer}", answer=answer), numeric=True) for answer in answers)
    return (Column(heading), *named, Column(say("Of"), numeric=True))


def _row(line: VoteLine, figures: list[str]) -> tuple[Words, ...]:
    base = "" if line.vote.base is None else str(line.vote.base)
    return (line.named, *(Own(figure) for figure in figures), Own(base))


def _in_words(line: VoteLine) -> Words:
    """Return a vote without figures, with the reason beside it: further down nobody knows whose reason it is."""
    outcome, why = line.vote.in_words, line.vote.withheld
    if outcome is not None and why is not None:
        return say("{question} – {outcome} {why}", question=line.marked, outcome=outcome, why=why)
    told = outcome if outcome is not None else why
    return line.named if told is None else say("{question} – {outcome}", question=line.marked, outcome=told)
