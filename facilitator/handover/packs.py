"""Making the event pack of an open event, with the revision that the event file says."""

from __future__ import annotations

from pathlib import Path

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.publications import last_pack, record_publication
from facilitator.gate.published_event import PublishedEvent
from facilitator.handover.publishing import published_now
from facilitator.pack.writing import Pack, pack_of, refuse_unready, reports_of, store_pack


def make_pack(event: Event, folder: Path, *, rehearsal: bool = False, by: str = LEAD) -> Path:
    """Write the event pack into `folder` and return its path; the same event gives the same revision and bytes.

    A changed event gets the next revision: the event file remembers which packs were made, each before its file gets
    its name. On return the pack is durable and our own checker has accepted it. Raises `Refused` as `refuse_unready`
    and `store_pack` do; then no revision is used up, and nothing counts as published.
    """
    found = published_now(event)
    refuse_unready(found, rehearsal=rehearsal)
    revision, pack = _next_pack(event, found)

    def remember() -> None:
        record_publication(event, found.who_came.forms, revision=revision, digest=pack.digest, by=by)

    return store_pack(pack, folder, before_naming=remember)


def _next_pack(event: Event, found: PublishedEvent) -> tuple[int, Pack]:
    """Return the pack made last where the event is as it was then, else one of the next revision."""
    last, reports = last_pack(event), reports_of(found)
    if last is None:
        return 1, pack_of(found, 1, reports)
    as_last = pack_of(found, last.revision, reports)
    if as_last.digest == last.digest:
        return last.revision, as_last
    return last.revision + 1, pack_of(found, last.revision + 1, reports)
