"""Preparing an event: its programme changed before it begins, and partly later, and last time's event made again."""

from __future__ import annotations

from pathlib import Path

from facilitator.conduct.event import LEAD, Event, create_event
from facilitator.conduct.partners import add_partner, partners_now
from facilitator.conduct.prepared_rows import prepared_decision
from facilitator.conduct.safeguarding import safeguarding_now, tell_safeguarding
from facilitator.conduct.starting import EventDetails
from facilitator.core.keys import EntryId
from facilitator.core.plan.difference import Difference, differences
from facilitator.core.programme import Programme
from facilitator.programme.reading import ProgrammeFile
from facilitator.store.moment import Decision, Moment, Said


def prepare(
    event: Event, programme: Programme, *, what: str = "", by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Let the event follow `programme` from now on: its run sheet and its questions with it; `what` says what changed.

    Undone by preparing the programme of before. Nothing is stored where the event follows it already. Raises `Refused`
    for a step that has begun, a question that was put to the room, what follows from carried areas, and once the count
    is closed; `ProgrammeRefused` for what no programme file may hold.
    """

    def rule(moment: Moment) -> Decision[None]:
        return prepared_decision(moment, event.issued, programme, Said("prepare programme", what, by))

    event.decide(rule, entry_id)
    event.read_programme_anew()


def issued_programme(event: Event) -> Programme:
    """Return the programme as it was issued, whatever was prepared of it since."""
    return event.issued


def differences_now(event: Event) -> tuple[Difference, ...]:
    """Return how the event's programme differs from the issued one, in the length of the event."""
    return differences(event.issued, event.programme, event.details.variant)


def issued_file(event: Event) -> ProgrammeFile:
    """Return the programme as it was issued with its text, as another event can be made of it."""
    text, form, digest = event.store.reading.programme_text()
    return ProgrammeFile(event.issued, text, "json" if form == "json" else "toml", digest)


def duplicate(earlier: Event, path: Path, details: EventDetails, *, rehearsal: bool = False, by: str = LEAD) -> Event:
    """Make a new event like an earlier one, and open it: its programme, its preparation, partners and who to call.

    Nothing of what happened goes with it: no votes, notes, people, ticks of duties or changes made while it ran. Raises
    as `create_event` does. `earlier` is read and never written.
    """
    file = issued_file(earlier)
    event = create_event(path, file, details, rehearsal=rehearsal, prepared=earlier.programme, by=by)
    try:
        _take_over(earlier, event, by)
    except BaseException:
        event.close()
        raise
    return event


def _take_over(earlier: Event, event: Event, by: str) -> None:
    for partner in partners_now(earlier):
        add_partner(event, partner.name, partner.kind, partner.role, by=by)
    lead = safeguarding_now(earlier)
    if lead.is_named:
        tell_safeguarding(event, lead.name, lead.phone, lead.advice, by=by)
