"""An act: one small thing that pretend people do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.words.message import Message


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that pretend people do: what it is in words, and the doing of it, durable on return.

    `do` may come late or twice: what has been done already, or has no place any more, is left alone. `is_note` says
    that it writes a note.
    """

    told: Message
    do: Callable[[], None]
    is_note: bool = False


def nothing() -> None:
    """Do nothing: hands that go up are seen, not stored."""
