"""Ranks, cuts and ties (T22, T23)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.ranking import cut, ranks

counts_by_option = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 6), min_size=1)


@given(counts_by_option)
def test_t22_equal_counts_share_a_rank_and_the_next_is_skipped(counts):
    rank = ranks(counts)

    assert {option: 1 + len([1 for other in counts.values() if other > counts[option]]) for option in counts} == rank


def test_t22_the_ranks_are_one_two_two_four():
    assert ranks({"a": 3, "b": 9, "c": 7, "d": 7}) == {"b": 1, "c": 2, "d": 2, "a": 4}


def test_t22_all_equal_are_all_first():
    assert ranks({"a": 0, "b": 0}) == {"a": 1, "b": 1}


def test_no_option_has_no_rank():
    assert ranks({}) == {}


def test_without_a_tie_the_cut_takes_the_highest_by_rank():
    found = cut({"a": 1, "b": 9, "c": 7, "d": 5}, 3)

    assert (found.clear, found.tied, found.places_left) == (("b", "c", "d"), (), 0)


def test_t23_a_tie_across_the_line_leaves_the_place_to_people():
    found = cut({"a": 9, "b": 7, "c": 5, "d": 5, "e": 5}, 3)

    assert found.is_tie
    assert (found.clear, found.tied, found.places_left) == (("a", "b"), ("c", "d", "e"), 1)


def test_t23_a_tie_for_every_place_leaves_them_all_to_people():
    found = cut({"a": 4, "b": 4, "c": 4, "d": 4}, 3)

    assert (found.clear, found.tied, found.places_left) == ((), ("a", "b", "c", "d"), 3)


def test_t23_a_tie_inside_the_line_is_no_tie():
    found = cut({"a": 5, "b": 5, "c": 5, "d": 1}, 3)

    assert not found.is_tie
    assert found.clear == ("a", "b", "c")


def test_t23_a_tie_outside_the_line_is_no_tie():
    found = cut({"a": 5, "b": 4, "c": 1, "d": 1}, 2)

    assert not found.is_tie
    assert found.clear == ("a", "b")


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8), st.integers(1, 4), st.randoms())
def test_t23_the_order_shown_and_the_names_never_decide(counts, places, random):
    shown = list(enumerate(counts))
    shuffled = random.sample(shown, len(shown))

    first, second = cut(dict(shown), places), cut(dict(shuffled), places)

    assert set(first.clear) == set(second.clear)
    assert set(first.tied) == set(second.tied)
    assert first.places_left == second.places_left


@given(counts_by_option, st.integers(1, 5))
def test_t23_the_places_are_filled_exactly_or_nobody_else_was_chosen(counts, places):
    found = cut(counts, places)
    chosen = {option for option, count in counts.items() if count > 0}

    assert len(found.clear) + found.places_left == min(places, len(chosen))
    assert {counts[option] for option in found.tied} <= {min((counts[option] for option in found.tied), default=0)}


@pytest.mark.parametrize("places", [1, 3, 5])
def test_options_nobody_chose_are_never_carried(places):
    found = cut({"a": 2, "b": 0, "c": 0}, places)

    assert (found.clear, found.tied) == (("a",), ())


def test_where_nobody_chose_anything_nothing_is_carried():
    found = cut({"a": 0, "b": 0}, 3)

    assert (found.clear, found.tied, found.places_left) == ((), (), 0)


@pytest.mark.parametrize("counts", [{"a": 2, "b": 2}, {"a": 2, "b": 1}, {"a": 2}])
def test_no_place_means_that_nobody_is_inside_and_nobody_tied(counts):
    found = cut(counts, 0)

    assert (found.clear, found.tied, found.places_left) == ((), (), 0)
