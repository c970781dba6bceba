"""The rules that need a file: whatever is done in whatever order, totals are what the rows of the file say."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_ballot, a_count, a_programme, a_question, an_event
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import correct_count, enter_count, enter_second_count, replace_count
from facilitator.conduct.event import open_event
from facilitator.conduct.record import event_record
from facilitator.conduct.results import result, results
from facilitator.conduct.voting import (
    Closing,
    ask_again,
    close_question,
    open_question,
    reopen_question,
    void_question,
)
from facilitator.core.keys import Channel
from facilitator.errors import Refused
from tests.conduct.steps import changes, counts, vote

STATEMENT = ("agree", "unsure", "disagree")
AREAS = ("a1", "a2", "a3", "a4")


@contextlib.contextmanager
def an_open_event():
    """Yield an event of its own with an open statement and an open choice of areas."""
    with tempfile.TemporaryDirectory() as folder:
        event = an_event(Path(folder), a_question("s1"), a_question("areas", "choose", options=AREAS, max=3))
        open_question(event, "s1", present=1000)
        open_question(event, "areas", present=1000)
        yield event
        event.close()


# T1, T13: the same ballots in any number and any order.

ballots = st.builds(
    a_ballot,
    st.sampled_from(STATEMENT),
    code=st.sampled_from(["one", "two", "three"]),
    counter=st.integers(0, 5),
)


def by_voter_and_counter(found):
    return {(ballot.code, ballot.counter): ballot for ballot in found}


@settings(max_examples=30)
@given(st.lists(ballots, min_size=1, max_size=8), st.data())
def test_t01_a_ballot_submitted_any_number_of_times_counts_once(found, data):
    distinct = list(by_voter_and_counter(found).values())
    repeated = data.draw(st.lists(st.sampled_from(distinct), max_size=10))

    with an_open_event() as once, an_open_event() as often:
        for ballot in distinct:
            cast(once, "s1", ballot)
        for ballot in [*distinct, *repeated]:
            cast(often, "s1", ballot)

        assert result(often, "s1") == result(once, "s1")


@settings(max_examples=30)
@given(st.lists(ballots, min_size=1, max_size=8), st.randoms())
def test_t13_of_one_sender_the_highest_counter_counts_whatever_arrives_first(found, random):
    distinct = by_voter_and_counter(found)
    last = {code: distinct[code, counter] for code, counter in sorted(distinct)}
    expected = Counter(ballot.choices[0].option for ballot in last.values())

    with an_open_event() as event:
        for ballot in random.sample(list(distinct.values()), len(distinct)):
            cast(event, "s1", ballot)

        assert counts(event, "s1") == {option: expected[option] for option in STATEMENT}


@settings(max_examples=30)
@given(st.lists(st.sets(st.sampled_from(AREAS), max_size=3), min_size=1, max_size=12), st.randoms())
def test_t13_the_order_of_the_voters_does_not_change_the_result(choices, random):
    voters = [a_ballot(*sorted(chosen), code=f"card {number}") for number, chosen in enumerate(choices)]
    expected = Counter(option for chosen in choices for option in chosen)

    with an_open_event() as event:
        for ballot in random.sample(voters, len(voters)):
            cast(event, "areas", ballot)

        assert counts(event, "areas") == {option: expected[option] for option in AREAS}
        assert result(event, "areas").tally.cast == len(choices)


@settings(max_examples=20)
@given(st.permutations(range(4)))
def test_t13_the_order_of_the_tables_does_not_change_the_result(order):
    sheets = [a_count(f"table {number}", Channel.TALLY, agree=number, disagree=1) for number in order]

    with an_open_event() as event:
        for sheet in sheets:
            enter_count(event, "s1", sheet)

        assert counts(event, "s1") == {"agree": 6, "unsure": 0, "disagree": 4}


# T12: a recount of the raw rows, written here without any view or function of the product.


def rows(connection, sql, *values):
    connection.row_factory = sqlite3.Row
    return connection.execute(sql, values).fetchall()


def counting_sheets(connection, question):
    sheets = rows(connection, "SELECT * FROM count_sheet WHERE question = ?", question)
    replaced = {sheet["replaces"] for sheet in sheets}
    return [sheet for sheet in sheets if sheet["second_of"] is None and sheet["id"] not in replaced]


def counting_ballots(connection, question, replaced_channels):
    last = {}
    for ballot in rows(connection, "SELECT * FROM ballot WHERE question = ?", question):
        standing_before = last.get(ballot["voter"])
        if ballot["edition"] and (standing_before is None or standing_before["edition"] < ballot["edition"]):
            last[ballot["voter"]] = ballot
    return [ballot for ballot in last.values() if ballot["channel"] not in replaced_channels]


def recounted(path, question):
    """Return people per option and how many cast a vote, from the raw rows of the file."""
    connection = sqlite3.connect(path)
    sheets = counting_sheets(connection, question)
    found = counting_ballots(connection, question, {one["channel"] for one in sheets if one["instead_of_ballots"]})
    totals = Counter(option for ballot in found for option in ballot["marks"].split())
    cast_votes = len(found)
    for sheet in sheets:
        lines = {
            line["option_key"]: line["number"]
            for line in rows(connection, "SELECT * FROM count_line WHERE sheet = ?", sheet["id"])
        }
        totals.update(lines)
        others = sheet["abstain"] + sheet["blank"] + sheet["spoilt"]
        cast_votes += sum(lines.values()) + others if sheet["people_voting"] is None else sheet["people_voting"]
    connection.close()
    return {option: number for option, number in totals.items() if number}, cast_votes


def told(event, question):
    found = next(one for one in event.store.reading.questions() if one.id == question.id)
    shown = result(event, found.key)
    return {option.key: option.count for option in shown.options if option.count}, shown.tally.cast


def a_statement_sheet(place, channel, agree, disagree):
    return a_count(place, channel, agree=agree, disagree=disagree)


sheets = st.builds(
    a_statement_sheet,
    st.sampled_from(["room", "table 1", "table 2"]),
    st.sampled_from([Channel.HANDS, Channel.TALLY]),
    st.integers(0, 20),
    st.integers(0, 20),
)
sheets_instead = st.builds(
    lambda agree: replace(a_count("room", Channel.PHONE, agree=agree), instead_of_ballots=True), st.integers(0, 20)
)
ballots_of_two_phones = st.builds(
    a_ballot,
    st.sampled_from([*STATEMENT, "blank", "rather_not_say"]),
    code=st.sampled_from(["one", "two", "three"]),
    sender=st.sampled_from([b"phone-one", b"phone-two"]),
    counter=st.integers(0, 4),
)
operations = st.one_of(
    st.tuples(st.just(cast), ballots_of_two_phones),
    st.tuples(st.just(enter_count), sheets),
    st.tuples(st.just(enter_second_count), sheets),
    st.tuples(st.just(replace_count), sheets),
    st.tuples(st.just(lambda event, key, sheet: correct_count(event, key, sheet, why="So")), sheets | sheets_instead),
    st.tuples(
        st.sampled_from(
            [
                lambda event, key, _: close_question(event, key, Closing(groups_disjoint=True)),
                lambda event, key, _: reopen_question(event, key, why="So"),
                lambda event, key, _: void_question(event, key, why="So"),
                lambda event, key, _: ask_again(event, key, "New words", why="So"),
                lambda event, key, _: open_question(event, key, present=1000),
            ]
        ),
        st.none(),
    ),
)


@settings(max_examples=40)
@given(st.lists(operations, min_size=5, max_size=20))
def test_t12_totals_equal_a_recount_of_the_raw_rows_at_any_moment(found):
    with an_open_event() as event:
        for verb, argument in found:
            with contextlib.suppress(Refused):
                verb(event, "s1", argument)
            question = event.store.reading.current_question("s1")

            assert told(event, question) == recounted(event.path, question.id)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 5), st.sets(st.sampled_from(AREAS), max_size=3)), max_size=15))
def test_t12_totals_of_a_choice_of_several_equal_a_recount_of_the_raw_rows(found):
    with an_open_event() as event:
        for counter, (code, chosen) in enumerate(found):
            cast(event, "areas", a_ballot(*sorted(chosen), code=str(code), counter=counter))
            question = event.store.reading.current_question("areas")

            assert told(event, question) == recounted(event.path, question.id)


def test_t12_totals_are_the_same_when_the_file_is_opened_again(make_event):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=50)
    cast(event, "s1", a_ballot("agree"))
    enter_count(event, "s1", a_count(agree=30))
    before = results(event)
    event.close()

    again = open_event(event.path)

    assert results(again) == before
    again.close()


# T10: practice, void questions and rehearsals.


def test_t10_a_practice_question_is_in_no_result_and_no_record(default_event):
    vote(default_event, "tea", a_count(tea=40, coffee=30, neither=5))

    record = event_record(default_event)

    assert "tea" not in {found.key for found in (*results(default_event), *record.results, *record.taken_back)}
    assert counts(default_event, "tea")["tea"] == 40


def test_t10_a_practice_question_that_was_taken_back_is_in_no_record_either(default_event):
    vote(default_event, "tea", a_count(tea=40))
    void_question(default_event, "tea", why="The kettle is broken")

    record = event_record(default_event)

    assert record.taken_back == ()


def test_t10_a_question_that_was_taken_back_is_told_apart_from_the_results(default_event):
    vote(default_event, "s1", a_count(agree=40))
    void_question(default_event, "s1", why="The wrong statement was on the screen")

    record = event_record(default_event)

    assert "s1" not in {found.key for found in record.results}
    assert [(found.key, found.status, found.tally.cast) for found in record.taken_back] == [("s1", "void", 40)]


@pytest.mark.parametrize("rehearsal", [True, False])
def test_t10_a_rehearsal_stays_a_rehearsal(make_event, rehearsal):
    event = make_event(rehearsal=rehearsal)
    vote(event, "s1", a_count(agree=40))
    event.close()

    again = open_event(event.path)

    assert again.is_rehearsal is rehearsal
    assert event_record(again).rehearsal is rehearsal
    again.close()


# T14: the order shown is stored.


def test_t14_the_order_in_which_options_were_shown_is_stored(make_event):
    event = make_event(a_question("areas", "choose", options=["a3", "a1", "a2"], max=1))
    connection = sqlite3.connect(event.path)

    stored = connection.execute("SELECT option_key FROM question_option ORDER BY position").fetchall()
    connection.close()

    assert stored == [("a3",), ("a1",), ("a2",)]
    assert [option.key for option in result(event, "areas").options] == ["a3", "a1", "a2"]


def test_t14_another_order_of_the_options_gives_the_same_totals(make_event):
    first = make_event(a_question("areas", "choose", options=["a1", "a2", "a3"], max=2))
    second = make_event(a_question("areas", "choose", options=["a3", "a2", "a1"], max=2))
    vote(first, "areas", a_count(voting=20, a1=20, a2=5, a3=3))
    vote(second, "areas", a_count(voting=20, a1=20, a2=5, a3=3))

    assert counts(first, "areas") == counts(second, "areas")
    assert [option.key for option in results(second)[0].options] == ["a3", "a2", "a1"]


# T15 to T21 through a file: what is asked of the result is what the core says.


def test_t21_nine_votes_have_no_percentage_and_the_tenth_brings_them(make_event):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count(agree=9))
    before = result(event, "s1").options[0].share.percent

    replace_count(event, "s1", a_count(agree=10))

    assert (before, result(event, "s1").options[0].share.percent) == (None, "100%")


def test_t09_every_revision_can_be_read_in_the_history_with_its_reason(make_event):
    event = make_event(a_question("s1"))
    vote(event, "s1", a_count(agree=31), present=50)
    correct_count(event, "s1", a_count(agree=13), why="31 was 13")
    reopen_question(event, "s1", why="Table 4 was forgotten")
    close_question(event, "s1")

    found = [(change.verb, change.why, change.detail) for change in changes(event)[-4:]]

    assert found == [
        ("close question", "", "revision 1, 50 present"),
        ("correct result", "31 was 13", "revision 2, 50 present; room by hands: agree 13"),
        ("open question again", "Table 4 was forgotten", "revision 3, 50 present"),
        ("close question", "", "revision 3, 50 present"),
    ]


def test_the_programme_is_kept_in_the_file_to_the_letter(make_event, tmp_path):
    file = a_programme(tmp_path, a_question("s1"))
    event = make_event(a_question("s1"))

    text, form, digest = event.store.reading.programme_text()

    assert (text, form, digest) == (file.text, file.form, file.digest)
    assert json.loads(text)["key"] == "small"
