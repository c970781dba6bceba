"""Plain shapes in a box: what a chart is made of, drawn alike in the report and on the room screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class MarkKind(StrEnum):
    """The sign beside an option, so that colour never tells alone."""

    TICK = "tick"
    TILDE = "tilde"
    CROSS = "cross"


class Anchor(StrEnum):
    """Which part of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle; `colour_role` is the name of a field of `look.Palette`, `corner` the radius."""

    x: float
    y: float
    width: float
    height: float
    colour_role: str
    corner: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline, `size` the height of the font, `weight` 400 or 700."""

    x: float
    y: float
    size: float
    text: str
    weight: int = 400
    anchor: Anchor = Anchor.START
    colour_role: str = "text"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in a square of `size` around its centre; `mark_lines` gives its strokes."""

    kind: MarkKind
    x: float
    y: float
    size: float
    colour_role: str

    @property
    def stroke(self) -> float:
        """How thick its lines are."""
        return self.size / 6


Shape: TypeAlias = "Rect | Text | Mark"
Line: TypeAlias = "tuple[tuple[float, float], ...]"

_TICK: Line = ((-0.42, 0.05), (-0.12, 0.34), (0.42, -0.34))
_CROSS: tuple[Line, Line] = (((-0.34, -0.34), (0.34, 0.34)), ((0.34, -0.34), (-0.34, 0.34)))
_TILDE: Line = tuple((step / 12 * 0.84 - 0.42, -0.2 * math.sin(step / 12 * 2 * math.pi)) for step in range(13))


def mark_lines(mark: Mark) -> tuple[Line, ...]:
    """Return the strokes of a mark as lines through points, to be drawn `mark.stroke` thick with round ends."""
    lines = {MarkKind.TICK: (_TICK,), MarkKind.CROSS: _CROSS, MarkKind.TILDE: (_TILDE,)}[mark.kind]
    return tuple(tuple((mark.x + x * mark.size, mark.y + y * mark.size) for x, y in line) for line in lines)
