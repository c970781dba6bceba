"""Small real things for tests: programmes, events, count sheets and ballots."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.conduct.casting import Cast
from facilitator.conduct.event import Event, create_event
from facilitator.conduct.starting import EventDetails
from facilitator.core.ballots import Choice
from facilitator.core.keys import Channel, OptionKey, SenderId
from facilitator.core.tally import CountSheet
from facilitator.programme.reading import ProgrammeFile, read_programme_file
from facilitator.programme.shipped import find_programme

MORNING = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def a_question(
    key: str, method: str = "statement", *, stage: str = "one", options: Sequence[str] = (), **more: Any
) -> Any:
    """Return a question of a programme file; `options` are keys."""
    question = {"key": key, "stage": stage, "method": method, "text": f"What about {key}?", **more}
    if options:
        question["options"] = [{"key": option, "text": f"The {option}"} for option in options]
    return question


def a_programme(folder: Path, *questions: Any, **more: Any) -> ProgrammeFile:
    """Return a small programme with these questions, read from a JSON file in `folder`."""
    stages = list(dict.fromkeys(question["stage"] for question in questions))
    content = {
        "format": "programme/1",
        "key": "small",
        "version": 1,
        "title": "A small programme",
        "stages": [{"key": stage, "title": f"Stage {stage}"} for stage in stages],
        "questions": list(questions),
        **more,
    }
    path = folder / "small.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return read_programme_file(path)


def an_event(
    folder: Path,
    *questions: Any,
    tables: int | None = None,
    rehearsal: bool = False,
    clock: Callable[[], datetime] = lambda: MORNING,
    **more: Any,
) -> Event:
    """Return an open event on a small programme with these questions, in a file of its own."""
    details = EventDetails("A meeting", "2026-11-20", "Village hall", tables, variant="whole")
    file = a_programme(folder, *(questions or [a_question("s1")]), **more)
    return create_event(folder / "meeting.event", file, details, rehearsal=rehearsal, clock=clock)


def the_default_event(folder: Path, *, variant: str = "full", tables: int = 10) -> Event:
    """Return an open event on the shipped programme."""
    details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", tables, variant=variant)
    return create_event(folder / "riverside.event", find_programme("living-well-here"), details, clock=lambda: MORNING)


def a_count(
    place: str = "room", channel: Channel = Channel.HANDS, *, voting: int | None = None, **lines: int
) -> CountSheet:
    """Return a count sheet with these lines."""
    return CountSheet(place, channel, {OptionKey(key): number for key, number in lines.items()}, voting)


def a_ballot(
    *options: str, code: str = "K7Q2", sender: bytes = b"phone-one", counter: int = 1, channel: Channel = Channel.PHONE
) -> Cast:
    """Return a ballot on its way; "a1:2" is two dots for a1."""
    parts = (option.partition(":") for option in options)
    choices = tuple(Choice(OptionKey(key), int(dots or 1)) for key, _, dots in parts)
    return Cast(code, SenderId(sender.ljust(16, b".")), counter, choices, channel)
