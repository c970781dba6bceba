"""The meeting: open or closed with its reason, and for whom; partners, duties and who to call stand beside it."""

from __future__ import annotations

from dataclasses import replace

from facilitator.conduct.duties import Duty, DutyState, duties_now, mark_duty
from facilitator.conduct.event import LEAD, LONGEST_REASON, Event
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.conduct.partners import (
    Partner,
    PartnerId,
    PartnerKind,
    PartnerRole,
    add_partner,
    bring_back_partner,
    change_partner,
    partners_now,
    remove_partner,
)
from facilitator.conduct.safeguarding import SafeguardingLead, safeguarding_now, tell_safeguarding
from facilitator.core.disclosure import Form
from facilitator.core.keys import EntryId
from facilitator.core.meeting import Meeting, Openness, Profile, what_under_16_changes
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import MeetingRow
from facilitator.words.message import say

__all__ = [
    "Duty", "DutyState", "Meeting", "Openness", "Partner", "PartnerId", "PartnerKind", "PartnerRole", "Profile",
    "SafeguardingLead", "add_partner", "bring_back_partner", "change_partner", "duties_now", "mark_duty",
    "meeting_in", "meeting_now", "partners_now", "remove_partner", "safeguarding_now", "tell_openness",
    "tell_profile", "tell_safeguarding", "what_under_16_changes",
]  # fmt: skip


def meeting_now(event: Event) -> Meeting:
    """Return what was said of the meeting; its openness is unknown until somebody says it."""
    return meeting_in(event.store.reading)


def meeting_in(reading: Reading) -> Meeting:
    """Return what was said of the meeting, as it stands."""
    row = reading.meeting()
    return Meeting() if row is None else Meeting(Openness(row.openness), row.reason, Profile(row.profile))


def tell_openness(
    event: Event, openness: Openness, reason: str = "", *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Record whether anybody may come, and why not; the same again leaves no trace.

    Raises `Refused` for a closed meeting without a reason, and for a reason that is no line of 2,000 characters.
    """
    words = reason.strip()
    if openness is Openness.CLOSED and not words:
        raise Refused(
            say("A closed meeting needs a reason: some councils’ meetings must be public."),
            say("Write in one sentence who may come, and why nobody else; the report prints it."),
        )
    refuse_unfit_line(words, LONGEST_REASON)

    def rule(moment: Moment) -> Decision[None]:
        return _told(moment, replace(meeting_in(moment), openness=openness, reason=words), "tell openness", by)

    event.decide(rule, entry_id)


def tell_profile(event: Event, profile: Profile, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Record for whom the meeting is; the same again leaves no trace.

    Raises `Refused` once a form about people was typed: it was answered under other rules.
    """

    def rule(moment: Moment) -> Decision[None]:
        meeting = meeting_in(moment)
        if profile is not meeting.profile and Form.EQUALITY in moment.form_answers():
            raise Refused(
                say("Forms about the people who came are typed already, with the ages that were offered then."),
                say("Leave the meeting as it is, and say in the notes who came."),
            )
        return _told(moment, replace(meeting, profile=profile), "tell profile", by)

    event.decide(rule, entry_id)


def _told(moment: Moment, meeting: Meeting, verb: str, by: str) -> Decision[None]:
    if meeting == meeting_in(moment):
        return Decision(None)
    row = MeetingRow(moment.new_id(), moment.entry, meeting.openness, meeting.reason, meeting.profile)
    return Decision(None, Said(verb, meeting.profile if verb == "tell profile" else meeting.openness, by), [row])
