"""Random changes to a pack: to its bytes as they lie, and to its contents under hashes that fit again."""

from __future__ import annotations

import contextlib
import csv
import json
import random
from collections.abc import Callable
from typing import Any, TypeAlias

from facilitator.pack import layout
from facilitator.pack.schema import TABLES, Table
from tests.pack.rebagging import Files, bagged_again, table_bytes, table_rows

Dice: TypeAlias = random.Random
Rows: TypeAlias = list[list[str]]

JUNK = (
    "", " ", "0", "-1", "1", "00", "01", "1e3", "1.0", "٣", "NaN", "c", "true", "True", "null", "'", "''", "=1+1",
    "'=1", "\t", "a\nb", "a\r\nb", '"', ",", ";", "\0", "\u202e", "\ufeff", "\u2028", "é", "e\u0301", "<script>",
    "2026-02-30", "9999-12-31", "999999999", "9999999999", "../x", "x" * 19_999, "x" * 20_001, "\U0001f600",
)  # fmt: skip


def mutated(pack: bytes, dice: Dice) -> bytes:
    """Return the pack with something changed: in half of the cases bytes of the ZIP, else its contents."""
    if dice.random() < 0.5:
        return dice.choice(_ON_BYTES)(pack, dice)
    changes = [dice.choice(_ON_CONTENTS) for _ in range(dice.choice((1, 1, 1, 2)))]

    def change(files: Files) -> None:
        for found in changes:
            with contextlib.suppress(LookupError, ValueError, csv.Error):  # an earlier change broke what it works on
                found(files, dice)

    return bagged_again(pack, change)


