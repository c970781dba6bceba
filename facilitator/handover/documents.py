"""Writing the report and the same-day sheet of an open event."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from facilitator.conduct.event import LEAD, Event
from facilitator.handover.publishing import published_now, remember_published
from facilitator.report.writing import ReportFiles, report_files, write_report, write_report_files, write_sheet
from facilitator.words.translator import Translator


def write_documents(event: Event, folder: Path | None, words: Translator, *, by: str = LEAD) -> ReportFiles:
    """Write the report, as a page and on paper, and the same-day sheet; beside the event file unless `folder`."""
    files, found = report_files(event.path, folder), published_now(event)
    write_report_files(found, files, words, before_naming=partial(remember_published, event, found, by=by))
    return files


def write_report_alone(event: Event, path: Path, words: Translator, *, by: str = LEAD) -> Path:
    """Write the report to `path`, a PDF where it ends so and else an HTML page, and return the path."""
    found = published_now(event)
    write_report(found, path, words, before_naming=partial(remember_published, event, found, by=by))
    return path


def write_same_day_sheet(event: Event, folder: Path | None, words: Translator, *, file: Path | None = None) -> Path:
    """Write the same-day sheet alone and return where it is: people are about to leave.

    It goes to `file`, else into `folder`, else beside the event file. It tells nothing of the paper forms, so nothing
    of them counts as published by it.
    """
    sheet = file or report_files(event.path, folder).sheet
    write_sheet(published_now(event), sheet, words)
    return sheet
