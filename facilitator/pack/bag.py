"""The bag: the files of a pack against their manifests, read piece by piece."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import BinaryIO

from facilitator.pack import layout
from facilitator.pack.damage import damaged, damaged_file, shown_text, zipped_again
from facilitator.pack.inflated import Inflated
from facilitator.pack.schema import TABLES
from facilitator.pack.zip_directory import Entry
from facilitator.words.message import say

_LARGEST_TEXT = 1_000_000
_PIECE = 65_536
_LINE = re.compile(r"([0-9a-f]{128})  ([A-Za-z0-9._/-]+)")
_TABLES = frozenset(layout.table_path(table.name) for table in TABLES)
_MAY_BE_ABSENT = frozenset(layout.table_path(table.name) for table in TABLES if table.only_with_rows)
_PAYLOAD = _TABLES.union((layout.DATA_PACKAGE, layout.REPORT, layout.PAPER_REPORT))
_ALL = _PAYLOAD.union(layout.TAGS)
_BAGIT_LINES = layout.BAGIT_TEXT.decode().split("\n")


@dataclass(frozen=True, slots=True)
class BagInfo:
    """What bag-info.txt says."""

    event: str
    held_on: str
    revision: str
    oxum: str
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class FileDigest:
    """One payload file as it is: its size and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Bag:
    """An open pack; `entries` are its files by path inside its folder."""

    file: BinaryIO
    entries: dict[str, Entry]

    def opened(self, path: str) -> io.BufferedReader:
        """Open one file for reading; what is wrong with its bytes is said as `PackDamaged`."""
        return io.BufferedReader(Inflated(self.file, self.entries[path]), _PIECE)

    def small_text(self, path: str) -> str:
        """Return the text of a small file."""
        if self.entries[path].size > _LARGEST_TEXT:
            raise damaged_file(path, say("It is too large for what it is."))
        with self.opened(path) as file:
            try:
                return file.read().decode("utf-8")
            except UnicodeDecodeError as error:
                raise damaged_file(path, say("It is not in UTF-8.")) from error

    def lines(self, path: str) -> Iterator[tuple[int, str]]:
        """Yield the numbered lines of a tag file; a line ends as it does on Unix, and nothing is hidden in it."""
        *lines, last = self.small_text(path).split("\n")
        for number, line in enumerate(lines, 1):
            if not line.isprintable():
                raise damaged_file(path, say("This line holds a character that does not belong there."), line=number)
            yield number, line
        if last:
            raise damaged_file(path, say("This line does not end."), line=len(lines) + 1)


def the_bag(file: BinaryIO, entries: list[Entry]) -> Bag:
    """Return the bag of these entries, which lie in one folder."""
    return Bag(file, {entry.name: entry for entry in entries})


def read_bag_info(bag: Bag) -> BagInfo:
    """Return what bag-info.txt says; raises `PackDamaged` for what is no pack or a newer one."""
    if layout.BAG_INFO not in bag.entries:
        raise damaged_file(layout.BAG_INFO, say("It is missing, so this is no event pack."))
    found: dict[str, str] = {}
    for number, line in bag.lines(layout.BAG_INFO):
        name, colon, value = line.partition(": ")
        if not colon or name in found:
            raise damaged_file(layout.BAG_INFO, say("This line is not one of a pack's."), line=number)
        found[name] = value
    _check_format(found.pop("Eventpack-Format", ""))
    if found.pop("BagIt-Profile-Identifier", "") != layout.PROFILE:
        raise damaged_file(layout.BAG_INFO, say("It does not name the profile of event packs."))
    try:
        info = BagInfo(
            found.pop("External-Identifier"), found.pop("Bagging-Date"), found.pop("Eventpack-Revision"),
            found.pop("Payload-Oxum"), _rehearsal(found.pop("Eventpack-Rehearsal", "")),
        )  # fmt: skip
    except KeyError as error:
        raise damaged_file(layout.BAG_INFO, say("A line is missing: {name}.", name=str(error.args[0]))) from error
    if found:
        raise damaged_file(layout.BAG_INFO, say("“{name}” does not belong here.", name=shown_text(min(found))))
    return info


def _rehearsal(found: str) -> bool:
    if found not in ("", "true"):
        raise damaged_file(layout.BAG_INFO, say("“{value}” does not belong here.", value=shown_text(found)))
    return bool(found)


def _check_format(found: str) -> None:
    if found == layout.FORMAT:
        return
    if found.startswith(layout.FORMAT_FAMILY):
        raise damaged(
            say("This pack was made by a newer program."), advice=say("Ask for an update; nothing of it was used.")
        )
    raise damaged_file(layout.BAG_INFO, say("It does not say that this is an event pack."))


def check_files(bag: Bag) -> None:
    """Raise `PackDamaged` unless exactly the files of a pack are there."""
    for path in sorted(bag.entries):
        if path.startswith(".") or path.endswith("/.DS_Store"):
            raise zipped_again()
        if path not in _ALL:
            raise damaged_file(path, say("This file does not belong in a pack."))
    if missing := sorted(_ALL - _MAY_BE_ABSENT - bag.entries.keys()):
        raise damaged_file(missing[0], say("This file is missing."))


def check_manifests(bag: Bag, info: BagInfo) -> list[FileDigest]:
    """Raise `PackDamaged` unless every file is the one that the manifests name; return the payload's digests."""
    for number, (line, wanted) in enumerate(zip_longest(bag.small_text(layout.BAGIT).split("\n"), _BAGIT_LINES), 1):
        if line != wanted:
            raise damaged_file(layout.BAGIT, say("It does not say that this is a bag of BagIt 1.0."), line=number)
    tags = _manifest(bag, layout.TAG_MANIFEST, frozenset(layout.TAGS) - {layout.TAG_MANIFEST})
    for path, digest in tags.items():
        _digested(bag, path, digest)
    payload = _manifest(bag, layout.MANIFEST, _PAYLOAD & bag.entries.keys())
    digests = [_digested(bag, path, digest) for path, digest in payload.items()]
    if info.oxum != layout.payload_oxum(len(digests), sum(file.size for file in digests)):
        raise damaged_file(layout.BAG_INFO, say("Payload-Oxum does not fit the files."))
    return digests


def _manifest(bag: Bag, path: str, wanted: frozenset[str]) -> dict[str, str]:
    digests: dict[str, str] = {}
    for number, line in bag.lines(path):
        match = _LINE.fullmatch(line)
        if match is None or match[2] not in wanted or match[2] in digests:
            raise damaged_file(path, say("This line names no file of a pack, or one a second time."), line=number)
        digests[match[2]] = match[1]
    if missing := sorted(wanted - digests.keys()):
        raise damaged_file(path, say("It does not list {file}.", file=missing[0]))
    return digests


def _digested(bag: Bag, path: str, listed: str) -> FileDigest:
    sha512, sha256, size = hashlib.sha512(), hashlib.sha256(), 0
    with bag.opened(path) as file:
        while piece := file.read(_PIECE):
            sha512.update(piece)
            sha256.update(piece)
            size += len(piece)
    if sha512.hexdigest() != listed:
        raise damaged_file(path, say("It was changed after the pack was made."))
    return FileDigest(path, size, sha256.hexdigest())
