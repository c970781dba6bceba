"""`facilitator report`: write the event report, as a page and as paper, and the same-day sheet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import open_event
from facilitator.gate.published_event import PublishedEvent
from facilitator.handover.publishing import publish
from facilitator.report.writing import (
    HTML,
    PDF,
    report_files,
    write_report,
    write_report_files,
    write_sheet,
)
from facilitator.words.message import say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `report` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("report", help=words(say("write the report and the same-day sheet")))
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("the event file")))
    parser.add_argument(
        "--out",
        type=Path,
        metavar="PATH",
        help=words(say("into which folder, or one file ending in .html or .pdf; beside the event file unless given")),
    )
    parser.add_argument("--sheet", action="store_true", help=words(say("write the same-day sheet alone")))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for and print where it is."""
    event = open_event(arguments.file)
    try:
        found = publish(event)
    finally:
        event.close()
    out: Path | None = arguments.out
    for path in _written(found, arguments.file, out, only_sheet=arguments.sheet):
        print(path)
    return 0


def _written(event: PublishedEvent, event_file: Path, out: Path | None, *, only_sheet: bool) -> tuple[Path, ...]:
    """Write the files and return where they are."""
    words = Translator()
    is_one_file = out is not None and out.suffix.lower() in (HTML, PDF) and not out.is_dir()
    files = report_files(event_file, None if is_one_file else out)
    if only_sheet:
        sheet = out if is_one_file and out is not None else files.sheet
        write_sheet(event, sheet, words)
        return (sheet,)
    if is_one_file and out is not None:
        write_report(event, out, words)
        return (out,)
    write_report_files(event, files, words)
    return (files.page, files.paper, files.sheet)
