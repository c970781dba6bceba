"""The crowd: who sits where, and who is in the room when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import Refused
from facilitator.rehearsal.crowd import Crowd, a_crowd


@given(st.integers(6, 400), st.integers(1, 60), st.integers(0, 500))
def test_everybody_sits_at_one_table_and_no_table_is_empty(people, tables, seed):
    crowd = Crowd(people, min(people, tables), seed)

    sizes = [len(crowd.at_table(table, 1)) for table in range(1, crowd.tables + 1)]

    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) > 0


def test_the_last_table_comes_after_the_first_stage():
    crowd = a_crowd(80, 10, 1)

    assert [len(crowd.in_room(stage)) for stage in (0, 1)] == [72, 80]
    assert 10 not in crowd.tables_in(0)
    assert len(crowd.at_table(10, 1)) == 8


def test_two_go_home_before_the_last_stage_and_were_there_from_the_start():
    crowd = a_crowd(80, 10, 1)

    gone = set(crowd.in_room(1)) - set(crowd.in_room(2))

    assert len(gone) == 2
    assert gone <= set(crowd.in_room(0))


def test_at_one_table_one_person_is_late_and_no_table_is_quiet():
    crowd = a_crowd(6, None, 1)

    assert (crowd.tables, len(crowd.late), len(crowd.leaving), crowd.quiet_table) == (1, 1, 1, None)


@given(st.integers(0, 500))
def test_the_quiet_table_is_never_the_late_one(seed):
    crowd = Crowd(80, 10, seed)

    assert crowd.quiet_table in crowd.tables_in(0)


def test_every_card_is_another_one():
    crowd = a_crowd(400, None, 1)

    assert len({crowd.card_of(person) for person in range(400)}) == 400


@pytest.mark.parametrize("people", [5, 401, -1])
def test_too_few_or_too_many_people_are_refused(people):
    with pytest.raises(Refused, match="6 to 400"):
        a_crowd(people, None, 1)


@pytest.mark.parametrize("tables", [0, 7, 61])
def test_more_tables_than_people_or_none_are_refused(tables):
    with pytest.raises(Refused, match="1 to 6 tables"):
        a_crowd(6, tables, 1)
