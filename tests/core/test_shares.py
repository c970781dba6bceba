"""Percentages by integer arithmetic (T15-T21)."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.shares import Base, Share, percent_half_up, percent_shown

counts_and_bases = st.integers(1, 10_000_000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@given(counts_and_bases)
def test_t17_percentages_round_half_up_in_integers(count_and_base):
    count, base = count_and_base

    percent = percent_half_up(count, base)

    assert percent == math.floor(Fraction(100 * count, base) + Fraction(1, 2))


@given(counts_and_bases)
def test_t17_none_and_all_are_only_claimed_when_they_are_true(count_and_base):
    count, base = count_and_base

    shown = percent_shown(count, base)

    assert (shown == "0%") == (count == 0)
    assert (shown == "100%") == (count == base)


@pytest.mark.parametrize(
    ("count", "base", "shown"),
    [
        (1, 8, "13%"),
        (1, 200, "1%"),
        (1, 201, "<1%"),
        (0, 201, "0%"),
        (200, 201, ">99%"),
        (199, 200, ">99%"),
        (201, 201, "100%"),
        (99, 100, "99%"),
        (1, 3, "33%"),
        (2, 3, "67%"),
        (1, 10_000_000, "<1%"),
        (9_999_999, 10_000_000, ">99%"),
    ],
)
def test_t17_a_percentage_is_shown_as_the_rule_spells_it(count, base, shown):
    assert percent_shown(count, base) == shown


@pytest.mark.parametrize("counts", [(1, 1, 1), (1, 1, 1, 1, 1, 1), (125, 125, 750), (5, 5, 190)])
def test_t18_percentages_are_never_forced_to_add_up_to_100(counts):
    base = sum(counts)

    percents = [percent_half_up(count, base) for count in counts]

    assert percents == [math.floor(Fraction(100 * count, base) + Fraction(1, 2)) for count in counts]


def test_t18_seven_equal_options_add_up_to_98():
    percents = [percent_half_up(10, 70)] * 7

    assert sum(percents) == 98


def test_t15_the_kind_of_base_travels_with_every_share():
    assert Share(3, 20).of is Base.VALID
    assert Share(3, 20, Base.PRESENT).of is Base.PRESENT
    assert {"valid", "present", "forms returned"} <= {base.value for base in Base}


@pytest.mark.parametrize("base", range(10))
def test_t21_a_base_below_ten_has_no_percentage(base):
    assert Share(base, base).percent is None


def test_t21_a_base_of_ten_has_a_percentage():
    assert Share(1, 10).percent == "10%"


def test_t20_a_base_of_nought_is_never_divided_by():
    assert Share(0, 0).percent is None
