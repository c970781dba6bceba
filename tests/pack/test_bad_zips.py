"""ZIPs that are not what they say: refused from their directory, before anything is unpacked."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

from facilitator.pack import layout
from tests.pack.rebagging import Files, put_together, renamed, size_claimed, taken_apart, zipped
from tests.pack.refusing import Bad, Damage, assert_refused, each_of

AGAIN = "This pack was unzipped and zipped again."
NAME = "A file of a pack cannot have this name."
IN_FRONT = "Something that is no part of it stands in front of this ZIP or inside it."
BEHIND = "Something stands behind this ZIP."
DAMAGED = "bagit.txt: Its bytes were damaged on the way."
UNREADABLE = "The directory of this ZIP cannot be read."
MORE_FILES = "This pack says it holds more than 2000 files."
TWICE = "It is in the pack twice, or differs from another only in capitals."
CHANGED = "The directory of this ZIP is not written as a pack's is: something changed it."
HEADERS = "bagit.txt: Its own header and the directory differ."
LISTED, OWN = b"PK\x01\x02", b"PK\x03\x04"


def with_entry(*names: str, first: bool = False, **attributes: int) -> Damage:
    """Return the damage that zips the pack again with entries of these names; {folder} is the pack's own."""

    def damage(pack: bytes) -> bytes:
        folder, files = taken_apart(pack)
        whole = {f"{folder}/{path}": content for path, content in files.items()}
        more = {name.format(folder=folder): b"" for name in names}
        return zipped(more | whole if first else whole | more, **attributes)

    return damage


def listed_byte(offset: int, value: int) -> Damage:
    """Return the damage to one byte of the first entry of the directory."""

    def damage(pack: bytes) -> bytes:
        changed = bytearray(pack)
        changed[pack.index(LISTED) + offset] = value
        return bytes(changed)

    return damage


def own_byte(offset: int, value: int) -> Damage:
    """Return the damage to one byte of the header in front of the first file."""

    def damage(pack: bytes) -> bytes:
        changed = bytearray(pack)
        changed[offset] = value
        return bytes(changed)

    return damage


def both_bytes(own: int, listed: int, value: int) -> Damage:
    return lambda pack: own_byte(own, value)(listed_byte(listed, value)(pack))


def pointing_at_the_first(pack: bytes) -> bytes:
    """Return the pack with the second entry of its directory pointing at the bytes of the first."""
    changed, second = bytearray(pack), pack.index(LISTED, pack.index(LISTED) + 4)
    changed[second + 42 : second + 46] = bytes(4)
    return bytes(changed)


def unlike_its_first_file(change: Callable[[bytes], bytes]) -> Damage:
    """Return the damage that packs bagit.txt otherwise, and lets every header fit."""

    def damage(pack: bytes) -> bytes:
        return with_first_packed(pack, change(packed_first(pack)))

    return damage


def packed_first(pack: bytes) -> bytes:
    size, name = struct.unpack_from("<L4xH", pack, 18)
    return pack[30 + name : 30 + name + size]


def with_first_packed(pack: bytes, packed: bytes) -> bytes:
    old = packed_first(pack)
    (name,) = struct.unpack_from("<H", pack, 26)
    longer = len(packed) - len(old)
    changed = bytearray(pack[: 30 + name] + packed + pack[30 + name + len(old) :])
    changed[18:22] = struct.pack("<L", len(packed))
    place = changed.index(LISTED)
    changed[place + 20 : place + 24] = struct.pack("<L", len(packed))
    changed[-6:-2] = struct.pack("<L", struct.unpack("<L", pack[-6:-2])[0] + longer)
    while (place := changed.find(LISTED, place + 4)) > 0:
        (offset,) = struct.unpack_from("<L", changed, place + 42)
        struct.pack_into("<L", changed, place + 42, offset + longer)
    return bytes(changed)


def deflated(text: bytes) -> bytes:
    packing = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(text) + packing.flush()


def a_second_zip_inside(pack: bytes) -> bytes:
    """Return the pack with bytes between its last file and its directory, which knows where it lies since."""
    place = pack.index(LISTED)
    end = struct.unpack("<L", pack[-6:-2])[0] + 4
    return pack[:place] + b"PK!!" + pack[place:-6] + struct.pack("<L", end) + pack[-2:]


def in_another_order(pack: bytes) -> bytes:
    """Return the pack with the first two entries of its directory changed about; its files lie as they lay."""
    first = pack.index(LISTED)
    second = pack.index(LISTED, first + 4)
    third = pack.index(LISTED, second + 4)
    return pack[:first] + pack[second:third] + pack[first:second] + pack[third:]


