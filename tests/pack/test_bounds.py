"""What a hostile pack may cost: memory is bounded whatever it claims, because all of it is read piece by piece."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.errors import PackDamaged
from facilitator.pack import layout
from facilitator.pack.checking import check_pack
from facilitator.pack.table_checking import MOST_ROWS
from facilitator.words.translator import Translator
from tests.pack.rebagging import Files, bagged_again, put_together, size_claimed, table_bytes, table_rows, taken_apart
from tests.pack.refusing import Damage, added, content
from tests.pack.test_bad_zips import with_first_packed

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Costly:
    """A pack made to cost much: what was done to a good one, what is said of it, and the most it may cost."""

    damage: Damage
    sentence: str
    most_megabytes: int


def zeros(size: int) -> bytes:
    packing, pieces = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS), []
    for _ in range(size // MEGABYTE):
        pieces.append(packing.compress(bytes(MEGABYTE)))
    return b"".join([*pieces, packing.flush()])


def many_files(count: int) -> Damage:
    def damage(pack: bytes) -> bytes:
        folder, files = taken_apart(pack)
        return put_together(folder, files | {f"data/{number}": b"" for number in range(count)})

    return damage


def notes(text: bytes) -> Damage:
    """Return the damage that adds this to the notes."""
    return content(layout.table_path("notes"), lambda old: old + text)


def note_rows(count: int) -> Damage:
    """Return the damage that adds so many notes, each like the last but for its id."""

    def change(files: Files) -> None:
        headings, *found = table_rows(files, "notes")
        rows = (["", *found[-1][1:]] for _ in range(count))
        numbered = [[f"{number:032x}", *row[1:]] for number, row in enumerate(rows)]
        files[layout.table_path("notes")] = table_bytes([headings, *numbered])

    return lambda pack: bagged_again(pack, change)


COSTLY = {
    "300 MB of zeros that say so": Costly(
        lambda pack: size_claimed(with_first_packed(pack, zeros(300 * MEGABYTE)), 300 * MEGABYTE),
        "This pack says it holds more than 200000000 bytes.", 2),
    "150 MB of zeros that say they are few": Costly(
        lambda pack: with_first_packed(pack, zeros(150 * MEGABYTE)), "bagit.txt: Its bytes were damaged", 2),
    "150 MB of zeros in a tag file": Costly(
        lambda pack: size_claimed(with_first_packed(pack, zeros(150 * MEGABYTE)), 150 * MEGABYTE),
        "bagit.txt: It is too large for what it is.", 2),
    "150 MB of zeros in the report": Costly(
        added(layout.REPORT, bytes(150 * MEGABYTE)), "report.html: It was changed after the pack was made.", 3),
    "bag-info of two million lines": Costly(
        added(layout.BAG_INFO, b"A: b\n" * 2_000_000), "bag-info.txt: It is too large for what it is.", 2),
    "bag-info of as many lines as it may have": Costly(
        added(layout.BAG_INFO, b"".join(b"%x: b\n" % number for number in range(110_000))),
        "bag-info.txt: It does not say that this is an event pack.", 60),
    "10,000 files": Costly(many_files(10_000), "This pack says it holds more than 2000 files.", 2),
    "2,000 files": Costly(many_files(1_900), "data/0: This file does not belong in a pack.", 8),
    "a cell of 1 MB": Costly(notes(b'"' + b"x" * MEGABYTE + b'"\r\n'), "A row does not end.", 12),
    "a line of 30 MB without an end": Costly(notes(b"x" * 30 * MEGABYTE), "A row does not end.", 12),
    "a quote that is never closed, over 30 MB of lines": Costly(
        notes(b'"' + b"x\r\n" * 10 * MEGABYTE), "A cell has more than 20000 characters.", 40),
    "a row of a million cells": Costly(notes(b"," * 990_000 + b"\r\n"), "It has 990001 cells", 40),
    "an event of 30 MB of empty lines": Costly(notes(b"\r\n" * 15 * MEGABYTE), "It has 0 cells", 3),
    "JSON nested 100,000 deep": Costly(
        content(layout.DATA_PACKAGE, lambda _: b"[" * 100_000 + b"]" * 100_000), "It is nested too deeply.", 10),
    "JSON of 330,000 members": Costly(
        content(layout.DATA_PACKAGE, lambda _: b"[" + b"{}," * 330_000 + b"{}]"), "It is not the data package", 50),
}  # fmt: skip


def peak_megabytes(work: Callable[[], object]) -> float:
    """Return how much memory `work` had at most, beyond what there was before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / MEGABYTE
    finally:
        tracemalloc.stop()


def refusal(path: Path) -> str:
    """Return what is said of the pack."""
    with pytest.raises(PackDamaged) as refused:
        check_pack(path)
    return Translator()(refused.value.message)


@pytest.mark.parametrize("costly", COSTLY.values(), ids=COSTLY.keys())
def test_a_hostile_pack_costs_little_memory(good_pack: bytes, tmp_path: Path, costly: Costly):
    path = tmp_path / "hostile.eventpack.zip"
    path.write_bytes(costly.damage(good_pack))
    said: list[str] = []

    cost = peak_megabytes(lambda: said.append(refusal(path)))

    assert costly.sentence in said[0]
    assert cost < costly.most_megabytes


def test_more_rows_than_any_pack_has_are_refused_in_time(good_pack: bytes, tmp_path: Path, monkeypatch):
    """A tenth of what is allowed, so that the test does not take long."""
    most = MOST_ROWS // 10
    monkeypatch.setattr("facilitator.pack.table_checking.MOST_ROWS", most)
    path = tmp_path / "long.eventpack.zip"
    path.write_bytes(note_rows(2 * most)(good_pack))
    said: list[str] = []

    cost = peak_megabytes(lambda: said.append(refusal(path)))

    assert f"A pack has at most {most} rows, and here it has more." in said[0]
    assert cost < 25


def test_a_good_pack_costs_little_memory_whatever_its_size(good_pack: bytes, tmp_path: Path):
    path = tmp_path / "large.eventpack.zip"
    large = content(layout.REPORT, lambda text: text + (b"<p>" + b"x" * 10_000 + b"</p>\n") * 4_000)(good_pack)
    path.write_bytes(large)

    assert peak_megabytes(lambda: check_pack(path)) < 4


def test_a_pack_larger_than_any_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "huge.eventpack.zip"
    with path.open("wb") as file:
        file.truncate(layout.MOST_BYTES + 1)

    with pytest.raises(PackDamaged, match="far larger than any pack"):
        check_pack(path)
