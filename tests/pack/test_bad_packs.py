"""Packs as a whole: which are refused and which are not; what is wrong inside them is in test_bad_*.py."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import PackDamaged
from facilitator.pack.checking import check_file, check_pack
from tests.pack import test_bad_bags, test_bad_figures, test_bad_tables, test_bad_zips
from tests.pack.rebagging import bagged_again, put_together, taken_apart
from tests.pack.refusing import all_of, cells
from tests.pack.test_bad_tables import still_to_come


def test_there_are_enough_bad_packs_and_no_two_are_called_alike():
    bad = [name for module in (test_bad_zips, test_bad_bags, test_bad_tables, test_bad_figures) for name in module.BAD]

    assert len(bad) >= 200
    assert len(set(bad)) == len(bad)


def test_a_pack_put_together_again_without_change_is_accepted(good_pack: bytes):
    again = bagged_again(good_pack, lambda files: None)

    assert again == good_pack
    assert check_file(io.BytesIO(again)).notes == 3


def test_the_folder_may_have_another_name(good_pack: bytes):
    renamed = put_together("copy", taken_apart(good_pack)[1])

    assert check_file(io.BytesIO(renamed)).title == "Living well in Riverside"


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path):
    with pytest.raises(PackDamaged, match="The file none.eventpack.zip cannot be read. Look whether it is there"):
        check_pack(tmp_path / "none.eventpack.zip")


def test_a_folder_is_refused_with_a_sentence(tmp_path: Path):
    with pytest.raises(PackDamaged, match="cannot be read"):
        check_pack(tmp_path)


def test_an_event_is_accepted_on_its_day_and_where_no_day_is_told(good_pack: bytes):
    assert check_file(io.BytesIO(good_pack), today=date(2026, 11, 20)).held_on == "2026-11-20"
    assert check_file(io.BytesIO(still_to_come(good_pack))).held_on == "2026-11-22"


def test_an_event_still_to_come_asks_first_whether_the_computer_knows_the_day(good_pack: bytes):
    with pytest.raises(PackDamaged) as refused:
        check_file(io.BytesIO(good_pack), today=date(2026, 11, 19))

    assert str(refused.value.advice).startswith("Look whether this computer's date is right.")


@pytest.mark.parametrize("explanation", ["Some came for the vote alone.", "c"])
def test_more_people_than_came_are_accepted_where_somebody_says_why(good_pack: bytes, explanation: str):
    fewer = all_of(
        cells("event", attended="80"), *(cells("accounting", row, explanation=explanation) for row in (1, 2, 3))
    )

    assert check_file(io.BytesIO(fewer(good_pack))).questions == 3


def test_nobody_knows_how_many_came_and_the_pack_is_accepted(good_pack: bytes):
    unknown = cells("event", attended="")

    assert check_file(io.BytesIO(unknown(good_pack))).questions == 3


@given(places=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=4), value=st.integers(0, 255))
def test_a_pack_with_any_bytes_changed_is_refused_or_has_the_same_files(
    good_pack: bytes, places: list[float], value: int
):
    changed = bytearray(good_pack)
    for place in places:
        changed[int(place * len(good_pack))] = value

    with suppress(PackDamaged):
        check_file(io.BytesIO(changed))
        assert taken_apart(bytes(changed)) == taken_apart(good_pack)
