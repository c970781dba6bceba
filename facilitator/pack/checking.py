"""Checking a pack that came from elsewhere: all of it is judged, and nothing of it is unpacked, shown or run."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from facilitator.errors import PackDamaged
from facilitator.pack import schema
from facilitator.pack.bag import BagInfo, check_files, check_manifests, read_bag_info, the_bag
from facilitator.pack.damage import damaged, damaged_file
from facilitator.pack.decisions import check_decisions
from facilitator.pack.fitting import check_fitting
from facilitator.pack.form_sums import check_form_sums
from facilitator.pack.layout import BAG_INFO, DATA_PACKAGE, MOST_BYTES, REHEARSAL
from facilitator.pack.order import check_order
from facilitator.pack.package_checking import Package, check_data_package
from facilitator.pack.page_checking import check_page
from facilitator.pack.paper_checking import check_paper
from facilitator.pack.sums import check_sums
from facilitator.pack.table_checking import ReadTable, read_tables
from facilitator.pack.wordings import check_wordings
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


def check_pack(path: Path, *, today: date | None = None) -> PackSummary:
    """Check the pack at `path` and return what it is of.

    Raises `PackDamaged` naming file, line and what to do for anything that `store_pack` would not write, and where
    `today` is told for an event that is still to come. Reads piece by piece, never more than the directory admits to.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a device need not end, nor even begin
            what = say("{file} cannot be read: it is a folder or a device.", file=path.name)
            raise damaged(what, advice=say("Look whether it is there, then choose it."))
        with path.open("rb") as file:
            return check_file(file, today=today)
    except OSError as error:
        raise PackDamaged(
            say("The file {file} cannot be read.", file=path.name), say("Look whether it is there, then choose it.")
        ) from error


def check_file(file: BinaryIO, *, today: date | None = None) -> PackSummary:
    """Check the pack in an open file as `check_pack` does; an `OSError` is the caller's."""
    if file.seek(0, 2) > MOST_BYTES:
        raise damaged(say("This file is far larger than any pack."))
    bag = the_bag(file, read_directory(file))
    info = read_bag_info(bag)
    check_files(bag)
    digests = check_manifests(bag, info)
    package = check_data_package(bag, info, digests)
    tables = read_tables(bag)
    event = _only_event(tables[schema.EVENT.name])
    check_order(tables)
    check_wordings(tables)
    check_sums(tables)
    check_form_sums(tables)
    check_fitting(tables)
    check_decisions(tables)
    check_page(bag)
    check_paper(bag)
    _check_told_alike(event, info, package)
    _check_meeting(tables.get(schema.MEETING.name), event)
    _check_day(event, today)
    return _summary(event, tables)


@dataclass(frozen=True, slots=True)
class _Event:
    """The one row of event.csv, its cells by column."""

    path: str
    line: int
    cells: Mapping[str, str]

    @property
    def rehearsal(self) -> bool:
        return self.cells["rehearsal"] == "true"


def _only_event(events: ReadTable) -> _Event:
    if len(events.rows) != 1:
        raise damaged_file(events.path, say("A pack is of one event, and this names {count}.", count=len(events.rows)))
    row = events.rows[0]
    return _Event(events.path, row.line, dict(zip(events.table.headings, row.cells, strict=True)))


def _check_meeting(meeting: ReadTable | None, event: _Event) -> None:
    if meeting is None:
        return
    for row in meeting.rows:
        if meeting.cell(row, "event") != event.cells["event"]:
            what = say("It is of another event than {file}.", file=event.path)
            raise damaged_file(meeting.path, what, line=row.line, column="event")


def _check_told_alike(event: _Event, info: BagInfo, package: Package) -> None:
    if tuple(event.cells[name] for name in ("event", "revision", "held_on")) != (
        info.event,
        info.revision,
        info.held_on,
    ):
        what = say("It is of another event, day or revision than {file}.", file=BAG_INFO)
        raise damaged_file(event.path, what, line=event.line)
    if event.rehearsal is not info.rehearsal:
        what = say("It and {file} do not agree on whether this is a rehearsal.", file=BAG_INFO)
        raise damaged_file(event.path, what, line=event.line, column="rehearsal")
    title = f"{REHEARSAL}: {event.cells['title']}" if event.rehearsal else event.cells["title"]
    if package != Package(title, f"{event.cells['held_on']}T00:00:00Z"):
        raise damaged_file(DATA_PACKAGE, say("Its title or its day is not the one in {file}.", file=event.path))


def _check_day(event: _Event, today: date | None) -> None:
    held_on = event.cells["held_on"]
    if today is None or event.rehearsal or date.fromisoformat(held_on) <= today:
        return  # people rehearse an event before its day
    what = say("The event is still to come: {held_on} is after today, {today}.", held_on=held_on, today=str(today))
    advice = say("Look whether this computer's date is right. If it is, ask for the pack made after the event.")
    raise damaged_file(event.path, what, line=event.line, column="held_on", advice=advice)


def _summary(event: _Event, tables: Mapping[str, ReadTable]) -> PackSummary:
    cells, questions = event.cells, tables[schema.QUESTIONS.name]
    answered = sum(questions.cell(row, "status") != "ready" for row in questions.rows)
    return PackSummary(
        cells["event"], cells["title"], cells["held_on"], cells["place"], int(cells["revision"]), event.rehearsal,
        answered, len(tables[schema.NOTES.name].rows),
    )  # fmt: skip
