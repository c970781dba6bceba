"""Copies of an event file: always whole, never with the keys of its voters, nor with who was once to be called."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.errors import EventFileError
from facilitator.words.message import say

# Who was to be called before the newest word about it, in personal data that nobody needs any more.
EARLIER_LEADS = """FROM safeguarding_lead WHERE name || phone || advice <> ''
    AND id <> (SELECT max(id) FROM safeguarding_lead)"""


def copy_without_secrets(connection: sqlite3.Connection, destination: Path) -> None:
    """Write a whole copy of the event to `destination`, durable on return; an existing file is refused.

    The keys are taken out in memory, so that they never reach the copy's disk, and so is who was to be called before
    the newest word about it: a copy is for going on elsewhere, and there the newest is what somebody needs. Raises
    `EventFileError`; then nothing of the copy is left.
    """
    unfinished = destination.with_name(destination.name + ".part")
    try:
        _refuse_existing(destination)
        unfinished.unlink(missing_ok=True)
        _write_stripped(connection, unfinished)
        make_durable(unfinished)
        os.replace(unfinished, destination)
        make_durable(destination.parent)
    except (sqlite3.Error, OSError) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise EventFileError(
            say("The copy could not be written to {folder}.", folder=str(destination.parent)),
            say("Check that the stick or folder is there and has room. The event itself is safe."),
        ) from error


def _refuse_existing(destination: Path) -> None:
    if destination.exists():
        raise EventFileError(
            say("There is already a file called {file}.", file=destination.name), say("Give the copy another name.")
        )


def _write_stripped(connection: sqlite3.Connection, path: Path) -> None:
    in_memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(in_memory)
        in_memory.execute("PRAGMA secure_delete = 1")
        in_memory.execute("DELETE FROM secret")
        if has_relation(in_memory, "safeguarding_lead"):
            with deleting(in_memory, "safeguarding_lead_refuses_delete"):
                in_memory.execute(f"DELETE {EARLIER_LEADS}")
        in_memory.execute("VACUUM INTO ?", (str(path),))
    finally:
        in_memory.close()


@contextmanager
def deleting(connection: sqlite3.Connection, trigger: str) -> Iterator[None]:
    """Put a trigger aside that refuses what is done inside; it is back, as it was, afterwards."""
    found = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (trigger,)
    ).fetchone()
    if found is None:  # a copy of a format before this relation
        yield
        return
    connection.execute(f"DROP TRIGGER {trigger}")
    try:
        yield
    finally:
        connection.execute(found[0])


def has_relation(connection: sqlite3.Connection, relation: str) -> bool:
    """Return whether the file is of a format that has this relation."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (relation,)).fetchone() is not None


def make_durable(path: Path) -> None:
    """Return when the file or folder is on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no handle of a folder to flush
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def compact(connection: sqlite3.Connection) -> None:
    """Rewrite the file so that nothing deleted is left in it; raises `EventFileError` if a reader hinders."""
    connection.execute("VACUUM")
    hindered, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if hindered:
        raise EventFileError(
            say("The event file is being read, so what was forgotten could not be cleared from it yet."),
            say("Close the event and open it again; then it is gone."),
        )
