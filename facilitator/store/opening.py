"""Opening an event file: is it ours, whole, known to this program, and may it be written?"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import EventFileError
from facilitator.store.connection import looking_connection, reading_connection
from facilitator.store.faults import (
    damaged,
    foreign_log,
    in_words,
    made_by_newer_program,
    not_brought_up_to_date,
    not_writable,
    told_in_words,
)
from facilitator.store.format import APPLICATION_ID, MIGRATION_SET, MIGRATIONS
from facilitator.words.message import say

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations


def refuse_unusable(path: Path, known: tuple[str, ...] = MIGRATIONS) -> tuple[str, ...]:
    """Return the migrations the file still needs; raises an `EventFileError` with a sentence where it cannot be used.

    Nothing is written, in the file or beside it.
    """
    with told_in_words(path):
        if not path.is_file():
            raise EventFileError(
                say("There is no event file at “{file}”.", file=str(path)), say("Check the name, or start a new event.")
            )
        _refuse_unwritable(path)
        _refuse_foreign_log(path)
        applied = _applied(path)
    if set(applied) - set(known):
        raise made_by_newer_program(path)
    return tuple(name for name in known if name not in applied)


def migrate(path: Path, migrations: Migrations) -> None:
    """Bring the file to this program's format, each migration whole or not at all."""
    from sqlite_utils import Database  # 80 ms that a file of today's format need not pay

    connection = sqlite3.connect(path)
    try:
        migrations.apply(Database(connection))
    except sqlite3.Error as error:
        raise (in_words(error, path) or not_brought_up_to_date(path)) from error
    finally:
        connection.close()


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK):
        raise not_writable(path)


def _refuse_foreign_log(path: Path) -> None:
    """Raise `EventFileError` for a file put back beside the log of another state of it: SQLite would mix the two."""
    log = path.with_name(path.name + "-wal")
    if not log.exists() or not log.stat().st_size:
        return
    with path.open("rb") as file:
        header = file.read(20)
    # A file of ours has a log only while it says so itself: sqlite.org/fileformat.html, bytes 18 and 19.
    if header[18:20] == b"\x01\x01":
        raise foreign_log(path)


def _applied(path: Path) -> list[str]:
    # A journal was left by a cut-off migration: only a connection that may write can take it back.
    cut_off = path.with_name(path.name + "-journal").exists()
    connection = reading_connection(path) if cut_off else looking_connection(path)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise damaged(path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
        rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,))
        return [row[0] for row in rows]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise damaged(path) from error  # relations of ours are missing
        raise
    finally:
        connection.close()
