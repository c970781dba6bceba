"""Opinions: stable for a person and a question, and level at the cut where areas are chosen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.methods import Method
from facilitator.core.ranking import cut
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.opinions import Mood, answer_of, answers, counted
from tests.rehearsal.rehearsals import an_asking, the_areas

SEEDS = st.integers(0, 10_000)


@given(SEEDS, st.integers(10, 400), st.integers(1, 3))
def test_there_is_a_tie_at_the_cut(seed, people, places):
    asking = the_areas(places)

    found = cut(counted(answers(Crowd(people, 3, seed), asking), asking), places)

    assert found.is_tie
    assert 0 < found.places_left < len(found.tied)


@given(SEEDS, st.integers(6, 100))
def test_nobody_chooses_more_areas_than_allowed_or_one_twice(seed, people):
    found = answers(Crowd(people, 1, seed), the_areas())

    assert all(0 < len(set(answer.options)) == len(answer.options) <= 3 for answer in found.values())


@given(SEEDS)
def test_what_a_person_thinks_does_not_hang_on_who_else_is_there(seed):
    few, many = Crowd(40, 5, seed), Crowd(80, 5, seed)

    assert [answer_of(few, an_asking(), person) for person in range(40)] == [
        answer_of(many, an_asking(), person) for person in range(40)
    ]


def test_another_seed_has_other_opinions():
    one, other = (answers(Crowd(80, 10, seed), an_asking()) for seed in (1, 2))

    assert one != other


def test_some_would_rather_not_say_and_some_are_too_late_or_do_not_vote():
    moods = [answer.mood for answer in answers(Crowd(400, 10, 1), an_asking()).values()]

    assert set(moods) == set(Mood)
    assert moods.count(Mood.CHOOSES) > 300


def test_in_a_run_off_everybody_has_one_voice():
    run_off = an_asking("areas-run-off", Method.CHOOSE, options=("a1", "a2"), stage=1)

    assert {len(answer.options) for answer in answers(Crowd(80, 10, 1), run_off).values()} == {1}
