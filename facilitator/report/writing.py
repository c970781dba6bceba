"""Writing the report and the same-day sheet to files: each whole or not at all, and never over something else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator.document.maker import HTML_MARK, PDF_MARK
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
_BEGINNINGS = {HTML: b"<!doctype html>", PDF: b"%pdf-"}
_MARKS = {HTML: HTML_MARK.encode(), PDF: PDF_MARK}
_PIECE = 1 << 20


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


def _nothing() -> None:
    """Do nothing, where what is written is to be remembered nowhere."""


def write_report_files(
    event: PublishedEvent, files: ReportFiles, words: Translator, *, before_naming: Callable[[], None] = _nothing
) -> None:
    """Write the report as a page and as paper, and the same-day sheet, in place of earlier ones.

    `before_naming` is called when all three are whole under other names, and just before they take their own. Raises
    `Refused` as `write_report` does; what was there stays, unless the disk fails between one name and the next.
    """
    report, sheet = _report(event, words), _sheet(event, words)
    _write({files.page: report, files.paper: report, files.sheet: sheet}, before_naming)


def write_report(
    event: PublishedEvent, path: Path, words: Translator, *, before_naming: Callable[[], None] = _nothing
) -> None:
    """Write the report to `path`, in place of an earlier one there: a PDF where it ends so, else an HTML page.

    `before_naming` is called just before the file takes its name. Raises `Refused` for a file that this program did
    not write, and where it cannot be written; then what was there stays.
    """
    _write({path: _report(event, words)}, before_naming)


def write_sheet(event: PublishedEvent, path: Path, words: Translator) -> None:
    """Write the same-day sheet to `path`, a PDF where it ends so and else an HTML page; raises as `write_report`."""
    _write({path: _sheet(event, words)}, _nothing)


def _report(event: PublishedEvent, words: Translator) -> Callable[[str], bytes]:
    return lambda ending: report_pdf(event, words) if ending == PDF else report_html(event, words).encode()


def _sheet(event: PublishedEvent, words: Translator) -> Callable[[str], bytes]:
    return lambda ending: sheet_pdf(event, words) if ending == PDF else sheet_html(event, words).encode()


def _ending(path: Path) -> str:
    return PDF if path.suffix.lower() == PDF else HTML


def _write(contents: Mapping[Path, Callable[[str], bytes]], before_naming: Callable[[], None]) -> None:
    """Write every file under another name and make it durable, so that those there stay until all are whole."""
    for path in contents:
        _refuse_another_file(path)
    made = {path: content(_ending(path)) for path, content in contents.items()}
    try:
        for path, content in made.items():
            with _told(path):
                _write_durably(_unfinished(path), content)
        before_naming()
        for path in contents:
            with _told(path):
                os.replace(_unfinished(path), path)
    finally:
        for path in contents:
            _remove(_unfinished(path))


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remove(unfinished: Path) -> None:
    try:
        unfinished.unlink(missing_ok=True)
    except OSError:
        return  # the folder is gone or locked: what went wrong with it is being said already


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            say("The report cannot be written to {path}.", path=str(path)), say("Choose another folder or name.")
        ) from error


def _refuse_another_file(path: Path) -> None:
    with _told(path):
        if not path.exists() or _is_ours(path):
            return
    raise Refused(
        say("“{path}” is there already and is no report that this program wrote.", path=str(path)),
        say("Give the report another name or folder, or move that file away first."),
    )


def _is_ours(path: Path) -> bool:
    """Return whether `path` is a page or a paper with the mark of this program."""
    ending, before = _ending(path), b""
    begins, mark = _BEGINNINGS[ending], _MARKS[ending]
    with path.open("rb") as file:
        if file.read(len(begins)).lower() != begins:
            return False
        while piece := file.read(_PIECE):
            if mark in before + piece:
                return True
            before = piece[-len(mark) :]
    return False
