"""Nothing that was appended is changed or deleted, whoever asks; the keys of the voters alone can be forgotten."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from facilitator.conduct.voting import open_question
from facilitator.store.connection import writing_connection
from facilitator.store.migrations import ADDED_FOR_RUNNING, ADDED_FOR_SEEING, ADDED_FOR_THE_FRONT, APPEND_ONLY
from store.looking import rows

ONLY_ADDED = (*APPEND_ONLY, *ADDED_FOR_RUNNING, *ADDED_FOR_SEEING, *ADDED_FOR_THE_FRONT)
VALUES = {"INTEGER": 1, "REAL": 1.0, "TEXT": "x", "BLOB": b"0123456789abcdef"}


@pytest.fixture
def filled(make_event):
    """Return the path of an event file with a row in every relation; the rows need not make sense."""
    event = make_event()
    open_question(event, "s1")
    event.close()
    with closing(sqlite3.connect(event.path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        for relation in ONLY_ADDED:
            kinds = [row[2] for row in connection.execute(f"PRAGMA table_info({relation})")]
            values = [VALUES[kind] for kind in kinds]
            connection.execute(f"INSERT OR IGNORE INTO {relation} VALUES ({', '.join('?' * len(values))})", values)
        connection.commit()
    return event.path


@pytest.mark.parametrize("connect", [sqlite3.connect, writing_connection], ids=["raw", "own"])
@pytest.mark.parametrize("relation", ONLY_ADDED)
def test_no_row_is_updated_or_deleted(filled, relation, connect):
    column = rows(filled, f"PRAGMA table_info({relation})")[0][1]
    before = rows(filled, f"SELECT * FROM {relation}")
    assert before

    with closing(connect(filled)) as connection:
        for attempt in (f"UPDATE {relation} SET {column} = {column}", f"DELETE FROM {relation}"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(attempt)

    assert rows(filled, f"SELECT * FROM {relation}") == before


def test_no_row_is_overwritten_by_another_on_the_writers_connection(filled):
    with closing(writing_connection(filled)) as connection:
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute("PRAGMA ignore_check_constraints = 1")
        overwritten = [relation for relation in APPEND_ONLY if replaces_a_row(connection, relation)]

    assert overwritten == []


def replaces_a_row(connection, relation):
    row = connection.execute(f"SELECT * FROM {relation}").fetchone()
    marks = ", ".join("?" * len(row))
    try:
        connection.execute(f"INSERT OR REPLACE INTO {relation} VALUES ({marks})", row)
    except sqlite3.IntegrityError as error:
        return "only ever added" not in str(error)
    return True


def test_every_relation_is_append_only_but_the_keys_and_the_heartbeat(filled):
    relations = {name for (name,) in rows(filled, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    index = {name for name in relations if name.startswith("note_fts")}  # made of the notes, and renewed from them

    assert relations - index - {*ONLY_ADDED} == {"secret", "heartbeat", "_sqlite_migrations"}


def test_the_keys_of_the_voters_can_be_forgotten(filled):
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("DELETE FROM secret").rowcount > 0
