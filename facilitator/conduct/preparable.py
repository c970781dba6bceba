"""What of the programme can still be prepared: asked before a window offers to change it."""

from __future__ import annotations

from facilitator.conduct.event import Event
from facilitator.conduct.prepared_refusals import THE_ROOMS_WORDS, refuse_unpreparable
from facilitator.core.programme import Programme
from facilitator.errors import Refused

__all__ = ["THE_ROOMS_WORDS", "refusal_of"]


def refusal_of(event: Event, programme: Programme) -> Refused | None:
    """Return why the event could not follow `programme` from now on, or None where it could; nothing is stored."""
    try:
        refuse_unpreparable(event.store.reading, event.programme, programme, event.details.variant)
    except Refused as refusal:
        return refusal
    return None
