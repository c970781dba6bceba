"""Results: bases, shares and what is not known (T15, T16, T19, T20, T28)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_count
from facilitator.core.accounting import Denominators
from facilitator.core.ballots import BallotRule, Standing
from facilitator.core.keys import Channel, Source, State
from facilitator.core.methods import Method
from facilitator.core.result import option_results
from facilitator.core.shares import Base
from facilitator.core.tally import BallotGroup, CountSheet, tally

STATEMENT = "agree unsure disagree"


def percents(result):
    return [option.share.percent for option in result.options]


def test_t15_percentages_are_of_the_valid_ballots_and_say_so(a_result):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=31, unsure=6, disagree=9))

    assert result.base == 46
    assert {(option.share.base, option.share.of) for option in result.options} == {(46, Base.VALID)}
    assert percents(result) == ["67%", "13%", "20%"]


def test_t15_dots_are_shares_of_dots_and_never_of_people(a_result):
    ballots = [BallotGroup(Channel.PHONE, Standing.VALID, "a1:3 a2:1", 10)]

    result = a_result(Method.DOTS, "a1 a2", ballots=ballots, max_marks=4, stacking=True)

    assert {(option.share.base, option.share.of) for option in result.options} == {(40, Base.DOTS)}
    assert percents(result) == ["75%", "25%"]


def test_t16_unsure_is_in_the_base_and_abstainers_blank_and_spoilt_are_not(a_result):
    sheet = CountSheet(
        "room", Channel.TALLY, {"agree": 10, "unsure": 10}, people_voting=50, abstain=10, blank=10, spoilt=10
    )

    result = a_result(Method.STATEMENT, STATEMENT, sheet)

    assert result.base == 20
    assert percents(result) == ["50%", "50%", "0%"]
    assert (result.tally.abstain, result.tally.blank, result.tally.spoilt) == (10, 10, 10)


def test_t19_percentages_of_a_choice_of_several_are_of_ballots_and_may_exceed_100(a_result):
    result = a_result(Method.CHOOSE, "a1 a2 a3", a_count(voting=20, a1=20, a2=20, a3=20), max_marks=3)

    assert percents(result) == ["100%", "100%", "100%"]


@given(st.lists(st.sets(st.sampled_from(["a1", "a2", "a3", "a4"]), min_size=1, max_size=3), min_size=10, max_size=60))
def test_t19_exact_shares_of_a_choice_of_several_add_up_to_at_most_100_for_each_choice(ballots):
    groups = [BallotGroup(Channel.PHONE, Standing.VALID, " ".join(sorted(chosen)), 1) for chosen in ballots]
    rule = BallotRule(Method.CHOOSE, ("a1", "a2", "a3", "a4"), 3)
    texts = {option: (option, option, Source.PROGRAMME) for option in rule.options}

    options = option_results(Method.CHOOSE, tally(rule, groups), texts)

    assert sum(option.share.count for option in options) <= 3 * len(ballots)
    assert {option.share.base for option in options} == {len(ballots)}


@pytest.mark.parametrize("method", Method)
def test_t20_no_votes_is_no_percentage_and_no_division(a_result, method):
    result = a_result(method, "a1 a2", state=State.OPEN)

    assert result.base == 0
    assert percents(result) == [None, None]


def test_t28_not_voted_is_unknown_where_the_people_present_are_unknown(a_result):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=5), denominators=Denominators(None))

    assert result.not_voted is None


def test_not_voted_is_present_without_cast_and_never_below_nought(a_result):
    fewer = a_result(Method.STATEMENT, STATEMENT, a_count(agree=5), denominators=Denominators(8))
    more = a_result(Method.STATEMENT, STATEMENT, a_count(agree=9), denominators=Denominators(8))

    assert (fewer.not_voted, more.not_voted) == (3, 0)


def test_t06_ballots_not_returned_are_told_for_each_channel(a_result):
    ballots = [
        BallotGroup(Channel.PAPER, Standing.VALID, "agree", 7),
        BallotGroup(Channel.PAPER, Standing.BLANK, "", 1),
    ]

    result = a_result(
        Method.STATEMENT, STATEMENT, ballots=ballots, denominators=Denominators(20, issued={Channel.PAPER: 12})
    )

    assert result.not_returned == {Channel.PAPER: 4}


def test_dots_not_used_are_told(a_result):
    ballots = [BallotGroup(Channel.PHONE, Standing.VALID, "a1:1", 10)]

    result = a_result(Method.DOTS, "a1 a2", ballots=ballots, max_marks=3)

    assert result.unused_dots == 20


def test_a_closed_result_of_a_later_revision_is_corrected(a_result):
    first = a_result(Method.STATEMENT, STATEMENT)
    second = a_result(Method.STATEMENT, STATEMENT, revision=2)
    open_again = a_result(Method.STATEMENT, STATEMENT, revision=2, state=State.OPEN)

    assert (first.status, second.status, open_again.status) == ("closed", "corrected", "open")


def test_t22_options_are_ranked_by_people_and_dots_by_dots(a_result):
    ballots = [
        BallotGroup(Channel.PHONE, Standing.VALID, "a1:3", 5),
        BallotGroup(Channel.PHONE, Standing.VALID, "a2:1 a3:1", 7),
    ]

    result = a_result(Method.DOTS, "a1 a2 a3", ballots=ballots, max_marks=3, stacking=True)

    assert [option.rank for option in result.options] == [1, 2, 2]
