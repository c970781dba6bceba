"""A glance at an event file that takes no part in it: nothing is written, in the file, beside it, or by looking."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from facilitator.errors import EventFileError
from facilitator.store.faults import OpenElsewhere, damaged, made_by_newer_program, told_in_words
from facilitator.store.format import APPLICATION_ID, MIGRATION_SET, MIGRATIONS
from facilitator.store.lock import let_go, locked
from facilitator.store.reading import Reading
from facilitator.words.message import say


class Beside(StrEnum):
    """What the files beside an event file tell of it."""

    NOTHING = "nothing"
    OPEN_ELSEWHERE = "open elsewhere"
    CUT_OFF = "cut off"
    FOREIGN_LOG = "foreign log"


@dataclass(frozen=True, slots=True)
class Look:
    """An event file as it lies on the disk, without what a log beside it may hold; `is_older` files lack relations."""

    reading: Reading
    is_older: bool


def beside(path: Path) -> Beside:
    """Return whether the event at `path` is open elsewhere or was cut off, as far as the files beside it tell.

    Only where a log lies there is the event's lock tried, for an instant. Raises `EventFileError` for a file that is
    not there or may not be looked at.
    """
    with told_in_words(path):
        if not path.is_file():
            raise EventFileError(
                say("There is no event file at “{file}”.", file=str(path)), say("Check the name, or start a new event.")
            )
        log, journal = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
        if not log.exists() and not journal.exists():
            return Beside.NOTHING
        return _behind_the_log(path, log)


def _behind_the_log(path: Path, log: Path) -> Beside:
    try:
        let_go(locked(path))
    except OpenElsewhere:
        return Beside.OPEN_ELSEWHERE
    if not log.exists():
        return Beside.CUT_OFF
    if not log.stat().st_size:
        return Beside.NOTHING
    # Read only when nobody has the event open: in this process closing the file would drop SQLite's own locks on it
    # (sqlite.org/howtocorrupt.html, 2.2).
    with path.open("rb") as file:
        header = file.read(20)
    return Beside.FOREIGN_LOG if header[18:20] == b"\x01\x01" else Beside.CUT_OFF


@contextmanager
def looking(path: Path) -> Iterator[Look]:
    """Give a look at the event file at `path`; every trouble is raised as an `EventFileError`.

    No file lock is taken and no log is read, so that nobody is hindered and no file appears beside this one. While
    somebody writes, what is read may therefore be damaged.
    """
    connection: sqlite3.Connection | None = None
    try:
        with told_in_words(path):
            connection = _connection(path)
            yield Look(Reading(connection, path), _is_older(connection, path))
    except (sqlite3.Error, TypeError, ValueError) as error:  # relations of ours are missing, or hold something else
        raise damaged(path) from error
    finally:
        if connection is not None:
            connection.close()


def _connection(path: Path) -> sqlite3.Connection:
    # A log makes a connection that is merely read-only write into the file beside it: sqlite.org/uri.html#uriimmutable
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _is_older(connection: sqlite3.Connection, path: Path) -> bool:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise damaged(path)
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,))
    applied = {name for (name,) in rows}
    if applied - set(MIGRATIONS):
        raise made_by_newer_program(path)
    return applied != set(MIGRATIONS)
