"""Pretend readers: two people read every note and all other words before anything leaves, as the real ones must."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.conduct.event import Event
from facilitator.conduct.noting import NoteId
from facilitator.conduct.reviewing import ToRead, change, keep, suggested, to_read
from facilitator.core.sensitive import findings
from facilitator.rehearsal.game import Game
from facilitator.words.message import Message, say_many


def read_notes(game: Game) -> Iterator[Message]:
    """Let the readers put marks where the check found something, and keep the rest."""
    waiting = to_read(game.event)
    changed = sum(_leave_out(game.event, one) for one in waiting)
    keep(game.event, [one.digest for one in to_read(game.event)])
    yield say_many(
        "Two people read {count} note; in {changed} they leave something out.",
        "Two people read {count} notes; in {changed} they leave something out.",
        count=sum(one.note is not None for one in waiting),
        changed=changed,
    )


def _leave_out(event: Event, one: ToRead) -> bool:
    if one.note is None or not findings(one.text):
        return False
    change(event, NoteId(bytes.fromhex(one.note.id)), suggested(one.text))
    return True
