"""What is read at one time: words in which something was found alone, the others some together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from facilitator.conduct.reviewing import ToRead

MOST_TOGETHER = 8
MOST_CHARACTERS = 1_200  # about what a person takes in before deciding


class Scope(Enum):
    """What a person sat down to read: what the same-day sheet waits for, or everything."""

    SHEET = "sheet"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Screen:
    """Words that are read and decided on together; empty where nothing waits."""

    items: tuple[ToRead, ...] = ()
    is_of_one: bool = False

    @property
    def alone(self) -> ToRead | None:
        """The words that are shown alone, large, with what was found in them."""
        return self.items[0] if self.items and self.is_of_one else None


def in_scope(waiting: Sequence[ToRead], scope: Scope) -> tuple[ToRead, ...]:
    """Return what of the waiting words belongs to `scope`, in the same order."""
    return tuple(one for one in waiting if scope is Scope.ALL or one.waits_for_the_sheet)


def first_screen(waiting: Sequence[ToRead]) -> Screen:
    """Return what to read next: the first one alone if something was found in it, else up to eight like it.

    Notes and other words are never on one page: of notes each can be changed or removed there.
    """
    if not waiting:
        return Screen()
    if _stands_alone(waiting[0]):
        return Screen(tuple(waiting[:1]), is_of_one=True)
    return Screen(tuple(_together(waiting)))


def _stands_alone(one: ToRead) -> bool:
    return bool(one.findings) or len(one.text) > MOST_CHARACTERS


def _together(waiting: Sequence[ToRead]) -> list[ToRead]:
    """Return the first words, as long as they are alike and few enough to be read as one page."""
    found: list[ToRead] = []
    characters = 0
    for one in waiting[:MOST_TOGETHER]:
        characters += len(one.text)
        is_alike = _kind(one) == _kind(waiting[0])
        if _stands_alone(one) or not is_alike or (found and characters > MOST_CHARACTERS):
            break
        found.append(one)
    return found


def _kind(one: ToRead) -> tuple[bool, bool]:
    return one.waits_for_the_sheet, one.note is None
