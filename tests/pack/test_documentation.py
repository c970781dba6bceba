"""docs/pack.md owns the format: it tells every table and column that there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.pack import layout
from facilitator.pack.schema import TABLES, Table

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "pack.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_told_with_its_meaning_and_choices(table: Table):
    part = PAGE.partition(f"### published/{table.name}.csv")[2].partition("###")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]

    assert [line.split("`")[1] for line in lines] == [*table.headings]
    for line, column in zip(lines, table.columns, strict=True):
        assert column.meaning in line
        assert ("required" in line) == column.required
        assert all(f"`{choice}`" in line for choice in column.choices)


def test_the_limits_are_told():
    assert all(f"{limit:,}" in PAGE for limit in (layout.MOST_BYTES, layout.MOST_FILES, layout.LONGEST_CELL))
    assert all(tag in PAGE for tag in (*layout.TAGS, layout.FORMAT))
