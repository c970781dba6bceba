"""Packs that are not what they say: each is refused with a sentence, and none of them stops the program."""

from __future__ import annotations

import contextlib
import csv
import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import PackDamaged
from facilitator.pack import layout
from facilitator.pack.checking import check_pack
from facilitator.pack.writing import write_pack
from tests.pack.rebagging import (
    Files,
    bagged_again,
    cell_changed,
    line_repeated,
    overlapping,
    put_together,
    renamed,
    size_claimed,
    taken_apart,
    with_files,
    zipped,
)
from tests.report.event_records import let_through

Damage = Callable[[bytes], bytes]


def added(path: str, content: bytes = b"x") -> Damage:
    def damage(pack: bytes) -> bytes:
        return with_files(pack, lambda files: files.update({path: content}))

    return damage


def removed(path: str) -> Damage:
    return lambda pack: with_files(pack, lambda files: files.pop(path))


def listed(path: str, content: bytes = b"x") -> Damage:
    return lambda pack: bagged_again(pack, lambda files: files.update({path: content}))


def cell(table: str, old: str, new: str) -> Damage:
    return lambda pack: bagged_again(pack, cell_changed(table, old, new))


def tag(path: str, old: bytes, new: bytes) -> Damage:
    def change(files: Files) -> None:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)

    return lambda pack: bagged_again(pack, change)


def payload(path: str, change: Callable[[bytes], bytes]) -> Damage:
    return lambda pack: bagged_again(pack, lambda files: files.update({path: change(files[path])}))


def in_zip(change: Callable[[str, Files], dict[str, bytes]], **attributes: int) -> Damage:
    return lambda pack: zipped(change(*taken_apart(pack)), **attributes)


def whole(folder: str, files: Files) -> dict[str, bytes]:
    return {f"{folder}/{path}": content for path, content in files.items()}


