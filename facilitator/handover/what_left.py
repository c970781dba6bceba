"""What of an open event lies in a folder already, and whether it says what the event says now.

It is read from the files and from the event file, so that it is known after a restart too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.conduct.event import Event
from facilitator.conduct.publications import last_pack
from facilitator.errors import PackDamaged, Refused
from facilitator.gate.published_event import PublishedEvent
from facilitator.handover.publishing import published_now
from facilitator.pack.archive import archive
from facilitator.pack.checking import check_pack
from facilitator.pack.layout import ENDING
from facilitator.pack.writing import pack_of, refuse_unready, reports_of
from facilitator.report.writing import report_files, report_html, report_pdf, sheet_pdf
from facilitator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class LeftFile:
    """A file that is there; `is_current`: written now it would have the same bytes."""

    path: Path
    is_current: bool


@dataclass(frozen=True, slots=True)
class LeftPack:
    """The event pack that was made last, where it is there, whole, and says what the event says now."""

    path: Path
    revision: int
    questions: int
    notes: int


@dataclass(frozen=True, slots=True)
class WhatLeft:
    """What is there; None for what was never written, was taken away, or is a pack that is not current."""

    sheet: LeftFile | None = None
    report: LeftFile | None = None
    pack: LeftPack | None = None


def what_left(event: Event, folder: Path | None, words: Translator) -> WhatLeft:
    """Return what lies beside the event file, or in `folder`; it writes nothing, and publishes nothing."""
    found = published_now(event)
    files = report_files(event.path, folder)
    sheet = report = None
    if files.sheet.is_file():
        sheet = LeftFile(files.sheet, is_current=_holds(files.sheet, sheet_pdf(found, words)))
    if files.page.is_file():
        is_current = _holds(files.page, report_html(found, words).encode())
        report = LeftFile(files.page, is_current=is_current and _holds(files.paper, report_pdf(found, words)))
    return WhatLeft(sheet, report, _pack(event, found, folder or event.path.parent))


def _pack(event: Event, found: PublishedEvent, folder: Path) -> LeftPack | None:
    last = last_pack(event)
    if last is None:
        return None
    try:
        refuse_unready(found, rehearsal=found.rehearsal)
        as_last = pack_of(found, last.revision, reports_of(found))
        path = folder / (as_last.name + ENDING)
        if as_last.digest != last.digest or not _holds(path, archive(as_last.name, [*as_last.files])):
            return None
        summary = check_pack(path)
    except (Refused, PackDamaged):  # it cannot be made now, or is not whole: either way there is none to take along
        return None
    return LeftPack(path, summary.revision, summary.questions, summary.notes)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False  # what cannot be read is not known to be current
