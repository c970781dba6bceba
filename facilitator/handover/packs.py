"""Making the event pack of an open event, with the revision that the event file says."""

from __future__ import annotations

import hashlib
from pathlib import Path

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.publications import last_pack, record_publication
from facilitator.gate.published_event import PublishedEvent
from facilitator.handover.publishing import publish
from facilitator.pack.layout import TAG_MANIFEST
from facilitator.pack.writing import pack_files, refuse_unready, write_pack


def make_pack(event: Event, folder: Path, *, rehearsal: bool = False, by: str = LEAD) -> Path:
    """Write the event pack into `folder` and return its path; the same event gives the same revision and bytes.

    A changed event gets the next revision: the event file remembers which packs were made. On return the pack is
    durable and our own checker has accepted it. Raises `Refused` as `write_pack` does; then no revision is used up.
    """
    found = publish(event, by=by)
    refuse_unready(found, rehearsal=rehearsal)
    revision = _revision(event, found)
    path = write_pack(found, folder, revision=revision, rehearsal=rehearsal)
    record_publication(event, found.who_came.forms, revision=revision, digest=_digest(found, revision), by=by)
    return path


def _revision(event: Event, found: PublishedEvent) -> int:
    last = last_pack(event)
    if last is None:
        return 1
    return last.revision if _digest(found, last.revision) == last.digest else last.revision + 1


def _digest(found: PublishedEvent, revision: int) -> str:
    """Return the identity of a pack: the SHA-512 of its tag manifest, which covers every file (docs/pack.md)."""
    files = {file.path: file.content for file in pack_files(found, revision)}
    return hashlib.sha512(files[TAG_MANIFEST]).hexdigest()
