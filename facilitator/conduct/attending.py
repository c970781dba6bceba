"""Head-counts: how many people came, and how many are present now; unknown is unknown, never nought."""

from __future__ import annotations

from enum import StrEnum

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import refuse_unknown_activity
from facilitator.core.keys import EntryId
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import AttendanceRow
from facilitator.words.message import say


class Measure(StrEnum):
    """What was counted: unique people over the whole event, or people in the room at an activity."""

    ATTENDED = "attended"
    PRESENT = "present"


class Role(StrEnum):
    """Who was counted; staff and observers are never among the participants (T26)."""

    PARTICIPANT = "participant"
    STAFF = "staff"
    OBSERVER = "observer"


def record_attendance(
    event: Event,
    measure: Measure,
    people: int | None,
    *,
    role: Role = Role.PARTICIPANT,
    activity: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record a head-count; the newest of a measure, role and activity holds, None says that it is not known."""
    if people is not None and people < 0:
        raise Refused(say("A head-count is below zero."), say("Enter a whole number, 0 or more."))

    def rule(moment: Moment) -> Decision[None]:
        if activity:
            refuse_unknown_activity(moment, activity)
        row = AttendanceRow(moment.new_id(), moment.entry, measure, role, activity, people)
        return Decision(None, Said("count people", activity, by), [row])

    event.decide(rule, entry_id)


def participants(event: Event, measure: Measure, activity: str = "", *, role: Role = Role.PARTICIPANT) -> int | None:
    """Return the newest head-count of participants, or of another role; None where it is not known."""
    wanted = (measure, role, activity)
    counts = (found for found in event.store.reading.attendance())
    return next((found.people for found in counts if (found.measure, found.role, found.activity) == wanted), None)


def people_here(event: Event) -> int | None:
    """Return how many participants were in the room when that was told last; None where it is not known."""
    return event.store.reading.people_here()
