"""Whether a question still balances once some of its counts stand in the stead of others; nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.conduct.finding import denominators_now
from facilitator.conduct.tables import tables_now
from facilitator.conduct.voting import ClosingBlocked
from facilitator.core.accounting import Blocker, Denominators, blockers, refuse_negative
from facilitator.core.keys import Channel
from facilitator.core.tables import TablesNow, place_key
from facilitator.core.tally import CountSheet, tally
from facilitator.store.reading import QuestionNow, Reading, SheetNow


@dataclass(frozen=True, slots=True)
class Exchange:
    """The counts that would stand, those whose places they take, and who would sit at tables (None: as known)."""

    sheets: tuple[CountSheet, ...] = ()
    instead_of: tuple[SheetNow, ...] = ()
    headcounts: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def undone(self) -> Exchange:
        """The same places as they stand now."""
        as_known = dict.fromkeys(self.headcounts)
        return Exchange(tuple(found.sheet for found in self.instead_of), self.instead_of, as_known)


def corrected_statement(reading: Reading, question: QuestionNow, present: int | None, explanation: str) -> Denominators:
    """Return what a question is measured against once corrected; `present` None leaves the people present."""
    stated = denominators_now(reading, question)
    people = stated.present if present is None else present
    return replace(stated, present=people, explanation=_told_too(stated.explanation, explanation))


def refuse_unbalanced(
    reading: Reading, question: QuestionNow, stated: Denominators, explanation: str, exchange: Exchange
) -> None:
    """Raise `ClosingBlocked` for what a correction brings and nothing explains."""
    if found := new_blockers(reading, question, stated, explanation, exchange):
        raise ClosingBlocked(found)


def new_blockers(
    reading: Reading, question: QuestionNow, stated: Denominators, explanation: str, exchange: Exchange
) -> list[Blocker]:
    """Return what a correction brings: what the closing explained stays explained, the new wants words of its own."""
    before = replace(denominators_now(reading, question), explanation="")
    known = blockers_with(reading, question, before, exchange.undone)
    found = blockers_with(reading, question, replace(stated, explanation=explanation), exchange)
    return [blocker for blocker in found if blocker not in known]


def blockers_with(reading: Reading, question: QuestionNow, stated: Denominators, exchange: Exchange) -> list[Blocker]:
    """Return what does not balance once the exchange is made."""
    refuse_negative(stated)
    gone = {found.id for found in exchange.instead_of}
    staying = [found.sheet for found in reading.sheets(question.id) if found.id not in gone]
    counted = tally(reading.rule(question), reading.ballot_groups(question.id), [*staying, *exchange.sheets])
    return blockers(counted, stated, tables=_tables_counted_anew(reading, question, exchange))


def _tables_counted_anew(reading: Reading, question: QuestionNow, exchange: Exchange) -> TablesNow:
    """Return the tables that voted and those told of anew: who else sent nothing was settled at the closing."""
    anew = {place_key(sheet.place): sheet.people for sheet in exchange.sheets if sheet.channel is Channel.TALLY}
    told = {place_key(place): people for place, people in exchange.headcounts.items()}
    now, headcounts, voted = tables_now(reading, question), dict[str, int | None](), dict[str, int]()
    for place, people in now.headcounts.items():
        key = place_key(place)
        if key in anew or place in now.voted:
            voted[place] = anew[key] if key in anew else now.voted[place]
        if place in voted or key in told:
            headcounts[place] = people if told.get(key) is None else told[key]
    return TablesNow(headcounts, voted, now.stand_alone)


def _told_too(before: str, more: str) -> str:
    """Return an explanation that stands, and one more after it: what was printed once is not taken back."""
    before, more = before.strip(), more.strip()
    return more if not before else before if more in before else f"{before} {more}"
