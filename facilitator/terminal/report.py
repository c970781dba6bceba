"""`facilitator report`: write the event report, as a page and as paper, and the same-day sheet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import Event, open_event
from facilitator.handover.documents import write_documents, write_report_alone, write_same_day_sheet
from facilitator.report.writing import HTML, PDF
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
        for path in _written(event, arguments.out, only_sheet=arguments.sheet):
            print(path)
    finally:
        event.close()
    return 0


def _written(event: Event, out: Path | None, *, only_sheet: bool) -> tuple[Path, ...]:
    """Write the files and return where they are."""
    words = Translator()
    one_file = out if out is not None and out.suffix.lower() in (HTML, PDF) and not out.is_dir() else None
    if only_sheet:
        return (write_same_day_sheet(event, None if one_file else out, words, file=one_file),)
    if one_file is not None:
        return (write_report_alone(event, one_file, words),)
    files = write_documents(event, out, words)
    return (files.page, files.paper, files.sheet)
