"""The one writer: a thread that commits whatever waits together, and acknowledges only after the commit."""

from __future__ import annotations

import contextlib
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from facilitator.store.faults import broken_text, in_words
from facilitator.store.forgetting import forget_words
from facilitator.store.moment import Decision, Moment

MOST_IN_ONE_COMMIT = 500
# A crowd that votes together arrives over some milliseconds: waiting this long for one more makes it one commit.
GATHERING_S = 0.001
LOOKING_AGAIN_S = 0.0002
LONGEST_GATHERING_S = 0.02  # but nobody waits for a stream that does not end

Rule: TypeAlias = Callable[[Moment], Decision[Any]]
Clock: TypeAlias = Callable[[], datetime]
Subscriber: TypeAlias = Callable[[], None]


@dataclass(slots=True)
class _Job:
    """One thing to do on the writer's thread: a rule to decide by, or work on the file outside a transaction."""

    rule: Rule | None = None
    entry_id: bytes | None = None
    work: Callable[[sqlite3.Connection], Any] | None = None
    done: Future[Any] = field(default_factory=Future)


class Writer:
    """Owns the one connection that writes; calls `subscribers` on its thread after each commit."""

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Clock) -> None:
        self.commits = 0
        self.subscribers: list[Subscriber] = []
        self._path, self._connection, self._clock = path, connection, clock
        self._moment = Moment(connection, path)
        self._waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._gate, self._stopped = threading.Lock(), False
        self._has_entries = False
        self._thread = threading.Thread(target=self._run, name="event file writer", daemon=True)
        self._thread.start()

    def append(self, rule: Rule, entry_id: bytes | None) -> Future[Any]:
        """Let `rule` decide inside a transaction; the future has its answer once the rows are on the disk.

        With an `entry_id` that the file has already nothing is decided again and the answer is None.
        The rule runs on the writer's thread. What it raises reaches the future, and nothing of it is stored.
        """
        return self._put(_Job(rule=rule, entry_id=entry_id))

    def with_connection(self, work: Callable[[sqlite3.Connection], Any]) -> Future[Any]:
        """Do `work` on the writer's thread between two commits, for copying and compacting."""
        return self._put(_Job(work=work))

    def stop(self) -> None:
        """Finish what waits and end the thread; the connection stays open. What comes later raises `RuntimeError`."""
        with self._gate:
            self._stopped = True
            self._waiting.put(None)
        self._thread.join()

    def _put(self, job: _Job) -> Future[Any]:
        with self._gate:
            if self._stopped:
                raise RuntimeError("the event file is closed")
            self._waiting.put(job)
        return job.done

    def _run(self) -> None:
        while (batch := self._next_batch()) is not None:
            for is_work, jobs in groupby(batch, key=lambda job: job.work is not None):
                if is_work:
                    self._do_work(jobs)
                else:
                    self._commit_together(list(jobs))

    def _next_batch(self) -> list[_Job] | None:
        batch = [self._waiting.get()]
        deadline = time.monotonic() + LONGEST_GATHERING_S
        while len(batch) < MOST_IN_ONE_COMMIT and batch[-1] is not None:
            try:
                batch.append(self._one_more(min(time.monotonic() + GATHERING_S, deadline)))
            except queue.Empty:
                break
        if batch[-1] is None:
            self._waiting.put(None)
        jobs = [job for job in batch if job is not None]
        return jobs or None

    def _one_more(self, until: float) -> _Job | None:
        """Return the next job that comes before `until`; raises `queue.Empty` where none does.

        Never by a time-out of the queue: before Python 3.13 a SimpleQueue whose time-out passes while it takes its own
        lock waits for ever, and with it everybody whose job is in this batch (tests/store/test_group_commit.py).
        """
        while True:
            try:
                return self._waiting.get_nowait()
            except queue.Empty:
                if time.monotonic() >= until:
                    raise
                time.sleep(LOOKING_AGAIN_S)

    def _do_work(self, jobs: Iterable[_Job]) -> None:
        for job in jobs:
            assert job.work is not None
            try:
                job.done.set_result(job.work(self._connection))
            except Exception as error:  # noqa: BLE001 - the caller gets it; the writer must live on
                job.done.set_exception(self._told(error))

    def _commit_together(self, jobs: list[_Job]) -> None:
        answers: list[tuple[_Job, Any]] = []
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._has_entries = False
            answers = [(job, answer) for job in jobs for answer in self._answers(job)]
            if self._has_entries:  # never beside ballots alone: the log would tell when each one came
                self._connection.execute("INSERT OR REPLACE INTO heartbeat VALUES (1, ?)", (self._now("minutes"),))
            self._connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001 - every caller gets it; the writer must live on
            self._fail_together(jobs, error)
            return
        self.commits += 1
        for job, answer in answers:
            job.done.set_result(answer)
        self._tell_subscribers()

    def _tell_subscribers(self) -> None:
        for subscriber in self.subscribers:
            try:
                subscriber()
            except Exception:
                logging.exception("A subscriber failed after a commit; the rows are stored.")

    def _answers(self, job: _Job) -> Iterable[Any]:
        """Yield the job's answer, or nothing where its rule refused: then only this job's rows are rolled back."""
        self._connection.execute("SAVEPOINT job")
        self._moment.entry = 0
        try:
            answer = self._decided(job)
        except Exception as error:
            if isinstance(error, sqlite3.Error) and in_words(error, self._path) is not None:
                raise  # the disk or the file: nothing of this transaction can be trusted to be stored
            self._connection.execute("ROLLBACK TO job")
            self._connection.execute("RELEASE job")
            self._moment.give_back_entry()
            job.done.set_exception(self._told(error))
            return
        self._connection.execute("RELEASE job")
        yield answer

    def _decided(self, job: _Job) -> Any:
        assert job.rule is not None
        if job.entry_id is not None and self._knows(job.entry_id):
            return None
        self._moment.begin_entry()
        decision = job.rule(self._moment)
        if decision.said is None:
            self._moment.give_back_entry()
        if decision.said is not None:
            assert job.entry_id is not None
            said = decision.said
            self._connection.execute(
                "INSERT INTO entry (seq, id, at, by, verb, about, why) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (self._moment.entry, job.entry_id, self._now("seconds"), said.by, said.verb, said.about, said.why),
            )
        for shape, alike in groupby(decision.rows, key=type):
            self._moment.load(shape, alike)
        if decision.forget_secrets:
            self._connection.execute("DELETE FROM secret")
        if decision.forget_words is not None:
            forget_words(self._connection, decision.forget_words)
        if decision.said is not None:
            self._has_entries = True
            self._moment.forget_remembered()
        return decision.answer

    def _knows(self, entry_id: bytes) -> bool:
        return self._connection.execute("SELECT 1 FROM entry WHERE id = ?", (entry_id,)).fetchone() is not None

    def _fail_together(self, jobs: list[_Job], error: Exception) -> None:
        self._moment.forget_remembered()
        if self._connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):  # SQLite rolls back by itself on some errors
                self._connection.execute("ROLLBACK")
        for job in jobs:
            if not job.done.done():
                job.done.set_exception(self._told(error))

    def _told(self, error: Exception) -> Exception:
        if isinstance(error, UnicodeEncodeError):
            return broken_text()
        return (in_words(error, self._path) or error) if isinstance(error, sqlite3.Error) else error

    def _now(self, precision: str) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec=precision)
