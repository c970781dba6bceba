"""One connection that is read from: what goes wrong with the file is said in words."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from facilitator.store.faults import damaged, told_in_words


class Queries:
    """Reads over one connection; on the writer's connection they see the transaction under way."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def close(self) -> None:
        """Close the connection; nothing is read from it any more."""
        self._connection.close()

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with told_in_words(self._path):
            return self._connection.execute(sql, values).fetchall()

    def _one(self, sql: str, *values: object) -> tuple[Any, ...]:
        rows = self._all(sql, *values)
        if not rows:
            raise damaged(self._path)
        return rows[0]
