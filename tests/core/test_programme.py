"""A programme's own small rules."""

from __future__ import annotations

import pytest

from facilitator.core.programme import CarryForward

PLAN = CarryForward("areas", ((6, 3), (4, 2), (1, 1)))


@pytest.mark.parametrize(
    ("tables", "areas"), [(96, 3), (12, 3), (8, 3), (6, 3), (5, 2), (4, 2), (3, 1), (2, 1), (1, 1)]
)
def test_the_number_of_tables_says_how_many_areas_go_forward(tables, areas):
    assert PLAN.areas_for(tables) == areas
