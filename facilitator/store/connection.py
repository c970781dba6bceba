"""Connections to the event file: one that writes, and readers that cannot."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from facilitator.store.faults import not_writable

BUSY_TIMEOUT_MS = 5_000


def writing_connection(path: Path) -> sqlite3.Connection:
    """Return the connection that writes: WAL and FULL, so that a commit is on the disk before it returns."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        connection.close()
        raise not_writable(path)  # some shared drives cannot: sqlite.org/wal.html
    # NORMAL may lose the last commits at a power cut: sqlite.org/pragma.html#pragma_synchronous
    connection.execute("PRAGMA synchronous = FULL")
    # macOS tells the disk to write only when asked like this: sqlite.org/pragma.html#pragma_fullfsync
    connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    connection.execute("PRAGMA foreign_keys = 1")
    # Only then does REPLACE meet the triggers that keep rows from being deleted: sqlite.org/lang_conflict.html
    connection.execute("PRAGMA recursive_triggers = 1")
    # Forgotten keys are overwritten with zeros: sqlite.org/pragma.html#pragma_secure_delete
    connection.execute("PRAGMA secure_delete = 1")
    return connection


def reading_connection(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads; readers never wait for the writer."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA query_only = 1")
    return connection


def looking_connection(path: Path) -> sqlite3.Connection:
    """Return a connection that changes neither the file nor a log beside it, not even when it closes."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def leave_one_plain_file(connection: sqlite3.Connection, *, rewrite: bool) -> None:
    """Move everything into the one file and close; no file is left beside it.

    With `rewrite` the pages are laid out anew: as they were written they keep rows in the order in which they came,
    whatever the keys, and so the order of the votes.
    """
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    if rewrite:
        try:
            connection.execute("VACUUM")
        except sqlite3.OperationalError:
            logging.exception("The event file could not be rewritten; nothing is lost, but its pages keep their order.")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
