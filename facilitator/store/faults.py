"""What SQLite and the disk report, as sentences a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.errors import EventFileError
from facilitator.words.message import say


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


def foreign_log(path: Path) -> EventFileError:
    """Return the error for a file that lies beside a log which is not its own."""
    return EventFileError(
        say("Beside {file} lies a file of the same name with an ending, left by another state of it.", file=path.name),
        say("It may hold votes: put back the event file it belongs to. Or put this one into a folder of its own."),
    )


def made_by_newer_program(path: Path) -> MadeByNewerProgram:
    """Return the error for a file of a format that came after this program."""
    return MadeByNewerProgram(
        say("{file} was made by a newer version of Facilitator; nothing in it was changed.", file=path.name),
        say("Update Facilitator on this computer, then open it again."),
    )


def not_readable(path: Path) -> NotWritable:
    """Return the error for a file that may not even be looked at, or whose name cannot be."""
    return NotWritable(
        say("{file} cannot be read or written here.", file=path.name[:80]),
        say("Check its name and that the folder is yours, such as Documents."),
    )


def not_brought_up_to_date(path: Path) -> EventFileError:
    """Return the error for a migration that failed; it is rolled back whole."""
    return EventFileError(
        say("{file} could not be brought up to date; nothing in it was changed.", file=path.name),
        say("Keep the file as it is and ask for help; the copy beside it can be opened by the older program."),
    )


def broken_text() -> EventFileError:
    """Return the error for a text with half a character in it, which no file can hold."""
    return EventFileError(
        say("The text has a broken character, so it was not saved."), say("Type that part again, then save it.")
    )


_ENVIRONMENT = {
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_READONLY: not_writable,
    sqlite3.SQLITE_CANTOPEN: not_writable,
    sqlite3.SQLITE_PERM: not_writable,
    sqlite3.SQLITE_AUTH: not_writable,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_FORMAT: damaged,
    sqlite3.SQLITE_BUSY: open_elsewhere,
    sqlite3.SQLITE_LOCKED: open_elsewhere,
}


def in_words(error: sqlite3.Error, path: Path) -> EventFileError | None:
    """Return the sentence for an error whose cause is the disk or the file; None where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own: text in the file that is no text any more.
        return damaged(path) if "decode" in str(error).lower() else None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_IOERR:
        return EventFileError(
            say("The disk did not take what was written, so this was not saved in {file}.", file=path.name),
            say("Check the disk or stick, then do it again."),
        )
    make = _ENVIRONMENT.get(primary)
    return make(path) if make is not None else None


@contextmanager
def told_in_words(path: Path) -> Iterator[None]:
    """Raise the sentence where SQLite or the system reports a trouble with the file at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = in_words(error, path)
        if sentence is None:
            raise
        raise sentence from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error
    except OSError as error:
        raise not_readable(path) from error
