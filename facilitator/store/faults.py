"""What SQLite and the disk report, as sentences a person can act on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.errors import EventFileError
from facilitator.words.message import Message, say


class DiskFull(EventFileError):
    """There is no room to write; what was acknowledged is safe."""


class NotWritable(EventFileError):
    """The file or its folder cannot be written."""


class Damaged(EventFileError):
    """The file is not an event file, or its pages are broken."""


class OpenElsewhere(EventFileError):
    """Another window or program has the file open."""


class MadeByNewerProgram(EventFileError):
    """The file has a format this program does not know."""


def disk_full(path: Path) -> DiskFull:
    """Return the error for a disk without room."""
    return DiskFull(
        say("The disk is full, so this was not saved in {file}.", file=path.name),
        say("Free some space, then do it again. Everything saved before is safe."),
    )


def not_writable(path: Path) -> NotWritable:
    """Return the error for a file or folder that may not be written."""
    return NotWritable(
        say("{file} cannot be written where it is.", file=path.name),
        say("Copy it to a folder of your own, such as Documents, and open the copy."),
    )


def damaged(path: Path) -> Damaged:
    """Return the error for a file that cannot be read as an event."""
    return Damaged(
        say("{file} is damaged or is not an event file; nothing in it was changed.", file=path.name),
        say("Open your latest saved copy, and keep this file for someone who can repair it."),
    )


def open_elsewhere(path: Path) -> OpenElsewhere:
    """Return the error for a file that is already open."""
    return OpenElsewhere(
        say("{file} is already open in another window or program.", file=path.name),
        say("Go on there, or close it there first."),
    )


def made_by_newer_program(path: Path) -> MadeByNewerProgram:
    """Return the error for a file of a format that came after this program."""
    return MadeByNewerProgram(
        say("{file} was made by a newer version of Facilitator; nothing in it was changed.", file=path.name),
        say("Update Facilitator on this computer, then open it again."),
    )


def in_words(error: sqlite3.Error, path: Path) -> Exception:
    """Return what to raise for `error`: a sentence where the environment is the cause, else the error itself."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return disk_full(path)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return not_writable(path)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return open_elsewhere(path)
    if primary == sqlite3.SQLITE_IOERR:
        return EventFileError(_not_saved(path), say("Check the disk or stick, then do it again."))
    return error


def _not_saved(path: Path) -> Message:
    return say("The disk did not take what was written, so this was not saved in {file}.", file=path.name)
