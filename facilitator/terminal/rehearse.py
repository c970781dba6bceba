"""`facilitator rehearse`: play a whole event with pretend people, and write its report and pack."""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import Refused
from facilitator.handover.documents import write_documents
from facilitator.handover.packs import make_pack
from facilitator.programme.shipped import find_programme
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import a_crowd
from facilitator.rehearsal.playing import play, pretend_event
from facilitator.report.writing import ReportFiles
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.terminal.subcommands import Subcommands

PROGRAMME = "living-well-here"
LENGTHS = ("full", "short", "slot")
PEOPLE, SEED = 80, 1
EVENT_FILE = "rehearsal.event"


def add_parser(subcommands: Subcommands) -> None:
    """Add `rehearse` to the commands."""
    words = Translator()
    explained = words(
        say(
            "Plays an event from the welcome to the closed count and prints what happens. Everything it writes says "
            "that it is a rehearsal. The same seed gives the same results."
        )
    )
    parser = subcommands.add_parser(
        "rehearse", help=words(say("play a whole event with pretend people")), description=explained
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=words(say("the folder to write into")))
    parser.add_argument(
        "--people", type=int, default=PEOPLE, metavar="N", help=words(say("how many people; 80 unless given"))
    )
    parser.add_argument(
        "--tables", type=int, metavar="N", help=words(say("how many tables; one for eight people unless given"))
    )
    parser.add_argument(
        "--seed", type=int, default=SEED, metavar="N", help=words(say("any whole number; another one is another event"))
    )
    parser.add_argument("--length", choices=LENGTHS, default=LENGTHS[0], help=words(say("three hours unless given")))
    parser.add_argument(
        "--pace",
        type=_seconds,
        default=0.0,
        metavar="SECONDS",
        help=words(say("wait so long after each line, to watch it")),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Play the rehearsal, write its files and say where they are."""
    crowd = a_crowd(arguments.people, arguments.tables, arguments.seed)
    folder: Path = arguments.out
    _make_folder(folder)
    clock, words = PretendClock(date.today()), Translator()
    event = pretend_event(folder / EVENT_FILE, find_programme(PROGRAMME), crowd, variant=arguments.length, clock=clock)
    try:
        for told in play(event, crowd, clock):
            _tell(told, arguments.pace)
        files = write_documents(event, folder, words)
        pack = make_pack(event, folder, rehearsal=True)
    finally:
        event.close()
    _say_where(folder / EVENT_FILE, files, pack)
    return 0


def _say_where(event_file: Path, files: ReportFiles, pack: Path) -> None:
    words = Translator()
    print()
    print(words(say("The event file: {path}", path=str(event_file))))
    print(words(say("The report: {path}", path=str(files.page))))
    print(words(say("The report on paper: {path}", path=str(files.paper))))
    print(words(say("The same-day sheet: {path}", path=str(files.sheet))))
    print(words(say("The pack, checked: {path}", path=str(pack))))


def _tell(told: Message, pace_s: float) -> None:
    print(Translator()(told), flush=pace_s > 0)
    time.sleep(pace_s)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            say("The folder {folder} cannot be made.", folder=str(folder)), say("Choose another folder.")
        ) from error


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 60:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of seconds from 0 to 60")
    return seconds
