"""An event that was made before, to start another like it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.conduct.event import Event, open_event
from facilitator.conduct.preparing import duplicate, issued_file
from facilitator.conduct.starting import EventDetails
from facilitator.programme.reading import ProgrammeFile


@dataclass(frozen=True, slots=True)
class EarlierEvent:
    """What the form of a new event takes from an earlier one; its file is open only while it is read."""

    path: Path
    details: EventDetails
    programme: ProgrammeFile

    def made_again(self, path: Path, details: EventDetails) -> Event:
        """Make another event like it and open it; raises a `FacilitatorError` where it cannot be made."""
        earlier = open_event(self.path)
        try:
            return duplicate(earlier, path, details)
        finally:
            earlier.close()


def earlier_event(path: Path) -> EarlierEvent:
    """Read the event at `path`; raises an `EventFileError` with a sentence where it is gone, newer or damaged."""
    event = open_event(path)
    try:
        return EarlierEvent(path, event.details, issued_file(event))
    finally:
        event.close()
