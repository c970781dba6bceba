"""The hint whether to adopt a statement; the room decides."""

from __future__ import annotations

import pytest

from facilitator.core.outcomes import adoption_hint
from facilitator.core.tally import Tally


def a_tally(agree, unsure, disagree, **more):
    counts = {"agree": agree, "unsure": unsure, "disagree": disagree}
    return Tally(counts, counts, valid=agree + unsure + disagree, **more)


@pytest.mark.parametrize("figures", [(20, 10, 0), (2, 1, 0), (67, 14, 19), (30, 0, 0)])
def test_two_thirds_agree_and_under_a_fifth_disagree_suggests_adopting(figures):
    assert adoption_hint(a_tally(*figures))


@pytest.mark.parametrize("figures", [(19, 10, 0), (199, 101, 0), (80, 0, 20), (4, 0, 1), (0, 0, 0), (0, 5, 0)])
def test_fewer_who_agree_or_a_fifth_who_disagree_suggests_nothing(figures):
    assert not adoption_hint(a_tally(*figures))


def test_t16_the_hint_counts_unsure_in_the_base():
    assert not adoption_hint(a_tally(50, 40, 0))


def test_t16_the_hint_leaves_abstainers_and_spoilt_ballots_out_of_the_base():
    assert adoption_hint(a_tally(20, 10, 0, abstain=50, blank=50, spoilt=50))
