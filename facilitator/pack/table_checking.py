"""Checking tables: every cell against our own schema, every key against what it names, line by line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from facilitator.core.hidden import fits_a_name
from facilitator.core.wording import text_hash
from facilitator.document.csv_file import BYTE_ORDER_MARK, guarded, unguarded
from facilitator.pack.bag import Bag
from facilitator.pack.damage import damaged_file, shown_text
from facilitator.pack.layout import LONGEST_CELL, MOST_ROWS, table_path
from facilitator.pack.schema import TABLES, Column, Kind, Table
from facilitator.words.message import Message, say

_GUARDED = (Kind.KEY, Kind.NAME, Kind.TEXT)
_LONGEST_ROW = 1_000_000
_PATTERNS = {
    Kind.ID: re.compile("[0-9a-f]{16,64}"),
    Kind.HASH: re.compile("[0-9a-f]{64}"),
    Kind.KEY: re.compile("[a-z0-9_.-]{1,120}"),
    Kind.WHOLE: re.compile("0|[1-9][0-9]{0,8}"),
    Kind.FLAG: re.compile("true|false"),
    Kind.DAY: re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
_WRONG = {
    Kind.ID: say("is not an id"),
    Kind.HASH: say("is not a SHA-256"),
    Kind.KEY: say("is not a key"),
    Kind.WHOLE: say("is not a whole number of 0 or more"),
    Kind.FLAG: say("is neither true nor false"),
    Kind.DAY: say("is not a date"),
}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row; of a long text only its first character is kept, which tells whether there is one."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table whose every cell was accepted."""

    table: Table
    rows: tuple[ReadRow, ...]

    def cell(self, row: ReadRow, column: str) -> str:
        """Return one cell of a row."""
        return row.cells[self.table.place(column)]

    def number(self, row: ReadRow, column: str) -> int | None:
        """Return one figure of a row; None is not known."""
        cell = self.cell(row, column)
        return int(cell) if cell else None

    @property
    def path(self) -> str:
        """Where the table is in the pack."""
        return table_path(self.table.name)


def read_tables(bag: Bag) -> dict[str, ReadTable]:
    """Return every table by name; raises `PackDamaged` naming file, line and column of what is wrong."""
    read: dict[str, ReadTable] = {}
    keys: dict[str, set[tuple[str, ...]]] = {}
    for table in TABLES:
        read[table.name] = _read_table(bag, table)
        keys[table.name] = _keys(read[table.name])
        _check_references(read[table.name], keys)
    return read


def _read_table(bag: Bag, table: Table) -> ReadTable:
    path = table_path(table.name)
    with bag.opened(path) as file:
        lines = _Lines(io.TextIOWrapper(file, encoding="utf-8", errors="strict", newline=""), path)
        return ReadTable(table, tuple(_rows(lines, table, path)))


class _Lines:
    """The lines of a file, counted; no line and no row may be without end."""

    def __init__(self, file: TextIO, path: str) -> None:
        self._file, self._path = file, path
        self.line = 0
        self.row_length = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._next_line():
            yield line

    def _next_line(self) -> str:
        try:
            line = self._file.readline(_LONGEST_ROW + 1)
        except UnicodeDecodeError as error:
            raise damaged_file(self._path, say("It is not in UTF-8."), line=self.line + 1) from error
        self.line += 1
        self.row_length += len(line)
        if self.row_length > _LONGEST_ROW:
            raise damaged_file(self._path, say("A row does not end."), line=self.line)
        if self.line == 1:
            if not line.startswith(BYTE_ORDER_MARK):
                raise damaged_file(self._path, say("It does not begin with a byte order mark."), line=1)
            return line.removeprefix(BYTE_ORDER_MARK)
        return line


def _rows(lines: _Lines, table: Table, path: str) -> Iterator[ReadRow]:
    reader = csv.reader(lines, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number == 0:
                _check_headings(cells, table, path)
            elif number > MOST_ROWS:
                raise damaged_file(path, say("It has more than {most} rows.", most=MOST_ROWS))
            else:
                yield ReadRow(line, _checked(cells, table, path, line))
            line, lines.row_length = lines.line + 1, 0
    except csv.Error as error:
        raise damaged_file(path, say("This row is not written as CSV."), line=line) from error
    if line == 1:
        raise damaged_file(path, say("It has no headings."), line=1)


def _check_headings(cells: list[str], table: Table, path: str) -> None:
    if tuple(cells) != table.headings:
        wanted = ", ".join(table.headings)
        raise damaged_file(path, say("The columns are not these: {columns}.", columns=wanted), line=1)


def _checked(cells: list[str], table: Table, path: str, line: int) -> tuple[str, ...]:
    if len(cells) != len(table.columns):
        what = say("It has {found} cells and should have {wanted}.", found=len(cells), wanted=len(table.columns))
        raise damaged_file(path, what, line=line)
    texts: list[str] = []
    for column, cell in zip(table.columns, cells, strict=True):
        text = unguarded(cell) if column.kind in _GUARDED else cell
        if wrong := _wrong(column, cell, text):
            raise damaged_file(path, wrong, line=line, column=column.name)
        texts.append(text)
    _check_hash(table, texts, path, line)
    kept = (text[:1] if column.kind is Kind.TEXT else text for column, text in zip(table.columns, texts, strict=True))
    return tuple(kept)


def _wrong(column: Column, cell: str, text: str) -> Message | None:
    if not text:
        return say("The cell is empty.") if column.required else None
    if len(text) > LONGEST_CELL:
        return say("The cell has more than {most} characters.", most=LONGEST_CELL)
    if column.kind is Kind.CHOICE:
        known = text in column.choices
        return None if known else say("“{cell}” is none of: {known}.", cell=shown_text(text), known=_one_of(column))
    if column.kind in _GUARDED and guarded(text) != cell:
        return say("The cell begins like a formula and is not guarded.")
    if column.kind is Kind.NAME and not fits_a_name(text):
        return say("The name holds a character that cannot be seen.")
    pattern = _PATTERNS.get(column.kind)
    if (pattern and not pattern.fullmatch(text)) or (column.kind is Kind.DAY and not _is_day(text)):
        return say("“{cell}” {wrong}.", cell=shown_text(text), wrong=_WRONG[column.kind])
    return None


def _one_of(column: Column) -> str:
    return ", ".join(column.choices)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_hash(table: Table, texts: list[str], path: str, line: int) -> None:
    if "text_hash" in table.headings and text_hash(texts[table.place("text")]) != texts[table.place("text_hash")]:
        raise damaged_file(path, say("The text is not the one its hash was made of."), line=line, column="text_hash")


def _keys(read: ReadTable) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    places = [read.table.place(name) for name in read.table.key]
    for row in read.rows:
        key = tuple(row.cells[place] for place in places)
        if key in keys:
            raise damaged_file(read.path, say("“{key}” stands here a second time.", key=" ".join(key)), line=row.line)
        keys.add(key)
    return keys


def _check_references(read: ReadTable, keys: Mapping[str, set[tuple[str, ...]]]) -> None:
    for reference in read.table.references:
        places = [read.table.place(name) for name in reference.columns]
        for row in read.rows:
            key = tuple(row.cells[place] for place in places)
            if any(key) and key not in keys[reference.table]:
                what = say("“{key}” is not in {table}.csv.", key=" ".join(key), table=reference.table)
                raise damaged_file(read.path, what, line=row.line)
