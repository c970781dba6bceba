"""The moment of writing: what a rule sees and may use inside the transaction that its decision becomes part of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from facilitator.store.reading import Reading
from facilitator.store.rows import INSERTS, RELATIONS, Row

Answer = TypeVar("Answer")
Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what and why: the entry that a decision leaves in the file's history."""

    verb: str
    about: str = ""
    by: str = "lead facilitator"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decision(Generic[Answer]):
    """What a rule decided: the rows to append, and what to answer once they are durable.

    `said` is None for ballots alone: they leave no entry, so that nothing tells when or in which order people voted.
    `forget_secrets` is for closing the count. `forget_words` are the digests of words that no longer stand: they go,
    and with them every edition that no longer holds; None forgets nothing.
    """

    answer: Answer
    said: Said | None = None
    rows: Sequence[Row] = field(default_factory=tuple)
    forget_secrets: bool = False
    forget_words: frozenset[str] | None = None


class Moment(Reading):
    """Reads inside the writer's transaction, and new ids for the rows being decided."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._last_id = _highest_id(connection)
        self._remembered: dict[Hashable, Any] = {}
        self.entry = 0

    def remembered(self, key: Hashable, read: Callable[[], Known]) -> Known:
        """Return what `read` gave for `key`, read once for a crowd of ballots: any other decision makes it forgotten.

        Only for what ballots do not change: a question, its options, state and secret. Never for a figure.
        """
        if key not in self._remembered:
            self._remembered[key] = read()
        known: Known = self._remembered[key]
        return known

    def forget_remembered(self) -> None:
        """Read everything anew; the writer calls it after every decision that is not ballots alone."""
        self._remembered.clear()

    def new_id(self) -> int:
        """Return an id no row of this file has; ids grow with every row, over all relations."""
        self._last_id += 1
        return self._last_id

    def load(self, shape: type[Row], rows: Iterable[tuple[object, ...]]) -> None:
        """Write rows of a large load as they are decided, so that they need not all be held; a refusal undoes them.

        `rows` are plain tuples in the order of the fields of `shape`.
        """
        self._connection.executemany(INSERTS[shape], rows)

    def begin_entry(self) -> None:
        """Take the sequence number that the rows of the next decision name as their entry."""
        self.entry = self.new_id()

    def give_back_entry(self) -> None:
        """Let the number be taken again: a gap would tell how many ballots came between two entries."""
        if self.entry:
            self._last_id, self.entry = self.entry - 1, 0


def _highest_id(connection: sqlite3.Connection) -> int:
    relations = [relation for row, relation in RELATIONS.items() if "id" in row._fields]
    sources = " UNION ALL ".join(f"SELECT max(id) AS id FROM {relation}" for relation in relations)
    highest = connection.execute(f"SELECT max(id) FROM ({sources} UNION ALL SELECT max(seq) FROM entry)").fetchone()[0]
    return highest or 0
