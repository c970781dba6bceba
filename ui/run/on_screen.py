"""What the operator has put on the room screen, as a name that outlives a change of the figures behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Quiet:
    """The event's name, place and date."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a step of the run sheet shows by itself: its prompts, what is read aloud, the break, evidence, thanks."""

    activity: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A question: open, closed, or with its result once that is `revealed`."""

    question: str
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What the room did with a statement."""

    question: str


@dataclass(frozen=True, slots=True)
class Tie:
    """The areas that are level across the line."""


@dataclass(frozen=True, slots=True)
class CarriedAreas:
    """The areas that go forward."""


@dataclass(frozen=True, slots=True)
class PlayBack:
    """The main point at this place of the list, or all of them."""

    point: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The picture to read from the back row, before people come."""


OnScreen: TypeAlias = Quiet | Step | Vote | Settled | Tie | CarriedAreas | PlayBack | Reading
