"""Preparing an event: its programme changed before it begins, and partly later, and last time's event made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.conduct.event import LEAD, Event, create_event
from facilitator.conduct.partners import add_partner, partners_now
from facilitator.conduct.prepared_rows import Prepared, WayBack, prepared_decision
from facilitator.conduct.safeguarding import safeguarding_now, tell_safeguarding
from facilitator.conduct.starting import EventDetails
from facilitator.core.keys import EntryId, Source
from facilitator.core.plan.difference import Difference, differences
from facilitator.core.programme import Programme
from facilitator.core.wording import Wording
from facilitator.programme.reading import ProgrammeFile
from facilitator.store.moment import Decision, Moment, Said

__all__ = [
    "Prepared",
    "differences_now",
    "duplicate",
    "issued_file",
    "issued_programme",
    "prepare",
    "prepare_again",
    "prepared_now",
    "programme_as_asked",
]


def prepare(
    event: Event, programme: Programme, *, what: str = "", by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Let the event follow `programme` from now on: its run sheet and its questions with it; `what` says what changed.

    Only what differs from the programme that the event follows is changed; what the room or the run of the event
    changed elsewhere stays. Undone by `prepare_again`. Nothing is stored where the event follows it already. Raises
    `Refused` for a step that has begun, a question that was put to the room, taken back or worded by it, what follows
    from carried areas, and once the count is closed; `ProgrammeRefused` for what no programme file may hold.
    """

    def rule(moment: Moment) -> Decision[None]:
        return prepared_decision(moment, event.issued, programme, Said("prepare programme", what, by))

    event.decide(rule, entry_id)
    event.read_programme_anew()


def prepared_now(event: Event) -> Prepared:
    """Return how the event stands, for the way back to it."""
    return Prepared.at(event.store.reading, event.programme)


def prepare_again(
    event: Event, wanted: Prepared, left: Prepared, *, what: str = "", by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Undo or do again a preparing: follow what was followed at `wanted`, before or after the change that made `left`.

    Steps have their minutes of then, but for those that the event gave other minutes since. Raises as `prepare` does.
    """

    def rule(moment: Moment) -> Decision[None]:
        said = Said("prepare programme", what, by)
        return prepared_decision(moment, event.issued, wanted.programme, said, way=WayBack(left, wanted))

    event.decide(rule, entry_id)
    event.read_programme_anew()


def programme_as_asked(event: Event) -> Programme:
    """Return the event's programme with the words that the room gave its questions since; for showing it."""
    reading = event.store.reading
    newest = {asked.key: asked for asked in sorted(reading.questions(), key=lambda asked: asked.id)}
    rooms = {key: asked.text for key, asked in newest.items() if Source(asked.source) is Source.ROOM}
    questions = (
        replace(one, wording=Wording(rooms[one.key], source=Source.ROOM)) if one.key in rooms else one
        for one in event.programme.questions
    )
    return replace(event.programme, questions=tuple(questions))


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
