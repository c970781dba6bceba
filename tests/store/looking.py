"""How the tests of the store look at a file from outside, without the store."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.core.voters import voter_hasher
from facilitator.errors import EventFileError

# What a volunteer should never have to read.
ENGINE_ROOM = re.compile(
    r"sqlite|disk i/o|i/o error|malformed|read-?only|database|\bdb\b|errno|\bSQL|\bwal\b|journal|corrupt|locked|decode"
    r"|utf-?8|traceback|exception|table|schema|not null|constraint",
    re.IGNORECASE,
)


def rows(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what a raw connection reads."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, values).fetchall()


def is_whole(path: Path) -> bool:
    """Return whether SQLite finds nothing wrong with the file, its references included."""
    return rows(path, "PRAGMA integrity_check") == [("ok",)] and rows(path, "PRAGMA foreign_key_check") == []


def secret_keys(path: Path) -> list[bytes]:
    """Return the keys of the voters that the file holds."""
    return [key for (key,) in rows(path, "SELECT key FROM secret")]


def ballots_of(path: Path, question: str) -> dict[tuple[bytes, int], str]:
    """Return the marks of every ballot of a question, by voter and counter."""
    sql = "SELECT voter, counter, marks FROM ballot WHERE question = (SELECT max(id) FROM question WHERE key = ?)"
    return {(voter, counter): marks for voter, counter, marks in rows(path, sql, question)}


def hasher(path: Path, question: str) -> Callable[[str], bytes]:
    """Return the function from a code to its voter hash, with the key in the file."""
    sql = "SELECT s.key FROM secret s JOIN question q ON q.id = s.question WHERE q.key = ?"
    return voter_hasher(rows(path, sql, question)[0][0])


def counted_by_hand(path: Path, question: str) -> dict[str, int]:
    """Return how many people chose each option, counted from the rows alone: of a voter the highest edition."""
    sql = """SELECT voter, edition, marks FROM ballot WHERE standing = 'valid' AND edition > 0
        AND question = (SELECT max(id) FROM question WHERE key = ?) ORDER BY edition"""
    last = {voter: marks for voter, _, marks in rows(path, sql, question)}
    counts: dict[str, int] = {}
    for marks in last.values():
        counts[marks] = counts.get(marks, 0) + 1
    return counts


def is_one_plain_file(path: Path) -> bool:
    """Return whether nothing lies beside the file and its header asks for no write-ahead log."""
    names = [one.name for one in path.parent.iterdir() if one.name.startswith(path.stem)]
    return names == [path.name] and path.read_bytes()[18:20] == b"\x01\x01"


def refused_in_plain_words(work: Callable[[], object], *not_ours: Path) -> EventFileError:
    """Return the error of `work`, whose sentences a volunteer can read; paths in `not_ours` are the test's own."""
    with pytest.raises(EventFileError) as caught:
        work()
    said_plainly(str(caught.value.message), str(caught.value.advice), *not_ours)
    return caught.value


def said_plainly(message: str, advice: str, *not_ours: Path) -> None:
    """Assert that a message and its advice are sentences without a word from the engine room."""
    for sentence in (message, advice):
        text = sentence
        for path in not_ours:
            text = text.replace(str(path), "it").replace(path.name, "it")
        assert text.endswith("."), sentence
        assert not ENGINE_ROOM.search(text), sentence
