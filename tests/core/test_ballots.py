"""Ballots: what choices come to (T3, T4)."""

from __future__ import annotations

import pytest

from facilitator.core.ballots import BallotRule, Choice, Judgement, Standing, judged, marked
from facilitator.core.keys import Channel
from facilitator.core.methods import Method
from facilitator.errors import Refused

STATEMENT = BallotRule(Method.STATEMENT, ("agree", "unsure", "disagree"))
AREAS = BallotRule(Method.CHOOSE, ("a1", "a2", "a3", "a4", "a5"), 3)
STACKED = BallotRule(Method.DOTS, ("a1", "a2", "a3"), 4, stacking=True)
SPREAD = BallotRule(Method.DOTS, ("a1", "a2", "a3"), 2)
NOT_PAPER = [Channel.PHONE, Channel.IMPORT, Channel.HANDS, Channel.TALLY]


def choices(*options):
    parts = (option.partition(":") for option in options)
    return [Choice(key, int(dots or 1)) for key, _, dots in parts]


@pytest.mark.parametrize("channel", Channel)
def test_t03_an_area_marked_three_times_counts_once(channel):
    judgement = judged(choices("a2", "a2", "a2"), AREAS, channel)

    assert judgement == Judgement(Standing.VALID, "a2")


def test_t03_repeats_do_not_use_up_the_choices():
    judgement = judged(choices("a1", "a1", "a2", "a2", "a3"), AREAS, Channel.PHONE)

    assert judgement == Judgement(Standing.VALID, "a1 a2 a3")


def test_t03_dots_on_one_option_add_up_where_stacking_is_allowed():
    judgement = judged(choices("a1", "a1:2", "a3"), STACKED, Channel.PHONE)

    assert judgement == Judgement(Standing.VALID, "a1:3 a3:1")


def test_t03_dots_on_one_option_count_once_where_stacking_is_not_allowed():
    judgement = judged(choices("a1", "a1", "a3"), SPREAD, Channel.PHONE)

    assert judgement == Judgement(Standing.VALID, "a1:1 a3:1")


def test_t04_more_choices_than_allowed_spoil_a_paper_ballot():
    judgement = judged(choices("a1", "a2", "a3", "a4"), AREAS, Channel.PAPER)

    assert judgement == Judgement(Standing.SPOILT)


@pytest.mark.parametrize("channel", NOT_PAPER)
def test_t04_more_choices_than_allowed_are_refused_elsewhere(channel):
    with pytest.raises(Refused, match=r"more choices .* Choose at most 3"):
        judged(choices("a1", "a2", "a3", "a4"), AREAS, channel)


def test_t04_two_answers_to_a_statement_are_never_cut_down_to_one():
    assert judged(choices("agree", "disagree"), STATEMENT, Channel.PAPER).standing is Standing.SPOILT
    with pytest.raises(Refused, match="more choices"):
        judged(choices("agree", "disagree"), STATEMENT, Channel.PHONE)


def test_t04_more_dots_than_allowed_are_refused():
    with pytest.raises(Refused, match="Choose at most 4"):
        judged(choices("a1:3", "a2:2"), STACKED, Channel.PHONE)


def test_t04_rather_not_say_beside_a_choice_is_no_choice_of_either():
    assert judged(choices("agree", "rather_not_say"), STATEMENT, Channel.PAPER).standing is Standing.SPOILT
    with pytest.raises(Refused, match="nothing beside"):
        judged(choices("agree", "rather_not_say"), STATEMENT, Channel.PHONE)


def test_t04_two_reserved_choices_are_too_many():
    assert judged(choices("blank", "rather_not_say"), AREAS, Channel.PAPER).standing is Standing.SPOILT


@pytest.mark.parametrize(
    ("made", "standing"),
    [
        ((), Standing.BLANK),
        (("blank",), Standing.BLANK),
        (("spoilt",), Standing.SPOILT),
        (("rather_not_say",), Standing.ABSTAIN),
        (("rather_not_say", "rather_not_say"), Standing.ABSTAIN),
    ],
)
def test_a_ballot_without_a_choice_has_its_own_standing_and_no_marks(made, standing):
    assert judged(choices(*made), AREAS, Channel.PHONE) == Judgement(standing)


def test_unsure_is_a_valid_answer():
    assert judged(choices("unsure"), STATEMENT, Channel.PHONE) == Judgement(Standing.VALID, "unsure")


@pytest.mark.parametrize("channel", Channel)
def test_an_option_the_question_does_not_have_is_refused_by_its_name(channel):
    with pytest.raises(Refused, match=r"“a9” is not an option of this question\. Its options are: a1, a2"):
        judged(choices("a1", "a9"), AREAS, channel)


def test_an_option_is_not_found_by_another_case():
    with pytest.raises(Refused, match="“Agree” is not an option"):
        judged(choices("Agree"), STATEMENT, Channel.PHONE)


@pytest.mark.parametrize("dots", [0, -1])
def test_fewer_than_one_dot_is_refused(dots):
    with pytest.raises(Refused, match="cannot be counted"):
        judged([Choice("a1", dots)], STACKED, Channel.PHONE)


def test_two_points_for_an_answer_are_refused_where_the_method_is_not_dots():
    with pytest.raises(Refused, match="2 points for “agree”"):
        judged(choices("agree:2"), STATEMENT, Channel.PHONE)


def test_marks_are_written_in_shown_order_whatever_order_they_were_made_in():
    first = judged(choices("a4", "a1"), AREAS, Channel.PHONE)
    second = judged(choices("a1", "a4"), AREAS, Channel.PHONE)

    assert first == second == Judgement(Standing.VALID, "a1 a4")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [("", {}), ("a1", {"a1": 1}), ("a1 a4", {"a1": 1, "a4": 1}), ("a1:2 a3:1", {"a1": 2, "a3": 1})],
)
def test_marks_are_read_back_as_they_were_written(marks, expected):
    assert marked(marks) == expected
