"""The lock that keeps one event file from being open twice on one computer."""

from __future__ import annotations

import contextlib
import hashlib
import os
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
    place = Path(tempfile.gettempdir()) / f"facilitator-{name}.lock"
    # Another person of the same computer must be able to take a lock that a crash left lying.
    lock = FileLock(place, timeout=0, thread_local=False, mode=0o666)
    try:
        lock.acquire()
    except (Timeout, PermissionError) as error:
        raise open_elsewhere(path) from error
    return lock


def let_go(lock: FileLock) -> None:
    """Release the lock and leave nothing of it behind."""
    if os.name != "nt":  # Windows cannot unlink an open file; filelock does it there itself
        # While it is held: filelock takes a lock whose file was unlinked for none, and tries again.
        with contextlib.suppress(PermissionError):  # another person's, which a crash left lying
            Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()
