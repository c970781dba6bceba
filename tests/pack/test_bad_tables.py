"""Tables that are not what the schema says: refused with file, line and column, whatever the pack's own schema says."""

from __future__ import annotations

import csv

import pytest

from facilitator.pack import layout
from facilitator.pack.schema import TABLES, Column, Kind, Table
from tests.pack.rebagging import Files, bagged_again, table_bytes, table_rows
from tests.pack.refusing import Bad, Damage, Rows, all_of, assert_refused, cells, content, each_of, rows

EVENT, STAGES, QUESTIONS, OPTIONS, RESULTS, NOTES = map(
    layout.table_path, ("event", "stages", "questions", "options", "results", "notes")
)
LOUD = "is not written as rows of a pack are."

GOOD_CELLS = {
    Kind.KEY: "x", Kind.ID: "0" * 32, Kind.NAME: "x", Kind.TEXT: "x", Kind.WHOLE: "1", Kind.DAY: "2026-11-20",
    Kind.FLAG: "false", Kind.HASH: "0" * 64, Kind.COUNT: "1", Kind.WORDING: "x",
}  # fmt: skip
BAD_CELLS = {
    Kind.KEY: ("Big Key", "“Big Key” is not a key."),
    Kind.ID: ("xyz", "“xyz” is not an id."),
    Kind.NAME: ("go\u202eals", "The name holds a character that cannot be seen."),
    Kind.TEXT: ("x" * 20_001, "A cell has more than 20000 characters."),
    Kind.WHOLE: ("-1", "“-1” is not a whole number of 0 or more."),
    Kind.COUNT: ("-1", "“-1” is neither a whole number of 0 or more nor c."),
    Kind.WORDING: ("x" * 20_001, "A cell has more than 20000 characters."),
    Kind.DAY: ("2026-02-30", "“2026-02-30” is not a date."),
    Kind.FLAG: ("yes", "“yes” is neither true nor false."),
    Kind.HASH: ("00", "“00” is not a SHA-256."),
    Kind.CHOICE: ("perhaps", "“perhaps” is none of: "),
}

LARGE = "“1000000000000” is larger than any number in a pack."

EVERY_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
EVERY_COLUMN = pytest.mark.parametrize(
    ("table", "column"),
    [pytest.param(table, column, id=f"{table.name}, {column.name}") for table in TABLES for column in table.columns],
)


def path_of(table: Table) -> str:
    return layout.table_path(table.name)


def good_cell(column: Column) -> str:
    return column.choices[0] if column.kind is Kind.CHOICE else GOOD_CELLS[column.kind]


def with_cell(table: Table, column: Column, cell: str) -> Damage:
    """Return the damage to one cell of the first row; where a table has no row, it gets one."""

    def change(files: Files) -> None:
        found = table_rows(files, table.name)
        if len(found) == 1:
            found.append([good_cell(one) for one in table.columns])
        found[1][table.place(column.name)] = cell
        files[path_of(table)] = table_bytes(found)

    return lambda pack: bagged_again(pack, change)


def headings(table: Table, *names: str) -> Damage:
    def change(files: Files) -> None:
        files[path_of(table)] = table_bytes([[*names], *table_rows(files, table.name)[1:]])

    return lambda pack: bagged_again(pack, change)


@EVERY_COLUMN
def test_a_cell_that_is_not_of_its_columns_kind_is_refused(good_pack: bytes, tmp_path, table: Table, column: Column):
    cell, sentence = BAD_CELLS[column.kind]

    bad = with_cell(table, column, cell)(good_pack)

    assert_refused(bad, f"{path_of(table)}, line 2, {column.name}: {sentence}", tmp_path)


@EVERY_COLUMN
def test_an_empty_cell_is_refused_where_the_column_needs_one(good_pack: bytes, tmp_path, table: Table, column: Column):
    if not column.required:
        return

    bad = with_cell(table, column, "")(good_pack)

    assert_refused(bad, f"{path_of(table)}, line 2, {column.name}: The cell is empty.", tmp_path)


@EVERY_TABLE
def test_other_columns_are_refused(good_pack: bytes, tmp_path, table: Table):
    first, *others = table.headings
    sentence = f"{path_of(table)}, line 1: The columns are not these: {', '.join(table.headings)}."

    for names in ([*others], [*others, first], [*table.headings, "more"], [first.upper(), *others], ["", *others]):
        assert_refused(headings(table, *names)(good_pack), sentence, tmp_path)


