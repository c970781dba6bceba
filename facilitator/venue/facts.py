"""What was found out about the computer and the room, as plain values; None is not known, never nought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Space:
    """The disk on which the event's folder lies."""

    free_bytes: int
    total_bytes: int


class WriteFault(StrEnum):
    """Why nothing can be written into the event's folder."""

    NOT_ALLOWED = "not allowed"
    FULL = "full"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class DurableWrites:
    """How long small writes took until they survive a power cut; with a `fault` they could not all be done."""

    took_ms: tuple[float, ...]
    fault: WriteFault | None = None


@dataclass(frozen=True, slots=True)
class Power:
    """The battery: `percent` None where none was found, `plugged` None where that is not known."""

    percent: int | None
    plugged: bool | None


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock says, with its time zone, beside the day of the event and when its file was last written."""

    now: datetime
    held_on: date
    last_written: datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """How much memory programs can still have."""

    available_bytes: int


class FolderKind(StrEnum):
    """Where a folder truly lies."""

    HERE = "here"
    NETWORK = "network"
    SYNCED = "synced"
    REMOVABLE = "removable"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of the event file; `keeper` is who keeps a synced folder in step.

    One that only has the name of such a folder is not `certain`.
    """

    path: Path
    kind: FolderKind
    keeper: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, its size in pixels and where its upper left corner is among the others."""

    name: str
    width_px: int
    height_px: int
    corner: tuple[int, int] = (0, 0)
    has_controls: bool = False
    shows_room: bool = False


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers that this computer knows of, and which of them is the usual one; known is not switched on."""

    names: tuple[str, ...]
    usual: str = ""
