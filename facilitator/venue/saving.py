"""How long saving takes in a folder: a few writes into a file of ours, which goes again, as do those left behind."""

from __future__ import annotations

import contextlib
import errno
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from facilitator.venue.facts import DurableWrites, WriteFault
from facilitator.venue.measuring import Sources

WRITES = 24
WRITE_BYTES = 4096  # a page of the event file
LONGEST_S = 3.0  # on a disk so slow that the check would hold somebody up, fewer writes tell enough
PREFIX = "venue-check-"
_OURS = re.compile(PREFIX + "[a-z0-9_]{8}")  # as tempfile names them
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def durable_writes(folder: Path, sources: Sources, is_wanted: Callable[[], bool]) -> DurableWrites:
    """Write a little into `folder` again and again, each time until it survives a power cut; nothing stays there.

    It stops between two writes when nobody wants to know any more.
    """
    remove_left_overs(folder)
    took_ms: list[float] = []
    try:
        _write(folder, sources, is_wanted, took_ms)
    except OSError as error:
        return DurableWrites(tuple(took_ms), _fault(error))
    return DurableWrites(tuple(took_ms))


def remove_left_overs(folder: Path) -> None:
    """Remove what a check left behind that ended with the program or the power; what is not ours to the byte stays."""
    with contextlib.suppress(OSError):
        for path in [one for one in folder.iterdir() if _OURS.fullmatch(one.name)]:
            _remove_ours(path)


def _write(folder: Path, sources: Sources, is_wanted: Callable[[], bool], took_ms: list[float]) -> None:
    began = sources.seconds()
    with tempfile.NamedTemporaryFile(prefix=PREFIX, dir=folder, delete=False) as file:
        path = Path(file.name)
        try:
            while is_wanted() and len(took_ms) < WRITES and sources.seconds() - began < LONGEST_S:
                before = sources.seconds()
                sources.write_durably(file.fileno(), bytes(WRITE_BYTES))
                took_ms.append((sources.seconds() - before) * 1000)
        finally:
            file.close()  # Windows removes no file that is open
            path.unlink(missing_ok=True)  # a later check may have taken it for a left-over


def _remove_ours(path: Path) -> None:
    with contextlib.suppress(OSError):  # another check may still have it open, or has removed it
        if path.is_symlink() or not path.is_file() or path.stat().st_size > WRITES * WRITE_BYTES:
            return
        if not any(path.read_bytes()):
            path.unlink()


def _fault(error: OSError) -> WriteFault:
    if error.errno in _FULL:
        return WriteFault.FULL
    return WriteFault.NOT_ALLOWED if error.errno in _NOT_ALLOWED else WriteFault.BROKEN
