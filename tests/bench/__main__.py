"""`python -m tests.bench`, or with the names of some parts: `python -m tests.bench import recount`."""

from __future__ import annotations

import argparse
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import documents, notes, packs, reports, room_screen, sensitive, simultaneous, starting, votes, windows
from tests.bench.measuring import Line

PARTS: dict[str, Callable[[Path], list[Line]]] = {
    "appends": simultaneous.lines,
    "import": votes.import_lines,
    "recount": votes.recount_lines,
    "start": lambda folder: starting.lines(),
    "windows": windows.lines,
    "room": room_screen.lines,
    "notes": notes.lines,
    "sensitive": lambda folder: sensitive.lines(),
    "documents": lambda folder: documents.lines(),
    "packs": packs.lines,
    "reports": reports.lines,
}
HEADING = ("what", "ours", "yardstick", "ratio", "goal", "met")


def main() -> None:
    """Measure the parts that were asked for and print one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure; everything unless told")
    chosen = parser.parse_args().parts or list(PARTS)
    begun = time.perf_counter()
    found: list[Line] = []
    for part in chosen:
        print(f"measuring {part} ...", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="facilitator-bench-") as folder:
            found += PARTS[part](Path(folder))
    _print(found)
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}, "
        f"{time.perf_counter() - begun:.0f} s; times are medians of interleaved rounds unless said otherwise"
    )


def _print(found: list[Line]) -> None:
    rows = [HEADING, *(line.cells() for line in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADING))]
    for row in rows:
        print(" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
