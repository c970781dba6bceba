"""The directory of a pack's ZIP: judged before anything is unpacked."""

from __future__ import annotations

import re
import stat
import struct
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from facilitator.pack.damage import damaged, damaged_file, zipped_again
from facilitator.pack.layout import MOST_BYTES, MOST_FILES
from facilitator.words.message import say

_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s4B4H3L5H2L")
_END_MARK, _LOCAL_MARK, _LISTED_MARK = b"PK\x05\x06", b"PK\x03\x04", b"PK\x01\x02"
_LONGEST_COMMENT = 65_535
_LARGEST_DIRECTORY = MOST_FILES * 512

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_LEFT_BY_FILE_MANAGERS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")

# What `archive` writes of every file; other versions of Python's zipfile write the same.
_VERSION, _UNIX, _PLAIN_FILE = 20, 3, 0o100644 << 16
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_EARLIEST_TIME, _EARLIEST_DATE = 0, 0x21


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the ZIP: its path inside the pack's folder, and where and how large its packed bytes are."""

    name: str
    start: int
    packed: int
    size: int
    checksum: int


def read_directory(file: BinaryIO) -> list[Entry]:
    """Return the entries of the ZIP in the order in which they lie; raises `PackDamaged` for every trick we know.

    Nothing is unpacked; sizes are judged by what the directory claims, and reading stops at those.
    """
    directory = _directory_place(file)
    try:
        with ZipFile(file) as zip_file:
            found = sorted(zip_file.infolist(), key=lambda one: one.header_offset)
    except (BadZipFile, UnicodeDecodeError, NotImplementedError, ValueError, struct.error) as error:
        raise _unreadable() from error
    for one in found:
        _check_entry(one)
    _check_names([one.filename for one in found])
    if sum(one.file_size for one in found) > MOST_BYTES:
        raise damaged(say("This pack says it holds more than {most} bytes.", most=MOST_BYTES))
    entries = _checked_places(file, found, directory)
    _check_spelling(file, found, directory)
    return entries


def _unreadable() -> Exception:
    return damaged(say("The directory of this ZIP cannot be read."))


def _directory_place(file: BinaryIO) -> int:
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(4)
    file.seek(max(0, size - _END.size))
    tail = file.read(_END.size)
    if not tail.startswith(_END_MARK) or len(tail) < _END.size:
        raise _no_end(file, size, head)
    _, disk, first_disk, here, entries, directory_size, directory, comment = _END.unpack(tail)
    if comment:
        raise damaged(say("Something stands behind this ZIP."))
    if here != entries or entries > MOST_FILES or directory_size > _LARGEST_DIRECTORY:
        raise damaged(say("This pack says it holds more than {most} files.", most=MOST_FILES))
    if not entries:
        raise damaged(say("This pack is empty."))
    if head != _LOCAL_MARK or directory + directory_size + _END.size != size:
        raise damaged(say("Something that is no part of it stands in front of this ZIP or inside it."))
    if disk or first_disk:
        raise _unreadable()
    return int(directory)


def _no_end(file: BinaryIO, size: int, head: bytes) -> Exception:
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    tail = file.read(_END.size + _LONGEST_COMMENT)
    if _END_MARK in tail and len(tail) - tail.rindex(_END_MARK) > _END.size:
        return damaged(say("Something stands behind this ZIP."))
    if head == _LOCAL_MARK:
        return damaged(say("This pack was cut short."))
    return damaged(say("This is not a pack: it is no ZIP file."), advice=say("Choose a file ending in .eventpack.zip."))


def _check_entry(entry: ZipInfo) -> None:
    name = entry.orig_filename
    if name.endswith("/") or any(part in _LEFT_BY_FILE_MANAGERS for part in name.split("/")):
        raise zipped_again()
    if any(not _PART.fullmatch(part) or _DEVICE.fullmatch(part) for part in name.split("/")):
        raise damaged_file(name, say("A file of a pack cannot have this name."))
    if entry.flag_bits & _ENCRYPTED:
        raise damaged_file(name, say("It is locked with a password; packs are not."))
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        raise damaged_file(name, say("It is a link or a device, not a file."))
    if entry.flag_bits & ~_UTF8_NAME or entry.extra or entry.comment or entry.date_time != _EARLIEST:
        raise zipped_again()
    if entry.compress_type != ZIP_DEFLATED:
        raise damaged_file(name, say("It is packed in a way that packs do not use."))


def _check_names(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            raise damaged_file(name, say("It is in the pack twice, or differs from another only in capitals."))
        seen.add(name.lower())
    if len({name.partition("/")[0] for name in names}) > 1 or any("/" not in name for name in names):
        raise damaged(say("A pack holds one folder, and this holds more."))


def _checked_places(file: BinaryIO, found: list[ZipInfo], directory: int) -> list[Entry]:
    """Return where the bytes of each file are; they must follow each other without a gap."""
    if found[0].header_offset:
        raise damaged(say("Something that is no part of it stands in front of this ZIP or inside it."))
    entries: list[Entry] = []
    for one, end in zip(found, [*(one.header_offset for one in found[1:]), directory], strict=True):
        start = one.header_offset + len(_check_own_header(file, one))
        path = one.orig_filename.partition("/")[2]
        if start + one.compress_size != end:
            raise damaged_file(path, say("It overlaps another file, or something is hidden behind it."))
        entries.append(Entry(path, start, one.compress_size, one.file_size, one.CRC))
    return entries


def _check_own_header(file: BinaryIO, entry: ZipInfo) -> bytes:
    """Return the header that lies in front of the file itself, which must say what the directory says."""
    wanted = _LOCAL.pack(_LOCAL_MARK, _VERSION, *_told_twice(entry)) + _name(entry)
    file.seek(entry.header_offset)
    header = file.read(len(wanted))
    path = entry.orig_filename.partition("/")[2]
    if not header.startswith(_LOCAL_MARK):
        raise damaged_file(path, say("It is not where the directory says."))
    if header != wanted:
        raise damaged_file(path, say("Its own header and the directory differ."))
    return header


def _check_spelling(file: BinaryIO, found: list[ZipInfo], directory: int) -> None:
    """Refuse a directory that says the same in another way: what carries no content could carry a message."""
    wanted = b"".join(_LISTED.pack(
        _LISTED_MARK, _VERSION, _UNIX, _VERSION, 0, *_told_twice(one), 0, 0, 0, _PLAIN_FILE, one.header_offset,
    ) + _name(one) for one in found)  # fmt: skip
    file.seek(directory)
    if file.read(_LARGEST_DIRECTORY + _END.size)[: -_END.size] != wanted:
        raise damaged(say("The directory of this ZIP is not written as a pack's is: something changed it."))


def _told_twice(entry: ZipInfo) -> tuple[int, ...]:
    return (
        0, ZIP_DEFLATED, _EARLIEST_TIME, _EARLIEST_DATE, entry.CRC, entry.compress_size, entry.file_size,
        len(_name(entry)), 0,
    )  # fmt: skip


def _name(entry: ZipInfo) -> bytes:
    return entry.orig_filename.encode("ascii")
