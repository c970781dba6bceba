"""Packs of earlier programs stay readable: a frozen sample of every format there was (pack.md section 5)."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from facilitator.pack.checking import check_pack
from facilitator.pack.schema import TABLES

SAMPLES = Path(__file__).parent / "samples"
FORMAT_1 = SAMPLES / "living-well-in-riverside-2026-11-20-r1.eventpack.zip"
FROZEN = {FORMAT_1: "bafcf0beff5cc1452af4f429a8e4e9a6bfcc22c4d371cba90efc95eeeaf0bd9a"}


@pytest.fixture
def cells():
    with zipfile.ZipFile(FORMAT_1) as zip_file:
        files = {name.rpartition("/")[2]: zip_file.read(name) for name in zip_file.namelist()}

    def read(table):
        return [*csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8-sig")))]

    return read


@pytest.mark.parametrize("sample", FROZEN, ids=lambda path: path.name)
def test_nobody_has_touched_a_frozen_sample(sample):
    assert hashlib.sha256(sample.read_bytes()).hexdigest() == FROZEN[sample]


def test_the_sample_of_format_1_is_read_and_says_what_it_said():
    summary = check_pack(FORMAT_1, today=date(2030, 1, 1))

    assert (summary.title, summary.held_on, summary.place) == ("Living well in Riverside", "2026-11-20", "Village hall")
    assert (summary.revision, summary.rehearsal, summary.questions, summary.notes) == (1, False, 3, 3)


def test_the_figures_of_the_sample_are_those_of_the_day(cells):
    s1 = {
        row["option"]: (row["count"], row["base"], row["percent"])
        for row in cells("results")
        if row["question"] == "s1"
    }
    age = {row["answer"]: row["count"] for row in cells("form_answers") if row["form_question"] == "age"}

    assert s1 == {"agree": ("62", "79", "78%"), "unsure": ("10", "79", "13%"), "disagree": ("7", "79", "9%")}
    assert (age["25-34"], age["45-54"]) == ("12", "c")


def test_the_sample_has_a_row_in_every_table_that_format_1_fills(cells):
    empty = {table.name for table in TABLES if not table.only_with_rows and not cells(table.name)}

    assert empty == {"responses", "themes"}
