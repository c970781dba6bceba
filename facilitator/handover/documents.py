"""Writing the report and the same-day sheet of an open event."""

from __future__ import annotations

from pathlib import Path

from facilitator.conduct.event import LEAD, Event
from facilitator.handover.publishing import publish
from facilitator.report.writing import ReportFiles, report_files, write_report_files, write_sheet
from facilitator.words.translator import Translator


def write_documents(event: Event, folder: Path | None, words: Translator, *, by: str = LEAD) -> ReportFiles:
    """Write the report, as a page and on paper, and the same-day sheet; beside the event file unless `folder`."""
    files = report_files(event.path, folder)
    write_report_files(publish(event, by=by), files, words)
    return files


def write_same_day_sheet(event: Event, folder: Path | None, words: Translator, *, by: str = LEAD) -> Path:
    """Write the same-day sheet alone and return where it is: people are about to leave."""
    files = report_files(event.path, folder)
    write_sheet(publish(event, by=by), files.sheet, words)
    return files.sheet
