"""Duties: what the organiser has seen to, what is not needed and why, and what is still open."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, LONGEST_REASON, Event
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.core.duties import NOT_LEGAL_ADVICE as NOT_LEGAL_ADVICE
from facilitator.core.duties import Duty as Duty
from facilitator.core.duties import DutyState as DutyState
from facilitator.core.duties import listed_duties
from facilitator.core.keys import EntryId
from facilitator.core.meeting import Profile
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import DutyRow
from facilitator.words.message import say


def duties_now(event: Event) -> tuple[Duty, ...]:
    """Return the duties of this kind of meeting as they stand, in the order in which they are seen to."""
    return duties_in(event.store.reading)


def duties_in(reading: Reading) -> tuple[Duty, ...]:
    """Return the duties as they stand; one of which nobody said anything is open."""
    told = {row.duty: row for row in reading.duties()}
    meeting = reading.meeting()
    listed = listed_duties(Profile(meeting.profile) if meeting else Profile.USUAL)
    return tuple(
        Duty(one.key, one.text, one.why, DutyState(row.state), row.remark)
        if (row := told.get(one.key))
        else Duty(one.key, one.text, one.why)
        for one in listed
    )


def mark_duty(
    event: Event, key: str, state: DutyState, remark: str = "", *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Record where the organiser stands with a duty; the same again leaves no trace.

    Raises `Refused` for a duty that is not on the list, for one that is not needed without a remark, and for a remark
    that is no line of 2,000 characters.
    """
    words = remark.strip()
    if state is DutyState.NOT_NEEDED and not words:
        raise Refused(
            say("A remark is missing: why is this not needed?"), say("Write it in a few words; the report prints it.")
        )
    refuse_unfit_line(words, LONGEST_REASON)

    def rule(moment: Moment) -> Decision[None]:
        stands = next((duty for duty in duties_in(moment) if duty.key == key), None)
        if stands is None:
            raise Refused(say("There is no such duty."), say("Look for it in the list of duties."))
        if (stands.state, stands.remark) == (state, words):
            return Decision(None)
        row = DutyRow(moment.new_id(), moment.entry, key, state, words)
        return Decision(None, Said("mark duty", key, by), [row])

    event.decide(rule, entry_id)
