"""`facilitator close-count`: end voting for good, and forget the keys of the voters."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.words.message import say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `close-count` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("close-count", help=words(say("end voting for good and forget the voters' keys")))
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("the event file")))
    parser.add_argument("--why", default="", help=words(say("the reason, if the accounting does not balance")))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Close the count and say so."""
    event = open_event(arguments.file)
    try:
        close_the_count(event, why=arguments.why)
    finally:
        event.close()
    print(Translator()(say("The count is closed. Nobody votes any more, and nobody can tell who voted what.")))
    return 0
