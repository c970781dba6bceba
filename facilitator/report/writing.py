"""Writing the report and the same-day sheet to files: whole or not at all, and never over something else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import Refused
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.html import report_html, sheet_html
from facilitator.report.paper import report_pdf, sheet_pdf
from facilitator.words.message import say
from facilitator.words.translator import Translator

__all__ = [
    "HTML",
    "PDF",
    "ReportFiles",
    "report_files",
    "report_html",
    "report_pdf",
    "sheet_html",
    "sheet_pdf",
    "write_report",
    "write_report_files",
    "write_sheet",
]

HTML, PDF = ".html", ".pdf"
_BEGINNINGS = {HTML: b"<!doctype html>", PDF: b"%PDF-"}


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """Where the report of an event file stands, as a page and as paper, and its same-day sheet."""

    page: Path
    paper: Path
    sheet: Path


def report_files(event_file: Path, folder: Path | None = None) -> ReportFiles:
    """Return where the report of `event_file` goes: beside it, or into `folder`."""
    beside, stem = folder or event_file.parent, event_file.stem
    return ReportFiles(
        beside / f"{stem} report{HTML}", beside / f"{stem} report{PDF}", beside / f"{stem} same-day sheet{PDF}"
    )


def write_report_files(event: PublishedEvent, files: ReportFiles, words: Translator) -> None:
    """Write the report as a page and as paper, and the same-day sheet: all three or none.

    Raises `Refused` as `write_report` does.
    """
    _write({files.page: _report(event, words), files.paper: _report(event, words), files.sheet: _sheet(event, words)})


def write_report(event: PublishedEvent, path: Path, words: Translator) -> None:
    """Write the report to `path`, in place of an earlier one there: a PDF where it ends so, else an HTML page.

    Raises `Refused` for a file that is no report, and where it cannot be written; then what was there stays.
    """
    _write({path: _report(event, words)})


def write_sheet(event: PublishedEvent, path: Path, words: Translator) -> None:
    """Write the same-day sheet to `path`, a PDF where it ends so and else an HTML page; raises as `write_report`."""
    _write({path: _sheet(event, words)})


def _report(event: PublishedEvent, words: Translator) -> Callable[[str], bytes]:
    return lambda ending: report_pdf(event, words) if ending == PDF else report_html(event, words).encode()


def _sheet(event: PublishedEvent, words: Translator) -> Callable[[str], bytes]:
    return lambda ending: sheet_pdf(event, words) if ending == PDF else sheet_html(event, words).encode()


def _ending(path: Path) -> str:
    return PDF if path.suffix.lower() == PDF else HTML


def _write(contents: Mapping[Path, Callable[[str], bytes]]) -> None:
    """Write every file under another name first, so that those that are there stay until all are whole."""
    unfinished = {path: path.with_name(path.name + ".part") for path in contents}
    for path in contents:
        _refuse_another_file(path)
    made = {path: content(_ending(path)) for path, content in contents.items()}
    for path in contents:
        with _told(path):
            unfinished[path].write_bytes(made[path])
    for path in contents:
        with _told(path):
            os.replace(unfinished[path], path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            say("The report cannot be written to {path}.", path=str(path)), say("Choose another folder or name.")
        ) from error


def _refuse_another_file(path: Path) -> None:
    begins = _BEGINNINGS[_ending(path)]
    with _told(path):
        if not path.exists():
            return
        with path.open("rb") as file:
            beginning = file.read(len(begins))
    if beginning.lower() != begins.lower():
        raise Refused(
            say("{path} is there already and is no report.", path=str(path)), say("Give the report another name.")
        )
