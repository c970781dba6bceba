"""`facilitator report`: write the report of an event as one HTML page."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import open_event
from facilitator.conduct.record import event_record
from facilitator.gate.publishing import published
from facilitator.report.writing import write_report
from facilitator.words.message import say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `report` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("report", help=words(say("write the report as one HTML page")))
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("the event file")))
    parser.add_argument(
        "--out", type=Path, metavar="PATH", help=words(say("where to write it; beside the event file unless given"))
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the report and print where it is."""
    event = open_event(arguments.file)
    try:
        record = event_record(event)
    finally:
        event.close()
    path: Path = arguments.out or arguments.file.with_suffix(".html")
    write_report(published(record), path, Translator())
    print(path)
    return 0