@EVERY_TABLE
def test_a_row_of_another_length_is_refused(good_pack: bytes, tmp_path, table: Table):
    def longer(text: bytes) -> bytes:
        return text + b"," * len(table.headings) + b"\r\n"

    sentence = f"It has {len(table.headings) + 1} cells and should have {len(table.headings)}."

    assert_refused(content(path_of(table), longer)(good_pack), sentence, tmp_path)


@EVERY_TABLE
def test_a_table_that_another_program_wrote_is_refused(good_pack: bytes, tmp_path, table: Table):
    path = path_of(table)

    for change, sentence in (
        (lambda text: text[3:], f"{path}, line 1: It does not begin with a byte order mark."),
        (lambda text: b"", f"{path}, line 1: It does not begin with a byte order mark."),
        (lambda text: text[:3], f"{path}, line 1: It has no headings."),
        (lambda text: text.replace(b"\r\n", b"\n"), f"{path}, line 1: This row {LOUD}"),
        (lambda text: text.replace(b",", b";"), f"{path}, line 1: "),
        (lambda text: text.decode().encode("utf-16"), f"{path}, line 1: It is not in UTF-8."),
        (lambda text: text + b"\xff", "It is not in UTF-8."),
        (lambda text: text + b'"', "This row is not written as CSV."),
        (lambda text: text + b"\r\n", "It has 0 cells"),
        (lambda text: text.removesuffix(b"\r\n"), LOUD),
        (lambda text: text[:3] + b'"' + text[3:].replace(b",", b'",', 1), f"{path}, line 1: This row {LOUD}"),
    ):
        assert_refused(content(path, change)(good_pack), sentence, tmp_path)


@pytest.mark.parametrize("table", [table for table in TABLES if table.references], ids=lambda table: table.name)
def test_a_row_that_names_none_of_another_table_is_refused(good_pack: bytes, tmp_path, table: Table):
    for reference in table.references:
        of_reference = [table.columns[table.place(name)] for name in reference.columns]
        column = next(one for one in of_reference if one.kind is not Kind.CHOICE)
        orphan = "f" * 32 if column.kind is Kind.ID else "nowhere"

        bad = with_cell(table, column, orphan)(good_pack)

        assert_refused(bad, f"{path_of(table)}, line ", tmp_path)
        assert_refused(bad, f"is not in {reference.table}.csv.", tmp_path)


@pytest.mark.parametrize("table", [table for table in TABLES if table.name != "event"], ids=lambda table: table.name)
def test_a_key_that_stands_there_twice_is_refused(good_pack: bytes, tmp_path, table: Table):
    def change(files: Files) -> None:
        found = table_rows(files, table.name)
        row = found[1] if len(found) > 1 else [good_cell(one) for one in table.columns]
        files[path_of(table)] = table_bytes([*found[:1], row, *found[1:], row])

    assert_refused(bagged_again(good_pack, change), "stands here a second time.", tmp_path)


def twice(found: Rows) -> None:
    found.append(found[0] | {"event": "0" * 32})


def first_away(found: Rows) -> None:
    del found[0]


