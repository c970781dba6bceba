"""Whether a question still balances once some of its counts stand in the stead of others; nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.conduct.finding import denominators_now
from facilitator.conduct.tables import tables_at_question
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
        return Exchange(tuple(found.sheet for found in self.instead_of), self.instead_of)


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
    """Return only the tables that are counted anew: what was the matter with the others was settled at the closing."""
    people = {place_key(sheet.place): sheet.people for sheet in exchange.sheets if sheet.channel is Channel.TALLY}
    told = {place_key(place): told for place, told in exchange.headcounts.items() if told is not None}
    tables = [table for table in tables_at_question(reading, question) if place_key(table.place) in people]
    return TablesNow(
        {table.place: told.get(place_key(table.place), table.headcount) for table in tables},
        {table.place: people[place_key(table.place)] for table in tables},
    )


def _told_too(before: str, more: str) -> str:
    """Return an explanation that stands, and one more after it: what was printed once is not taken back."""
    before, more = before.strip(), more.strip()
    return more if not before else before if more in before else f"{before} {more}"