def _flip_bits(pack: bytes, dice: Dice) -> bytes:
    changed = bytearray(pack)
    for _ in range(dice.choice((1, 1, 2, 8))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _change_a_header(pack: bytes, dice: Dice) -> bytes:
    marks = [place for mark in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06") for place in _places(pack, mark)]
    changed, place = bytearray(pack), dice.choice(marks) + dice.randrange(46)
    changed[min(place, len(changed) - 1)] = dice.randrange(256)
    return bytes(changed)


def _places(pack: bytes, mark: bytes) -> list[int]:
    return [place for place in range(len(pack)) if pack.startswith(mark, place)] if mark in pack else []


def _cut(pack: bytes, dice: Dice) -> bytes:
    return pack[: dice.randrange(len(pack))]


def _take_out(pack: bytes, dice: Dice) -> bytes:
    start = dice.randrange(len(pack))
    return pack[:start] + pack[start + dice.randint(1, 64) :]


def _put_in(pack: bytes, dice: Dice) -> bytes:
    place = dice.choice((0, len(pack), dice.randrange(len(pack))))
    return pack[:place] + dice.randbytes(dice.randint(1, 64)) + pack[place:]


def _copy_over(pack: bytes, dice: Dice) -> bytes:
    length = dice.randint(1, 200)
    source, target = dice.randrange(len(pack) - length), dice.randrange(len(pack) - length)
    return pack[:target] + pack[source : source + length] + pack[target + length :]


def _tables(files: Files) -> list[Table]:
    return [one for one in TABLES if layout.table_path(one.name) in files]


def _edit_rows(files: Files, dice: Dice) -> None:
    table = dice.choice([one for one in _tables(files) if files[layout.table_path(one.name)].count(b"\n") > 1]).name
    rows = table_rows(files, table)
    dice.choice(_ON_ROWS)(rows, dice)
    files[layout.table_path(table)] = table_bytes(rows)


def _edit_heading_only_table(files: Files, dice: Dice) -> None:
    table = dice.choice(_tables(files)).name
    rows = table_rows(files, table)
    rows.append([dice.choice(JUNK) for _ in rows[0]])
    files[layout.table_path(table)] = table_bytes(rows)


def _change_a_cell(rows: Rows, dice: Dice) -> None:
    row, column = dice.randrange(1, len(rows)), dice.randrange(len(rows[0]))
    others = [one[column] for one in rows[1:]]
    rows[row][column] = dice.choice((dice.choice(JUNK), dice.choice(others), dice.choice(rows[row])))


def _change_a_figure(rows: Rows, dice: Dice) -> None:
    places = [(row, column) for row in rows[1:] for column, cell in enumerate(row) if cell.isdecimal()]
    if places:
        row, column = dice.choice(places)
        row[column] = str(int(row[column][:12]) + dice.choice((-1, 1, 10, -int(row[column][:12]))))


def _drop_a_row(rows: Rows, dice: Dice) -> None:
    del rows[dice.randrange(len(rows))]


def _repeat_a_row(rows: Rows, dice: Dice) -> None:
    rows.insert(dice.randint(0, len(rows)), list(dice.choice(rows)))


def _swap_rows(rows: Rows, dice: Dice) -> None:
    one, other = dice.randrange(len(rows)), dice.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]


def _drop_a_cell(rows: Rows, dice: Dice) -> None:
    row = dice.choice(rows)
    del row[dice.randrange(len(row))]


def _add_a_cell(rows: Rows, dice: Dice) -> None:
    row = dice.choice(rows)
    row.insert(dice.randint(0, len(row)), dice.choice(JUNK))


def _drop_a_column(rows: Rows, dice: Dice) -> None:
    column = dice.randrange(len(rows[0]))
    for row in rows:
        del row[column]


def _flip_in_a_file(files: Files, dice: Dice) -> None:
    path = dice.choice([path for path, content in files.items() if content and not path.startswith("data/report/")])
    changed = bytearray(files[path])
    changed[dice.randrange(len(changed))] = dice.choice((dice.randrange(256), *b'",\r\n\0'))
    files[path] = bytes(changed)


def _edit_a_line(files: Files, dice: Dice) -> None:
    path = dice.choice((*layout.TAGS, *map(layout.table_path, ("event", "results"))))
    lines = files[path].split(b"\n")
    line = dice.randrange(len(lines))
    lines[line : line + 1] = dice.choice(([], [lines[line]] * 2, [lines[line] + b" "], [lines[line] + b"\r"], [b""]))
    files[path] = b"\n".join(lines)


def _edit_the_package(files: Files, dice: Dice) -> None:
    package = json.loads(files[layout.DATA_PACKAGE])
    holder, key = _somewhere(package, dice)
    holder[key] = dice.choice((None, -1, "", [], {}, True, 1.5, dice.choice(JUNK), [[]], {"a": 1}))
    files[layout.DATA_PACKAGE] = json.dumps(package).encode()


def _somewhere(found: Any, dice: Dice) -> tuple[Any, Any]:
    while True:
        key = dice.choice([*found] if isinstance(found, dict) else [*range(len(found))])
        if not isinstance(found[key], (dict, list)) or not found[key] or dice.random() < 0.2:
            return found, key
        found = found[key]


def _rename_a_file(files: Files, dice: Dice) -> None:
    path = dice.choice([*files])
    other = dice.choice((path.upper(), path + ".bak", "data/" + path, path.replace("/", "\\"), "fetch.txt"))
    files[other] = files[path]


def _drop_a_file(files: Files, dice: Dice) -> None:
    del files[dice.choice([path for path in files if path not in layout.TAGS])]


_ON_BYTES: tuple[Callable[[bytes, Dice], bytes], ...] = (
    _flip_bits, _flip_bits, _change_a_header, _change_a_header, _cut, _take_out, _put_in, _copy_over,
)  # fmt: skip
_ON_ROWS: tuple[Callable[[Rows, Dice], None], ...] = (
    _change_a_cell, _change_a_cell, _change_a_cell, _change_a_figure, _change_a_figure, _drop_a_row, _repeat_a_row,
    _swap_rows, _drop_a_cell, _add_a_cell, _drop_a_column,
)  # fmt: skip
_ON_CONTENTS: tuple[Callable[[Files, Dice], None], ...] = (
    _edit_rows, _edit_rows, _edit_rows, _edit_rows, _edit_rows, _edit_heading_only_table, _flip_in_a_file,
    _flip_in_a_file, _edit_a_line, _edit_the_package, _rename_a_file, _drop_a_file,
)  # fmt: skip
