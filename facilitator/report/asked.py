"""What was asked and has a result, as the public may see it."""

from __future__ import annotations

from facilitator.conduct.record import EventRecord
from facilitator.core.disclosure import Audience, ShownResult, shown
from facilitator.core.keys import State


def closed_results(record: EventRecord) -> tuple[ShownResult, ...]:
    """Return the closed questions' results through the gate, in the order they were asked."""
    return tuple(shown(result, Audience.PUBLISHED) for result in record.results if result.state is State.CLOSED)


def unasked(record: EventRecord, state: State) -> tuple[ShownResult, ...]:
    """Return the questions in another state, with no figures."""
    return tuple(shown(result, Audience.PUBLISHED) for result in record.results if result.state is state)
