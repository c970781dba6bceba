"""From how many tables notes came: a number, and never which table (D12)."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.record import EventRecord, StepRecord
from facilitator.core.programme import ActivityKind
from facilitator.core.tables import ROOM, place_key, table_place


@dataclass(frozen=True, slots=True)
class NoteTables:
    """How many tables returned notes in a step, and how many there were: None where that is not known (T28)."""

    returned: int
    there: int | None


def note_tables(record: EventRecord, activity: str) -> NoteTables | None:
    """Return the tables of a step, or None where no note of it came from a table; an empty table is none."""
    noted = {place_key(note.place) for note in record.notes if note.activity == activity and note.place} - {ROOM}
    if not noted:
        return None
    here = [one for one in record.table_sessions if one.activity == activity and one.place]
    numbered = {place_key(table_place(number + 1)) for number in range(record.details.tables or 0)}
    empty = {place_key(one.place) for one in here if one.headcount == 0}
    there = ((numbered | {place_key(one.place) for one in here}) - empty) | noted
    return NoteTables(len(noted), len(there) if record.details.tables is not None else None)


def has_gathered_notes(step: StepRecord) -> bool:
    """Return whether tables talked in this step, as far as the file knows: then notes were asked for."""
    return step.kind == ActivityKind.TABLE_TALK and step.started_at is not None and step.skipped is None
