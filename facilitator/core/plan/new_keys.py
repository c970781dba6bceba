"""Keys of things that an organiser adds: made of the words, so that they clash neither with those there nor removed."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from facilitator.core.wording import text_hash

_OWN = "own-"
_DIGITS = 10


def is_own(key: str) -> bool:
    """Return whether a key is one of something that an organiser added."""
    return key.startswith(_OWN)


def new_key(words: str, taken: Collection[str]) -> str:
    """Return a key for something new that begins as `words`; no thing of `taken` has it.

    Something else that was there earlier and was removed began as other words, so it had another key.
    """
    key = _OWN + text_hash(words)[:_DIGITS]
    others = (f"{key}-{number}" for number in count(2))
    return key if key not in taken else next(other for other in others if other not in taken)
