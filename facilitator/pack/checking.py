"""Checking a pack that came from elsewhere: all of it is judged, and nothing of it is unpacked, shown or run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

from facilitator.errors import PackDamaged
from facilitator.pack import schema
from facilitator.pack.bag import BagInfo, check_files, check_manifests, read_bag_info, the_bag
from facilitator.pack.damage import damaged, damaged_file
from facilitator.pack.layout import BAG_INFO, MOST_BYTES
from facilitator.pack.package_checking import check_data_package
from facilitator.pack.sums import check_sums
from facilitator.pack.table_checking import ReadTable, read_tables
from facilitator.pack.zip_directory import read_directory
from facilitator.words.message import say


@dataclass(frozen=True, slots=True)
class PackSummary:
    """What a pack is of; `questions` are those that have a result."""

    event: str
    title: str
    held_on: str
    place: str
    revision: int
    rehearsal: bool
    questions: int
    notes: int


def check_pack(path: Path) -> PackSummary:
    """Check the pack at `path` and return what it is of.

    Raises `PackDamaged` naming file, line and what to do for anything that `write_pack` would not write. Reads piece by
    piece, and never more than the pack's directory admits to.
    """
    try:
        with path.open("rb") as file:
            return _check(file)
    except OSError as error:
        raise PackDamaged(
            say("The file {file} cannot be read.", file=path.name), say("Look whether it is there, then choose it.")
        ) from error


def _check(file: BinaryIO) -> PackSummary:
    if file.seek(0, 2) > MOST_BYTES:
        raise damaged(say("This file is far larger than any pack."))
    entries = read_directory(file)
    with ZipFile(file) as zip_file:
        bag = the_bag(zip_file, entries)
        info = read_bag_info(bag)
        check_files(bag)
        digests = check_manifests(bag, info)
        check_data_package(bag, info, digests)
        tables = read_tables(bag)
    check_sums(tables)
    return _summary(tables, info)


def _summary(tables: Mapping[str, ReadTable], info: BagInfo) -> PackSummary:
    events, questions = tables[schema.EVENT.name], tables[schema.QUESTIONS.name]
    if len(events.rows) != 1:
        raise damaged_file(events.path, say("A pack is of one event, and this names {count}.", count=len(events.rows)))
    row = events.rows[0]
    cell = {name: events.cell(row, name) for name in events.table.headings}
    if (cell["event"], cell["revision"], cell["held_on"]) != (info.event, info.revision, info.held_on):
        raise damaged_file(events.path, say("It is of another event, day or revision than {file}.", file=BAG_INFO))
    if (cell["rehearsal"] == "true") is not info.rehearsal:
        what = say("It and {file} do not agree on whether this is a rehearsal.", file=BAG_INFO)
        raise damaged_file(events.path, what, line=row.line, column="rehearsal")
    answered = sum(questions.cell(one, "status") != "ready" for one in questions.rows)
    return PackSummary(
        cell["event"], cell["title"], cell["held_on"], cell["place"], int(cell["revision"]),
        cell["rehearsal"] == "true", answered, len(tables[schema.NOTES.name].rows),
    )  # fmt: skip
