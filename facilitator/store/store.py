"""The store: one open event file, with its writer, its readers and its copies."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import EventFileError
from facilitator.store.connection import leave_one_plain_file, reading_connection, writing_connection
from facilitator.store.copies import compact, copy_without_secrets
from facilitator.store.faults import told_in_words
from facilitator.store.forgetting import BEFORE, ReachedCopies, forget_in_copies
from facilitator.store.format import MIGRATIONS
from facilitator.store.lock import let_go, locked
from facilitator.store.moment import Answer, Decision, Moment
from facilitator.store.opening import migrate, refuse_unusable
from facilitator.store.reading import Reading
from facilitator.store.writer import Clock, Writer
from facilitator.words.message import say

if TYPE_CHECKING:
    from filelock import FileLock
    from sqlite_utils.migrations import Migrations


class Store:
    """An open event file. Close it, and one plain file is left."""

    def __init__(self, path: Path, lock: FileLock, clock: Clock) -> None:
        self.path = path
        self._lock = lock
        self._was_cut_off = path.with_name(path.name + "-wal").exists()
        self._connection = writing_connection(path)
        try:
            self._writer = Writer(path, self._connection, clock)
        except BaseException:
            self._connection.close()
            raise
        self._readers = threading.local()
        self._open_readers: weakref.WeakSet[Reading] = weakref.WeakSet()

    @property
    def commits(self) -> int:
        """How many commits the writer has made."""
        return self._writer.commits

    def append(self, rule: Callable[[Moment], Decision[Answer]], *, entry_id: bytes | None = None) -> Answer | None:
        """Let `rule` decide inside the transaction, and return its answer when its rows are on the disk.

        On return the rows survive kill -9 and a power cut (T11). With an `entry_id` the file already has nothing is
        decided or stored again and the answer is None (T1). What the rule raises is raised here; nothing of it is kept.
        """
        answer: Answer | None = self._writer.append(rule, entry_id).result()
        return answer

    @property
    def reading(self) -> Reading:
        """What the file holds now, on a connection of this thread that cannot write."""
        if self.is_closed:
            raise RuntimeError("the event file is closed")
        if not hasattr(self._readers, "reading"):
            connection = reading_connection(self.path)
            self._readers.reading = Reading(connection, self.path)
            self._open_readers.add(self._readers.reading)
            # A thread that ends takes its reading with it.
            weakref.finalize(self._readers.reading, connection.close)
        reading: Reading = self._readers.reading
        return reading

    def on_commit(self, subscriber: Callable[[], None]) -> None:
        """Call `subscriber` on the writer's thread after each commit; it must not block."""
        self._writer.subscribers.append(subscriber)

    def save_a_copy(self, destination: Path) -> None:
        """Write a whole copy, without the voters' keys and earlier leads, durable on return; the event goes on."""
        self._writer.with_connection(lambda connection: copy_without_secrets(connection, destination)).result()

    def compact(self) -> None:
        """Rewrite the file so that nothing deleted is left in it or beside it."""
        self._writer.with_connection(compact).result()

    def forget_in_copies(self) -> ReachedCopies:
        """Forget in the copies beside the file what the file has forgotten."""
        work = self._writer.with_connection(lambda connection: forget_in_copies(connection, self.path))
        found: ReachedCopies = work.result()
        return found

    @property
    def is_closed(self) -> bool:
        """Whether the file was closed."""
        return not self._lock.is_locked

    def give_up(self) -> None:
        """Close a file that could not be finished, whatever state it is in."""
        with contextlib.suppress(EventFileError, sqlite3.Error):
            self.close()

    def close(self) -> None:
        """Finish what waits and leave one plain file; nothing is lost if this is never reached."""
        if self.is_closed:
            return
        self._writer.stop()
        for reading in list(self._open_readers):
            reading.close()
        try:
            with told_in_words(self.path):
                written = self._was_cut_off or self._connection.total_changes > 0
                leave_one_plain_file(self._connection, rewrite=written)
        finally:
            self._connection.close()
            let_go(self._lock)


def create_store(
    path: Path, clock: Clock, migrations: Migrations | None = None, *, instead_of_left_over: bool = False
) -> Store:
    """Make an empty event file at `path` and open it; raises `EventFileError` if there is a file already.

    With `instead_of_left_over` a file there is what a cut-off attempt left, and is made anew.
    """
    lock = locked(path)
    if instead_of_left_over:
        remove_whole(path)
    if path.exists():
        let_go(lock)
        raise EventFileError(
            say("There is already a file called {file}.", file=path.name),
            say("Give the new event another name, or open that file."),
        )
    try:
        with told_in_words(path):
            migrate(path, migrations or _event_file())
            return Store(path, lock, clock)
    except BaseException:
        remove_whole(path)
        let_go(lock)
        raise


def remove_whole(path: Path) -> None:
    """Remove a file of ours that never became an event, and what SQLite laid beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def open_store(path: Path, clock: Clock, migrations: Migrations | None = None) -> Store:
    """Open the event file at `path`; an older format is brought up to date after a copy of the file is kept.

    Raises an `EventFileError` with a sentence for a file that is damaged, newer, open elsewhere or not writable.
    """
    known = MIGRATIONS if migrations is None else tuple(one.name for one in migrations._migrations)
    lock = locked(path)
    try:
        if needed := refuse_unusable(path, known):
            _keep_a_copy_before(path, needed)
            migrate(path, migrations or _event_file())
        with told_in_words(path):
            return Store(path, lock, clock)
    except BaseException:
        let_go(lock)
        raise


def _event_file() -> Migrations:
    from facilitator.store.migrations import event_file  # imports sqlite_utils, 80 ms

    return event_file


def _keep_a_copy_before(path: Path, needed: tuple[str, ...]) -> None:
    connection = sqlite3.connect(path)
    try:
        copy_without_secrets(connection, _free_name(path, f"{BEFORE}{needed[0]}"))
    finally:
        connection.close()


def _free_name(path: Path, ending: str) -> Path:
    names = (f"{path.stem}{ending}{number}{path.suffix}" for number in chain([""], (f"-{again}" for again in count(2))))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())
