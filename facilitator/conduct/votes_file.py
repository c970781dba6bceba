"""Files of votes from keypads and other systems: CSV rows, grouped into ballots, each with its line."""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from facilitator.errors import ImportRefused
from facilitator.words.message import Message, say

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

NEEDED = ("question", "voter", "choice")
ALLOWED = (*NEEDED, "seq", "points", "group")

# What a spreadsheet and SQLite both keep exactly.
MOST_DIGITS = 15


# One row of the file, of one question: seq (0 where the file has none), voter, choice, dots, line. Sorted, the rows of
# a ballot stand together and the last seq last. A plain tuple, since the garbage collector lets go of those: with a
# class of its own for each of 225,000 rows an import takes a quarter longer (tests/bench/votes.py).
Vote: TypeAlias = tuple[int, str, str, int, int]
CHOICE_AND_DOTS = slice(2, 4)


@dataclass(frozen=True, slots=True)
class VotesFile:
    """The votes of a file by question, and whether it told an order (`seq`) or groups (`group`)."""

    name: str
    votes: dict[str, list[Vote]]
    rows: int
    has_seq: bool
    has_group: bool


def read_votes(path: Path) -> VotesFile:
    """Read the file; raises `ImportRefused` with the line number for the first row that cannot be taken."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            return _read(path.name, reader)
    except UnicodeDecodeError as error:
        raise ImportRefused(
            say("{file} is not a UTF-8 text file.", file=path.name), say("Save it as “CSV UTF-8” and import that.")
        ) from error
    except csv.Error as error:
        what = say("this is not a whole CSV row: a quotation mark is missing or too many, or a cell is far too long.")
        raise refused_line(path.name, reader.line_num, what) from error
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


def _read(name: str, reader: CsvReader) -> VotesFile:
    header = [title.strip().lower() for title in next(reader, [])]
    _refuse_header(name, header)
    votes: dict[str, list[Vote]] = defaultdict(list)
    for question, vote in _votes(name, reader, header):
        votes[question].append(vote)
    if not votes:
        raise ImportRefused(say("{file} holds no votes.", file=name), say("Check that it is the right file."))
    votes = _by_stripped_key(votes)
    for of_question in votes.values():
        of_question.sort()
    return VotesFile(name, votes, sum(map(len, votes.values())), "seq" in header, "group" in header)


def _by_stripped_key(votes: dict[str, list[Vote]]) -> dict[str, list[Vote]]:
    merged: dict[str, list[Vote]] = {}
    for question, of_question in votes.items():
        merged.setdefault(question.strip(), []).extend(of_question)
    return merged


def _votes(name: str, reader: CsvReader, header: list[str]) -> Iterator[tuple[str, Vote]]:
    needed = itemgetter(*(header.index(title) for title in NEEDED))
    seq_at = header.index("seq") if "seq" in header else None
    points_at = header.index("points") if "points" in header else None
    for row in reader:
        if len(row) != len(header):
            _refuse_ragged(name, reader.line_num, row, header)
            continue
        question, voter, choice = needed(row)
        voter = voter.strip()
        if not voter.isascii():
            voter = unicodedata.normalize("NFC", voter)
        if not (question and voter and choice):
            what = say("question, voter or choice is empty; write “blank” for a ballot without a mark.")
            raise refused_line(name, reader.line_num, what)
        seq = 0 if seq_at is None else _whole(name, reader, "seq", row[seq_at])
        dots = 1 if points_at is None or not row[points_at].strip() else _whole(name, reader, "points", row[points_at])
        yield question, (seq, voter, choice, dots, reader.line_num)


def _refuse_ragged(name: str, line: int, row: list[str], header: list[str]) -> None:
    if row:
        what = say("it has {count} cells, the heading has {wanted}.", count=len(row), wanted=len(header))
        raise refused_line(name, line, what)


def _whole(name: str, reader: CsvReader, column: str, text: str) -> int:
    text = text.strip()
    if len(text) <= MOST_DIGITS and text.isdigit() and text.isascii():
        return int(text)
    what = say("{column} is “{text}”, not a whole number.", column=column, text=text[:40])
    raise refused_line(name, reader.line_num, what)


def _refuse_header(name: str, header: list[str]) -> None:
    missing = [title for title in NEEDED if title not in header]
    strange = [title for title in header if title not in ALLOWED]
    if not missing and not strange and len(set(header)) == len(header):
        return
    if len(header) == 1 and ";" in header[0]:
        what = say("its columns are separated by semicolons, not by commas.")
    elif missing:
        what = say("the heading has no column “{column}”.", column=missing[0])
    elif strange:
        what = say("the heading has a column “{column}” that means nothing here.", column=strange[0][:40])
    else:
        what = say("the heading has a column twice.")
    raise ImportRefused(
        say("{file}, line 1: {what}", file=name, what=what),
        say("Use the columns question, voter, choice, and if you have them seq, points, group."),
    )
