"""What tellers and tables count: figures that can be true together, and the wrong ones that are put right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.ballots import BallotRule
from facilitator.core.tally import checked
from facilitator.rehearsal.counts import (
    called_out,
    correction_of,
    hands_at_first,
    hands_of,
    second_hands_of,
    table_counts,
    table_counts_at_first,
)
from facilitator.rehearsal.crowd import Crowd
from tests.rehearsal.rehearsals import an_asking, the_areas

SEEDS = st.integers(0, 10_000)
BY_TABLES, BY_TWO_TELLERS = 2, 1


@given(SEEDS, st.integers(6, 120), st.integers(1, 12))
def test_every_count_can_be_true_and_the_tables_add_up_to_the_room(seed, people, tables):
    crowd = Crowd(people, min(people, tables), seed)

    for asking in (an_asking(number=BY_TABLES), the_areas()):
        rule = BallotRule(asking.method, asking.options, asking.max_marks)
        room, counts = checked(hands_of(crowd, asking), rule), table_counts(crowd, asking).values()
        assert all(checked(count, rule) for count in counts)
        assert sum(count.people for count in counts) == room.people <= len(crowd.in_room(asking.stage))
        assert {key: sum(count.lines[key] for count in counts) for key in asking.options} == dict(room.lines)


@given(SEEDS)
def test_one_tables_figures_are_written_down_wrongly_and_the_correction_puts_them_right(seed):
    crowd, asking = Crowd(80, 10, seed), an_asking(number=BY_TABLES)

    right, written = table_counts(crowd, asking), table_counts_at_first(crowd, asking)
    wrong = [table for table in right if right[table] != written[table]]
    correction = correction_of(crowd, asking)

    assert len(wrong) == 1
    assert correction.sheet == right[wrong[0]]
    assert written[wrong[0]].people == right[wrong[0]].people
    assert f"Table {wrong[0]} says: we said" in str(correction.told)


@given(SEEDS)
def test_two_tellers_differ_at_first_and_the_second_one_is_right(seed):
    crowd, asking = Crowd(80, 10, seed), an_asking(number=BY_TWO_TELLERS)

    first, second = hands_at_first(crowd, asking), second_hands_of(crowd, asking)

    assert not first.agrees_with(second)
    assert second.agrees_with(hands_of(crowd, asking))


def test_where_one_teller_counts_there_is_no_second_count_and_nothing_to_put_right():
    crowd, asking = Crowd(80, 10, 1), an_asking()

    assert second_hands_of(crowd, asking) is None
    assert correction_of(crowd, asking) is None
    assert hands_at_first(crowd, asking) == hands_of(crowd, asking)


def test_a_count_is_called_out_with_every_option():
    crowd, asking = Crowd(80, 10, 1), an_asking()
    sheet = hands_of(crowd, asking)

    said = str(called_out(asking, sheet))

    assert said == (
        f"agree {sheet.lines['agree']}, unsure {sheet.lines['unsure']}, disagree {sheet.lines['disagree']}, "
        f"rather not say {sheet.abstain}"
    )
