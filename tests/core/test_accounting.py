"""Ballot accounting: what stops a closing (T6-T8, T28)."""

from __future__ import annotations

import pytest

from facilitator.core.accounting import Denominators, blockers, not_returned, warnings
from facilitator.core.keys import Channel
from facilitator.core.tables import TablesNow
from facilitator.core.tally import Tally

EMPTY = Tally({}, {})


def a_tally(**cast):
    by_channel = {Channel[name.upper()]: people for name, people in cast.items()}
    return Tally({}, {}, valid=sum(cast.values()), cast_by_channel=by_channel)


def sentences(found):
    return [str(blocker.message) for blocker in found]


def test_t06_issued_is_cast_and_not_returned_for_each_channel():
    stated = Denominators(60, issued={Channel.PAPER: 40, Channel.PHONE: 20})

    missing = not_returned(stated, a_tally(paper=38, phone=20))

    assert missing == {Channel.PAPER: 2, Channel.PHONE: 0}


def test_t06_more_ballots_back_than_issued_stop_the_closing_whatever_is_explained():
    stated = Denominators(60, issued={Channel.PAPER: 40}, explanation="Somebody photocopied one.")

    found = blockers(a_tally(paper=41), stated)

    assert sentences(found) == ["More ballots came back by paper than were issued: 1 more."]
    assert not found[0].can_be_explained


def test_t06_a_channel_that_issued_too_few_is_not_made_good_by_another():
    stated = Denominators(60, issued={Channel.PAPER: 10, Channel.PHONE: 40}, groups_disjoint=True)

    assert len(blockers(a_tally(paper=11, phone=20), stated)) == 1


def test_t07_more_votes_than_people_present_stop_the_closing():
    found = blockers(a_tally(hands=32), Denominators(30))

    assert sentences(found) == ["32 votes from 30 people present: 2 too many."]
    assert found[0].can_be_explained


def test_t07_an_explanation_settles_more_votes_than_people_present():
    assert blockers(a_tally(hands=32), Denominators(30, explanation="Two came in during the vote.")) == []


def test_t07_an_explanation_of_spaces_settles_nothing():
    assert len(blockers(a_tally(hands=32), Denominators(30, explanation="  \n"))) == 1


def test_t07_as_many_votes_as_people_present_may_close():
    assert blockers(a_tally(hands=30), Denominators(30)) == []


def test_t08_two_channels_stop_the_closing_until_their_groups_are_said_to_be_disjoint():
    both = a_tally(hands=10, tally=12)

    assert len(blockers(both, Denominators(60))) == 1
    assert blockers(both, Denominators(60, groups_disjoint=True)) == []


def test_t08_an_explanation_does_not_stand_for_the_statement_that_groups_are_disjoint():
    found = blockers(a_tally(hands=10, phone=12), Denominators(60, explanation="It is fine."))

    assert [blocker.can_be_explained for blocker in found] == [False]
    assert "hands, phone" in sentences(found)[0]


def test_t08_a_channel_by_which_nobody_voted_needs_no_statement():
    assert blockers(a_tally(hands=10, phone=0), Denominators(60)) == []


def test_t28_unknown_people_present_stop_the_closing_and_are_not_taken_for_nought():
    found = blockers(EMPTY, Denominators(None))

    assert sentences(found) == ["How many people are present is not known."]
    assert blockers(EMPTY, Denominators(0)) == []


def test_t28_unknown_people_present_may_be_explained():
    assert blockers(a_tally(hands=10), Denominators(None, explanation="The sheet got lost.")) == []


def test_two_counts_that_differ_stop_the_closing_whatever_is_explained():
    found = blockers(EMPTY, Denominators(5, explanation="Never mind."), ("table 4", "table 7"))

    assert sentences(found) == [
        "The two counts of Table 4 differ. Count again.",
        "The two counts of Table 7 differ. Count again.",
    ]


@pytest.mark.parametrize("explanation", ["", "So it is."])
def test_everything_that_stops_is_told_at_once(explanation):
    stated = Denominators(10, issued={Channel.PAPER: 5}, explanation=explanation)

    found = blockers(a_tally(paper=6, hands=6), stated, ("table 1",))

    assert len(found) == (3 if explanation else 4)


def test_a_table_that_has_not_sent_its_count_stops_the_closing_until_it_is_explained():
    tables = TablesNow({"Table 1": 8, "Table 3": None, "Table 7": 6}, {"Table 1": 8})

    found = blockers(a_tally(tally=8), Denominators(20), tables=tables)

    assert sentences(found) == ["Tables 3 and 7 have not sent their count."]
    assert found[0].can_be_explained
    assert blockers(a_tally(tally=8), Denominators(20, explanation="They went home."), tables=tables) == []


def test_a_table_whose_people_may_have_raised_hands_is_not_missing_and_yet_told():
    tables = TablesNow({"Table 1": 8, "Table 3": 6}, {"Table 1": 8}, stand_alone=False)
    stated = Denominators(14, groups_disjoint=True)

    assert blockers(a_tally(tally=8, hands=6), stated, tables=tables) == []
    assert [str(told) for told in warnings(stated, tables)] == [
        "Table 3 sent no count. See that their people voted in another way."
    ]


def test_a_table_with_more_votes_than_people_stops_the_closing_until_it_is_explained():
    tables = TablesNow({"Table 1": 8, "Table 2": 7}, {"Table 1": 9, "Table 2": 6})

    found = blockers(a_tally(tally=15), Denominators(20), tables=tables)

    assert sentences(found) == ["Table 1: 9 votes from 8 people, 1 too many."]
    assert blockers(a_tally(tally=15), Denominators(20, explanation="One changed seats."), tables=tables) == []


def test_t28_a_table_whose_people_are_not_known_holds_as_many_votes_as_it_sent():
    tables = TablesNow({"Table 1": None}, {"Table 1": 40})

    assert blockers(a_tally(tally=40), Denominators(40), tables=tables) == []
    assert warnings(Denominators(41), tables) == []


def test_t27_people_at_the_tables_who_are_not_the_people_present_are_told_and_stop_nothing():
    tables = TablesNow({"Table 1": 8, "Table 2": 7}, {"Table 1": 8, "Table 2": 7})

    assert [str(told) for told in warnings(Denominators(16), tables)] == [
        "15 people sit at the tables, but 16 are present."
    ]
    assert warnings(Denominators(15), tables) == []
    assert blockers(a_tally(tally=15), Denominators(16), tables=tables) == []
