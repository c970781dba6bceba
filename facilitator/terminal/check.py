"""`facilitator check`: check a pack that came from elsewhere."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.pack.checking import PackSummary, check_pack
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `check` to the commands."""
    words = Translator()
    parser = subcommands.add_parser("check", help=words(say("check an event pack; nothing in it is opened or run")))
    parser.add_argument("pack", type=Path, metavar="PACK", help=words(say("the file ending in .eventpack.zip")))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the pack and say what it is of."""
    summary = check_pack(arguments.pack, today=date.today())
    words = Translator()
    for line in _lines(summary):
        print(words(line))
    return 0


def _lines(summary: PackSummary) -> list[Message]:
    where = say("{day}, {place}", day=summary.held_on, place=summary.place) if summary.place else summary.held_on
    questions = say_many("{count} question with a result", "{count} questions with results", count=summary.questions)
    notes = say_many("{count} note", "{count} notes", count=summary.notes)
    lines = [
        say("The pack is whole and its figures add up."),
        say("{title} ({where}), revision {revision}", title=summary.title, where=where, revision=summary.revision),
        say("{questions}, {notes}", questions=questions, notes=notes),
    ]
    if summary.rehearsal:
        lines.insert(0, say("REHEARSAL: nobody's views are in this pack."))
    return lines
