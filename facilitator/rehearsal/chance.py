"""Seeded chance: the same seed and name give the same number, in whatever order they are asked for.

For rehearsals alone. Whoever knows the seed knows every id and key made here; a real event's come from the system.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

Thing = TypeVar("Thing")

_LARGEST = 2**64
_BLOCK_BYTES = 64


@dataclass(frozen=True, slots=True)
class Chance:
    """Numbers, choices and ids that hang on the seed and on what they are for, and on nothing else."""

    seed: int

    def fraction(self, *about: object) -> float:
        """Return a number from 0 up to but not including 1."""
        return int.from_bytes(self._digest(about, 8), "big") / _LARGEST

    def number(self, below: int, *about: object) -> int:
        """Return a whole number from 0 to `below` - 1."""
        return int.from_bytes(self._digest(about, 8), "big") % below

    def pick(self, things: Sequence[Thing], *about: object) -> Thing:
        """Return one of `things`."""
        return things[self.number(len(things), *about)]

    def shuffled(self, things: Sequence[Thing], *about: object) -> list[Thing]:
        """Return `things` in another order."""
        places = sorted(range(len(things)), key=lambda place: self._digest((*about, place), 8))
        return [things[place] for place in places]

    def id(self, *about: object) -> bytes:
        """Return 16 bytes by which the same act is known again, however often it is done."""
        return self._digest(("id", *about), 16)

    def _digest(self, about: tuple[object, ...], size: int) -> bytes:
        name = "\x1f".join(map(str, (self.seed, *about)))
        return hashlib.blake2b(name.encode(), digest_size=size, person=b"rehearsal").digest()


def seeded_bytes(seed: int) -> Callable[[int], bytes]:
    """Return a source of bytes for `create_event` that gives the same ones, in order, for the same seed.

    Only for a file that is made and finished in one go: opened again with it, the file would meet its own ids anew.
    """
    blocks = count()
    key = hashlib.blake2b(str(seed).encode(), digest_size=_BLOCK_BYTES).digest()

    def random_bytes(wanted: int) -> bytes:
        made = b""
        while len(made) < wanted:
            made += hashlib.blake2b(str(next(blocks)).encode(), key=key, digest_size=_BLOCK_BYTES).digest()
        return made[:wanted]

    return random_bytes