def other_packing(method: int) -> Damage:
    def damage(pack: bytes) -> bytes:
        buffer = io.BytesIO()
        with ZipFile(buffer, "w") as zip_file, ZipFile(io.BytesIO(pack)) as old:
            for info in old.infolist():
                content = old.read(info)
                info.compress_type = method
                zip_file.writestr(info, content)
        return buffer.getvalue()

    return damage


def without_folder(pack: bytes) -> bytes:
    return zipped(taken_apart(pack)[1])


BAD = {
    "no zip": Bad(lambda pack: b"hello", "This is not a pack: it is no ZIP file."),
    "an empty file": Bad(lambda pack: b"", "This is not a pack: it is no ZIP file."),
    "a PDF": Bad(lambda pack: b"%PDF-1.7\n" + bytes(500), "This is not a pack: it is no ZIP file."),
    "cut short": Bad(lambda pack: pack[:-200], "This pack was cut short."),
    "cut short by one byte": Bad(lambda pack: pack[:-1], "This pack was cut short."),
    "the end alone": Bad(lambda pack: pack[-22:], IN_FRONT),
    "an empty zip": Bad(lambda pack: zipped({}), "This pack is empty."),
    "a program in front": Bad(lambda pack: b"MZ" + pack, IN_FRONT),
    "a program in front, with places that fit": Bad(lambda pack: moved_down(pack, b"MZ!!"), IN_FRONT),
    "data behind": Bad(lambda pack: pack + b"\n<script>", BEHIND),
    "a second pack behind": Bad(lambda pack: pack + pack, IN_FRONT),
    "a comment": Bad(lambda pack: pack[:-2] + b"\x02\x00hi", BEHIND),
    "bytes between files and directory": Bad(a_second_zip_inside, "It overlaps another file, or something is hidden"),
    "bytes hidden behind a file's own": Bad(unlike_its_first_file(lambda packed: packed + b"secret"),
        "bagit.txt: Something is hidden behind it."),
    "a file that unpacks to more than it says": Bad(
        unlike_its_first_file(lambda packed: deflated(layout.BAGIT_TEXT + b"more")), DAMAGED),
    "a file that unpacks to less than it says": Bad(
        unlike_its_first_file(lambda packed: deflated(layout.BAGIT_TEXT[:-1])), DAMAGED),
    "a file whose packing does not end": Bad(unlike_its_first_file(lambda packed: packed[:-4]), DAMAGED),
    "a file that is not packed at all": Bad(unlike_its_first_file(lambda packed: b"\xff" * 40), DAMAGED),
    "another checksum": Bad(both_bytes(14, 16, 0), DAMAGED),
    "more than one disk": Bad(lambda pack: pack[:-18] + b"\x01" + pack[-17:], UNREADABLE),
    "fewer files on this disk": Bad(lambda pack: pack[:-14] + b"\x01\x00" + pack[-12:], MORE_FILES),
    "a directory that is none": Bad(lambda pack: pack.replace(LISTED, b"XX\x01\x02"), UNREADABLE),
    "a name that is no UTF-8": Bad(lambda pack: listed_byte(9, 8)(listed_byte(47, 0xFF)(pack)), UNREADABLE),
    "a parent folder": Bad(with_entry("{folder}/../x"), NAME),
    "an absolute path": Bad(with_entry("/etc/x"), NAME),
    "a drive": Bad(with_entry("C:/x"), NAME),
    "a home folder": Bad(with_entry("~/x"), NAME),
    "a backslash": Bad(with_entry("{folder}\\x"), NAME),
    "NUL in a name": Bad(lambda pack: renamed(pack, b"/bagit.txt", b"/bag\x00t.txt"), NAME),
    "a device": Bad(with_entry("{folder}/con.txt"), NAME),
    "a device in capitals": Bad(with_entry("{folder}/LPT1"), NAME),
    "a name with a space": Bad(with_entry("{folder}/run me.bat"), NAME),
    "a name that turns its own reading": Bad(with_entry("{folder}/report\u202elmth.exe"), NAME),
    "letters that look alike": Bad(with_entry("{folder}/b\u0430git.txt"), NAME),
    "full-width letters": Bad(with_entry("{folder}/\uff42agit.txt"), NAME),
    "a hidden file": Bad(with_entry("{folder}/.hidden"), NAME),
    "case twins": Bad(with_entry("{folder}/BAGIT.txt"), TWICE),
    "the same file twice": Bad(
        lambda pack: renamed(pack, b"/data/published/themes.csv", b"/data/published/stages.csv"), TWICE),
    "a symbolic link": Bad(with_entry(external_attr=0o120777 << 16), "It is a link or a device, not a file."),
    "a named pipe": Bad(with_entry(external_attr=0o010644 << 16), "It is a link or a device, not a file."),
    "a password": Bad(both_bytes(6, 8, 1), "It is locked with a password; packs are not."),
    "two folders": Bad(with_entry("other/x"), "A pack holds one folder, and this holds more."),
    "no folder": Bad(without_folder, "A pack holds one folder, and this holds more."),
    "zipped again with folders as entries": Bad(with_entry("{folder}/", first=True), AGAIN),
    "zipped again by macOS, its folder": Bad(with_entry("__MACOSX/._bagit.txt"), AGAIN),
    "zipped again by macOS, its file": Bad(with_entry("{folder}/data/.DS_Store"), AGAIN),
    "zipped again by Windows": Bad(with_entry("{folder}/Thumbs.db"), AGAIN),
    "zipped again on another day": Bad(with_entry(date_time=(2026, 11, 22, 9, 0, 0)), AGAIN),
    "zipped again with sizes behind the files": Bad(both_bytes(6, 8, 8), AGAIN),
    "zipped again with more than names": Bad(with_entry(extra=b"UT\x05\x00\x01abcd"), AGAIN),
    "zipped again with comments": Bad(with_entry(comment=b"mine"), AGAIN),
    "not packed": Bad(other_packing(ZIP_STORED), "It is packed in a way that packs do not use."),
    "packed otherwise": Bad(other_packing(ZIP_BZIP2), "It is packed in a way that packs do not use."),
    "made by another system": Bad(listed_byte(5, 0), CHANGED),
    "made by another version": Bad(listed_byte(4, 63), CHANGED),
    "a mark of text in the directory": Bad(listed_byte(36, 1), CHANGED),
    "rights to run": Bad(listed_byte(40, 0xED), CHANGED),
    "a directory in another order": Bad(in_another_order, CHANGED),
    "a name marked as UTF-8 in the directory alone": Bad(listed_byte(9, 8), CHANGED),
    "another version in front of a file": Bad(own_byte(4, 10), HEADERS),
    "another time in front of a file": Bad(own_byte(10, 1), HEADERS),
    "another size in front of a file": Bad(own_byte(22, 1), HEADERS),
    "another name in front of a file": Bad(own_byte(31, 0x58), HEADERS),
    "no header in front of a file": Bad(lambda pack: pack.replace(OWN, b"XX\x03\x04").replace(b"XX", b"PK", 1),
        "It is not where the directory says."),
    "overlapping files": Bad(pointing_at_the_first, "It overlaps another file, or something is hidden behind it."),
    "a lie about a size": Bad(lambda pack: size_claimed(pack, 5), DAMAGED),
    "more bytes than any pack": Bad(lambda pack: size_claimed(pack, 300_000_000), "holds more than 200000000 bytes."),
    "too many files": Bad(with_entry(*(f"{{folder}}/{number}" for number in range(2_001))), MORE_FILES),
}  # fmt: skip


