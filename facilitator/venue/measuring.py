"""What this computer says of itself, asked of sources that a test can put in the stead of the real ones."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psutil

from facilitator.venue.facts import Folder, Memory, Power, Space
from facilitator.venue.folders import Mount, folder_kind

_FULL_SYNC = 51  # F_FULLFSYNC of macOS: there fsync alone leaves data in the disk's own memory


@dataclass(frozen=True, slots=True)
class Sources:
    """Where facts come from; each of them is a question put to the system.

    `write_durably` writes a little to an open file so that it survives a power cut.
    """

    space: Callable[[Path], tuple[int, int]]
    battery: Callable[[], Power]
    available_bytes: Callable[[], int]
    mounts: Callable[[], Sequence[Mount]]
    names_in: Callable[[Path], Iterable[str]]
    environment: Mapping[str, str]
    write_durably: Callable[[int, bytes], None]
    seconds: Callable[[], float]
    now: Callable[[], datetime]


def this_computer() -> Sources:
    """Return the real sources."""
    return Sources(
        space=_space,
        battery=_battery,
        available_bytes=lambda: int(psutil.virtual_memory().available),
        mounts=_mounts,
        names_in=_names_in,
        environment=os.environ,
        write_durably=_write_durably,
        seconds=time.monotonic,
        now=lambda: datetime.now().astimezone(),
    )


def space_of(folder: Path, sources: Sources) -> Space | None:
    """Return how much room the disk of `folder` has; None where the system does not say."""
    try:
        free, total = sources.space(folder)
    except OSError:
        return None
    return Space(free, total)


def power_of(sources: Sources) -> Power:
    """Return how the battery is."""
    try:
        return sources.battery()
    except OSError:
        return Power(None, None)


def memory_of(sources: Sources) -> Memory | None:
    """Return how much memory is left; None where the system does not say."""
    try:
        return Memory(sources.available_bytes())
    except OSError:
        return None


def folder_of(folder: Path, sources: Sources) -> Folder:
    """Return where `folder` truly lies, links followed."""
    try:
        mounts: Sequence[Mount] = sources.mounts()
    except OSError:
        mounts = ()
    with contextlib.suppress(OSError):
        folder = folder.resolve()
    return folder_kind(folder, mounts, sources.environment, sources.names_in)


def _space(folder: Path) -> tuple[int, int]:
    found = shutil.disk_usage(folder)
    return found.free, found.total


def _battery() -> Power:
    # psutil has no such function where the system has no batteries to tell of
    ask = getattr(psutil, "sensors_battery", None)
    found = ask() if ask is not None else None
    if found is None:
        return Power(None, None)
    return Power(round(found.percent), found.power_plugged)


def _mounts() -> Sequence[Mount]:
    return [Mount(one.mountpoint, one.fstype, one.opts) for one in psutil.disk_partitions(all=True)]


def _names_in(folder: Path) -> Iterable[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return ()  # what may not be read, such as another person's folder above ours, has no marker for us


def _write_durably(file: int, content: bytes) -> None:
    os.write(file, content)
    if sys.platform == "darwin":
        _sync_fully(file)
    else:
        os.fsync(file)


def _sync_fully(file: int) -> None:
    import fcntl  # there is none on Windows

    fcntl.fcntl(file, _FULL_SYNC)
