"""Tables: their places, how they are named in a sentence, and which of them lack a count."""

from __future__ import annotations

import pytest

from facilitator.core.tables import TablesNow, place_key, place_name, table_number, table_place, tables_have_not_sent


@pytest.mark.parametrize(
    ("place", "number"), [("Table 7", 7), ("table 12", 12), ("The corner", None), ("Table", None), ("Table x", None)]
)
def test_a_numbered_table_is_known_by_its_place(place, number):
    assert table_number(place) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [("table 7", "Table 7"), (" TABLE  7 ", "Table 7"), ("Table 07", "Table 7"), ("the  Corner", "The corner")],
)
def test_spellings_of_one_place_are_one_place(one, other):
    assert place_key(one) == place_key(other)


def test_two_tables_are_two_places():
    assert place_key("Table 1") != place_key("Table 11")


def test_a_place_is_named_as_people_read_it():
    assert [str(place_name(place)) for place in (table_place(7), "room", "The corner")] == [
        "Table 7",
        "the room",
        "The corner",
    ]


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        (["Table 7"], "Table 7 has not sent its count."),
        (["Table 3", "Table 7"], "Tables 3 and 7 have not sent their count."),
        (["Table 1", "Table 3", "Table 7"], "Tables 1, 3 and 7 have not sent their count."),
        (["Table 1", "The corner"], "Table 1 and The corner have not sent their count."),
    ],
)
def test_tables_without_a_count_are_named(places, sentence):
    assert str(tables_have_not_sent(places)) == sentence


def test_an_empty_table_has_no_count_to_send():
    assert TablesNow({"Table 1": 8, "Table 2": 0}, {"Table 1": 8}).missing == ()


def test_before_any_table_has_sent_its_count_none_is_missing():
    assert TablesNow({"Table 1": 8, "Table 2": 7}).missing == ()
