"""Positions in a list that only grows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.positions import position_between


@given(st.lists(st.integers(-50, 50), unique=True, max_size=12).map(sorted), st.integers(-3, 15))
def test_what_is_moved_stands_between_its_new_neighbours(positions, place):
    found = position_between(positions, place)

    moved = sorted([*positions, found])
    assert moved.index(found) == max(0, min(place, len(positions)))
    assert moved.count(found) == 1
