"""`facilitator pack`: write the event pack, which holds only what anyone may see."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import open_event
from facilitator.handover.packs import make_pack
from facilitator.words.message import say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `pack` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("pack", help=words(say("write the event pack for publishing")))
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("the event file")))
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help=words(say("into which folder; beside the event file unless given"))
    )
    parser.add_argument(
        "--rehearsal", action="store_true", help=words(say("allow the pack of a rehearsal; it says what it is"))
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the pack and print where it is."""
    event = open_event(arguments.file)
    try:
        print(make_pack(event, arguments.out or arguments.file.parent, rehearsal=arguments.rehearsal))
    finally:
        event.close()
    return 0
