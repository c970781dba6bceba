"""Rehearsals played at once, and questions as a crowd sees them, for tests to make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.conduct.event import Event
from facilitator.conduct.record import EventRecord, event_record
from facilitator.core.keys import State
from facilitator.core.methods import Method
from facilitator.programme.shipped import find_programme
from facilitator.rehearsal.asking import Asking
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import Crowd, a_crowd
from facilitator.rehearsal.playing import play, pretend_event
from facilitator.report.html import report_html
from facilitator.words.translator import Translator
from tests.report.event_records import let_through

DAY = date(2026, 11, 20)
STATEMENT = ("agree", "unsure", "disagree")


@dataclass(frozen=True)
class Played:
    """What is left of a rehearsal: its record, what was told on the way, its crowd and its report."""

    record: EventRecord
    told: tuple[str, ...]
    crowd: Crowd
    path: Path

    @property
    def report(self) -> str:
        """The report as a page."""
        return report_html(let_through(self.record), Translator())

    def result(self, key: str) -> Any:
        """The result of a question."""
        return next(found for found in self.record.results if found.key == key)

    def verbs(self, about: str) -> list[str]:
        """What was done about something, oldest first."""
        return [change.verb for change in self.record.changes if change.about == about]


def a_rehearsal(folder: Path, crowd: Crowd, *, length: str = "full") -> tuple[Event, PretendClock]:
    """Return an open rehearsal that nobody has played yet, and its clock."""
    clock = PretendClock(DAY)
    file = find_programme("living-well-here")
    return pretend_event(folder / "rehearsal.event", file, crowd, variant=length, clock=clock), clock


def played(folder: Path, *, people: int = 80, tables: int | None = None, seed: int = 1, length: str = "full") -> Played:
    """Play a rehearsal and return what is left of it."""
    crowd = a_crowd(people, tables, seed)
    event, clock = a_rehearsal(folder, crowd, length=length)
    try:
        told = tuple(str(message) for message in play(event, crowd, clock))
        return Played(event_record(event), told, crowd, event.path)
    finally:
        event.close()


def an_asking(key: str = "s1", method: Method = Method.STATEMENT, **more: Any) -> Asking:
    """Return a question as a crowd sees it: a statement in the first stage unless told otherwise."""
    options = more.pop("options", STATEMENT)
    known = {
        "max_marks": 1, "stage": 0, "number": 0, "state": State.OPEN, "wording_version": 1, "practice": False,
        "places": 0, **more,
    }  # fmt: skip
    return Asking(key, f"What about {key}?", method, tuple(options), tuple(map(str, options)), **known)


def the_areas(places: int = 3) -> Asking:
    """Return the vote on the areas, of which so many go forward."""
    options = ("a1", "a2", "a3", "a4", "a5", "room-1")
    return an_asking("areas", Method.CHOOSE, options=options, max_marks=3, stage=1, places=places)
