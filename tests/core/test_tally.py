"""The tally: ballots and count sheets recounted, and count sheets that cannot be true (T6, T14, T28)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_count
from facilitator.core.ballots import BallotRule, Standing
from facilitator.core.keys import Channel
from facilitator.core.methods import Method
from facilitator.core.tally import BallotGroup, CountSheet, checked, tally
from facilitator.errors import Refused

STATEMENT = BallotRule(Method.STATEMENT, ("agree", "unsure", "disagree"))
AREAS = BallotRule(Method.CHOOSE, ("a1", "a2", "a3", "a4"), 3)
STACKED = BallotRule(Method.DOTS, ("a1", "a2", "a3"), 4, stacking=True)
SPREAD = BallotRule(Method.DOTS, ("a1", "a2", "a3"), 3)

groups_of_ballots = st.lists(
    st.builds(
        BallotGroup,
        st.sampled_from([Channel.PHONE, Channel.PAPER, Channel.IMPORT]),
        st.just(Standing.VALID),
        st.sampled_from(["a1", "a1 a2", "a2 a3 a4", "a4"]),
        st.integers(1, 30),
        st.integers(0, 1),
    ),
    max_size=8,
)


def test_nobody_voted_is_nought_for_every_option():
    counted = tally(STATEMENT, [])

    assert counted.counts == {"agree": 0, "unsure": 0, "disagree": 0}
    assert counted.cast == 0


@given(groups_of_ballots, st.permutations(AREAS.options))
def test_t14_the_order_in_which_options_are_shown_does_not_change_the_totals(groups, order):
    shown_otherwise = BallotRule(Method.CHOOSE, tuple(order), 3)

    first, second = tally(AREAS, groups), tally(shown_otherwise, groups)

    assert first == second


@given(groups_of_ballots, st.randoms())
def test_t13_the_order_of_ballots_and_sheets_does_not_change_the_totals(groups, random):
    sheets = [a_count("one", voting=5, a1=5), a_count("two", voting=9, a2=3, a3=9), a_count("three", voting=2, a4=2)]

    first = tally(AREAS, groups, sheets)
    second = tally(AREAS, random.sample(groups, len(groups)), random.sample(sheets, 3))

    assert first == second


def test_t06_cast_is_valid_and_blank_and_spoilt_and_abstain():
    groups = [
        BallotGroup(Channel.PHONE, Standing.VALID, "agree", 7),
        BallotGroup(Channel.PHONE, Standing.ABSTAIN, "", 2),
        BallotGroup(Channel.PAPER, Standing.SPOILT, "", 1),
        BallotGroup(Channel.PAPER, Standing.BLANK, "", 3),
    ]

    counted = tally(STATEMENT, groups)

    assert (counted.valid, counted.blank, counted.spoilt, counted.abstain) == (7, 3, 1, 2)
    assert counted.cast == 13
    assert counted.cast_by_channel == {Channel.PHONE: 9, Channel.PAPER: 4}


def test_t06_what_a_count_sheet_says_of_blank_and_spoilt_is_kept_apart():
    sheet = CountSheet("room", Channel.TALLY, {"agree": 5}, people_voting=9, abstain=1, blank=2, spoilt=1)

    counted = tally(STATEMENT, [], [checked(sheet, STATEMENT)])

    assert (counted.valid, counted.abstain, counted.blank, counted.spoilt, counted.cast) == (5, 1, 2, 1, 9)


def test_t09_a_late_ballot_is_not_in_the_tally():
    counted = tally(STATEMENT, [BallotGroup(Channel.PHONE, Standing.LATE, "agree", 4)])

    assert counted.cast == 0
    assert counted.counts["agree"] == 0


def test_assisted_ballots_are_counted_and_marked_as_a_number_only():
    counted = tally(STATEMENT, [BallotGroup(Channel.PHONE, Standing.VALID, "agree", 5, assisted=2)])

    assert (counted.counts["agree"], counted.assisted) == (5, 2)


def test_dots_of_ballots_are_people_and_points():
    counted = tally(STACKED, [BallotGroup(Channel.PHONE, Standing.VALID, "a1:3 a2:1", 5)])

    assert counted.counts == {"a1": 5, "a2": 5, "a3": 0}
    assert counted.points == {"a1": 15, "a2": 5, "a3": 0}


def test_t28_where_only_dots_were_counted_the_people_are_unknown_and_not_nought():
    sheet = a_count("wall", Channel.TALLY, voting=10, a1=20, a2=4)

    counted = tally(STACKED, [BallotGroup(Channel.PHONE, Standing.VALID, "a1:2", 1)], [sheet])

    assert counted.counts["a1"] is None
    assert counted.counts["a2"] is None
    assert counted.points == {"a1": 22, "a2": 4, "a3": 0}


def test_a_count_instead_of_ballots_stands_for_all_ballots_of_its_channel_and_no_other():
    groups = [
        BallotGroup(Channel.PHONE, Standing.VALID, "agree", 20, assisted=3),
        BallotGroup(Channel.PAPER, Standing.VALID, "disagree", 4),
    ]
    sheet = CountSheet("room", Channel.PHONE, {"agree": 18, "disagree": 2}, instead_of_ballots=True)

    counted = tally(STATEMENT, groups, [sheet])

    assert counted.counts == {"agree": 18, "unsure": 0, "disagree": 6}
    assert counted.cast_by_channel == {Channel.PHONE: 20, Channel.PAPER: 4}
    assert counted.assisted == 0


def test_a_statement_needs_no_number_of_people():
    sheet = a_count(agree=31, unsure=6, disagree=9)

    assert checked(sheet, STATEMENT).valid == 46


def test_a_choice_of_several_needs_the_number_of_people():
    with pytest.raises(Refused, match="How many people voted is missing"):
        checked(a_count(a1=5, a2=3), AREAS)


def test_a_statement_whose_lines_do_not_add_up_to_its_voters_is_refused():
    with pytest.raises(Refused, match="add up to 45, but 46 people"):
        checked(a_count(voting=46, agree=45), STATEMENT)


def test_more_marks_than_the_people_have_are_refused():
    with pytest.raises(Refused, match="31 marks are more than 10 people"):
        checked(a_count(voting=10, a1=10, a2=10, a3=10, a4=1), AREAS)


def test_as_many_marks_as_the_people_have_are_taken():
    assert checked(a_count(voting=10, a1=10, a2=10, a3=10), AREAS).valid == 10


def test_an_option_with_more_marks_than_people_is_refused():
    with pytest.raises(Refused, match="An option has 11 marks, but only 10"):
        checked(a_count(voting=10, a1=11), AREAS)


def test_an_option_may_have_more_dots_than_people_where_stacking_is_allowed():
    assert checked(a_count(voting=5, a1=20), STACKED).valid == 5


def test_t03_an_option_with_more_dots_than_people_is_refused_where_stacking_is_not_allowed():
    with pytest.raises(Refused, match="An option has 11"):
        checked(a_count(voting=10, a1=11), SPREAD)


@pytest.mark.parametrize("rule", [AREAS, STACKED])
def test_t06_fewer_marks_than_valid_voters_are_refused_since_a_voter_without_a_mark_is_blank(rule):
    with pytest.raises(Refused):
        checked(a_count(voting=10, a1=3), rule)


def test_more_blank_than_voters_are_refused():
    with pytest.raises(Refused, match="More people are noted as blank"):
        checked(CountSheet("room", Channel.HANDS, {}, people_voting=3, blank=4), STATEMENT)


@pytest.mark.parametrize(
    "sheet",
    [
        a_count(agree=-1),
        CountSheet("room", Channel.HANDS, {"agree": 1}, people_voting=-1),
        CountSheet("room", Channel.HANDS, {"agree": 1}, abstain=-1),
        CountSheet("room", Channel.HANDS, {"agree": 1}, blank=-1),
        CountSheet("room", Channel.HANDS, {"agree": 1}, spoilt=-1),
    ],
)
def test_a_figure_below_zero_is_refused(sheet):
    with pytest.raises(Refused, match="below zero"):
        checked(sheet, STATEMENT)


def test_an_option_the_question_does_not_have_is_refused_by_its_name():
    with pytest.raises(Refused, match="“perhaps” is not an option"):
        checked(a_count(perhaps=3), STATEMENT)


def test_two_counts_agree_when_a_missing_line_is_nought():
    assert a_count(agree=5, unsure=0).agrees_with(a_count(agree=5, disagree=0))


def test_two_counts_agree_when_one_left_out_the_voters_they_add_up_to():
    assert a_count(agree=5).agrees_with(a_count(voting=5, agree=5))


@pytest.mark.parametrize(
    "other",
    [
        a_count(agree=5, unsure=1),
        a_count(unsure=5),
        CountSheet("room", Channel.HANDS, {"agree": 5}, abstain=1),
        CountSheet("room", Channel.HANDS, {"agree": 5}, blank=1),
        CountSheet("room", Channel.HANDS, {"agree": 5}, spoilt=1),
    ],
)
def test_two_counts_differ_by_any_figure(other):
    assert not a_count(agree=5).agrees_with(other)
