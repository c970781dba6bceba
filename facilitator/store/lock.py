"""The lock that keeps one event file from being open twice on one computer."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

from facilitator.store.faults import open_elsewhere


def locked(path: Path) -> FileLock:
    """Return the held lock of the event file at `path`; a process that dies lets go of it.

    The lock lies in the system's temporary folder, so that the event stays one plain file in its own.
    Raises `OpenElsewhere`.
    """
    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    lock = FileLock(Path(tempfile.gettempdir()) / f"facilitator-{name}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except (Timeout, PermissionError) as error:
        raise open_elsewhere(path) from error
    return lock
