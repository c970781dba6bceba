"""Checking tables: every cell against our own schema, every key against what it names, line by line."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TextIO

from facilitator.core.hidden import fits_a_name
from facilitator.core.wording import text_hash
from facilitator.document.csv_file import BYTE_ORDER_MARK, LINE_END, guarded, unguarded
from facilitator.pack.bag import Bag
from facilitator.pack.damage import damaged_file, shown_text
from facilitator.pack.layout import LONGEST_CELL, MOST_ROWS, table_path
from facilitator.pack.schema import TABLES, Column, Kind, Table
from facilitator.words.message import Message, say

_GUARDED = (Kind.KEY, Kind.NAME, Kind.TEXT, Kind.WORDING)
_LONGEST_ROW = 1_000_000
_DIGEST_BYTES = 16
_MOST_KNOWN, _LONGEST_KNOWN = 300, 300
_PATTERNS = {
    Kind.ID: re.compile("[0-9a-f]{16,64}"),
    Kind.HASH: re.compile("[0-9a-f]{64}"),
    Kind.KEY: re.compile("[a-z0-9_.-]{1,120}"),
    Kind.WHOLE: re.compile("0|[1-9][0-9]{0,8}"),
    Kind.COUNT: re.compile("0|[1-9][0-9]{0,8}|c"),
    Kind.FLAG: re.compile("true|false"),
    Kind.DAY: re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
_LARGE = re.compile("[1-9][0-9]{9,}")
_TOLD_BY_PATTERN = (Kind.ID, Kind.HASH, Kind.WHOLE, Kind.COUNT, Kind.FLAG)
_WRONG = {
    Kind.ID: say("is not an id"),
    Kind.HASH: say("is not a SHA-256"),
    Kind.KEY: say("is not a key"),
    Kind.WHOLE: say("is not a whole number of 0 or more"),
    Kind.COUNT: say("is neither a whole number of 0 or more nor c"),
    Kind.FLAG: say("is neither true nor false"),
    Kind.DAY: say("is not a date"),
}

_TOO_LONG = say("A cell has more than {most} characters.", most=LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row; of a text only its first character is kept, which tells whether there is one, or its hash."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table whose every cell was accepted."""

    table: Table
    rows: tuple[ReadRow, ...]
    places: Mapping[str, int]

    def cell(self, row: ReadRow, column: str) -> str:
        """Return one cell of a row."""
        return row.cells[self.places[column]]

    def number(self, row: ReadRow, column: str) -> int | None:
        """Return one figure of a row; None is not known."""
        cell = self.cell(row, column)
        return int(cell) if cell else None

    @property
    def path(self) -> str:
        """Where the table is in the pack."""
        return table_path(self.table.name)


def read_tables(bag: Bag) -> dict[str, ReadTable]:
    """Return every table that is there by name; raises `PackDamaged` naming file, line and column of what is wrong."""
    read: dict[str, ReadTable] = {}
    keys: dict[str, set[tuple[str, ...]]] = {}
    rows_left = MOST_ROWS
    for table in (table for table in TABLES if table_path(table.name) in bag.entries):
        read[table.name] = _read_table(bag, table, rows_left)
        _refuse_empty(read[table.name])
        rows_left -= len(read[table.name].rows)
        keys[table.name] = _keys(read[table.name])
        _check_references(read[table.name], keys)
    return read


def _refuse_empty(read: ReadTable) -> None:
    if read.table.only_with_rows and not read.rows:
        raise damaged_file(read.path, say("It has no rows, and is in a pack only where it has some."))


def _read_table(bag: Bag, table: Table, most_rows: int) -> ReadTable:
    path = table_path(table.name)
    with bag.opened(path) as file:
        lines = _Lines(io.TextIOWrapper(file, encoding="utf-8", errors="strict", newline=""), path)
        places = {name: place for place, name in enumerate(table.headings)}
        rows = islice(_rows(lines, _Row(table, path, places), path), most_rows + 1)
        read = ReadTable(table, tuple(rows), places)
    if len(read.rows) > most_rows:
        what = say("A pack has at most {most} rows, and here it has more.", most=MOST_ROWS)
        raise damaged_file(path, what, line=read.rows[-1].line)
    return read


class _Lines:
    """The lines of a file, counted; no line and no row may be without end."""

    def __init__(self, file: TextIO, path: str) -> None:
        self._file, self._path = file, path
        self._row: list[str] = []
        self._row_length = 0
        self.line = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._next_line():
            yield line

    def row_as_read(self) -> str:
        """Return the lines read since the last call: what the row that they make looks like in the file."""
        row = "".join(self._row)
        self._row, self._row_length = [], 0
        return row

    def _next_line(self) -> str:
        try:
            line = self._file.readline(_LONGEST_ROW + 1)
        except UnicodeDecodeError as error:
            raise damaged_file(self._path, say("It is not in UTF-8."), line=self.line + 1) from error
        self.line += 1
        self._row_length += len(line)
        if self._row_length > _LONGEST_ROW:
            raise damaged_file(self._path, say("A row does not end."), line=self.line)
        if self.line == 1:
            if not line.startswith(BYTE_ORDER_MARK):
                raise damaged_file(self._path, say("It does not begin with a byte order mark."), line=1)
            line = line.removeprefix(BYTE_ORDER_MARK)
        self._row.append(line)
        return line


class _AsWritten:
    """Hands back what `csv.writer` writes."""

    def write(self, row: str) -> str:
        return row


