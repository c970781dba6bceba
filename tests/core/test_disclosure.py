"""The gate: what each audience may see (T15, T20, T21, D6, D7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_count
from facilitator.core.accounting import Denominators
from facilitator.core.disclosure import Audience, reworded, shown
from facilitator.core.keys import Channel, State
from facilitator.core.methods import Method
from facilitator.core.shares import Base

STATEMENT = "agree unsure disagree"
FAR_AUDIENCES = [Audience.ROOM, Audience.PUBLISHED]


def figures(seen):
    return [(option.count, option.points, option.percent, option.rank) for option in seen.options]


def test_the_operator_sees_an_open_question(a_result):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=3), state=State.OPEN)

    seen = shown(result, Audience.OPERATOR)

    assert seen.options[0].count == 3
    assert seen.figures


@pytest.mark.parametrize("audience", [*FAR_AUDIENCES, Audience.COORDINATOR])
@pytest.mark.parametrize("state", [State.READY, State.OPEN, State.VOID])
def test_before_the_closing_nobody_else_sees_a_figure(a_result, audience, state):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=30, unsure=3, disagree=1), state=state)

    seen = shown(result, audience)

    assert figures(seen) == [(None, None, None, None)] * 3
    assert (seen.base, seen.accounting, seen.cast_by_channel, seen.in_words) == (None, None, (), None)
    assert not seen.figures
    assert "when the vote is closed" in str(seen.withheld)


@pytest.mark.parametrize("people", [0, 1, 7, 30])
def test_the_coordinator_sees_every_figure_of_a_closed_question(a_result, people):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=people), sensitive=True)

    seen = shown(result, Audience.COORDINATOR)

    assert [option.count for option in seen.options] == [people, 0, 0]
    assert figures(seen) == figures(shown(result, Audience.OPERATOR))


@pytest.mark.parametrize("people", [0, 1, 9])
def test_t21_below_a_base_of_ten_the_room_sees_counts_and_no_percentage(a_result, people):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=people)), Audience.ROOM)

    assert [option.count for option in seen.options] == [people, 0, 0]
    assert [option.percent for option in seen.options] == [None, None, None]
    assert seen.base == people


def test_t21_from_a_base_of_ten_the_room_sees_percentages(a_result):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=9, unsure=1)), Audience.ROOM)

    assert [option.percent for option in seen.options] == ["90%", "10%", "0%"]


@pytest.mark.parametrize("audience", FAR_AUDIENCES)
def test_t15_the_base_and_its_kind_stand_beside_the_percentages(a_result, audience):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=30)), audience)

    assert (seen.base, seen.of) == (30, Base.VALID)


@pytest.mark.parametrize("people", range(5))
def test_t21_fewer_than_five_answers_are_not_published_at_all(a_result, people):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=people)), Audience.PUBLISHED)

    assert figures(seen) == [(None, None, None, None)] * 3
    assert (seen.base, seen.accounting, seen.in_words) == (None, None, None)
    assert "fewer than 5" in str(seen.withheld)


@pytest.mark.parametrize("people", range(5, 10))
def test_t21_five_to_nine_answers_are_published_in_words_without_a_figure(a_result, people):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=people - 1, unsure=1)), Audience.PUBLISHED)

    assert figures(seen) == [(None, None, None, None)] * 3
    assert (seen.base, seen.accounting) == (None, None)
    assert str(seen.in_words) == "Most people chose “The agree”."


def test_in_words_a_tie_has_no_leader(a_result):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=3, disagree=3)), Audience.PUBLISHED)

    assert str(seen.in_words) == "No answer was chosen more often than every other."


@pytest.mark.parametrize("lines", [{"agree": 4, "unsure": 2, "disagree": 2}, {"agree": 3, "unsure": 2, "disagree": 2}])
def test_in_words_half_or_less_is_not_most_people(a_result, lines):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(**lines)), Audience.PUBLISHED)

    assert str(seen.in_words) == "“The agree” was chosen more often than any other."


def test_in_words_dots_are_never_people(a_result):
    sheet = a_count("wall", Channel.TALLY, voting=6, a1=15, a2=1)

    seen = shown(a_result(Method.DOTS, "a1 a2", sheet, max_marks=3, stacking=True), Audience.PUBLISHED)

    assert "Most people" not in str(seen.in_words)


def test_d7_ten_answers_are_published_with_figures(a_result):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=9, disagree=1)), Audience.PUBLISHED)

    assert [(option.count, option.percent) for option in seen.options] == [(9, "90%"), (0, "0%"), (1, "10%")]
    assert seen.figures


@pytest.mark.parametrize("people", [5, 9, 10, 200])
def test_d7_everyone_of_one_mind_on_a_sensitive_question_is_not_published(a_result, people):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=people), sensitive=True), Audience.PUBLISHED)

    assert figures(seen) == [(None, None, None, None)] * 3
    assert (seen.base, seen.accounting, seen.in_words) == (None, None, None)


def test_d6_the_count_of_one_table_is_not_published_while_others_did_not_send_theirs(a_result):
    whole = a_result(Method.STATEMENT, STATEMENT, a_count("Table 2", Channel.TALLY, agree=11, unsure=1))
    one, two = (
        shown(replace(whole, tables_counted=counted, tables_missing=("Table 3",)), Audience.PUBLISHED)
        for counted in (1, 2)
    )
    alone = shown(replace(whole, tables_counted=1, tables_missing=()), Audience.PUBLISHED)

    assert figures(one) == [(None, None, None, None)] * 3
    assert (one.base, one.accounting, one.in_words, one.cast_by_channel, one.tables) == (None, None, None, (), None)
    assert (two.figures, alone.figures) == (True, True)


def test_d7_what_is_told_nothing_is_told_so_in_one_sentence_whatever_the_reason(a_result):
    few = a_result(Method.STATEMENT, STATEMENT, a_count(agree=3, unsure=1))
    of_one_mind = a_result(Method.STATEMENT, STATEMENT, a_count(agree=30), sensitive=True)
    one_table = replace(
        a_result(Method.STATEMENT, STATEMENT, a_count(agree=20, unsure=5)), tables_counted=1, tables_missing=("two",)
    )

    told = {str(shown(one, Audience.PUBLISHED).withheld) for one in (few, of_one_mind, one_table)}

    assert len(told) == 1


def test_d7_everyone_of_one_mind_on_an_ordinary_statement_is_published(a_result):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=30)), Audience.PUBLISHED)

    assert seen.options[0].percent == "100%"


def test_t16_blank_spoilt_and_abstainers_are_told_beside_the_result(a_result):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=30), denominators=Denominators(35, explanation="So."))

    accounting = shown(result, Audience.ROOM).accounting

    assert (accounting.present, accounting.cast, accounting.valid) == (35, 30, 30)
    assert (accounting.blank, accounting.spoilt, accounting.abstain) == (0, 0, 0)
    assert accounting.explanation == "So."


def test_t28_what_was_never_issued_is_unknown_in_the_accounting(a_result):
    result = a_result(Method.STATEMENT, STATEMENT, a_count(agree=30), denominators=Denominators(None))

    accounting = shown(result, Audience.ROOM).accounting

    assert (accounting.present, accounting.issued, accounting.not_returned) == (None, None, None)


def test_d6_the_channels_are_told_as_shares_of_the_people_and_not_as_results(a_result):
    sheets = [a_count("room", agree=30), a_count("table 1", Channel.TALLY, disagree=8)]

    seen = shown(a_result(Method.STATEMENT, STATEMENT, *sheets), Audience.PUBLISHED)

    assert seen.cast_by_channel == ((Channel.HANDS, 30), (Channel.TALLY, 8))


@pytest.mark.parametrize("audience", Audience)
def test_what_was_asked_is_always_shown(a_result, audience):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, state=State.OPEN), audience)

    assert seen.text == "What about it?"
    assert [option.text for option in seen.options] == ["The agree", "The unsure", "The disagree"]


def test_texts_put_otherwise_leave_every_figure_as_it_was(a_result):
    seen = shown(a_result(Method.STATEMENT, STATEMENT, a_count(agree=30)), Audience.PUBLISHED)

    cut = reworded(seen, lambda text: text[:5])

    assert (cut.text, cut.options[0].text) == ("What ", "The a")
    assert (figures(cut), cut.base, cut.accounting) == (figures(seen), seen.base, seen.accounting)
