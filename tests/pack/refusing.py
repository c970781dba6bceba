"""What bad packs have in common: each is a good one with one change, and is refused with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from facilitator.errors import PackDamaged
from facilitator.pack.checking import check_pack
from facilitator.words.translator import Translator
from tests.pack.rebagging import Files, bagged_again, table_bytes, table_rows, tags_listed_again, with_files

Damage = Callable[[bytes], bytes]
Rows = list[dict[str, str]]

THE_DAY_AFTER = date(2026, 11, 21)


@dataclass(frozen=True)
class Bad:
    """A bad pack: what was done to a good one, and the sentence that must be said of it, or how it begins."""

    damage: Damage
    sentence: str


def each_of(bad: dict[str, Bad]) -> pytest.MarkDecorator:
    """Return the parametrization over bad packs, named by what is wrong with them."""
    return pytest.mark.parametrize("bad", bad.values(), ids=bad.keys())


def assert_refused(pack: bytes, sentence: str, folder: Path) -> None:
    """Assert that the pack is refused with this sentence and with advice, and that nothing of it is unpacked."""
    path = folder / "bad.eventpack.zip"
    path.write_bytes(pack)
    before = sorted(folder.rglob("*"))
    words = Translator()

    with pytest.raises(PackDamaged) as refused:
        check_pack(path, today=THE_DAY_AFTER)

    said = words(refused.value.message)
    assert sentence in said, said
    assert words(refused.value.advice).endswith(".")
    assert sorted(folder.rglob("*")) == before


def added(path: str, content: bytes = b"x") -> Damage:
    """Return the damage that puts a file there, listed nowhere."""
    return lambda pack: with_files(pack, lambda files: files.update({path: content}))


def removed(path: str) -> Damage:
    """Return the damage that takes a file away and leaves it listed."""
    return lambda pack: with_files(pack, lambda files: files.pop(path))


def listed(path: str, content: bytes = b"x") -> Damage:
    """Return the damage that puts a file there, and into every list."""
    return lambda pack: bagged_again(pack, lambda files: files.update({path: content}))


def tag(path: str, old: bytes, new: bytes) -> Damage:
    """Return the damage to one place of a tag file; the tag manifest fits."""

    def change(files: Files) -> None:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)

    return lambda pack: tags_listed_again(pack, change)


def content(path: str, change: Callable[[bytes], bytes]) -> Damage:
    """Return the damage to the bytes of a payload file; every hash fits."""
    return lambda pack: bagged_again(pack, lambda files: files.update({path: change(files[path])}))


def rows(table: str, change: Callable[[Rows], None]) -> Damage:
    """Return the damage to the rows of a table, each by column; every hash fits."""

    def rewritten(files: Files) -> None:
        headings, *found = table_rows(files, table)
        changed = [dict(zip(headings, row, strict=True)) for row in found]
        change(changed)
        path = f"data/published/{table}.csv"
        files[path] = table_bytes([headings, *([row[name] for name in headings] for row in changed)])

    return lambda pack: bagged_again(pack, rewritten)


def cells(table: str, row: int = 1, **changed: str) -> Damage:
    """Return the damage to cells of one row, counted from 1; their columns must be there."""

    def change(found: Rows) -> None:
        assert found[row - 1].keys() >= changed.keys()
        found[row - 1] |= changed

    return rows(table, change)


def all_of(*damages: Damage) -> Damage:
    """Return the damage of several."""

    def damage(pack: bytes) -> bytes:
        for one in damages:
            pack = one(pack)
        return pack

    return damage
