"""Extra time for a table: one with an interpreter needs longer in a step than the others."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import refuse_unknown_activity
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.core.keys import EntryId
from facilitator.core.tables import ROOM, place_key, table_number, table_place
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import TableTimeRow
from facilitator.words.message import say

MOST_MINUTES = 120
_LONGEST_PLACE = 80  # characters


@dataclass(frozen=True, slots=True)
class TableTime:
    """How many minutes more than the others a table has in one step."""

    place: str
    minutes: int


def give_table_time(
    event: Event, activity: str, place: str, minutes: int, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Give a table so many minutes more than the others in a step, in all; 0 takes them back.

    The same again leaves no trace. Raises `Refused` for a step that is not on the run sheet, for what is no table of
    the event, and for more than two hours.
    """
    if not 0 <= minutes <= MOST_MINUTES:
        raise Refused(
            say("{minutes} minutes more cannot be right.", minutes=minutes),
            say("Give 0 to {most} minutes; to give everybody longer, use the slow pace.", most=MOST_MINUTES),
        )

    def rule(moment: Moment) -> Decision[None]:
        refuse_unknown_activity(moment, activity)
        table = _the_table(moment, place)
        stands = {place_key(one.place): one for one in times_in(moment, activity)}.get(place_key(table))
        if (stands.minutes if stands else 0) == minutes:
            return Decision(None)
        row = TableTimeRow(moment.new_id(), moment.entry, activity, stands.place if stands else table, minutes)
        return Decision(None, Said("give table time", activity, by), [row])

    event.decide(rule, entry_id)


def table_times_now(event: Event, activity: str) -> tuple[TableTime, ...]:
    """Return the tables that have more time in a step, the numbered ones by their number."""
    return times_in(event.store.reading, activity)


def times_in(reading: Reading, activity: str) -> tuple[TableTime, ...]:
    """Return the tables that have more time in a step, as it stands."""
    found = (TableTime(row.place, row.minutes) for row in reading.table_times() if row.activity == activity)
    return tuple(sorted((one for one in found if one.minutes), key=_in_order))


def _in_order(time: TableTime) -> tuple[bool, int, str]:
    number = table_number(time.place)
    return number is None, number or 0, time.place


def _the_table(reading: Reading, place: str) -> str:
    refuse_unfit_line(place, _LONGEST_PLACE)
    name = " ".join(place.split())
    if not name or name.casefold() == ROOM:
        raise Refused(say("This is no table."), say("Choose one table; to give everybody longer, use the slow pace."))
    number, tables = table_number(name), reading.detail().tables
    if number is not None and tables is not None and not 0 < number <= tables:
        raise Refused(
            say("There is no table {number}: this event has {tables}.", number=number, tables=tables),
            say("Choose one of its tables."),
        )
    return name if number is None else table_place(number)
