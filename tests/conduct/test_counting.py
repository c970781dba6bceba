"""Counts entered by people: first, second, replaced and corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_ballot, a_count, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import (
    correct_count,
    correct_present,
    enter_count,
    enter_second_count,
    replace_count,
)
from facilitator.conduct.results import result
from facilitator.conduct.voting import (
    Closing,
    ClosingBlocked,
    close_question,
    closing_blockers,
    open_question,
    reopen_question,
)
from facilitator.core.keys import Channel
from facilitator.errors import Refused
from tests.conduct.steps import changes, counts, vote

ENTRY = b"sixteen bytes id"


@pytest.fixture
def event(make_event):
    return make_event(
        a_question("s1"), a_question("areas", "choose", stage="two", options=["a1", "a2", "a3", "a4"], max=3)
    )


@pytest.fixture
def open_event(event):
    open_question(event, "s1", present=50)
    return event


@pytest.fixture
def closed_event(event):
    vote(event, "s1", a_count(agree=31, unsure=6, disagree=9), present=50)
    return event


def test_a_count_is_in_the_result_at_once(open_event):
    enter_count(open_event, "s1", a_count(agree=31, unsure=6, disagree=9))

    assert counts(open_event, "s1") == {"agree": 31, "unsure": 6, "disagree": 9}


def test_tables_add_up(open_event):
    enter_count(open_event, "s1", a_count("table 1", Channel.TALLY, agree=5, disagree=3))
    enter_count(open_event, "s1", a_count("table 2", Channel.TALLY, agree=7))

    assert counts(open_event, "s1") == {"agree": 12, "unsure": 0, "disagree": 3}


def test_a_place_is_counted_once(open_event):
    enter_count(open_event, "s1", a_count("table 1", Channel.TALLY, agree=5))

    with pytest.raises(Refused, match="table 1 was counted already"):
        enter_count(open_event, "s1", a_count("table 1", Channel.TALLY, agree=6))


def test_a_place_written_with_a_space_is_not_another_place(open_event):
    enter_count(open_event, "s1", a_count("table 1", Channel.TALLY, agree=5))

    with pytest.raises(Refused, match="counted already"):
        enter_count(open_event, "s1", a_count("table 1 ", Channel.TALLY, agree=5))


def test_a_count_needs_an_open_question(event):
    with pytest.raises(Refused, match="not open yet"):
        enter_count(event, "s1", a_count(agree=5))


def test_t09_a_count_behind_the_closing_is_refused(closed_event):
    with pytest.raises(Refused, match="This question is closed"):
        enter_count(closed_event, "s1", a_count("table 9", Channel.TALLY, agree=5))


def test_a_count_whose_sums_do_not_fit_is_not_stored(open_event):
    with pytest.raises(Refused, match="add up to 40, but 46"):
        enter_count(open_event, "s1", a_count(voting=46, agree=40))

    assert counts(open_event, "s1")["agree"] == 0


def test_a_count_instead_of_ballots_is_a_correction_and_needs_a_reason(open_event):
    cast(open_event, "s1", a_ballot("agree"))

    with pytest.raises(Refused):
        enter_count(open_event, "s1", replace(a_count("room", Channel.PHONE, disagree=1), instead_of_ballots=True))


def test_a_second_count_is_compared_and_never_added(open_event):
    enter_count(open_event, "s1", a_count(agree=31))
    enter_second_count(open_event, "s1", a_count(agree=31))

    assert counts(open_event, "s1")["agree"] == 31
    assert closing_blockers(open_event, "s1") == []


def test_a_second_count_needs_a_first(open_event):
    with pytest.raises(Refused, match="room has no count yet"):
        enter_second_count(open_event, "s1", a_count(agree=31))


def test_a_second_count_of_another_table_is_no_second_count(open_event):
    enter_count(open_event, "s1", a_count("table 1", Channel.TALLY, agree=5))

    with pytest.raises(Refused, match="table 2 has no count yet"):
        enter_second_count(open_event, "s1", a_count("table 2", Channel.TALLY, agree=5))


def test_a_third_count_takes_the_place_of_the_second(open_event):
    enter_count(open_event, "s1", a_count(agree=31))
    enter_second_count(open_event, "s1", a_count(agree=30))
    enter_second_count(open_event, "s1", a_count(agree=31))

    assert closing_blockers(open_event, "s1") == []


def test_a_count_put_in_the_stead_of_another_is_the_one_that_counts(open_event):
    enter_count(open_event, "s1", a_count(agree=31))
    replace_count(open_event, "s1", a_count(agree=13), why="Misheard")

    assert counts(open_event, "s1")["agree"] == 13
    assert changes(open_event)[-1].why == "Misheard"


def test_a_count_is_put_in_the_stead_of_one_that_is_there(open_event):
    with pytest.raises(Refused, match="room has no count yet"):
        replace_count(open_event, "s1", a_count(agree=13))


def test_the_place_of_a_replaced_count_stays_counted(open_event):
    enter_count(open_event, "s1", a_count(agree=31))
    replace_count(open_event, "s1", a_count(agree=13))

    with pytest.raises(Refused, match="counted already"):
        enter_count(open_event, "s1", a_count(agree=1))


def test_the_counter_is_kept(open_event):
    enter_count(open_event, "s1", replace(a_count(agree=31), counter="M.P."))

    question = open_event.store.reading.current_question("s1")

    assert open_event.store.reading.sheets(question.id)[0].sheet.counter == "M.P."


def test_situation_24_a_wrong_figure_noticed_later_is_corrected_with_a_reason(closed_event):
    correct_count(closed_event, "s1", a_count(agree=13, unsure=6, disagree=9), why="31 was 13")

    corrected = result(closed_event, "s1")
    assert counts(closed_event, "s1") == {"agree": 13, "unsure": 6, "disagree": 9}
    assert (corrected.revision, corrected.status, corrected.denominators.present) == (2, "corrected", 50)
    assert (changes(closed_event)[-1].verb, changes(closed_event)[-1].why) == ("correct result", "31 was 13")


def test_the_corrected_figures_are_readable_in_the_changes(closed_event):
    correct_count(closed_event, "s1", a_count(agree=13, unsure=6, disagree=9), why="31 was 13")

    assert changes(closed_event)[-1].detail == "revision 2, 50 present; room by hands: agree 13, disagree 9, unsure 6"


def test_a_correction_needs_a_reason(closed_event):
    with pytest.raises(Refused, match="A reason is missing"):
        correct_count(closed_event, "s1", a_count(agree=13), why=" ")


def test_an_open_question_is_not_corrected(open_event):
    enter_count(open_event, "s1", a_count(agree=31))

    with pytest.raises(Refused, match="Only the result of a closed question"):
        correct_count(open_event, "s1", a_count(agree=13), why="31 was 13")


def test_a_correction_of_a_place_that_was_not_counted_is_refused(closed_event):
    with pytest.raises(Refused, match="table 4 had no count by tally"):
        correct_count(closed_event, "s1", a_count("table 4", Channel.TALLY, agree=1), why="Forgotten")


def test_t07_a_correction_to_more_votes_than_people_needs_an_explanation(closed_event):
    with pytest.raises(ClosingBlocked, match="1 too many"):
        correct_count(closed_event, "s1", a_count(agree=51), why="31 was 51")
    correct_count(closed_event, "s1", a_count(agree=51), why="31 was 51", explanation="One came in late.")

    assert counts(closed_event, "s1")["agree"] == 51
    assert result(closed_event, "s1").denominators.explanation == "One came in late."


def test_a_correction_with_sums_that_do_not_fit_changes_nothing(closed_event):
    with pytest.raises(Refused, match="add up"):
        correct_count(closed_event, "s1", a_count(voting=46, agree=13), why="31 was 13")

    assert result(closed_event, "s1").revision == 1


def test_a_corrected_result_can_be_corrected_again(closed_event):
    correct_count(closed_event, "s1", a_count(agree=13), why="31 was 13")
    correct_count(closed_event, "s1", a_count(agree=14), why="13 was 14")

    assert (counts(closed_event, "s1")["agree"], result(closed_event, "s1").revision) == (14, 3)


def test_t01_a_correction_sent_twice_is_one_revision(closed_event):
    correct_count(closed_event, "s1", a_count(agree=13), why="31 was 13", entry_id=ENTRY)
    correct_count(closed_event, "s1", a_count(agree=13), why="31 was 13", entry_id=ENTRY)

    assert result(closed_event, "s1").revision == 2


def test_the_people_present_are_corrected_with_a_reason(closed_event):
    correct_present(closed_event, "s1", 48, why="Two were staff")

    corrected = result(closed_event, "s1")
    assert (corrected.denominators.present, corrected.revision, corrected.status) == (48, 2, "corrected")
    assert (changes(closed_event)[-1].verb, changes(closed_event)[-1].why) == (
        "correct people present",
        "Two were staff",
    )


def test_t07_people_present_corrected_to_fewer_than_voted_need_an_explanation(closed_event):
    with pytest.raises(ClosingBlocked, match="1 too many"):
        correct_present(closed_event, "s1", 45, why="Five were staff")
    correct_present(closed_event, "s1", 45, why="Five were staff", explanation="One of them voted.")

    assert result(closed_event, "s1").denominators.explanation == "One of them voted."


def test_people_present_below_nought_are_refused_with_a_sentence(closed_event):
    with pytest.raises(Refused):
        correct_present(closed_event, "s1", -1, why="A slip of the finger", explanation="None")


def test_people_present_are_not_corrected_without_a_reason_or_before_the_closing(open_event):
    with pytest.raises(Refused, match="Only the result of a closed question"):
        correct_present(open_event, "s1", 48, why="Two were staff")
    close_question(open_event, "s1")

    with pytest.raises(Refused, match="A reason is missing"):
        correct_present(open_event, "s1", 48, why="")


@pytest.fixture
def event_with_phones(event):
    open_question(event, "s1", present=50)
    cast(event, "s1", a_ballot("agree", code="one"))
    cast(event, "s1", a_ballot("agree", code="two"))
    close_question(event, "s1")
    return event


def by_phone(instead=True, **lines):
    return replace(a_count("room", Channel.PHONE, **lines), instead_of_ballots=instead)


def test_ballots_are_corrected_by_a_count_that_stands_for_all_of_their_channel(event_with_phones):
    correct_count(event_with_phones, "s1", by_phone(agree=1, disagree=2), why="The buttons were crossed")

    assert counts(event_with_phones, "s1") == {"agree": 1, "unsure": 0, "disagree": 2}
    assert result(event_with_phones, "s1").tally.cast == 3


def test_ballots_are_not_corrected_by_a_count_that_would_add_to_them(event_with_phones):
    with pytest.raises(Refused, match="had no count by phone"):
        correct_count(event_with_phones, "s1", by_phone(instead=False, agree=1), why="The buttons were crossed")


def test_a_second_correction_never_brings_the_replaced_ballots_back(event_with_phones):
    correct_count(event_with_phones, "s1", by_phone(agree=1, disagree=2), why="The buttons were crossed")

    correct_count(event_with_phones, "s1", by_phone(instead=False, agree=2, disagree=1), why="Counted again")

    assert counts(event_with_phones, "s1") == {"agree": 2, "unsure": 0, "disagree": 1}


def test_a_count_instead_of_ballots_is_refused_where_there_are_no_ballots_of_its_channel(closed_event):
    sheet = replace(a_count("another room", agree=4), instead_of_ballots=True)

    with pytest.raises(Refused):
        correct_count(closed_event, "s1", sheet, why="More votes")


def test_a_phone_is_refused_where_a_count_stands_for_its_ballots_and_never_told_that_it_counts(event_with_phones):
    correct_count(event_with_phones, "s1", by_phone(agree=1, disagree=2), why="The buttons were crossed")
    reopen_question(event_with_phones, "s1", why="Two phones are missing")

    with pytest.raises(Refused):
        cast(event_with_phones, "s1", a_ballot("agree", code="three"))


def test_every_verb_that_counts_sent_twice_is_done_once(open_event):
    enter_count(open_event, "s1", a_count(agree=31))
    enter_second_count(open_event, "s1", a_count(agree=30), entry_id=b"second count 16b")
    enter_second_count(open_event, "s1", a_count(agree=30), entry_id=b"second count 16b")
    replace_count(open_event, "s1", a_count(agree=30), entry_id=b"replaced it 16 b")
    replace_count(open_event, "s1", a_count(agree=30), entry_id=b"replaced it 16 b")
    close_question(open_event, "s1")
    correct_present(open_event, "s1", 48, why="Two were staff", entry_id=b"corrected 16 byt")
    correct_present(open_event, "s1", 48, why="Two were staff", entry_id=b"corrected 16 byt")

    assert [change.verb for change in changes(open_event)[2:]] == [
        "enter count",
        "enter second count",
        "replace count",
        "close question",
        "correct people present",
    ]


def test_a_count_and_the_people_present_are_corrected_in_one_revision(closed_event):
    correct_count(closed_event, "s1", a_count(agree=90), present=95, why="The back row was not counted")

    corrected = result(closed_event, "s1")
    assert (corrected.revision, corrected.denominators.present, corrected.tally.valid) == (2, 95, 90)


def test_the_people_present_that_are_corrected_keep_what_the_closing_explained(event):
    open_question(event, "s1", present=30)
    enter_count(event, "s1", a_count(agree=32))
    close_question(event, "s1", Closing(explanation="Two came in during the vote."))

    correct_present(event, "s1", 31, why="One was staff", explanation="One of them voted twice by hand.")

    told = result(event, "s1").denominators.explanation
    assert told == "Two came in during the vote. One of them voted twice by hand."


@pytest.mark.parametrize("spelling", ["table 7", "Table  7", "TABLE 07"])
def test_t08_one_table_is_not_counted_twice_however_it_is_spelt(open_event, spelling):
    enter_count(open_event, "s1", a_count("Table 7", Channel.TALLY, agree=5))

    with pytest.raises(Refused, match="counted already"):
        enter_count(open_event, "s1", a_count(spelling, Channel.TALLY, agree=5))
