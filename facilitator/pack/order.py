"""Checking order: rows that are numbered from 1 are numbered without a gap, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.table_checking import ReadTable
from facilitator.words.message import say

_POSITION = "position"


def check_order(tables: Mapping[str, ReadTable]) -> None:
    """Raise `PackDamaged` for a row out of its order; of a two-part key the first part begins an order of its own."""
    for table in tables.values():
        if _POSITION in table.table.headings:
            _check_numbers(table, _POSITION, of=table.table.key[:-1])
    _check_numbers(tables[schema.CHANGES.name], "change", of=())


def _check_numbers(table: ReadTable, column: str, *, of: tuple[str, ...]) -> None:
    last: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        group = tuple(table.cell(row, name) for name in of)
        number = table.number(row, column)
        expected = last.get(group, 0) + 1
        if number != expected:
            what = say("{found} stands where {expected} is next.", found=table.cell(row, column), expected=expected)
            raise damaged_file(table.path, what, line=row.line, column=column)
        last[group] = expected
