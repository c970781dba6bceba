"""Writing a pack: everything that anyone may see of an event, in one file that is there whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from facilitator.core.keys import State
from facilitator.errors import PackDamaged, Refused
from facilitator.gate.published_event import PublishedEvent
from facilitator.pack import layout
from facilitator.pack.archive import archive
from facilitator.pack.checking import check_pack
from facilitator.pack.data_package import data_package
from facilitator.pack.layout import PackFile
from facilitator.pack.rows import filled_tables
from facilitator.report.html import report_html
from facilitator.report.paper import report_pdf
from facilitator.words.message import say
from facilitator.words.translator import Translator

_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack before it is written: the name of its folder, and its files in the order in which they are stored."""

    name: str
    files: tuple[PackFile, ...]

    @property
    def digest(self) -> str:
        """The pack's identity: the SHA-512 of its tag manifest, which covers every file (docs/pack.md)."""
        tags = next(file for file in self.files if file.path == layout.TAG_MANIFEST)
        return hashlib.sha512(tags.content).hexdigest()


def reports_of(event: PublishedEvent) -> tuple[PackFile, ...]:
    """Return the report as it goes into every revision of the pack."""
    words = Translator()
    page = PackFile(layout.REPORT, report_html(event, words).encode())
    return (page, PackFile(layout.PAPER_REPORT, report_pdf(event, words)))


def pack_of(event: PublishedEvent, revision: int, reports: tuple[PackFile, ...]) -> Pack:
    """Return the pack of an event; the same event gives the same bytes, wherever and whenever it is made."""
    event = _with_plain_date(event)
    tables = [PackFile(layout.table_path(one.table.name), one.as_csv()) for one in filled_tables(event, revision)]
    payload = [*tables, *reports]
    payload.insert(0, data_package(event, revision, payload))
    tags = [
        PackFile(layout.BAGIT, layout.BAGIT_TEXT),
        PackFile(layout.BAG_INFO, _bag_info(event, revision, payload)),
        PackFile(layout.MANIFEST, layout.manifest(sorted(payload, key=lambda file: file.path))),
    ]
    tags.append(PackFile(layout.TAG_MANIFEST, layout.manifest(tags)))
    name = layout.pack_name(event.details.title, event.details.held_on, revision, rehearsal=event.rehearsal)
    return Pack(name, (*tags, *payload))


def _nothing() -> None:
    """Do nothing, where a pack is to be remembered nowhere."""


def store_pack(pack: Pack, folder: Path, *, before_naming: Callable[[], None] = _nothing) -> Path:
    """Write `pack` into `folder` and return its path.

    `before_naming` is called when the pack is whole and accepted by our own checker, and just before it is there under
    its name. On return it survives a power cut. Raises `Refused` where another pack of that name is, and where it
    cannot be written: then nothing is left behind.
    """
    content = archive(pack.name, [*pack.files])
    path = folder / (pack.name + layout.ENDING)
    try:
        if path.exists():
            _refuse_other(path, content)
            before_naming()
            return path
        _write_checked(path, content, before_naming)
    except OSError as error:
        raise Refused(
            say("The pack cannot be written to {folder}.", folder=str(folder)),
            say("Choose another folder, or free some space; nothing was left behind."),
        ) from error
    return path


def _bag_info(event: PublishedEvent, revision: int, payload: list[PackFile]) -> bytes:
    size = sum(len(file.content) for file in payload)
    lines = [
        f"External-Identifier: {event.event_id}",
        f"Bagging-Date: {event.details.held_on}",
        f"Payload-Oxum: {layout.payload_oxum(len(payload), size)}",
        f"BagIt-Profile-Identifier: {layout.PROFILE}",
        f"Eventpack-Format: {layout.FORMAT}",
        f"Eventpack-Revision: {revision}",
    ]
    if event.rehearsal:
        lines.append("Eventpack-Rehearsal: true")
    return "".join(line + "\n" for line in lines).encode()


def _with_plain_date(event: PublishedEvent) -> PublishedEvent:
    # ISO 8601 has several spellings of one day; a pack has one.
    held_on = date.fromisoformat(event.details.held_on).isoformat()
    return replace(event, details=replace(event.details, held_on=held_on))


def refuse_unready(event: PublishedEvent, *, rehearsal: bool) -> None:
    """Raise `Refused` while a question is open, for a rehearsal unless `rehearsal`, and for a real event with it."""
    if event.rehearsal and not rehearsal:
        raise Refused(
            say("This event is a rehearsal, and its figures must not be mistaken for people's views."),
            say("Ask for a rehearsal's pack in so many words, with --rehearsal."),
        )
    if rehearsal and not event.rehearsal:
        raise Refused(
            say("This event is no rehearsal, and its pack must not say that it is one."), say("Leave out --rehearsal.")
        )
    for result in event.results:
        if result.status == State.OPEN:
            raise Refused(
                say("“{question}” is still open.", question=result.text), say("Close it first, or take it back.")
            )
    if event.is_open:  # a run-off that is not told
        raise Refused(say("A vote is still open."), say("Close it first, or take it back."))


def _refuse_other(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        raise Refused(
            say("There is another pack called {file}, with other content.", file=path.name),
            say("Choose another folder; keep both until you know which one counts."),
        )


def _write_checked(path: Path, content: bytes, before_naming: Callable[[], None]) -> None:
    unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _check(unfinished)
        before_naming()
        os.replace(unfinished, path)
        _sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _check(unfinished: Path) -> None:
    try:
        check_pack(unfinished)
    except PackDamaged as error:
        raise Refused(say("No pack can be made of this event: {what}", what=error.message), error.advice) from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened, and the rename is durable with the file system's own journal
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
