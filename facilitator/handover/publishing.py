"""Letting an open event out: what is published of its forms is written down before anything is written to a file."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.publications import last_pack, record_publication
from facilitator.conduct.record import event_record
from facilitator.gate.published_event import PublishedEvent
from facilitator.gate.publishing import published


def publish(event: Event, *, by: str = LEAD) -> PublishedEvent:
    """Return the event as anyone may see it, and let the event file remember what it tells of people.

    Everything that leaves, on paper or as a file, is made of what this returns.
    """
    found = published(event_record(event))
    if any(one.base is not None for one in found.who_came.forms):
        last = last_pack(event)
        record_publication(event, found.who_came.forms, revision=last.revision if last else 1, by=by)
    return found
