"""Counts of the tables: who sits there, which table is missing, late tables, paper, corrections, and the recount."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_ballot, a_count, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import (
    correct_count,
    correct_counts,
    correction_blockers,
    enter_count,
    enter_second_count,
    replace_count,
    standing_second_count,
    unfitting,
)
from facilitator.conduct.noting import record_table
from facilitator.conduct.results import result
from facilitator.conduct.seating import record_headcount, tables_at
from facilitator.conduct.voting import (
    Closing,
    ClosingBlocked,
    close_question,
    closing_blockers,
    closing_warnings,
    open_question,
    reopen_question,
    restate_present,
    take_back_opening,
)
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import Channel
from facilitator.document.base import base_sentence
from facilitator.errors import FacilitatorError, Refused
from tests.conduct.steps import changes, counts, state, verbs


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2"), tables=3)


@pytest.fixture
def open_event(event):
    open_question(event, "s1", present=24)
    return event


def at_table(number, **lines):
    return a_count(f"Table {number}", Channel.TALLY, **lines)


def sentences(found):
    return [str(blocker.message) for blocker in found]


def test_the_tables_of_the_event_are_there_before_anybody_sat_down(event):
    tables = tables_at(event, "s1")

    assert [(table.place, table.headcount, table.sheet) for table in tables] == [
        ("Table 1", None, None),
        ("Table 2", None, None),
        ("Table 3", None, None),
    ]


def test_a_headcount_is_kept_with_the_ticks_of_its_table(event):
    record_table(event, "one", "Table 2", headcount=7, complete=True, played_back=True)

    record_headcount(event, "one", "table  2", 8)

    session = event.store.reading.table_sessions()[-1]
    assert (session.place, session.headcount, session.complete, session.played_back) == ("Table 2", 8, 1, 1)


def test_a_headcount_below_nought_or_of_no_table_is_refused(event):
    with pytest.raises(Refused, match="below zero"):
        record_headcount(event, "one", "Table 2", -1)
    with pytest.raises(Refused, match="no name"):
        record_headcount(event, "one", "  ", 8)


def test_situation_10_a_missing_table_is_named_and_its_vote_closes_with_a_reason(open_event):
    enter_count(open_event, "s1", at_table(1, agree=8))
    enter_count(open_event, "s1", at_table(2, agree=8))

    with pytest.raises(ClosingBlocked, match="Table 3 has not sent its count"):
        close_question(open_event, "s1")
    close_question(open_event, "s1", Closing(explanation="Table 3 was still talking."))

    found = result(open_event, "s1")
    assert (found.tables_counted, found.tables_missing) == (2, ("Table 3",))


def test_d6_the_public_is_told_how_many_tables_were_counted_and_never_which(open_event):
    enter_count(open_event, "s1", at_table(1, agree=8))
    enter_count(open_event, "s1", at_table(2, agree=8))
    close_question(open_event, "s1", Closing(explanation="Table 3 was still talking."))

    seen = shown(result(open_event, "s1"), Audience.PUBLISHED)

    assert seen.tables == (2, 1)
    assert "counted at 2 of 3 tables" in str(base_sentence(seen))
    assert "Table" not in str(base_sentence(seen))


def test_a_table_that_sent_nothing_but_noughts_is_missing_all_the_same(open_event):
    for number in (1, 2):
        enter_count(open_event, "s1", at_table(number, agree=8))
    enter_count(open_event, "s1", at_table(3, agree=0, unsure=0, disagree=0))

    assert sentences(closing_blockers(open_event, "s1")) == ["Table 3 has not sent its count."]


def test_an_empty_table_is_not_waited_for(open_event):
    for number in (1, 2):
        enter_count(open_event, "s1", at_table(number, agree=8))

    record_headcount(open_event, "one", "Table 3", 0)

    assert closing_blockers(open_event, "s1") == []


def test_a_table_with_more_votes_than_people_is_settled_by_its_headcount(open_event):
    for number in (1, 2, 3):
        record_headcount(open_event, "one", f"Table {number}", 7)
        enter_count(open_event, "s1", at_table(number, agree=7 if number > 1 else 8))
    assert sentences(closing_blockers(open_event, "s1")) == ["Table 1: 8 votes from 7 people, 1 too many."]

    record_headcount(open_event, "one", "Table 1", 8)

    assert closing_blockers(open_event, "s1") == []


def test_t27_the_people_at_the_tables_are_compared_with_the_people_present(open_event):
    for number in (1, 2, 3):
        record_headcount(open_event, "one", f"Table {number}", 7)
        enter_count(open_event, "s1", at_table(number, agree=7))

    assert [str(told) for told in closing_warnings(open_event, "s1")] == [
        "21 people sit at the tables, but 24 are present."
    ]
    close_question(open_event, "s1")


def test_situation_07_a_late_table_joins_and_is_waited_for(open_event):
    record_headcount(open_event, "one", "Table 14", 8)
    for number in (1, 2, 3):
        enter_count(open_event, "s1", at_table(number, agree=4))

    assert sentences(closing_blockers(open_event, "s1")) == ["Table 14 has not sent its count."]
    enter_count(open_event, "s1", at_table(14, agree=8))
    close_question(open_event, "s1")

    assert counts(open_event, "s1")["agree"] == 20
    assert result(open_event, "s1").tables_counted == 4


def test_a_table_beside_hands_is_not_missing(open_event):
    enter_count(open_event, "s1", a_count(agree=10))
    enter_count(open_event, "s1", at_table(1, agree=8))

    close_question(open_event, "s1", Closing(groups_disjoint=True))

    assert result(open_event, "s1").tables_missing == ()


def test_a_count_from_paper_makes_the_result_provisional_until_it_is_counted_otherwise(open_event):
    for number in (1, 2, 3):
        enter_count(open_event, "s1", replace(at_table(number, agree=4), provisional=number == 2))
    close_question(open_event, "s1")
    assert shown(result(open_event, "s1"), Audience.ROOM).provisional
    assert "provisional until the paper ballots are read" in str(base_sentence(shown(result(open_event, "s1"), "room")))

    correct_count(open_event, "s1", at_table(2, agree=5), why="The paper was read")

    assert not result(open_event, "s1").provisional


def test_situation_24_one_tables_row_is_corrected_after_the_closing(open_event):
    for number in (1, 2, 3):
        record_headcount(open_event, "one", f"Table {number}", 8)
        enter_count(open_event, "s1", at_table(number, agree=5, disagree=3))
    close_question(open_event, "s1")

    wrong = at_table(2, agree=9)
    assert sentences(correction_blockers(open_event, "s1", [wrong])) == [
        "25 votes from 24 people present: 1 too many.",
        "Table 2: 9 votes from 8 people, 1 too many.",
    ]
    with pytest.raises(ClosingBlocked):
        correct_count(open_event, "s1", wrong, why="Misread")
    correct_count(open_event, "s1", at_table(2, agree=3, disagree=5), why="Misread")

    found = result(open_event, "s1")
    assert (found.status, found.revision) == ("corrected", 2)
    assert counts(open_event, "s1") == {"agree": 13, "unsure": 0, "disagree": 11}


def test_what_the_closing_explained_stays_explained_and_does_not_cover_what_a_correction_brings(open_event):
    record_headcount(open_event, "one", "Table 1", 8)
    enter_count(open_event, "s1", at_table(1, agree=8))
    close_question(open_event, "s1", Closing(explanation="Two tables went home."))

    with pytest.raises(ClosingBlocked, match="Table 1: 9 votes"):
        correct_count(open_event, "s1", at_table(1, agree=9), why="Misread")
    correct_count(open_event, "s1", at_table(1, agree=9), why="Misread", explanation="One joined them.")

    assert result(open_event, "s1").denominators.explanation == "Two tables went home. One joined them."


@pytest.fixture
def closed_tables(open_event):
    for number in (1, 2, 3):
        record_headcount(open_event, "one", f"Table {number}", 8)
        enter_count(open_event, "s1", at_table(number, agree=5, disagree=3))
    close_question(open_event, "s1")
    return open_event


def headcounts(event):
    return {table.place: table.headcount for table in tables_at(event, "s1")}


def test_several_tables_are_corrected_as_one_revision(closed_tables):
    correct_counts(
        closed_tables,
        "s1",
        [at_table(1, agree=3, disagree=5), at_table(3, agree=0, disagree=8)],
        why="Read upside down",
    )

    found = result(closed_tables, "s1")
    assert (found.status, found.revision) == ("corrected", 2)
    assert counts(closed_tables, "s1") == {"agree": 8, "unsure": 0, "disagree": 16}
    assert verbs(closed_tables)[-2:] == ["close question", "correct result"]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (at_table(2, agree=9), "Table 2: 9 votes from 8 people"),
        (replace(at_table(2, agree=5, disagree=3), people_voting=7), "add up to 8"),
        (at_table(7, agree=1), "had no count"),
        (at_table(1, agree=4, disagree=4), "is counted twice"),
    ],
)
def test_a_refusal_of_one_table_leaves_every_table_untouched(closed_tables, second, told):
    before = closed_tables.last_entry()

    with pytest.raises(FacilitatorError, match=told):
        correct_counts(
            closed_tables, "s1", [at_table(1, agree=3, disagree=4), second], why="Misread", headcounts={"Table 3": 9}
        )

    assert closed_tables.last_entry() == before
    assert counts(closed_tables, "s1") == {"agree": 15, "unsure": 0, "disagree": 9}
    assert result(closed_tables, "s1").revision == 1
    assert headcounts(closed_tables) == {"Table 1": 8, "Table 2": 8, "Table 3": 8}


def test_a_correction_of_no_count_is_refused(closed_tables):
    with pytest.raises(Refused, match="No figure was changed"):
        correct_counts(closed_tables, "s1", [], why="Misread")


def test_t07_counts_that_only_together_are_more_than_the_people_present_need_an_explanation(closed_tables):
    sheets = [at_table(1, agree=6, disagree=3), at_table(2, agree=5, disagree=2)]
    correct_counts(closed_tables, "s1", sheets, why="One sat elsewhere", headcounts={"Table 1": 9, "Table 2": 7})
    assert result(closed_tables, "s1").tally.cast == 24

    more = [at_table(1, agree=7, disagree=3), at_table(2, agree=6, disagree=2)]
    known = {"Table 1": 10, "Table 2": 8}
    assert sentences(correction_blockers(closed_tables, "s1", more, headcounts=known)) == [
        "26 votes from 24 people present: 2 too many."
    ]
    with pytest.raises(ClosingBlocked):
        correct_counts(closed_tables, "s1", more, why="Misread", headcounts=known)
    correct_counts(closed_tables, "s1", more, why="Misread", present=26, headcounts=known)
    assert result(closed_tables, "s1").denominators.present == 26


def test_a_table_and_who_sits_there_are_corrected_in_one_decision(closed_tables):
    sheet = at_table(2, agree=6, disagree=3)
    with pytest.raises(ClosingBlocked, match="Table 2: 9 votes from 8 people"):
        correct_counts(closed_tables, "s1", [sheet], why="One came late", present=25)

    correct_counts(closed_tables, "s1", [sheet], why="One came late", present=25, headcounts={"table 2": 9})

    assert headcounts(closed_tables) == {"Table 1": 8, "Table 2": 9, "Table 3": 8}
    assert result(closed_tables, "s1").revision == 2
    assert verbs(closed_tables)[-2:] == ["close question", "correct result"]


def test_who_sat_at_a_table_is_corrected_alone_as_a_revision_with_a_reason(closed_tables):
    stored = closed_tables.last_entry()
    with pytest.raises(Refused, match="A reason is missing"):
        correct_counts(closed_tables, "s1", [], why=" ", headcounts={"table 2": 9})
    assert closed_tables.last_entry() == stored

    correct_counts(closed_tables, "s1", [], why="One sat in the corner", headcounts={"table 2": 9})

    assert headcounts(closed_tables) == {"Table 1": 8, "Table 2": 9, "Table 3": 8}
    assert result(closed_tables, "s1").revision == 2
    assert verbs(closed_tables)[-2:] == ["close question", "correct result"]
    assert changes(closed_tables)[-1].why == "One sat in the corner"


def test_fewer_people_at_a_table_than_votes_came_from_it_need_an_explanation(closed_tables):
    fewer = {"Table 2": 7}
    told = "Table 2: 8 votes from 7 people, 1 too many."
    assert sentences(correction_blockers(closed_tables, "s1", [], headcounts=fewer)) == [told]
    with pytest.raises(ClosingBlocked):
        correct_counts(closed_tables, "s1", [], why="Misread", headcounts=fewer)

    correct_counts(closed_tables, "s1", [], why="Misread", headcounts=fewer, explanation="One left early.")

    assert result(closed_tables, "s1").denominators.explanation == "One left early."


def test_a_table_that_was_empty_and_is_not_any_more_lacks_its_count(open_event):
    for number, people in ((1, 8), (2, 0), (3, 0)):
        record_headcount(open_event, "one", f"Table {number}", people)
    enter_count(open_event, "s1", at_table(1, agree=8))
    close_question(open_event, "s1")

    found = correction_blockers(open_event, "s1", [], headcounts={"Table 2": 5})

    assert sentences(found) == ["Table 2 has not sent its count."]


def test_what_the_closing_explained_of_a_table_stays_explained_when_others_sat_there(open_event):
    record_headcount(open_event, "one", "Table 1", 8)
    enter_count(open_event, "s1", at_table(1, agree=8))
    close_question(open_event, "s1", Closing(explanation="Two tables went home."))

    correct_counts(open_event, "s1", [], why="Six sat there", headcounts={"Table 2": 6})

    assert result(open_event, "s1").denominators.explanation == "Two tables went home."


def test_the_people_present_are_corrected_without_a_count_and_never_to_what_they_are(closed_tables):
    with pytest.raises(Refused, match="No figure was changed"):
        correct_counts(closed_tables, "s1", [], why="Misread", present=24)

    correct_counts(closed_tables, "s1", [], why="Two were staff", present=26)

    assert result(closed_tables, "s1").denominators.present == 26


def test_an_opening_by_mistake_is_taken_back_and_the_question_opens_as_before(open_event):
    take_back_opening(open_event, "s1")
    assert state(open_event, "s1") == "ready"

    open_question(open_event, "s1", present=23)
    cast(open_event, "s1", a_ballot("agree"))

    assert counts(open_event, "s1")["agree"] == 1
    assert result(open_event, "s1").denominators.present == 23


@pytest.mark.parametrize(
    "vote",
    [
        lambda event: enter_count(event, "s1", a_count(agree=1)),
        lambda event: cast(event, "s1", a_ballot("agree")),
        lambda event: close_question(event, "s1"),
        lambda event: (close_question(event, "s1"), reopen_question(event, "s1", why="Late comers")),
    ],
)
def test_an_opening_is_not_taken_back_once_something_came_of_it(open_event, vote):
    vote(open_event)

    with pytest.raises(Refused):
        take_back_opening(open_event, "s1")


def test_a_question_that_was_never_opened_has_no_opening_to_take_back(event):
    with pytest.raises(Refused):
        take_back_opening(event, "s1")


def test_a_vote_that_was_taken_back_before_its_opening_refuses_votes(open_event):
    take_back_opening(open_event, "s1")

    with pytest.raises(Refused):
        cast(open_event, "s1", a_ballot("agree"))


def test_people_counted_again_while_the_vote_is_open(open_event):
    restate_present(open_event, "s1", 26)

    assert result(open_event, "s1").denominators.present == 26
    assert result(open_event, "s1").revision == 1
    with pytest.raises(Refused):
        restate_present(open_event, "s1", -1)
    with pytest.raises(Refused):
        restate_present(open_event, "s2", 26)


def test_the_second_count_that_stands_is_of_the_count_that_stands(open_event):
    enter_count(open_event, "s1", a_count(agree=10))
    enter_second_count(open_event, "s1", a_count(agree=11))
    assert standing_second_count(open_event, "s1", "room", Channel.HANDS).lines == {"agree": 11}

    replace_count(open_event, "s1", a_count(agree=11))

    assert standing_second_count(open_event, "s1", "room", Channel.HANDS) is None


def test_why_figures_cannot_be_true_together_is_told_before_they_are_stored(open_event):
    assert str(unfitting(open_event, "s1", a_count(voting=9, agree=8))).startswith("The options add up to 8")
    assert unfitting(open_event, "s1", a_count(agree=8)) is None


def test_t12_what_is_told_of_the_tables_is_a_fresh_recount_of_their_rows(open_event):
    for number, (first, second) in enumerate([(4, 5), (6, 6), (1, 7)], start=1):
        enter_count(open_event, "s1", at_table(number, agree=first, disagree=1))
        replace_count(open_event, "s1", at_table(number, agree=second, disagree=2))

    tables = tables_at(open_event, "s1")
    found = result(open_event, "s1")

    assert sum(table.sheet.people for table in tables) == found.tally.cast == 24
    assert sum(table.sheet.lines["agree"] for table in tables) == counts(open_event, "s1")["agree"] == 18
