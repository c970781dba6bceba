"""The tables of the room at one question: who sits there, and what each of them counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.core.keys import Channel
from facilitator.core.tables import TablesNow, place_key, table_number, table_place
from facilitator.core.tally import CountSheet
from facilitator.store.reading import QuestionNow, Reading
from facilitator.store.rows import TableSessionRow


@dataclass(frozen=True, slots=True)
class TableNow:
    """One table at a question: who sits there, as said at this step or last before it, and its count if it sent one."""

    place: str
    headcount: int | None
    headcount_is_of_this_step: bool
    sheet: CountSheet | None


def tables_at_question(reading: Reading, question: QuestionNow) -> tuple[TableNow, ...]:
    """Return the tables the event began with, those named since, and those that sent a count."""
    sheets = [found.sheet for found in reading.sheets(question.id)]
    counts = {place_key(sheet.place): sheet for sheet in sheets if sheet.channel is Channel.TALLY}
    before = _sessions_until(reading, question.activity)
    numbered = (table_place(number + 1) for number in range(reading.detail().tables or 0))
    sessions = (session.place for session in before)
    places = _in_order([*numbered, *sessions, *(sheet.place for sheet in counts.values())])
    return tuple(_table(place, before, question.activity, counts.get(place_key(place))) for place in places)


def tables_now(reading: Reading, question: QuestionNow) -> TablesNow:
    """Return who sits at the tables and who voted there."""
    tables = tables_at_question(reading, question)
    voted = {table.place: table.sheet.people for table in tables if table.sheet is not None and table.sheet.people}
    return TablesNow({table.place: table.headcount for table in tables}, voted, _stand_alone(reading, question))


def _stand_alone(reading: Reading, question: QuestionNow) -> bool:
    others = any(
        found.sheet.channel is not Channel.TALLY and found.sheet.people for found in reading.sheets(question.id)
    )
    return not others and not any(group.channel is not Channel.TALLY for group in reading.ballot_groups(question.id))


def _sessions_until(reading: Reading, activity: str) -> list[TableSessionRow]:
    """Return the table sessions of this step and those before it in the run sheet, the earliest first."""
    steps = [step.key for step in reading.run_sheet()]
    until = steps[: steps.index(activity) + 1] if activity in steps else steps
    found = [session for session in reading.table_sessions() if session.activity in until and session.place]
    return sorted(found, key=lambda session: until.index(session.activity))


def _in_order(places: Iterable[str]) -> list[str]:
    """Return each place once, the numbered tables by their number, then the others as they came."""
    once: dict[str, str] = {}
    for place in places:
        once.setdefault(place_key(place), place)
    return sorted(once.values(), key=lambda place: _sorting(place))


def _sorting(place: str) -> tuple[bool, int]:
    number = table_number(place)
    return number is None, number or 0


def _table(place: str, sessions: list[TableSessionRow], activity: str, sheet: CountSheet | None) -> TableNow:
    here = [session for session in sessions if place_key(session.place) == place_key(place)]
    known = [session for session in here if session.headcount is not None]
    told = any(session.activity == activity for session in known)
    return TableNow(place, known[-1].headcount if known else None, told, sheet)
