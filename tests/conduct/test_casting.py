"""Single ballots: the same again, replaced, of two senders, late."""

from __future__ import annotations

import sqlite3

import pytest

from builders import a_ballot, a_count, a_question
from facilitator.conduct.casting import Receipt, cast
from facilitator.conduct.counting import enter_count
from facilitator.conduct.results import result
from facilitator.conduct.voting import Closing, close_question, open_question, reopen_question
from facilitator.core.keys import Channel
from facilitator.errors import Refused
from tests.conduct.steps import changes, counts


@pytest.fixture
def event(make_event):
    event = make_event(
        a_question("s1"),
        a_question("s2"),
        a_question("areas", "choose", stage="two", options=["a1", "a2", "a3", "a4"], max=3),
    )
    open_question(event, "s1", present=50)
    open_question(event, "areas", present=50)
    return event


def rows_of(event, relation):
    connection = sqlite3.connect(event.path)
    rows = connection.execute(f"SELECT * FROM {relation}").fetchall()
    connection.close()
    return rows


def test_a_ballot_counts(event):
    assert cast(event, "s1", a_ballot("agree")) is Receipt.COUNTED
    assert counts(event, "s1") == {"agree": 1, "unsure": 0, "disagree": 0}


def test_t01_the_same_ballot_again_is_one_ballot(event):
    receipts = [cast(event, "s1", a_ballot("agree")) for _ in range(5)]

    assert set(receipts) == {Receipt.COUNTED}
    assert result(event, "s1").tally.cast == 1
    assert len(rows_of(event, "ballot")) == 1


def test_t02_a_later_choice_of_a_card_replaces_the_first_and_both_are_kept(event):
    cast(event, "s1", a_ballot("agree", counter=1))
    cast(event, "s1", a_ballot("disagree", counter=2))

    assert counts(event, "s1") == {"agree": 0, "unsure": 0, "disagree": 1}
    assert len(rows_of(event, "ballot")) == 2


def test_t02_an_earlier_choice_that_arrives_later_is_overtaken(event):
    cast(event, "s1", a_ballot("disagree", counter=2))

    receipt = cast(event, "s1", a_ballot("agree", counter=1))

    assert receipt is Receipt.OVERTAKEN
    assert counts(event, "s1") == {"agree": 0, "unsure": 0, "disagree": 1}


def test_t02_of_two_phones_with_one_code_the_later_acknowledged_counts(event):
    cast(event, "s1", a_ballot("agree", sender=b"one", counter=9))
    cast(event, "s1", a_ballot("unsure", sender=b"two", counter=1))

    assert counts(event, "s1") == {"agree": 0, "unsure": 1, "disagree": 0}
    assert result(event, "s1").tally.cast == 1


def test_t02_the_first_phone_may_choose_again_after_the_second(event):
    cast(event, "s1", a_ballot("agree", sender=b"one", counter=1))
    cast(event, "s1", a_ballot("unsure", sender=b"two", counter=1))
    cast(event, "s1", a_ballot("disagree", sender=b"one", counter=2))

    assert counts(event, "s1") == {"agree": 0, "unsure": 0, "disagree": 1}


def test_t02_an_old_choice_of_the_first_phone_does_not_undo_the_second(event):
    cast(event, "s1", a_ballot("agree", sender=b"one", counter=2))
    cast(event, "s1", a_ballot("unsure", sender=b"two", counter=1))

    receipt = cast(event, "s1", a_ballot("disagree", sender=b"one", counter=1))

    assert receipt is Receipt.OVERTAKEN
    assert counts(event, "s1") == {"agree": 0, "unsure": 1, "disagree": 0}


def test_a_replaced_ballot_sent_again_is_not_said_to_count(event):
    cast(event, "s1", a_ballot("agree", counter=1))
    cast(event, "s1", a_ballot("disagree", counter=2))

    assert cast(event, "s1", a_ballot("agree", counter=1)) is Receipt.OVERTAKEN


def test_one_counter_with_two_choices_is_refused(event):
    cast(event, "s1", a_ballot("agree"))

    with pytest.raises(Refused, match="received before with another choice"):
        cast(event, "s1", a_ballot("disagree"))
    assert counts(event, "s1") == {"agree": 1, "unsure": 0, "disagree": 0}


def test_t03_an_area_pressed_three_times_counts_once(event):
    cast(event, "areas", a_ballot("a3", "a3", "a3"))

    assert counts(event, "areas") == {"a1": 0, "a2": 0, "a3": 1, "a4": 0}


def test_t04_a_fourth_area_from_a_phone_is_refused_and_nothing_is_stored(event):
    with pytest.raises(Refused, match="Choose at most 3"):
        cast(event, "areas", a_ballot("a1", "a2", "a3", "a4"))

    assert rows_of(event, "ballot") == []


