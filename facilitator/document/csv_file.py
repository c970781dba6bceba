"""CSV files: tables of text that a spreadsheet opens without running anything in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
GUARD = "'"
LINE_END = "\r\n"
# What spreadsheets take for a formula or a command: OWASP's list, and its full-width twins.
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "|", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet runs it: a ' in front where its beginning asks for one."""
    return GUARD + text if _needs_guard(text) else text


def unguarded(cell: str) -> str:
    """Return what `guarded` was given; exactly one ' is taken away."""
    return cell[len(GUARD) :] if cell.startswith(GUARD) else cell


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file in UTF-8 with a byte order mark and CRLF; cells are written as they are, so guard free text."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator=LINE_END)
    writer.writerow(headings)
    writer.writerows(rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def _needs_guard(text: str) -> bool:
    if text[:1].isalnum():
        return False  # what nearly every cell begins with, and no trigger
    return text.startswith(GUARD) or text.lstrip().startswith(_TRIGGERS) or text.startswith(_TRIGGERS)
