"""Forgetting words: the one sanctioned way in which rows leave the file, and the copies beside it.

Only what no longer holds is forgotten: earlier editions, withdrawn editions, and what was said about them.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from facilitator.store.connection import looking_connection
from facilitator.store.copies import EARLIER_LEADS, deleting, has_relation, make_durable

BEFORE = "-before-"  # in the names of the copies that are kept before a migration
_UNFINISHED = ".part"
# Relations in which a thing has editions, each with the column that is the thing's own id.
_EDITIONED = {"note": "note", "main_point": "point", "next_step": "step", "partner": "partner"}
# A means of access has no editions: its newest record holds, and where that takes it back none of them does.
_TAKEN_BACK = """FROM access_provision WHERE what IN (SELECT what FROM access_provision a
    WHERE a.withdrawn AND a.id = (SELECT max(id) FROM access_provision WHERE what = a.what))"""
# Why a meeting was closed, and what was remarked on a duty, no longer holds where the newest record says otherwise.
_OTHER_REASONS = "FROM meeting WHERE reason NOT IN ('', (SELECT reason FROM meeting ORDER BY id DESC LIMIT 1))"
_OTHER_REMARKS = """FROM duty WHERE remark NOT IN
    ('', (SELECT remark FROM duty d WHERE d.duty = duty.duty ORDER BY id DESC LIMIT 1))"""
_OF_THE_FRONT = {"safeguarding_lead": EARLIER_LEADS, "meeting": _OTHER_REASONS, "duty": _OTHER_REMARKS}
# What no longer holds: editions but the newest of a thing, and the newest one too where it is withdrawn.
_NO_LONGER_HELD = (
    {"access_provision": _TAKEN_BACK}
    | _OF_THE_FRONT
    | {
        relation: f"""FROM {relation} WHERE id NOT IN (SELECT id FROM {relation} n WHERE NOT n.withdrawn
        AND n.edition = (SELECT max(edition) FROM {relation} WHERE {thing} = n.{thing}))"""
        for relation, thing in _EDITIONED.items()
    }
)
# Where the journal names what is gone, by the relation that would still hold it.
_EMPTY_NAMES = {
    "access_provision": """UPDATE entry SET about = '' WHERE verb IN ('record access', 'withdraw access')
        AND about NOT IN (SELECT what FROM access_provision)""",
    "partner": """UPDATE entry SET about = '' WHERE about NOT IN (SELECT name FROM partner)
        AND verb IN ('add partner', 'change partner', 'remove partner', 'bring back partner')""",
}
_WHY_WITHDRAWN = "verb = 'withdraw note' AND why <> ''"
EDITIONS_TO_FORGET = "SELECT " + " + ".join(f"(SELECT count(*) {what})" for what in _NO_LONGER_HELD.values())
REASONS_TO_FORGET = f"SELECT EXISTS (SELECT 1 FROM entry WHERE {_WHY_WITHDRAWN})"
_EMPTY_REASONS = f"UPDATE entry SET why = '' WHERE {_WHY_WITHDRAWN}"


def forget_words(connection: sqlite3.Connection, digests: Iterable[str]) -> None:
    """Delete, in the transaction under way, every edition that no longer holds, and these digests of words.

    Why a note was withdrawn may tell what it said, so that goes too, and so does the name of a means of access or of a
    partner that was taken back, where the journal tells it. The triggers that refuse this are put aside for the
    relations concerned and are back, as they were, before the transaction can end.
    """
    for relation, no_longer_held in _NO_LONGER_HELD.items():
        with deleting(connection, f"{relation}_refuses_delete"):
            connection.execute(f"DELETE {no_longer_held}")
    with deleting(connection, "words_read_refuses_delete"):
        connection.executemany("DELETE FROM words_read WHERE digest = ?", [(digest,) for digest in digests])
    with deleting(connection, "entry_refuses_update"):
        _empty_journal(connection)
    _renew_search(connection)


@dataclass(frozen=True, slots=True)
class ReachedCopies:
    """The copies beside the file that hold nothing of what it forgot, and those that could not be reached."""

    done: tuple[Path, ...] = ()
    out_of_reach: tuple[Path, ...] = ()


def forget_in_copies(connection: sqlite3.Connection, path: Path) -> ReachedCopies:
    """Delete from the copies kept before migrations what the file of `connection` has forgotten.

    A copy is replaced whole or stays as it was.
    """
    done, out_of_reach = [], []
    for copy in _copies_of(path):
        try:
            _forget_in_copy(connection, copy)
        except (sqlite3.Error, OSError):  # locked, damaged, not ours or not writable: it is named to a person
            out_of_reach.append(copy)
        else:
            done.append(copy)
    return ReachedCopies(tuple(done), tuple(out_of_reach))


def _empty_journal(connection: sqlite3.Connection) -> None:
    connection.execute(_EMPTY_REASONS)
    for relation, emptying in _EMPTY_NAMES.items():
        if has_relation(connection, relation):
            connection.execute(emptying)


def _renew_search(connection: sqlite3.Connection) -> None:
    """Make the search index anew: deleted words stay in its segments until then (sqlite.org/fts5.html, rebuild)."""
    connection.execute("INSERT INTO note_fts (note_fts) VALUES ('rebuild')")


def _copies_of(path: Path) -> list[Path]:
    begins, ends = f"{path.stem}{BEFORE}", (path.suffix, path.suffix + _UNFINISHED)
    return sorted(one for one in path.parent.iterdir() if one.name.startswith(begins) and one.name.endswith(ends))


def _forget_in_copy(connection: sqlite3.Connection, copy: Path) -> None:
    if copy.name.endswith(_UNFINISHED):
        copy.unlink()  # what a copying that was cut off left behind
        return
    unfinished = copy.with_name(copy.name + _UNFINISHED)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as in_memory:
        with closing(looking_connection(copy)) as on_disk:
            on_disk.backup(in_memory)
        _refuse_another_event(connection, in_memory)
        _keep_what_stands(connection, in_memory)
        with contextlib.suppress(FileNotFoundError):
            unfinished.unlink()
        in_memory.execute("VACUUM INTO ?", (str(unfinished),))
    make_durable(unfinished)
    os.replace(unfinished, copy)
    make_durable(copy.parent)


def _refuse_another_event(connection: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    own, other = (one.execute("SELECT event FROM file_mark").fetchone() for one in (connection, copy))
    if own != other:
        raise sqlite3.DatabaseError("a file of another event")


def _keep_what_stands(connection: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Delete the rows of the copy that the file has no more: what stood when it was made may stand no longer."""
    copy.execute("PRAGMA secure_delete = 1")
    for relation in (*_NO_LONGER_HELD, "words_read"):
        if has_relation(copy, relation):
            _keep_rows_of(connection, copy, relation)
    with deleting(copy, "entry_refuses_update"):
        _empty_journal(copy)
    if has_relation(copy, "note_fts"):
        _renew_search(copy)


def _keep_rows_of(connection: sqlite3.Connection, copy: sqlite3.Connection, relation: str) -> None:
    standing = {row[0] for row in connection.execute(f"SELECT id FROM {relation}")}
    gone = [row for row in copy.execute(f"SELECT id FROM {relation}") if row[0] not in standing]
    with deleting(copy, f"{relation}_refuses_delete"):
        copy.executemany(f"DELETE FROM {relation} WHERE id = ?", gone)
