"""Seeded chance: the same for the same seed, in whatever order it is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.rehearsal.chance import Chance, seeded_bytes


@given(st.integers(0, 10_000))
def test_the_order_of_asking_does_not_matter(seed):
    first, second = Chance(seed), Chance(seed)

    forwards = [first.fraction("s1", person) for person in range(5)]
    backwards = [second.fraction("s1", person) for person in reversed(range(5))]

    assert forwards == backwards[::-1]
    assert all(0 <= fraction < 1 for fraction in forwards)


def test_another_seed_or_another_purpose_gives_something_else():
    assert len({Chance(seed).id(what, person) for seed in (1, 2) for what in "ab" for person in (1, 11)}) == 8


def test_names_that_run_together_are_told_apart():
    assert Chance(1).id("s1", 23) != Chance(1).id("s12", 3)


def test_shuffling_loses_and_doubles_nothing():
    things = list(range(50))

    shuffled = Chance(3).shuffled(things, "arrival")

    assert shuffled != things
    assert sorted(shuffled) == things


def test_seeded_bytes_never_repeat_in_one_file_and_are_the_same_in_the_next():
    one, again, other = seeded_bytes(1), seeded_bytes(1), seeded_bytes(2)

    made = [one(16) for _ in range(100)]

    assert len(set(made)) == 100
    assert made == [again(16) for _ in range(100)]
    assert made[0] != other(16)
    assert len(one(200)) == 200
