"""Positions in another order: as many as can be stay, and nothing comes within what is made of a thing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.plan.placing import longest_in_order, placed

BEFORE = {"a": 0.0, "b": 1.0, "c": 2.0, "d": 3.0}


def test_what_stays_in_order_keeps_its_position():
    assert placed(["a", "b", "c", "d"], BEFORE) == BEFORE


def test_only_the_moved_one_has_another_position():
    positions = placed(["a", "d", "b", "c"], BEFORE)

    assert positions == {"a": 0.0, "d": 0.5, "b": 1.0, "c": 2.0}


def test_a_new_one_at_either_end_stands_beyond_it():
    assert placed(["new", "a", "b"], BEFORE)["new"] == -1.0
    assert placed(["a", "d", "new"], BEFORE)["new"] == 4.0


def test_behind_a_step_for_each_area_there_is_room_for_its_areas():
    positions = placed(["a", "b", "new", "c", "d"], BEFORE, roomy=["b"])

    assert positions["a"] == 0.0
    assert positions["new"] - positions["b"] >= 1
    assert positions["c"] > positions["new"]


def test_what_stands_at_the_beginning_keeps_its_place_when_the_rest_is_numbered_anew():
    positions = placed(["a", "b", "new", "c", "d"], BEFORE, roomy=["b"])

    assert {key: positions[key] for key in ("a", "b")} == {"a": 0.0, "b": 1.0}


def test_the_longest_run_in_order_leaves_out_the_one_that_was_moved():
    assert longest_in_order(["d", "a", "b", "c"], BEFORE) == ["a", "b", "c"]


@given(st.lists(st.permutations("abcdefg"), min_size=1, max_size=60), st.sets(st.sampled_from("abcdefg")))
def test_positions_always_rise_however_often_the_order_changes(orders, roomy):
    positions = {key: float(place) for place, key in enumerate("abcdefg")}

    for order in orders:
        positions = placed(order, positions, roomy)

        assert list(positions) == list(order) or set(positions) == set(order)
        for one, two in pairwise(order):
            assert positions[two] - positions[one] >= (1 if one in roomy else 1 / 64)
