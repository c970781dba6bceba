"""Opening the operator's window on an event, and what is said when the event was under way before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale

from facilitator.conduct.event import Event
from facilitator.conduct.run_times import time_of_day
from facilitator.conduct.starting import EventDetails
from facilitator.conduct.timing import pause_since_last_written
from facilitator.rehearsal.crowd import Crowd
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.bridge import Bridge
from ui.room_screen.room_window import RoomWindow
from ui.run.desk import Desk
from ui.run.finish_files import LeavingFiles, Outside, the_computer
from ui.run.operator_window import OperatorWindow
from ui.run.pretend_room import PretendRoom
from ui.run.snapshot import Snapshot

CLOCK_MAY_DIFFER = timedelta(minutes=2)


def open_operator(
    event: Event,
    words: Translator,
    bridge: Bridge,
    *,
    now: Callable[[], datetime],
    moves: bool,
    outside: Outside | None = None,
    own_folder: Path | None = None,
) -> OperatorWindow:
    """Return the operator's window on an open event; where a step was running its clocks stand still until told.

    `outside` opens files and asks for folders: this computer's own programs, unless given. `own_folder` keeps
    what lasts from event to event.
    """
    written_at = event.last_written()
    pause_since_last_written(event)
    desk = Desk(event, words, place_and_date=place_and_date(event.details), now=now)
    event.on_change(bridge.committed.emit)
    bridge.event_changed.connect(desk.refresh)
    room = RoomWindow(words, desk.scene, moves=moves, rehearsal=event.is_rehearsal)
    files = LeavingFiles(event, words, outside or the_computer())
    window = OperatorWindow(desk, room, words, files, own_folder)
    desk.setParent(window)
    if now() + CLOCK_MAY_DIFFER < written_at:
        window.tell(*_clock_is_behind(now(), written_at))
    elif desk.has_begun:
        window.tell(_where_it_goes_on(desk), safe_so_far(desk.snapshot, written_at, now()))
    return window


def open_pretend_room(window: OperatorWindow, crowd: Crowd) -> PretendRoom:
    """Let pretend people act in a window on a rehearsal, and tell a newcomer what to do."""
    pretend = PretendRoom(window.desk, crowd, parent=window)
    window.lead(pretend)
    pretend.settle_way()
    return pretend


def safe_so_far(snapshot: Snapshot, written_at: datetime, now: datetime) -> Message:
    """Return how many votes are safe, and when the file was last written; the day is told where it is not today."""
    votes = sum(question.tally.cast for question in snapshot.questions)
    safe = say_many("{count} vote is safe", "{count} votes are safe", count=votes)
    time, day = time_of_day(written_at), written_at.astimezone().date()
    if day == now.astimezone().date():
        return say("{safe}; the file was last written at {time}.", safe=safe, time=time)
    return say(
        "{safe}; the file was last written on {day} at {time}.",
        safe=safe, day=f"{day.day} {QLocale().monthName(day.month)} {day.year}", time=time,
    )  # fmt: skip


def place_and_date(details: EventDetails) -> str:
    """Return where and when the event is, as the welcome screen says it."""
    held_on = date.fromisoformat(details.held_on)
    told = (
        f"{QLocale().dayName(held_on.isoweekday())} {held_on.day} {QLocale().monthName(held_on.month)} {held_on.year}"
    )
    return ", ".join(part for part in (details.place, told) if part)


def _where_it_goes_on(desk: Desk) -> Message:
    if desk.times.paused:
        return say("The event goes on where it was. Its clocks stand still.")
    return say("The event is where it was.")


def _clock_is_behind(now: datetime, written_at: datetime) -> tuple[Message, Message]:
    told = say(
        "This computer's clock says {now}, but the file was last written at {written}.",
        now=f"{now:%d.%m. %H:%M}",
        written=f"{written_at.astimezone():%d.%m. %H:%M}",
    )
    return told, say("Set the clock when you can. Nothing is lost: the order of what happened does not need it.")
