"""A rehearsal of somebody's own event, as it was prepared, in a file of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.conduct.event import Event
from facilitator.conduct.preparing import duplicate
from facilitator.rehearsal.crowd import FEWEST_PEOPLE, MOST_PEOPLE, MOST_TABLES, PEOPLE_AT_A_TABLE, Crowd, a_crowd

_TABLES_WHEN_UNKNOWN = 10
_SEED = 1


def rehearsal_of(event: Event, path: Path, *, title: str, held_on: str) -> Event:
    """Make a rehearsal of an event and open it; the event itself is read and never written.

    It has no more tables than pretend people fill, and a usual number where that is not known yet.
    """
    tables = min(MOST_TABLES, event.details.tables or _TABLES_WHEN_UNKNOWN)
    details = replace(event.details, title=title, held_on=held_on, tables=tables)
    return duplicate(event, path, details, rehearsal=True)


def crowd_of(rehearsal: Event) -> Crowd:
    """Return the pretend people of a rehearsal: about eight at each table, the same ones each time it is opened."""
    tables = min(MOST_TABLES, rehearsal.details.tables or _TABLES_WHEN_UNKNOWN)
    people = max(FEWEST_PEOPLE, min(MOST_PEOPLE, tables * PEOPLE_AT_A_TABLE))
    return a_crowd(people, tables, _SEED)