def test_t04_a_fourth_area_on_paper_is_a_spoilt_ballot(event):
    cast(event, "areas", a_ballot("a1", "a2", "a3", "a4", channel=Channel.PAPER))

    assert (result(event, "areas").tally.spoilt, result(event, "areas").tally.valid) == (1, 0)


def test_a_ballot_without_a_choice_takes_a_vote_back_to_blank(event):
    cast(event, "s1", a_ballot("agree", counter=1))
    cast(event, "s1", a_ballot(counter=2))

    assert (result(event, "s1").tally.valid, result(event, "s1").tally.blank) == (0, 1)


def test_t16_rather_not_say_is_counted_apart(event):
    cast(event, "s1", a_ballot("rather_not_say"))

    assert (result(event, "s1").tally.abstain, result(event, "s1").base) == (1, 0)


def test_a_ballot_for_a_question_that_is_not_open_is_refused(event):
    with pytest.raises(Refused, match="not open yet"):
        cast(event, "s2", a_ballot("agree"))


def test_t09_a_ballot_behind_the_closing_is_late_and_changes_nothing(event):
    cast(event, "s1", a_ballot("agree"))
    close_question(event, "s1")
    before = result(event, "s1").tally

    receipt = cast(event, "s1", a_ballot("disagree", code="late"))

    assert receipt is Receipt.LATE
    assert (result(event, "s1").tally, result(event, "s1").late) == (before, 1)


def test_t09_a_late_change_of_mind_leaves_the_ballot_in_time_as_it_was(event):
    cast(event, "s1", a_ballot("agree", counter=1))
    close_question(event, "s1")
    cast(event, "s1", a_ballot("disagree", counter=2))

    assert counts(event, "s1") == {"agree": 1, "unsure": 0, "disagree": 0}


def test_t09_a_ballot_in_time_sent_again_behind_the_closing_still_counts(event):
    cast(event, "s1", a_ballot("agree"))
    close_question(event, "s1")

    assert cast(event, "s1", a_ballot("agree")) is Receipt.COUNTED
    assert result(event, "s1").late == 0


def test_a_late_ballot_never_counts_even_when_the_question_opens_again(event):
    close_question(event, "s1")
    cast(event, "s1", a_ballot("agree"))
    reopen_question(event, "s1", why="Phones were slow")

    assert cast(event, "s1", a_ballot("agree")) is Receipt.LATE
    assert result(event, "s1").tally.cast == 0


def test_a_voter_who_was_late_may_choose_anew_when_the_question_opens_again(event):
    close_question(event, "s1")
    cast(event, "s1", a_ballot("agree", counter=1))
    reopen_question(event, "s1", why="Phones were slow")

    assert cast(event, "s1", a_ballot("unsure", counter=2)) is Receipt.COUNTED
    assert counts(event, "s1") == {"agree": 0, "unsure": 1, "disagree": 0}


def test_an_assisted_ballot_is_a_number_and_nothing_more(event):
    ballot = a_ballot("agree")

    cast(event, "s1", type(ballot)(ballot.code, ballot.sender, 1, ballot.choices, ballot.channel, assisted=True))

    assert result(event, "s1").tally.assisted == 1


def test_ballots_leave_no_entry_in_the_history(event):
    before = changes(event)

    cast(event, "s1", a_ballot("agree"))

    assert changes(event) == before


def test_a_ballot_row_holds_no_time_no_author_no_order_and_no_code(event):
    cast(event, "s1", a_ballot("agree", code="SECRET-CARD"))
    connection = sqlite3.connect(event.path)

    columns = [row[1] for row in connection.execute("PRAGMA table_info(ballot)")]
    connection.close()

    assert columns == [
        "question", "voter", "sender", "counter", "edition", "channel", "standing", "marks", "assisted",
    ]  # fmt: skip
    assert not any("SECRET-CARD" in repr(row) for row in rows_of(event, "ballot"))


def test_one_card_is_two_strangers_on_two_questions(event):
    open_question(event, "s2", present=50)
    cast(event, "s1", a_ballot("agree"))
    cast(event, "s2", a_ballot("agree"))

    voters = [row[1] for row in rows_of(event, "ballot")]

    assert len(set(voters)) == 2


def test_t08_hands_and_phones_add_up_when_the_groups_are_said_to_be_disjoint(event):
    enter_count(event, "s1", a_count(agree=10))
    cast(event, "s1", a_ballot("disagree"))
    close_question(event, "s1", Closing(groups_disjoint=True))

    assert counts(event, "s1") == {"agree": 10, "unsure": 0, "disagree": 1}


@pytest.mark.parametrize("channel", [Channel.IMPORT, Channel.HANDS, Channel.TALLY])
def test_counts_and_imported_files_do_not_come_as_single_ballots(event, channel):
    with pytest.raises(Refused, match="do not come as single ballots"):
        cast(event, "s1", a_ballot("agree", channel=channel))
