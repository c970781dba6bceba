"""Files of votes from keypads and other systems: CSV rows, grouped into ballots, each with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from facilitator.errors import ImportRefused
from facilitator.words.message import Message, say

NEEDED = ("question", "voter", "choice")
ALLOWED = (*NEEDED, "seq", "points", "group")

# A whole number a spreadsheet and SQLite both keep exactly.
LARGEST_NUMBER = 2**53


class Mark(NamedTuple):
    """One row of the file: the line it ends on, the option and its points."""

    line: int
    choice: str
    dots: int


BallotsOfQuestion: TypeAlias = "dict[tuple[str, int], list[Mark]]"  # by voter and seq; seq is 0 where there is none


@dataclass(frozen=True, slots=True)
class VotesFile:
    """The ballots of a file by question, and whether it told an order (`seq`) or groups (`group`)."""

    name: str
    ballots: dict[str, BallotsOfQuestion]
    rows: int
    has_seq: bool
    has_group: bool


def read_votes(path: Path) -> VotesFile:
    """Read the file; raises `ImportRefused` with the line number for the first row that cannot be taken."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(path.name, csv.reader(file, strict=True))
    except UnicodeDecodeError as error:
        raise ImportRefused(
            say("{file} is not a UTF-8 text file.", file=path.name), say("Save it as “CSV UTF-8” and import that.")
        ) from error
    except csv.Error as error:
        raise ImportRefused(
            say("{file} is not a whole CSV file: a quotation mark is missing or too many.", file=path.name),
            say("Save it as CSV again, and import that. Nothing was stored."),
        ) from error
    except OSError as error:
        raise ImportRefused(
            say("{file} cannot be read.", file=str(path)), say("Check the name and that you may open it.")
        ) from error


def refused_line(name: str, line: int, what: Message) -> ImportRefused:
    """Return the error for a row that cannot be taken."""
    return ImportRefused(
        say("{file}, line {line}: {what}", file=name, line=line, what=what),
        say("Correct that line and import the file again. Nothing of it was stored."),
    )


def _read(name: str, reader: Iterator[list[str]]) -> VotesFile:
    header = [title.strip().lower() for title in next(reader, [])]
    _refuse_header(name, header)
    ballots: dict[str, BallotsOfQuestion] = {}
    rows = 0
    for question, voter, seq, mark in _marks(name, reader, header):
        ballots.setdefault(question, {}).setdefault((voter, seq), []).append(mark)
        rows += 1
    if not rows:
        raise ImportRefused(say("{file} holds no votes.", file=name), say("Check that it is the right file."))
    return VotesFile(name, ballots, rows, "seq" in header, "group" in header)


def _marks(name: str, reader: Iterator[list[str]], header: list[str]) -> Iterator[tuple[str, str, int, Mark]]:
    question_at, voter_at, choice_at = (header.index(title) for title in NEEDED)
    seq_at = header.index("seq") if "seq" in header else None
    points_at = header.index("points") if "points" in header else None
    line = 1
    for row in reader:
        line = getattr(reader, "line_num", line + 1)
        if not row:
            continue
        if len(row) != len(header):
            what = say("it has {count} cells, the heading has {wanted}.", count=len(row), wanted=len(header))
            raise refused_line(name, line, what)
        question, voter, choice = row[question_at], row[voter_at], row[choice_at]
        if not (question and voter and choice):
            what = say("question, voter or choice is empty; write “blank” for a ballot without a mark.")
            raise refused_line(name, line, what)
        seq = 0 if seq_at is None else _whole(name, line, "seq", row[seq_at])
        dots = 1 if points_at is None or not row[points_at] else _whole(name, line, "points", row[points_at])
        yield question, voter, seq, Mark(line, choice, dots)


def _whole(name: str, line: int, column: str, text: str) -> int:
    if text.isascii() and text.isdigit() and (number := int(text[:17])) <= LARGEST_NUMBER and len(text) <= 17:
        return number
    raise refused_line(name, line, say("{column} is “{text}”, not a whole number.", column=column, text=text[:40]))


def _refuse_header(name: str, header: list[str]) -> None:
    missing = [title for title in NEEDED if title not in header]
    strange = [title for title in header if title not in ALLOWED]
    if not missing and not strange and len(set(header)) == len(header):
        return
    if missing:
        what = say("the heading has no column “{column}”.", column=missing[0])
    elif strange:
        what = say("the heading has a column “{column}” that means nothing here.", column=strange[0][:40])
    else:
        what = say("the heading has a column twice.")
    raise ImportRefused(
        say("{file}, line 1: {what}", file=name, what=what),
        say("Use the columns question, voter, choice, and if you have them seq, points, group."),
    )
