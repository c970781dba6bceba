"""Who sits at which table: the headcounts that the tables' own counts are measured against."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import refuse_unknown_activity, the_question
from facilitator.conduct.tables import TableNow, tables_at_question
from facilitator.core.keys import EntryId
from facilitator.core.tables import place_key
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import TableSessionRow
from facilitator.words.message import say


def tables_at(event: Event, key: str) -> tuple[TableNow, ...]:
    """Return the tables of the room at the question called `key`, the numbered ones first."""
    reading = event.store.reading
    return tables_at_question(reading, the_question(reading, key))


def record_headcount(
    event: Event,
    activity: str,
    place: str,
    headcount: int | None,
    *,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record how many people sit at a table in an activity, None where nobody knows; its ticks stay as they are."""

    def rule(moment: Moment) -> Decision[None]:
        row = headcount_row(moment, activity, place, headcount)
        return Decision(None, Said("count people at table", activity, by), [row])

    event.decide(rule, entry_id)


def headcount_row(moment: Moment, activity: str, place: str, headcount: int | None) -> TableSessionRow:
    """Return the row that says who sits at a table, in the spelling the table has; raises `Refused` for no table."""
    refuse_unknown_activity(moment, activity)
    name = " ".join(place.split())
    _refuse_unusable(name, headcount)
    said = [found for found in moment.table_sessions() if found.activity == activity]
    alike = [found for found in said if place_key(found.place) == place_key(name)]
    standing = alike[-1] if alike else None
    complete, played_back = (bool(standing.complete), bool(standing.played_back)) if standing else (False, False)
    spelt = standing.place if standing else name
    return TableSessionRow(moment.new_id(), moment.entry, activity, spelt, headcount, complete, played_back)


def _refuse_unusable(place: str, headcount: int | None) -> None:
    if not place:
        raise Refused(say("The table has no name."), say("Write its number, or what people call it."))
    if headcount is not None and headcount < 0:
        raise Refused(say("A head-count is below zero."), say("Enter a whole number, 0 or more."))
