"""Safeguarding: who to call and what to say; it is in no report or pack, and what is told to that person nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import refuse_unfit_line
from facilitator.core.keys import EntryId
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import SafeguardingLeadRow

LONGEST_NAME = 200  # characters; of a name and of a number
LONGEST_ADVICE = 1_000  # characters


@dataclass(frozen=True, slots=True)
class SafeguardingLead:
    """Who to call, on which number, and what this organisation asks to say; all are empty until somebody told them."""

    name: str = ""
    phone: str = ""
    advice: str = ""

    @property
    def is_named(self) -> bool:
        """Whether there is somebody to call."""
        return bool(self.name or self.phone)


def safeguarding_now(event: Event) -> SafeguardingLead:
    """Return who to call, for the window of the safeguarding key alone: no record, report or pack reads it."""
    row = event.store.reading.safeguarding_lead()
    return SafeguardingLead() if row is None else SafeguardingLead(row.name, row.phone, row.advice)


def tell_safeguarding(
    event: Event, name: str, phone: str, advice: str = "", *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Record who to call; empty texts take it back. The history says that it was told, and nothing of what.

    What was told before stays in the file until it is forgotten; a saved copy has the newest alone.

    Raises `Refused` for a name or a number that is no line of 200 characters, and for advice over 1,000 characters.
    """
    lead = SafeguardingLead(name.strip(), phone.strip(), advice.strip())
    for text in (lead.name, lead.phone):
        refuse_unfit_line(text, LONGEST_NAME)
    refuse_unfit_line(" ".join(lead.advice.split()), LONGEST_ADVICE)

    def rule(moment: Moment) -> Decision[None]:
        row = SafeguardingLeadRow(moment.new_id(), moment.entry, lead.name, lead.phone, lead.advice)
        return Decision(None, Said("tell safeguarding", "", by), [row])

    event.decide(rule, entry_id)