BAD = {
    "two events": Bad(rows("event", twice), f"{EVENT}: A pack is of one event, and this names 2."),
    "no event": Bad(rows("event", first_away), f"{EVENT}: A pack is of one event, and this names 0."),
    "a meeting of another event": Bad(cells("meeting", event="f" * 32),
        "data/published/meeting.csv, line 2, event: It is of another event than data/published/event.csv."),
    "a later table without rows": Bad(rows("partners", first_away),
        "data/published/partners.csv: It has no rows, and is in a pack only where it has some."),
    "an event still to come": Bad(lambda pack: still_to_come(pack),
        f"{EVENT}, line 2, held_on: The event is still to come: 2026-11-22 is after today, 2026-11-21."),
    "a day in another spelling": Bad(cells("event", held_on="20261120"),
        f"{EVENT}, line 2, held_on: “20261120” is not a"),
    "a count in words": Bad(cells("results", count="many"), f"{RESULTS}, line 2, count: “many” is not a whole number"),
    "a count with a point": Bad(cells("results", count="62.0"),
        f"{RESULTS}, line 2, count: “62.0” is not a whole number"),
    "a count in other digits": Bad(cells("results", count="٦٢"),
        f"{RESULTS}, line 2, count: “٦٢” is not a whole number"),
    "a count that begins with nought": Bad(cells("results", count="062"), f"{RESULTS}, line 2, count: “062” is not"),
    "a count without end": Bad(cells("results", count="9" * 5_000), f"{RESULTS}, line 2, count: “9999"),
    "a withheld count in the results": Bad(cells("results", count="c"), f"{RESULTS}, line 2, count: “c” is not"),
    "a line break in a title": Bad(cells("event", title="Living\nwell"), f"{EVENT}, line 2, title: The name holds"),
    "a byte order mark in a key": Bad(cells("stages", stage="\ufeffgoals"), f"{STAGES}, line 2, stage: "),
    "letters that look alike in a key": Bad(cells("stages", stage="g\u043eals"), f"{STAGES}, line 2, stage: "),
    "NUL in a text": Bad(cells("notes", text="More\0buses"),
        f"{NOTES}, line 2, text: The cell holds a NUL, at which other programs cut a text short."),
    "a live formula": Bad(cells("notes", text="=1+1"),
        f"{NOTES}, line 2, text: The cell begins like a formula and is not guarded."),
    "a live formula behind a space": Bad(cells("notes", text=" @SUM(1)"),
        f"{NOTES}, line 2, text: The cell begins like"),
    "a live formula in a title": Bad(cells("event", title="=HYPERLINK(1)"), f"{EVENT}, line 2, title: The cell begins"),
    "a guard without need": Bad(cells("notes", text="'More buses"), f"{NOTES}, line 2, text: The cell begins like"),
    "other words than the hash": Bad(cells("questions", text="Care and wealth"),
        f"{QUESTIONS}, line 2, text_hash: The text is not the one its hash was made of."),
    "another hash than the words": Bad(cells("options", text_hash="0" * 64),
        f"{OPTIONS}, line 2, text_hash: The text is not the one its hash was made of."),
    "a result beside another question": Bad(cells("results", question_text="Care and wealth"),
        f"{RESULTS}, line 2, question_text: It is not the wording in {QUESTIONS}."),
    "a result beside another answer": Bad(cells("results", option_text="Disagree"),
        f"{RESULTS}, line 2, option_text: It is not the wording in {OPTIONS}."),
    "stages in another order": Bad(rows("stages", list.reverse),
        f"{STAGES}, line 2, position: 3 stands where 1 is next."),
    "a gap in the order of options": Bad(rows("options", lambda found: found.pop(7)),
        f"{OPTIONS}, line 9, position: 3 stands where 2 is next."),
    "a gap in the changes": Bad(rows("changes", first_away), "changes.csv, line 2, change: 2 stands where 1 is next."),
    "a very long row": Bad(content(NOTES, lambda text: text + b"x" * 2_000_000),
        f"{NOTES}, line 5: A row does not end."),
    "a very long cell": Bad(cells("notes", text="x" * 1_000_000), f"{NOTES}, line 2: A row does not end."),
    "a long cell": Bad(cells("notes", text="x" * 200_000), f"{NOTES}, line 2: A cell has more than 20000 characters."),
    "a cell over many lines": Bad(all_of(cells("notes", text="x\n" * 9), cells("notes", row=2, kind="perhaps")),
        f"{NOTES}, line 12, kind: “perhaps” is none of: "),
}  # fmt: skip


def still_to_come(pack: bytes) -> bytes:
    """Return the pack of the same event held two days later, as every part of it says."""

    def change(files: Files) -> None:
        for path, text in files.items():
            files[path] = text.replace(b"2026-11-20", b"2026-11-22")

    return bagged_again(pack, change)


@each_of(BAD)
def test_a_bad_table_is_refused_with_a_sentence(good_pack: bytes, tmp_path, bad: Bad):
    assert_refused(bad.damage(good_pack), bad.sentence, tmp_path)


@pytest.mark.parametrize("length", [30_000, 500_000])
def test_an_oversize_cell_is_refused_whatever_limit_another_library_set(good_pack: bytes, tmp_path, length: int):
    before = csv.field_size_limit(2**31 - 2)
    try:
        assert_refused(cells("notes", text="x" * length)(good_pack), "has more than 20000 characters", tmp_path)
    finally:
        csv.field_size_limit(before)


def test_a_number_larger_than_any_is_called_that(good_pack: bytes, tmp_path):
    assert_refused(cells("event", attended="1000000000000")(good_pack), LARGE, tmp_path)
