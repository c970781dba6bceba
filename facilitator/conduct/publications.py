"""What left the event before: so that a later revision gives nothing away by a difference (D2, D8)."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.event import LEAD, Event
from facilitator.core.disclosure import ShownFormCounts
from facilitator.core.disclosure.kept import kept_figures, read_figures
from facilitator.core.keys import EntryId
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import PublicationRow


@dataclass(frozen=True, slots=True)
class Publication:
    """One thing that left: `digest` is the identity of a pack, and empty for a report; `figures` are of the forms."""

    revision: int
    digest: str
    figures: tuple[ShownFormCounts, ...]

    @property
    def is_pack(self) -> bool:
        """Whether this was an event pack."""
        return bool(self.digest)


def publications_now(reading: Reading) -> tuple[Publication, ...]:
    """Return what left the event, oldest first."""
    return tuple(Publication(row.revision, row.digest, read_figures(row.figures)) for row in reading.publications())


def last_pack(event: Event) -> Publication | None:
    """Return the newest event pack that was made."""
    packs = [one for one in publications_now(event.store.reading) if one.is_pack]
    return packs[-1] if packs else None


def record_publication(
    event: Event,
    figures: tuple[ShownFormCounts, ...],
    *,
    revision: int = 1,
    digest: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record that these figures, or this pack, leave the event; the same again leaves no second mark.

    Do it before the file is written: what may have been seen counts as published.
    """
    kept = kept_figures(figures)

    def rule(moment: Moment) -> Decision[None]:
        if any((row.revision, row.digest, row.figures) == (revision, digest, kept) for row in moment.publications()):
            return Decision(None)
        row = PublicationRow(moment.new_id(), moment.entry, revision, digest, kept)
        return Decision(None, Said("make pack" if digest else "publish figures", "", by), [row])

    event.decide(rule, entry_id)