def _rows(lines: _Lines, row: _Row, path: str) -> Iterator[ReadRow]:
    reader, writer = csv.reader(lines, strict=True), csv.writer(_AsWritten(), lineterminator=LINE_END)
    line = 1
    try:
        for number, cells in enumerate(reader):
            found = lines.row_as_read()
            # Without quotes the row is its cells and commas, which is far quicker to see than to write it again.
            plain = '"' not in found and ",".join(cells) + LINE_END == found
            if not plain and writer.writerow(cells) != found:
                raise damaged_file(path, say("This row is not written as rows of a pack are."), line=line)
            if number == 0:
                _check_headings(cells, row.table, path)
            else:
                yield ReadRow(line, row.checked(cells, line))
            line = lines.line + 1
    except csv.Error as error:
        too_long = "field larger" in str(error)  # the limit of Python's csv, which lies above ours
        what = _TOO_LONG if too_long else say("This row is not written as CSV.")
        raise damaged_file(path, what, line=line) from error
    if line == 1:
        raise damaged_file(path, say("It has no headings."), line=1)


def _check_headings(cells: list[str], table: Table, path: str) -> None:
    if tuple(cells) != table.headings:
        wanted = ", ".join(table.headings)
        raise damaged_file(path, say("The columns are not these: {columns}.", columns=wanted), line=1)


class _Row:
    """What a row of one table must look like; of cells that were accepted once it remembers what they said."""

    def __init__(self, table: Table, path: str, places: Mapping[str, int]) -> None:
        self.table, self._path = table, path
        self._known: list[dict[str, str]] = [{} for _ in table.columns]
        self._hashed: set[tuple[str, str]] = set()
        self._text, self._hash = places.get("text"), places.get("text_hash")

    def checked(self, cells: list[str], line: int) -> tuple[str, ...]:
        """Return what is kept of a row; raises `PackDamaged` for a cell that says what it may not."""
        if len(cells) != len(self._known):
            what = say("It has {found} cells and should have {wanted}.", found=len(cells), wanted=len(self._known))
            raise damaged_file(self._path, what, line=line)
        known = [known.get(cell) for known, cell in zip(self._known, cells, strict=True)]
        kept = [self._accepted(place, cells[place], line) if text is None else text for place, text in enumerate(known)]
        if self._hash is not None and self._text is not None:
            self._check_hash(cells[self._text], cells[self._hash], line)
        return tuple(kept)

    def _accepted(self, place: int, cell: str, line: int) -> str:
        column = self.table.columns[place]
        text = unguarded(cell) if column.kind in _GUARDED else cell
        if wrong := _wrong(column, cell, text):
            raise damaged_file(self._path, wrong, line=line, column=column.name)
        kept = _what_is_kept(column, text)
        known = self._known[place]
        if len(known) < _MOST_KNOWN and len(cell) <= _LONGEST_KNOWN:
            known[cell] = kept
        return kept

    def _check_hash(self, text: str, digest: str, line: int) -> None:
        if (text, digest) in self._hashed:
            return
        if len(self._hashed) < _MOST_KNOWN and len(text) <= _LONGEST_KNOWN:
            self._hashed.add((text, digest))
        if text_hash(unguarded(text)) != digest:
            what = say("The text is not the one its hash was made of.")
            raise damaged_file(self._path, what, line=line, column="text_hash")


def _what_is_kept(column: Column, text: str) -> str:
    """Return what is kept of a cell: of a text only its first character, of one told again only its hash."""
    if column.kind is Kind.WORDING:
        return text_hash(text)
    if column.told_again and text:
        return hashlib.blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest()
    return text[:1] if column.kind is Kind.TEXT else text


def _wrong(column: Column, cell: str, text: str) -> Message | None:
    if not text:
        return say("The cell is empty.") if column.required else None
    pattern = _PATTERNS.get(column.kind)
    if pattern and pattern.fullmatch(text) and column.kind in _TOLD_BY_PATTERN:
        return None
    if len(text) > LONGEST_CELL:
        return _TOO_LONG
    if "\0" in text:
        return say("The cell holds a NUL, at which other programs cut a text short.")
    if column.kind is Kind.CHOICE:
        known = text in column.choices
        return None if known else say("“{cell}” is none of: {known}.", cell=shown_text(text), known=_one_of(column))
    if column.kind in _GUARDED and guarded(text) != cell:
        return say("The cell begins like a formula and is not guarded.")
    if column.kind is Kind.NAME and not fits_a_name(text):
        return say("The name holds a character that cannot be seen.")
    if column.kind in (Kind.WHOLE, Kind.COUNT) and _LARGE.fullmatch(text):
        return say("“{cell}” is larger than any number in a pack.", cell=shown_text(text))
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


def _keys(read: ReadTable) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    places = [read.places[name] for name in read.table.key]
    for row in read.rows:
        key = tuple(row.cells[place] for place in places)
        if key in keys:
            raise damaged_file(read.path, say("“{key}” stands here a second time.", key=" ".join(key)), line=row.line)
        keys.add(key)
    return keys


def _check_references(read: ReadTable, keys: Mapping[str, set[tuple[str, ...]]]) -> None:
    for reference in read.table.references:
        places = [read.places[name] for name in reference.columns]
        for row in read.rows:
            key = tuple(row.cells[place] for place in places)
            if any(key) and key not in keys[reference.table]:
                what = say("“{key}” is not in {table}.csv.", key=" ".join(key), table=reference.table)
                raise damaged_file(read.path, what, line=row.line)
