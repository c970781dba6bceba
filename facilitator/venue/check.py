"""The part of the venue check that asks the computer: one question after the other, on whatever thread it is called."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from facilitator.venue.clock import judged_clock
from facilitator.venue.facts import Clock
from facilitator.venue.findings import Finding, Subject, not_known
from facilitator.venue.judging import judged_folder, judged_memory, judged_power, judged_space, judged_writes
from facilitator.venue.measuring import Sources, folder_of, memory_of, power_of, space_of
from facilitator.venue.saving import durable_writes

COMPUTER = frozenset(
    {Subject.FOLDER, Subject.SPACE, Subject.POWER, Subject.CLOCK, Subject.MEMORY, Subject.SAVING}
)  # what is looked at here


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the check must know of the event."""

    folder: Path
    held_on: date
    last_written: datetime


def findings_of_this_computer(
    event: EventFacts, sources: Sources, is_wanted: Callable[[], bool] = lambda: True
) -> Iterator[Finding]:
    """Yield a finding for each thing the computer can tell, as soon as it is known; one that fails stops no other.

    It ends early, and tells nothing more, when nobody wants to know any more.
    """
    for subject, look in _looks(event, sources, is_wanted).items():
        finding = _looked(subject, look)
        if not is_wanted():
            return
        yield finding


def _looks(event: EventFacts, sources: Sources, is_wanted: Callable[[], bool]) -> dict[Subject, Callable[[], Finding]]:
    return {
        Subject.FOLDER: lambda: judged_folder(folder_of(event.folder, sources)),
        Subject.SPACE: lambda: judged_space(space_of(event.folder, sources)),
        Subject.POWER: lambda: judged_power(power_of(sources)),
        Subject.CLOCK: lambda: judged_clock(Clock(sources.now(), event.held_on, event.last_written)),
        Subject.MEMORY: lambda: judged_memory(memory_of(sources)),
        Subject.SAVING: lambda: judged_writes(durable_writes(event.folder, sources, is_wanted)),
    }


def _looked(subject: Subject, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Exception:  # a background job: a strange system must not end the check
        logging.getLogger(__name__).exception("The venue check could not look at %s", subject)
        return not_known(subject)
