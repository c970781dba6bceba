"""What every part of the bench uses: a line of the table, the clock and bare SQLite as the yardstick."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `met` is None where there is no goal or nothing was measured."""

    what: str
    ours: str
    yardstick: str = ""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None

    def cells(self) -> tuple[str, ...]:
        """Return the line as it is printed."""
        met = {True: "yes", False: "NO", None: "-"}[self.met]
        return self.what, self.ours, self.yardstick, self.ratio, self.goal, met


def compared(what: str, ours_s: float, yardstick_s: float, yardstick: str, *, at_most: float | None) -> Line:
    """Return the line for our time beside the yardstick's."""
    ratio = ours_s / yardstick_s
    goal = "" if at_most is None else f"<= {at_most:g}x"
    met = None if at_most is None else ratio <= at_most
    return Line(what, in_ms(ours_s), f"{in_ms(yardstick_s)} {yardstick}", f"{ratio:.2f}x", goal, met)


def in_ms(seconds: float) -> str:
    """Return a time as printed."""
    return f"{seconds * 1000:,.2f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def interleaved(
    ours: Callable[[], object], yardstick: Callable[[], object], *, rounds: int
) -> tuple[list[float], list[float]]:
    """Return the times of both, measured in turn so that a noisy minute hits both alike."""
    pairs = [(seconds_of(ours), seconds_of(yardstick)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def percentile(times: list[float], percent: int) -> float:
    """Return the time that `percent` of 100 stay below."""
    return quantiles(times, n=100, method="inclusive")[percent - 1]


def middle(times: list[float]) -> float:
    """Return the median."""
    return median(times)


def bare_database(path: Path) -> sqlite3.Connection:
    """Return a connection as durable as the event file's, with nothing else on it."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


# The event file's ballot relation without its rules: no CHECK, no reference, no trigger.
BARE_BALLOT = """CREATE TABLE ballot (
    question INTEGER NOT NULL, voter BLOB NOT NULL, sender BLOB NOT NULL, counter INTEGER NOT NULL,
    edition INTEGER NOT NULL, channel TEXT NOT NULL, standing TEXT NOT NULL, marks TEXT NOT NULL,
    assisted INTEGER NOT NULL, PRIMARY KEY (question, voter, sender, counter)) WITHOUT ROWID"""
INSERT_BALLOT = "INSERT INTO ballot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
