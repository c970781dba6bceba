"""Letting an open event out: what is published of its forms is written down before anybody can read it in a file."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.publications import last_pack, record_publication
from facilitator.conduct.record import event_record
from facilitator.gate.published_event import PublishedEvent
from facilitator.gate.publishing import published


def published_now(event: Event) -> PublishedEvent:
    """Return the event as anyone may see it; everything that leaves is made of this, and nothing is remembered yet."""
    return published(event_record(event))


def remember_published(event: Event, found: PublishedEvent, *, by: str = LEAD) -> None:
    """Let the event file remember what `found` tells of people, where it tells anything of the paper forms.

    Call it when what shows the forms is written in full and about to be there for people to read: a sheet without them
    and a file that cannot be written give nothing away.
    """
    if any(one.base is not None for one in found.who_came.forms):
        last = last_pack(event)
        record_publication(event, found.who_came.forms, revision=last.revision if last else 1, by=by)
