"""Writing the report and the pack beside the event file."""

from __future__ import annotations

from pathlib import Path

from facilitator.errors import Refused
from facilitator.gate.published_event import PublishedEvent
from facilitator.words.translator import Translator


def write_report_beside(event: PublishedEvent, event_file: Path, words: Translator) -> Path:
    """Write the report beside the event file and return where it is."""
    from facilitator.report.writing import write_report  # imports jinja2, which a window need not wait for

    path = event_file.with_name(f"{event_file.stem} report.html")
    write_report(event, path, words)
    return path


def write_pack_beside(event: PublishedEvent, event_file: Path) -> Path:
    """Write the event pack beside the event file and return where it is; a changed event gets its next revision.

    The pack of a rehearsal says in its name and on every page what it is.
    """
    from facilitator.pack.layout import ENDING, pack_name
    from facilitator.pack.writing import write_pack

    def path_of(revision: int) -> Path:
        name = pack_name(event.details.title, event.details.held_on, revision, rehearsal=event.rehearsal)
        return event_file.with_name(name + ENDING)

    newest = 1
    while path_of(newest + 1).exists():
        newest += 1
    try:
        return write_pack(event, event_file.parent, revision=newest, rehearsal=event.rehearsal)
    except Refused:
        if not path_of(newest).exists():
            raise
    return write_pack(event, event_file.parent, revision=newest + 1, rehearsal=event.rehearsal)
