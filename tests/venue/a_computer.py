"""A computer for the tests of the venue check: all is well with it, but for what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from facilitator.venue.check import EventFacts, findings_of_this_computer
from facilitator.venue.facts import Power
from facilitator.venue.findings import Finding, Subject
from facilitator.venue.measuring import Sources

GIB = 1 << 30
TODAY = date(2026, 11, 20)
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def a_stopwatch(step_s: float) -> Iterator[float]:
    """Yield times that are `step_s` apart."""
    return (number * step_s for number in count())


def a_computer(*, step_s: float = 0.002, **more: Any) -> Sources:
    """Return the sources of a computer; each look at the stopwatch takes `step_s`."""
    watch = a_stopwatch(step_s)
    sound = Sources(
        space=lambda folder: (100 * GIB, 250 * GIB),
        battery=lambda: Power(93, True),
        available_bytes=lambda: 4 * GIB,
        mounts=list,
        names_in=lambda folder: (),
        environment={},
        write_durably=lambda file, content: None,
        seconds=lambda: next(watch),
        now=lambda: MORNING,
    )
    return replace(sound, **more)


def found(
    folder: Path, sources: Sources, *, held_on: date = TODAY, is_wanted: Callable[[], bool] = lambda: True
) -> dict[Subject, Finding]:
    """Return what the check finds."""
    event = EventFacts(folder, held_on, MORNING)
    return {finding.subject: finding for finding in findings_of_this_computer(event, sources, is_wanted)}
