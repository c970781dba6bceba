"""`facilitator import-votes`: take votes from keypads and other systems into an event file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.conduct.event import open_event
from facilitator.conduct.importing import ImportReport, import_votes
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands


def add_parser(subcommands: Subcommands) -> None:
    """Add `import-votes` to the commands."""
    words = Translator()
    explained = words(
        say(
            "VOTES is a CSV file with the columns question, voter, choice, and if you have them seq, points, group. "
            "Of a voter's ballots on a question the one with the highest seq counts. The file's questions are opened. "
            "All of the file is taken or nothing; the same file again changes nothing."
        )
    )
    parser = subcommands.add_parser(
        "import-votes", help=words(say("take votes from another system")), description=explained
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=words(say("the event file")))
    parser.add_argument("votes", type=Path, metavar="VOTES", help=words(say("the CSV file")))
    parser.add_argument(
        "--present", type=_people, metavar="N", help=words(say("close the file's questions, with N people present"))
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import the votes and say what came of it."""
    event = open_event(arguments.file)
    try:
        report = import_votes(event, arguments.votes, present=arguments.present)
    finally:
        event.close()
    _tell(report)
    return 0


def _people(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of people")
    return int(text)


def _tell(report: ImportReport) -> None:
    words = Translator()
    rows = say_many("{count} row", "{count} rows", count=report.rows)
    questions = say_many("{count} question", "{count} questions", count=report.questions)
    print(words(say("Read {rows} on {questions}.", rows=rows, questions=questions)))
    stored = say_many("{count} ballot", "{count} ballots", count=report.stored)
    print(words(say("Stored {ballots}; {known} were in the event file already.", ballots=stored, known=report.known)))
    if report.group_left_out:
        print(words(say("The column group was read and not stored: nothing about a person is kept beside a vote.")))
