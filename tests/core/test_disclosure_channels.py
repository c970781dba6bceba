"""Hands against phones: a note for the coordinator alone (D6)."""

from __future__ import annotations

import pytest

from builders import a_count
from facilitator.core.ballots import BallotRule
from facilitator.core.disclosure import Audience, channel_effect
from facilitator.core.keys import Channel, State
from facilitator.core.methods import Method
from facilitator.core.tally import tally
from facilitator.errors import Refused

STATEMENT = "agree unsure disagree"


def by_channel(**sheets):
    """Return a recount for each channel, of one count sheet each: `hands=(20, 0, 5)`."""
    rule = BallotRule(Method.STATEMENT, tuple(STATEMENT.split()), 1, False)
    counted = {Channel(name): dict(zip(rule.options, lines, strict=True)) for name, lines in sheets.items()}
    return [(channel, tally(rule, (), [a_count("room", channel, **lines)])) for channel, lines in counted.items()]


@pytest.fixture
def closed(a_result):
    return a_result(Method.STATEMENT, STATEMENT, a_count(agree=30))


def told(closed, **sheets):
    effect = channel_effect(closed, by_channel(**sheets), Audience.COORDINATOR)
    return [str(difference) for difference in effect.differences]


def test_the_coordinator_is_told_that_hands_and_phones_differ_and_by_which_rule(closed):
    effect = channel_effect(closed, by_channel(hands=(36, 0, 4), phone=(16, 0, 24)), Audience.COORDINATOR)

    assert [str(difference) for difference in effect.differences] == [
        "“The agree”: 90% of 40 by hands, 40% of 40 by phone.",
        "“The disagree”: 10% of 40 by hands, 60% of 40 by phone.",
    ]
    assert "3 standard errors" in str(effect.rule)
    assert effect.withheld is None


@pytest.mark.parametrize(("phone", "differ"), [((15, 0, 5), False), ((8, 0, 12), False), ((5, 0, 15), True)])
def test_a_difference_that_chance_could_make_is_not_told(closed, phone, differ):
    assert bool(told(closed, hands=(15, 0, 5), phone=phone)) is differ


def test_everybody_against_nobody_differs(closed):
    assert len(told(closed, hands=(10, 0, 0), phone=(0, 0, 10))) == 2


def test_all_of_one_mind_do_not_differ(closed):
    assert told(closed, hands=(10, 0, 0), phone=(10, 0, 0)) == []


def test_three_ways_are_compared_two_and_two(closed):
    assert len(told(closed, hands=(30, 0, 0), phone=(0, 30, 0), paper=(0, 0, 30))) == 6


@pytest.mark.parametrize("few", [(9, 0, 0), (1, 0, 0)])
def test_d6_ways_with_fewer_than_ten_people_are_not_compared(closed, few):
    effect = channel_effect(closed, by_channel(hands=(30, 0, 9), phone=few), Audience.COORDINATOR)

    assert (effect.differences, effect.rule) == ((), None)
    assert "Fewer than 10 people" in str(effect.withheld)


def test_a_way_nobody_used_is_no_second_way(closed):
    effect = channel_effect(closed, by_channel(hands=(30, 0, 9), phone=(0, 0, 0)), Audience.COORDINATOR)

    assert "in the same way" in str(effect.withheld)


def test_ways_of_an_open_question_are_not_compared(a_result):
    open_one = a_result(Method.STATEMENT, STATEMENT, a_count(agree=30), state=State.OPEN)

    effect = channel_effect(open_one, by_channel(hands=(30, 0, 9), phone=(0, 0, 30)), Audience.COORDINATOR)

    assert effect.differences == ()
    assert "when the vote is closed" in str(effect.withheld)


def test_t28_where_only_dots_are_known_the_ways_are_not_compared(a_result):
    rule = BallotRule(Method.DOTS, ("a1", "a2"), 3, True)
    sheets = [a_count("wall", channel, voting=12, a1=15, a2=1) for channel in (Channel.HANDS, Channel.TALLY)]
    closed = a_result(Method.DOTS, "a1 a2", *sheets, max_marks=3, stacking=True)
    tallies = [(sheet.channel, tally(rule, (), [sheet])) for sheet in sheets]

    effect = channel_effect(closed, tallies, Audience.COORDINATOR)

    assert effect.differences == ()
    assert "not known" in str(effect.withheld)


@pytest.mark.parametrize("audience", [Audience.OPERATOR, Audience.ROOM, Audience.PUBLISHED])
def test_d6_nobody_but_the_coordinator_is_told_results_by_way_of_voting(closed, audience):
    with pytest.raises(Refused, match="for the coordinator alone"):
        channel_effect(closed, by_channel(hands=(36, 0, 4), phone=(16, 0, 24)), audience)