def moved_down(pack: bytes, front: bytes) -> bytes:
    """Return the pack behind other bytes, all its places made to fit."""
    changed, place = bytearray(front + pack), len(front)
    while (place := changed.find(LISTED, place + 4)) > 0:
        (offset,) = struct.unpack_from("<L", changed, place + 42)
        struct.pack_into("<L", changed, place + 42, offset + len(front))
    changed[-6:-2] = struct.pack("<L", struct.unpack("<L", pack[-6:-2])[0] + len(front))
    return bytes(changed)


@each_of(BAD)
def test_a_bad_zip_is_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


def test_any_single_byte_of_the_headers_counts(good_pack: bytes, tmp_path):
    """What carries no content may carry no message either: no byte of the directory can be changed."""
    directory = good_pack.index(LISTED)
    places = [*range(30), *range(directory, directory + 46), *range(len(good_pack) - 22, len(good_pack))]

    for place in places:
        changed = bytearray(good_pack)
        changed[place] ^= 0x10
        assert_refused(bytes(changed), "", tmp_path)


def test_what_went_through_an_editor_of_zips_is_told_from_the_original(good_pack: bytes, tmp_path):
    folder, files = taken_apart(good_pack)
    by_hand: Files = dict(sorted(files.items()))

    assert put_together(folder, files) == good_pack
    assert_refused(
        zipped({f"{folder}/{path}": content for path, content in by_hand.items()}, create_system=0), "", tmp_path
    )
