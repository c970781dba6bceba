"""Pieces: what a page is made of from top to bottom, and where each of them may be parted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import accumulate
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas

from facilitator.document.pdf.painting import HAIRLINE, PlacedLine, colour, paint_lines
from facilitator.document.pdf.typesetting import Line

_FEWEST_LINES = 2  # of a parted text, on either page
_CAPITALS = 0.68  # how high a capital is, in parts of the text size
_BAR = 2.5
_CORNER = 6.0


class Frame(StrEnum):
    """What is drawn around a piece, apart from its text."""

    NONE = "none"
    WARNING = "warning"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines below each other in a column that begins at `x`."""

    x: float
    width: float
    lines: tuple[Line, ...]
    to_the_right: bool = False

    @property
    def height(self) -> float:
        """How high its lines are together."""
        return sum(line.style.leading for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other, with space above and below and a hairline beneath, if it has a colour."""

    cells: tuple[Cell, ...]
    above: float = 0.0
    below: float = 0.0
    rule: str = ""
    height: float = field(init=False)

    def __post_init__(self) -> None:
        tallest = max((cell.height for cell in self.cells), default=0.0)
        object.__setattr__(self, "height", self.above + tallest + self.below)


@dataclass(frozen=True, slots=True)
class Rows:
    """Text in rows: a heading, a paragraph, a list or a table, whose `head` is repeated on every page.

    `gap` is the space above it, none at the top of a page. What is `whole` is parted only where a page cannot hold it;
    of what is parted `fewest` rows at least stand on either page, where that can be.
    """

    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    gap: float = 0.0
    inset: float = 0.0
    frame: Frame = Frame.NONE
    keeps_next: bool = False
    whole: bool = False
    fewest: int = 1
    rule_above: bool = False
    outline: tuple[int, str] | None = None

    @property
    def height(self) -> float:
        """How high it is without its gap."""
        return sum(row.height for row in (*self.head, *self.rows)) + 2 * self.inset

    @property
    def least(self) -> float:
        """How much of a page it needs to begin on it."""
        if self.whole:
            return self.height
        if self.fewest > 1:
            first = sum(row.height for row in self.rows[: self.fewest])
        else:
            first = _first_part(self.rows[0]) if self.rows else 0.0
        return sum(row.height for row in self.head) + first + 2 * self.inset

    @property
    def divided(self) -> Rows | None:
        """Return it so that it may be parted between rows, or None where it is too short for that."""
        if self.whole and self.fewest > 1 and 2 * self.fewest <= len(self.rows):
            return replace(self, whole=False)
        return None

    def parted(self, room: float, *, on_new_page: bool) -> tuple[Rows, Rows] | None:
        """Return what goes into `room` and what does not; None where nothing sensible goes, but for a new page."""
        if self.whole and not on_new_page:
            return None
        left = room - sum(row.height for row in self.head) - 2 * self.inset
        parts = _between_rows(self.rows, left, self.fewest) if self.fewest > 1 else None
        if parts is None and (self.fewest == 1 or on_new_page):
            parts = _taken(self.rows, left, forced=on_new_page)
        if parts is None or not parts[0]:
            return None
        taken, rest = parts
        return replace(self, rows=taken, keeps_next=False), replace(
            self, rows=rest, gap=0.0, rule_above=False, outline=None
        )

    def paint(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at `x` and `top`."""
        _paint_frame(canvas, self, x, top, width)
        y = top - self.inset
        lines: list[PlacedLine] = []
        for row in (*self.head, *self.rows):
            lines += _row_lines(row, x, y)
            y -= row.height
            if row.rule:
                _paint_rule(canvas, row.rule, x, y, width)
        paint_lines(canvas, lines)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is never parted."""

    height: float
    draw: Callable[[Canvas, float, float, float], None]
    gap: float = 0.0
    keeps_next: bool = False
    outline: tuple[int, str] | None = None
    divided: None = None

    @property
    def least(self) -> float:
        """How much of a page it needs to begin on it."""
        return self.height

    def parted(self, room: float, *, on_new_page: bool) -> None:
        """Return None: it cannot be parted."""

    def paint(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at `x` and `top`."""
        self.draw(canvas, x, top, width)


Piece: TypeAlias = "Rows | Drawing"


def _first_part(row: Row) -> float:
    """Return the height of the part of a row that may stand alone at the foot of a page."""
    longest = max((cell.lines for cell in row.cells), key=len, default=())
    if len(longest) < 2 * _FEWEST_LINES:
        return row.height
    return row.above + sum(line.style.leading for line in longest[:_FEWEST_LINES])


def _taken(rows: tuple[Row, ...], room: float, *, forced: bool) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    used, count = 0.0, 0
    while count < len(rows) and used + rows[count].height <= room:
        used += rows[count].height
        count += 1
    if count == len(rows):
        count -= 1  # asked to part although all would go: something stands below that must not be alone
        return rows[:count], rows[count:]
    fewest = 1 if forced and not count else _FEWEST_LINES
    if parts := _parted_row(rows[count], room - used, fewest):
        return (*rows[:count], parts[0]), (parts[1], *rows[count + 1 :])
    if count > 1 and count == len(rows) - 1:
        count -= 1  # the last row does not go alone to the next page
    return rows[:count], rows[count:]


def _between_rows(rows: tuple[Row, ...], room: float, fewest: int) -> tuple[tuple[Row, ...], tuple[Row, ...]] | None:
    """Return the rows that fit and the others, so many at least of either; None where that cannot be."""
    used = list(accumulate(row.height for row in rows))
    count = min(sum(height <= room for height in used), len(rows) - fewest)
    return (rows[:count], rows[count:]) if count >= fewest else None


def _parted_row(row: Row, room: float, fewest: int) -> tuple[Row, Row] | None:
    """Return a row in two, both with at least so many lines of its longest cell; None where that cannot be."""
    longest = max(len(cell.lines) for cell in row.cells)
    fits = min(_fitting(cell, room - row.above) for cell in row.cells)
    fitting = int(min(longest - fewest, fits))
    if fitting < fewest:
        return None
    upper = tuple(replace(cell, lines=cell.lines[:fitting]) for cell in row.cells)
    lower = tuple(replace(cell, lines=cell.lines[fitting:]) for cell in row.cells)
    return replace(row, cells=upper, below=0.0, rule=""), replace(row, cells=lower, above=0.0)


def _fitting(cell: Cell, room: float) -> float:
    """Return how many lines of a cell fit; any number where all of them do."""
    used = 0.0
    for count, line in enumerate(cell.lines):
        used += line.style.leading
        if used > room:
            return count
    return math.inf


def _row_lines(row: Row, x: float, top: float) -> Iterator[PlacedLine]:
    for cell in row.cells:
        y = top - row.above
        for line in cell.lines:
            baseline = y - (line.style.leading + line.style.size * _CAPITALS) / 2
            shift = cell.width - line.width if cell.to_the_right or line.right_to_left else 0.0
            yield PlacedLine(line, x + cell.x + shift, baseline)
            y -= line.style.leading


def _paint_rule(canvas: Canvas, role: str, x: float, y: float, width: float) -> None:
    canvas.setStrokeColor(colour(role))
    canvas.setLineWidth(HAIRLINE)
    canvas.line(x, y, x + width, y)


def _paint_frame(canvas: Canvas, rows: Rows, x: float, top: float, width: float) -> None:
    if rows.rule_above:
        _paint_rule(canvas, "hairline", x, top, width)
    if rows.frame is Frame.BAR:
        canvas.setFillColor(colour("accent"))
        canvas.rect(x, top - rows.height, _BAR, rows.height, stroke=0, fill=1)
    if rows.frame is Frame.WARNING:
        paint_box(canvas, x, top, width, rows.height, warning=True)


def paint_box(canvas: Canvas, x: float, top: float, width: float, height: float, *, warning: bool = False) -> None:
    """Draw a box with round corners; one for a warning has a triangle in it."""
    canvas.setStrokeColor(colour("warning" if warning else "hairline"))
    canvas.setLineWidth(1.2 if warning else HAIRLINE)
    canvas.roundRect(x, top - height, width, height, _CORNER, stroke=1, fill=0)
    if warning:
        _paint_triangle(canvas, x + 11, top - 11)


def _paint_triangle(canvas: Canvas, x: float, top: float) -> None:
    canvas.setFillColor(colour("warning"))
    path = canvas.beginPath()
    path.moveTo(x, top - 11)
    path.lineTo(x + 13, top - 11)
    path.lineTo(x + 6.5, top)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
