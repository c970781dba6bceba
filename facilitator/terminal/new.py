"""`facilitator new`: make an event file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import create_event
from facilitator.conduct.starting import EventDetails
from facilitator.programme.shipped import find_programme
from facilitator.words.message import say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `new` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("new", help=words(say("make an event file")))
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("where the event file will be")))
    programme = say("a shipped programme's key, or a TOML or JSON file")
    parser.add_argument("--programme", required=True, help=words(programme))
    parser.add_argument("--title", required=True, help=words(say("what the event is called")))
    parser.add_argument("--place", default="", help=words(say("where it is held")))
    parser.add_argument("--date", default="", help=words(say("year-month-day; today unless given")))
    parser.add_argument("--tables", type=int, help=words(say("how many tables there will be")))
    parser.add_argument("--variant", default="", help=words(say("the length; the programme's first unless given")))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the event file and say so."""
    file = find_programme(arguments.programme)
    details = EventDetails(
        title=arguments.title,
        held_on=arguments.date or date.today().isoformat(),
        place=arguments.place,
        tables=arguments.tables,
        variant=arguments.variant or file.programme.variants[0].key,
        language=file.programme.language,
    )
    event = create_event(arguments.file, file, details)
    event.close()
    print(Translator()(say("Made {file}.", file=str(arguments.file))))
    return 0
