"""The result of a question as the operator sees it: everything, before any gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.core.accounting import Denominators, not_returned
from facilitator.core.keys import Channel, OptionKey, QuestionKey, Source, StageKey, State
from facilitator.core.methods import Method
from facilitator.core.ranking import ranks
from facilitator.core.shares import Base, Share
from facilitator.core.tally import Tally


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One option: people who chose it (None where only dots are known), its dots, its rank and its share."""

    key: OptionKey
    text: str
    text_hash: str
    source: Source
    count: int | None
    points: int
    rank: int
    share: Share


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question with its accounting; `status` is ready, open, closed, corrected or void.

    `provisional`: some of it was counted from paper at a table, and the scan will take its place (domain.md 7a).
    `tables_counted` is how many tables sent a count, None where tables did not count; `tables_missing` names others.
    """

    key: QuestionKey
    stage: StageKey
    activity: str
    text: str
    text_hash: str
    source: Source
    wording_version: int
    method: Method
    max_marks: int
    state: State
    revision: int
    sensitive: bool
    denominators: Denominators
    tally: Tally
    options: tuple[OptionResult, ...]
    late: int = 0
    from_area: str | None = None
    practice: bool = False
    provisional: bool = False
    tables_counted: int | None = None
    tables_missing: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """Where the question stands, in one word; a closed one of a later revision is corrected."""
        if self.state is State.CLOSED and self.revision > 1:
            return "corrected"
        return self.state.value

    @property
    def base(self) -> int:
        """Of whom the percentages are: the valid ballots, or for dots the dots given (T15)."""
        return sum(self.tally.points.values()) if self.method is Method.DOTS else self.tally.valid

    @property
    def not_voted(self) -> int | None:
        """How many people present did not vote; None where present is unknown (T28)."""
        present = self.denominators.present
        return None if present is None else max(0, present - self.tally.cast)

    @property
    def not_returned(self) -> dict[Channel, int]:
        """How many issued ballots did not come back, by channel (T6)."""
        return not_returned(self.denominators, self.tally)

    @property
    def unused_dots(self) -> int:
        """How many dots of the valid ballots were not used."""
        return self.tally.valid * self.max_marks - self.base if self.method is Method.DOTS else 0


def compared(method: Method, tally: Tally) -> Mapping[OptionKey, int]:
    """Return the figures by which the options are ranked and shared: dots for dots, else people."""
    if method is Method.DOTS:
        return tally.points
    return {option: count or 0 for option, count in tally.counts.items()}


def option_results(
    method: Method, tally: Tally, texts: Mapping[OptionKey, tuple[str, str, Source]]
) -> tuple[OptionResult, ...]:
    """Return the options in shown order with rank and share; `texts` gives text, text hash and source."""
    figures = compared(method, tally)
    rank = ranks(figures)
    of_dots = method is Method.DOTS
    base = sum(tally.points.values()) if of_dots else tally.valid
    return tuple(
        OptionResult(
            option,
            *texts[option],
            tally.counts[option],
            tally.points[option],
            rank[option],
            Share(figures[option], base, Base.DOTS if of_dots else Base.VALID),
        )
        for option in texts
    )
