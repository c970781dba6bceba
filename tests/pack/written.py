"""Packs of events that no event file stands behind."""

from __future__ import annotations

from pathlib import Path

from facilitator.gate.published_event import PublishedEvent
from facilitator.pack.writing import pack_of, refuse_unready, reports_of, store_pack


def write_pack(event: PublishedEvent, folder: Path, *, revision: int = 1, rehearsal: bool = False) -> Path:
    """Write the pack of an event into `folder`, as `handover.packs.make_pack` does of an open one."""
    refuse_unready(event, rehearsal=rehearsal)
    return store_pack(pack_of(event, revision, reports_of(event)), folder)
