"""CSV files that no spreadsheet runs, and that give back every character."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.document.csv_file import csv_bytes, guarded, unguarded


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 7700",
        "-5",
        "@here",
        "\tx",
        "\rx",
        " =1",
        "  @x",
        "|cmd",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'quoted",
        "\n=1",
    ],
)
def test_what_could_start_a_formula_gets_one_apostrophe(text):
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "hello", "1-2", "a=b", "…", "é"])
def test_other_text_stays_as_it_is(text):
    assert guarded(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_guarded_text_comes_back_exactly(text):
    assert unguarded(guarded(text)) == text


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_a_written_row_is_read_back_to_the_letter(cells):
    headings = [str(place) for place in range(len(cells))]

    written = csv_bytes(headings, [[*map(guarded, cells)]]).decode("utf-8-sig")

    rows = [*csv.reader(io.StringIO(written, newline=""), strict=True)]
    assert [*map(unguarded, rows[1])] == cells


def test_a_file_opens_well_in_a_spreadsheet():
    assert csv_bytes(["name"], [["Siân"]]) == b"\xef\xbb\xbfname\r\nSi\xc3\xa2n\r\n"