def a_flipped_byte(pack: bytes) -> bytes:
    changed = bytearray(pack)
    changed[len(pack) // 2] ^= 0x20
    return bytes(changed)


def broken_json(text: bytes) -> Damage:
    return payload(layout.DATA_PACKAGE, lambda _: text)


def other_package(**values: object) -> Damage:
    return payload(layout.DATA_PACKAGE, lambda text: json.dumps(json.loads(text) | values).encode())


RESULTS, NOTES, EVENT = (layout.table_path(name) for name in ("results", "notes", "event"))

BAD = {
    "no zip": (lambda _: b"hello", "no ZIP file"),
    "empty file": (lambda _: b"", "no ZIP file"),
    "cut short": (lambda pack: pack[:-200], "cut short"),
    "empty zip": (lambda _: zipped({}), "is empty"),
    "program in front": (lambda pack: b"MZ" + pack, "in front of this ZIP"),
    "data behind": (lambda pack: pack + b"\n<script>", "behind this ZIP"),
    "zip comment": (lambda pack: pack[:-2] + b"\x02\x00hi", "behind this ZIP"),
    "parent folder": (in_zip(lambda folder, files: whole(folder, files) | {f"{folder}/../x": b""}), "this name"),
    "absolute path": (in_zip(lambda folder, files: whole(folder, files) | {"/etc/x": b""}), "this name"),
    "backslash": (in_zip(lambda folder, files: whole(folder, files) | {f"{folder}\\x": b""}), "this name"),
    "NUL in a name": (lambda pack: renamed(pack, b"/bagit.txt", b"/bag\x00t.txt"), "this name"),
    "device name": (in_zip(lambda folder, files: whole(folder, files) | {f"{folder}/con.txt": b""}), "this name"),
    "letters that look alike": (in_zip(lambda folder, files: whole(folder, files) | {f"{folder}/bаgit.txt": b""}), ""),
    "case twins": (in_zip(lambda folder, files: whole(folder, files) | {f"{folder}/BAGIT.txt": b""}), "in capitals"),
    "the same file twice": (lambda pack: renamed(pack, b"/data/published/themes.csv", b"/data/published/stages.csv"),
        "in the pack twice"),
    "symbolic link": (in_zip(whole, external_attr=0o120777 << 16), "a link or a device"),
    "password": (lambda pack: pack.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"),
        "locked with a password"),
    "two folders": (in_zip(lambda folder, files: whole(folder, files) | {"other/x": b""}), "one folder"),
    "no folder": (in_zip(lambda _, files: files), "one folder"),
    "folder entries": (in_zip(lambda folder, files: {f"{folder}/": b""} | whole(folder, files)), "zipped again"),
    "left by macOS": (in_zip(lambda folder, files: whole(folder, files) | {"__MACOSX/x": b""}), "zipped again"),
    "too many files": (in_zip(lambda folder, files: {f"{folder}/{n}": b"" for n in range(2100)}), "2000 files"),
    "more bytes than any pack": (lambda pack: size_claimed(pack, 300_000_000), "200000000 bytes"),
    "a lie about a size": (lambda pack: size_claimed(pack, 5), "bagit.txt"),
    "overlapping entries": (overlapping, ""),
    "a flipped byte": (a_flipped_byte, ""),
    "fetch.txt": (added("fetch.txt"), "fetch.txt: This file does not belong"),
    "a stray program": (added("run-me.bat"), "run-me.bat: This file does not belong"),
    "an unlisted file": (added("data/more.csv"), "data/more.csv: This file does not belong"),
    "a zip in the pack": (listed("data/more.zip"), "data/more.zip: This file does not belong"),
    "no manifest": (removed(layout.MANIFEST), "manifest-sha512.txt: This file is missing"),
    "no bag-info": (removed(layout.BAG_INFO), "no event pack"),
    "a missing table": (lambda pack: bagged_again(pack, lambda files: files.pop(RESULTS)), "This file is missing"),
    "a changed report": (added(layout.REPORT, b"<script>"), "report.html: It was changed"),
    "a changed tag file": (added(layout.BAG_INFO, b"Eventpack-Format: eventpack/1\n"), "A line is missing"),
    "a manifest with a hole": (lambda pack: with_files(pack, lambda files: files.update(
        {layout.TAG_MANIFEST: files[layout.TAG_MANIFEST].split(b"\n", 1)[1]})), "does not list bag"),
    "another bag version": (tag(layout.BAGIT, b"BagIt-Version: 1.0", b"BagIt-Version : 1.0"), "BagIt 1.0"),
    "a newer format": (tag(layout.BAG_INFO, b"eventpack/1", b"eventpack/2"), "Ask for an update"),
    "no format": (tag(layout.BAG_INFO, b"Eventpack-Format: eventpack/1\n", b""), "that this is an event pack"),
    "another event in bag-info": (tag(layout.BAG_INFO, b"Identifier: ", b"Identifier: 0"), "another event"),
    "another revision in bag-info": (tag(layout.BAG_INFO, b"Revision: 1", b"Revision: 2"), "another event or rev"),
    "another day in bag-info": (tag(layout.BAG_INFO, b"2026-11-20", b"2026-11-21"), "another event, day"),
    "a line more in bag-info": (tag(layout.BAG_INFO, b"Bagging", b"Colour: red\nBagging"), "does not belong here"),
    "package of another event": (other_package(id="0" * 32), "another event or revision"),
    "package without files": (other_package(resources=[]), "not the files of the pack"),
    "package of odd resources": (other_package(resources=[{"path": []}]), "not the files of the pack"),
    "package without format": (other_package(eventpack=None), "not the data package"),
    "package of another kind": (broken_json(b"[]"), "not the data package"),
    "broken JSON": (broken_json(b"{"), "no JSON"),
    "a JSON key twice": (broken_json(b'{"id": 1, "id": 2}'), "stands in it twice"),
    "deep JSON": (broken_json(b"[" * 100_000 + b"]" * 100_000), "nested too deeply"),
    "a column missing": (cell("results", ",rank", ""), "results.csv, line 1: The columns are not these"),
    "columns in another order": (cell("stages", "stage,position", "position,stage"), "line 1: The columns"),
    "a cell too many": (cell("results", "s1,agree", "s1,agree,x"), "results.csv, line 2: It has 8 cells"),
    "an empty line": (payload(NOTES, lambda text: text + b"\r\n"), "It has 0 cells"),
    "an open quote": (payload(NOTES, lambda text: text + b'"'), "not written as CSV"),
    "not UTF-8": (payload(NOTES, lambda text: text + b"\xff"), "not in UTF-8"),
    "no byte order mark": (payload(EVENT, lambda text: text[3:]), "byte order mark"),
    "an empty table": (payload(NOTES, lambda _: b""), "byte order mark"),
    "a very long cell": (cell("notes", "More buses", "More " * 4001), "more than 20000 characters"),
    "a row without end": (payload(NOTES, lambda text: text + b"x" * 2_000_000), "A row does not end"),
    "a count in words": (cell("results", ",62,", ",many,"), "results.csv, line 2, count: “many” is not a whole"),
    "a negative count": (cell("results", ",62,", ",-62,"), "not a whole number"),
    "a figure too long": (cell("results", ",62,", ",9999999999,"), "not a whole number"),
    "a bad date": (cell("event", "2026-11-20", "2026-13-20"), "is not a date"),
    "a flag in words": (cell("event", ",false,", ",no,"), "neither true nor false"),
    "an unknown method": (cell("questions", ",statement,", ",oracle,"), "“oracle” is none of"),
    "an option nobody knows": (cell("results", "s1,agree", "s1,perhaps"), "“s1 perhaps” is not in options.csv"),
    "an orphan option": (cell("options", "s1,agree", "s9,agree"), "“s9” is not in questions.csv"),
    "an orphan question": (cell("questions", "s3,goals", "s3,nowhere"), "“nowhere” is not in stages.csv"),
    "an orphan commitment": (payload(layout.table_path("commitments"), lambda text: text.replace(b"\n", b"\n0", 1)),
        "is not in notes.csv"),
    "the same note twice": (lambda pack: bagged_again(pack, line_repeated("notes", 1)), "a second time"),
    "two events": (cell("event", "\r\n", "\r\n" + "0" * 32 + ",1,false,T,2026-11-20,,,,en,p,1,P," + "0" * 64
        + ",full,,,,,false\r\n"), "names 2"),
    "no event": (payload(EVENT, lambda text: text.split(b"\r\n")[0] + b"\r\n"), "names 0"),
    "a hidden character in the title": (cell("event", "Living well in", "Living\u202e well in"), "cannot be seen"),
    "a hidden character in a key": (cell("stages", "goals", "go\u202eals"), "is not a key"),
    "a live formula": (cell("notes", "'=1+1", "=1+1"), "begins like a formula"),
    "a guard without need": (cell("notes", "More buses", "'More buses"), "begins like a formula"),
    "other words than the hash": (cell("questions", "Care and health", "Care and wealth"), "hash was made of"),
    "an empty title": (cell("event", "Living well in Riverside", ""), "event.csv, line 2, title: The cell is empty"),
    "a count above the base": (cell("results", "s1,agree,62", "s1,agree,80"), "More people chose it than voted"),
    "answers that do not add up": (cell("results", "s1,agree,62", "s1,agree,61"), "do not add up to the valid"),
    "more marks than people could make": (lambda pack: bagged_again(pack, lambda files: [
        cell_changed("results", f"areas,{old}", f"areas,{new}")(files)
        for old, new in (("a1,41", "a1,80"), ("a2,52", "a2,80"), ("a3,20", "a3,80"))]), "more marks"),
    "votes that do not add up": (cell("accounting", "s1,84,,79,79", "s1,84,,78,79"), "do not add up to the votes"),
    "more votes than people": (cell("accounting", "s1,84,", "s1,70,"), "More people voted than were present"),
    "more returned than issued": (cell("accounting", "s1,84,,79,79,0,0,0,", "s1,84,10,79,79,0,0,0,11"), "do not fit"),
    "another base": (cell("results", "s1,agree,62,,79", "s1,agree,62,,80"), "The base is not"),
    "another kind of base": (cell("results", "79,valid", "79,dots"), "not the figures of its method"),
    "dots where people are counted": (cell("results", "s1,agree,62,,", "s1,agree,62,62,"), "figures of its method"),
    "a result missing": (cell("results", "s1,disagree,7,,79,valid,\r\n", ""), "figures are missing"),
    "accounting missing": (cell("accounting", "s1,84,,79,79,0,0,0,,,,\r\n", ""), "figures are missing"),
    "figures of a result told in words": (cell("questions", ",closed,1,,figures,", ",closed,1,,words,"), "must not"),
    "more tables counted than there were": (cell("accounting", "s1,84,,79,79,0,0,0,,,,", "s1,84,,79,79,0,0,0,,,9,8"),
        "do not fit the tables there were"),
    "tables counted of nobody knows how many": (cell("accounting", "s1,84,,79,79,0,0,0,,,,",
        "s1,84,,79,79,0,0,0,,,9,"), "do not fit the tables there were"),
    "minutes of a step left out": (payload(layout.table_path("activities"), lambda text: re.sub(
        rb",([0-9]+),,,", rb",\1,5,No time,", text, count=1)), "left out took no time"),
    "a provisional result of nothing": (payload(layout.table_path("questions"), lambda text: re.sub(
        rb"(,ready,.*),false", rb"\1,true", text, count=1)), "never asked has no result"),
    "a strength nobody knows": (payload(NOTES, lambda text: text.replace(b",false,,false", b",false,87,false", 1)),
        "is none of: one, some, most, all"),
    "a main point of a note that is not there": (payload(layout.table_path("main_points"), lambda text: text
        + b"01" * 16 + b",1,Buses,false,yes," + b"02" * 16 + b"\r\n"), "is not in notes.csv"),
    "a rehearsal in bag-info alone": (payload(layout.BAG_INFO, lambda text: text + b"Eventpack-Rehearsal: true\n"),
        "do not agree on whether this is a rehearsal"),
    "a rehearsal in the package alone": (other_package(rehearsal=True), "do not agree on whether"),
    "a rehearsal in event.csv alone": (cell("event", ",false,", ",true,"), "do not agree on whether"),
    "an odd rehearsal": (payload(layout.BAG_INFO, lambda text: text + b"Eventpack-Rehearsal: perhaps\n"),
        "does not belong here"),
    "a closed question that tells nothing": (cell("questions", ",closed,1,,figures,", ",closed,1,,,"), "do not fit"),
}  # fmt: skip


@pytest.fixture
def pack(whole_event, tmp_path) -> bytes:
    return write_pack(let_through(whole_event), tmp_path).read_bytes()


@pytest.mark.parametrize(("damage", "sentence"), BAD.values(), ids=BAD.keys())
def test_a_bad_pack_is_refused_with_a_sentence(pack, tmp_path, damage, sentence):
    path = tmp_path / "bad.eventpack.zip"
    path.write_bytes(damage(pack))

    with pytest.raises(PackDamaged) as refused:
        check_pack(path)

    assert sentence in str(refused.value)
    assert str(refused.value.advice).endswith(".")


def test_a_pack_put_together_again_without_change_is_accepted(pack, tmp_path):
    path = tmp_path / "same.eventpack.zip"
    path.write_bytes(bagged_again(pack, lambda files: None))

    assert check_pack(path).notes == 3


def test_too_few_votes_may_not_stand_in_figures(event_with, tmp_path):
    pack = write_pack(let_through(event_with(agree=9, unsure=1, disagree=0)), tmp_path).read_bytes()

    def change(files: Files) -> None:
        cell_changed("results", "s1,agree,9,,10", "s1,agree,8,,9")(files)
        cell_changed("results", "s1,unsure,1,,10", "s1,unsure,1,,9")(files)
        cell_changed("results", "s1,disagree,0,,10", "s1,disagree,0,,9")(files)
        cell_changed("accounting", ",10,10,", ",9,9,")(files)

    path = tmp_path / "small.eventpack.zip"
    path.write_bytes(bagged_again(pack, change))
    with pytest.raises(PackDamaged, match="Too few people voted"):
        check_pack(path)


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(PackDamaged, match="cannot be read"):
        check_pack(tmp_path / "none.eventpack.zip")


def test_an_oversize_cell_is_refused_whatever_limit_another_library_set(pack, tmp_path):
    path = tmp_path / "bad.eventpack.zip"
    path.write_bytes(cell("notes", "More buses", "x" * 500_000)(pack))
    before = csv.field_size_limit(2**31 - 2)
    try:
        with pytest.raises(PackDamaged, match="more than 20000 characters"):
            check_pack(path)
    finally:
        csv.field_size_limit(before)


@given(places=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=4), value=st.integers(0, 255))
def test_a_pack_with_any_bytes_changed_is_refused_or_says_the_same(pack, tmp_path, places, value):
    path = tmp_path / "mutated.eventpack.zip"
    path.write_bytes(pack)
    summary = check_pack(path)
    changed = bytearray(pack)
    for place in places:
        changed[int(place * len(pack))] = value
    path.write_bytes(changed)

    with contextlib.suppress(PackDamaged):
        assert check_pack(path) == summary


def test_the_folder_may_have_another_name(pack, tmp_path):
    path = tmp_path / "renamed.eventpack.zip"
    path.write_bytes(put_together("copy", taken_apart(pack)[1]))

    assert check_pack(path).title == "Living well in Riverside"
