"""Setting a table: columns as wide as they need, figures to the right, and hairlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from facilitator.document.content import Column, Table, Words
from facilitator.document.pdf.columns import Need, shared_widths
from facilitator.document.pdf.pieces import Cell, Piece, Row, Rows
from facilitator.document.pdf.setting import Setting
from facilitator.document.pdf.typesetting import Style

_GUTTER = 12.0
_PADDING = 3.0
_SHORT = 0.4  # of a page: such a table is parted only where much of a page would be empty otherwise
_LOW = 0.1  # of a page: where a row is higher, rows are parted themselves
_FEWEST_ROWS = 3  # of a parted table, on either page
_MOST_LEAST = 0.3  # of the width: a word wider than that may be parted


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands, and how its cells are set."""

    column: Column
    x: float
    width: float
    style: Style


def set_table(to: Setting, table: Table) -> Sequence[Piece]:
    """Return a table as pieces: its caption, and itself with a head that every page repeats and with its foot."""
    places = tuple(_places(to, table))
    headings = [replace(place, style=to.sheet.small_heading) for place in places]
    head = _row(to, headings, [place.column.heading for place in places], "muted")
    rows = (*(_row(to, places, row, "hairline") for row in table.rows), *_foot(to, table))
    caption = Row((Cell(0.0, to.sheet.width, to.lines(table.caption, to.sheet.quiet, to.sheet.width)),))
    height = sum(row.height for row in rows) + head.height
    whole = height < to.sheet.height * _SHORT
    has_low_rows = all(row.height < to.sheet.height * _LOW for row in rows)
    fewest = _FEWEST_ROWS + (table.foot is not None) if has_low_rows else 1
    return (
        Rows((caption,), gap=to.sheet.gap, keeps_next=True),
        Rows(rows or (Row(()),), head=(head,), whole=whole, fewest=fewest),
    )


def _row(to: Setting, places: Sequence[_Place], words: Sequence[Words], rule: str) -> Row:
    return Row(tuple(_cells(to, places, words)), above=_PADDING, below=_PADDING, rule=rule)


def _cells(to: Setting, places: Sequence[_Place], words: Sequence[Words]) -> Iterator[Cell]:
    for place, text in zip(places, words, strict=True):
        lines = to.lines(text, place.style, place.width)
        yield Cell(place.x, place.width, lines, to_the_right=place.column.numeric)


def _foot(to: Setting, table: Table) -> tuple[Row, ...]:
    if table.foot is None:
        return ()
    lines = to.lines(table.foot, to.sheet.quiet, to.sheet.width)
    return (Row((Cell(0.0, to.sheet.width, lines),), above=_PADDING),)


def _places(to: Setting, table: Table) -> Iterator[_Place]:
    body = replace(to.sheet.body, size=to.sheet.body.size - 0.5, leading=to.sheet.body.leading - 1.2)
    styles = [replace(body, tabular=column.numeric) for column in table.columns]
    room = to.sheet.width - _GUTTER * (len(table.columns) - 1)
    needs = [_need(to, table, number, style, room) for number, style in enumerate(styles)]
    widths = shared_widths(needs, room)
    starts = accumulate((width + _GUTTER for width in widths), initial=0.0)
    for column, x, width, style in zip(table.columns, starts, widths, styles, strict=False):
        yield _Place(column, x, width + 0.01, style)  # what fits exactly must not be parted by rounding


def _need(to: Setting, table: Table, number: int, style: Style, room: float) -> Need:
    column, cells = table.columns[number], [row[number] for row in table.rows]
    heading = to.sheet.small_heading
    least = max([to.least_width(column.heading, heading), *(to.least_width(cell, style) for cell in cells)])
    widest = max([0.0, *(to.natural_width(cell, style) for cell in cells)])
    if column.numeric or column.unbroken:
        firm = max(widest, least)
        return Need(firm, min(firm, room * _MOST_LEAST), stretches=not column.numeric)
    natural = max(widest, to.natural_width(column.heading, heading))
    return Need(natural, min(least, room * _MOST_LEAST))
