"""The directory of a pack's ZIP: judged before anything is unpacked."""

from __future__ import annotations

import re
import stat
import struct
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from facilitator.pack.damage import damaged, damaged_file, zipped_again
from facilitator.pack.layout import MOST_BYTES, MOST_FILES
from facilitator.words.message import say

_END = struct.Struct("<4s4H2LH")
_END_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x03\x04"
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 65_535
_LARGEST_DIRECTORY = MOST_FILES * 512

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_ENCRYPTED, _SIZES_BEHIND, _UTF8_NAME = 0x1, 0x8, 0x800
_LEFT_BY_FILE_MANAGERS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def read_directory(file: BinaryIO) -> list[ZipInfo]:
    """Return the entries of the ZIP in the order in which they lie; raises `PackDamaged` for every trick we know.

    Nothing is unpacked; sizes are judged by what the directory claims, and reading stops at those.
    """
    _check_frame(file)
    try:
        with ZipFile(file) as zip_file:
            entries = sorted(zip_file.infolist(), key=lambda entry: entry.header_offset)
            directory = zip_file.start_dir
    except (BadZipFile, UnicodeDecodeError, NotImplementedError, ValueError, struct.error) as error:
        raise damaged(say("The directory of this ZIP cannot be read.")) from error
    for entry in entries:
        _check_entry(entry)
    _check_names([entry.filename for entry in entries])
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise damaged(say("This pack says it holds more than {most} bytes.", most=MOST_BYTES))
    _check_places(file, entries, directory)
    return entries


def _check_frame(file: BinaryIO) -> None:
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(4)
    file.seek(max(0, size - _END.size))
    tail = file.read(_END.size)
    if not tail.startswith(_END_MARK) or len(tail) < _END.size:
        raise _no_end(file, size, head)
    _, _, _, here, entries, directory_size, directory, comment = _END.unpack(tail)
    if comment:
        raise damaged(say("Something stands behind this ZIP."))
    if here != entries or entries > MOST_FILES or directory_size > _LARGEST_DIRECTORY:
        raise damaged(say("This pack says it holds more than {most} files.", most=MOST_FILES))
    if not entries:
        raise damaged(say("This pack is empty."))
    if head != _LOCAL_MARK or directory + directory_size + _END.size != size:
        raise damaged(say("Something that is no part of it stands in front of this ZIP or inside it."))


def _no_end(file: BinaryIO, size: int, head: bytes) -> Exception:
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    if _END_MARK in file.read():
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
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise damaged_file(name, say("It is a link or a device, not a file."))
    if entry.flag_bits & ~_UTF8_NAME or entry.extra or entry.comment:
        raise zipped_again()
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise damaged_file(name, say("It is packed in a way that packs do not use."))


def _check_names(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.lower() in seen:
            raise damaged_file(name, say("It is in the pack twice, or differs from another only in capitals."))
        seen.add(name.lower())
    if len({name.partition("/")[0] for name in names}) > 1 or any("/" not in name for name in names):
        raise damaged(say("A pack holds one folder, and this holds more."))


def _check_places(file: BinaryIO, entries: list[ZipInfo], directory: int) -> None:
    ends = [entry.header_offset for entry in entries[1:]] + [directory]
    if entries[0].header_offset:
        raise damaged(say("Something that is no part of it stands in front of this ZIP or inside it."))
    for entry, end in zip(entries, ends, strict=True):
        if _end_of(file, entry) != end:
            raise damaged_file(entry.filename, say("It overlaps another file, or something is hidden behind it."))


def _end_of(file: BinaryIO, entry: ZipInfo) -> int:
    """Return where the entry ends by its own header, which must say what the directory says."""
    file.seek(entry.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(_LOCAL_MARK):
        raise damaged_file(entry.filename, say("It is not where the directory says."))
    _, _, flags, method, _, _, checksum, packed, size, name_length, extra_length = _LOCAL.unpack(header)
    name = file.read(name_length)
    here = (flags, method, checksum, packed, size, name)
    listed = (entry.flag_bits, entry.compress_type, entry.CRC, entry.compress_size, entry.file_size)
    if here != (*listed, entry.orig_filename.encode("ascii")):
        raise damaged_file(entry.filename, say("Its own header and the directory differ."))
    end: int = entry.header_offset + _LOCAL.size + name_length + extra_length + entry.compress_size
    return end
