"""Opening, closing, opening again, taking back and asking again."""

from __future__ import annotations

import pytest

from builders import a_ballot, a_count, a_question
from facilitator.conduct.casting import Receipt, cast
from facilitator.conduct.counting import enter_count, enter_second_count, replace_count
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.results import result, results
from facilitator.conduct.voting import (
    Closing,
    ClosingBlocked,
    ask_again,
    close_question,
    closing_blockers,
    open_question,
    reopen_question,
    void_question,
)
from facilitator.core.keys import Channel, State
from facilitator.errors import Refused
from tests.conduct.steps import changes, counts, state, verbs, vote

ENTRY = b"sixteen bytes id"
BY_HANDS, AT_TABLE = a_count(agree=10), a_count("table 1", Channel.TALLY, agree=8)


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), a_question("s2"))


def test_a_question_is_ready_until_it_is_opened(event):
    assert result(event, "s1").status == "ready"

    open_question(event, "s1", present=50)

    assert result(event, "s1").status == "open"
    assert result(event, "s1").denominators.present == 50


def test_an_unknown_question_is_refused_by_its_name(event):
    with pytest.raises(Refused, match="no question called “s9”"):
        open_question(event, "s9")


@pytest.mark.parametrize("people", [-1, -84])
def test_people_present_below_nought_are_refused_with_a_sentence_at_the_opening(event, people):
    with pytest.raises(Refused):
        open_question(event, "s1", present=people)


def test_people_present_below_nought_are_refused_with_a_sentence_at_the_closing(event):
    open_question(event, "s1", present=50)

    with pytest.raises(Refused):
        close_question(event, "s1", Closing(present=-1, explanation="A slip of the finger."))


def test_ballots_issued_below_nought_are_refused_with_a_sentence(event):
    open_question(event, "s1", present=50)

    with pytest.raises(Refused):
        close_question(event, "s1", Closing(issued={Channel.PAPER: -1}))


def test_two_questions_may_be_open_at_once(event):
    open_question(event, "s1", present=50)
    open_question(event, "s2", present=50)

    assert (state(event, "s1"), state(event, "s2")) == ("open", "open")


def test_an_open_question_is_not_opened_again(event):
    open_question(event, "s1", present=50)

    with pytest.raises(Refused, match="open already"):
        open_question(event, "s1", present=50)


def test_a_closed_question_is_not_opened_as_if_it_were_new(event):
    vote(event, "s1", BY_HANDS)

    with pytest.raises(Refused, match="was closed"):
        open_question(event, "s1", present=50)


def test_a_question_that_is_not_open_is_not_closed(event):
    with pytest.raises(Refused, match="not open"):
        close_question(event, "s1")


def test_the_people_present_may_be_told_at_the_closing_alone(event):
    open_question(event, "s1")
    close_question(event, "s1", Closing(present=12))

    assert result(event, "s1").denominators.present == 12


def test_the_people_present_told_at_the_closing_take_the_place_of_those_at_the_opening(event):
    open_question(event, "s1", present=50)
    close_question(event, "s1", Closing(present=47))

    assert result(event, "s1").denominators.present == 47


def test_situation_06_the_people_present_are_each_questions_own(event):
    vote(event, "s1", BY_HANDS, present=50)
    vote(event, "s2", BY_HANDS, present=49)

    assert [found.denominators.present for found in results(event)] == [50, 49]


def test_t28_unknown_people_present_stop_the_closing(event):
    open_question(event, "s1")

    with pytest.raises(ClosingBlocked, match="is not known"):
        close_question(event, "s1")
    assert state(event, "s1") == "open"


def test_t28_unknown_people_present_stay_unknown_when_explained(event):
    open_question(event, "s1")
    close_question(event, "s1", Closing(explanation="Nobody counted."))

    assert result(event, "s1").denominators.present is None


def test_t07_more_votes_than_people_need_an_explanation_that_is_kept(event):
    open_question(event, "s1", present=30)
    enter_count(event, "s1", a_count(agree=32))

    with pytest.raises(ClosingBlocked, match="2 too many"):
        close_question(event, "s1")
    close_question(event, "s1", Closing(explanation="Two came in during the vote."))

    assert result(event, "s1").denominators.explanation == "Two came in during the vote."
    assert changes(event)[-1].why == "Two came in during the vote."


def test_t08_hands_and_table_counts_add_up_only_when_the_groups_are_said_to_be_disjoint(event):
    open_question(event, "s1", present=50)
    enter_count(event, "s1", BY_HANDS)
    enter_count(event, "s1", AT_TABLE)

    with pytest.raises(ClosingBlocked, match="hands, tables"):
        close_question(event, "s1")
    close_question(event, "s1", Closing(groups_disjoint=True))

    assert counts(event, "s1")["agree"] == 18
    assert result(event, "s1").tally.cast_by_channel == {Channel.HANDS: 10, Channel.TALLY: 8}


def test_t08_groups_said_to_be_disjoint_are_asked_about_anew_when_a_question_opens_again(event):
    vote(event, "s1", BY_HANDS, AT_TABLE, present=50, closing=Closing(groups_disjoint=True))
    reopen_question(event, "s1", why="Phones were forgotten")
    cast(event, "s1", a_ballot("agree"))

    with pytest.raises(ClosingBlocked, match="hands, phone, tables"):
        close_question(event, "s1")


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.PAPER])
def test_t08_a_count_of_ballots_never_adds_silently_to_the_ballots_of_its_own_channel(event, channel):
    open_question(event, "s1", present=50)
    cast(event, "s1", a_ballot("agree", channel=channel))

    with pytest.raises(Refused):
        vote_by_count_too(event, channel)


def vote_by_count_too(event, channel):
    enter_count(event, "s1", a_count("table 1", channel, agree=1))
    close_question(event, "s1")


def test_t06_more_ballots_back_than_issued_stop_the_closing(event):
    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count("table 1", Channel.PAPER, agree=8))

    with pytest.raises(ClosingBlocked, match="More ballots came back by paper"):
        close_question(event, "s1", Closing(issued={Channel.PAPER: 7}, explanation="So it is."))


def test_t06_ballots_not_returned_are_kept_with_the_closing(event):
    open_question(event, "s1", present=50)
    enter_count(event, "s1", a_count("table 1", Channel.PAPER, agree=8))
    close_question(event, "s1", Closing(issued={Channel.PAPER: 10}))

    assert result(event, "s1").not_returned == {Channel.PAPER: 2}


def test_what_stops_a_closing_can_be_read_beforehand(event):
    open_question(event, "s1", present=5)
    enter_count(event, "s1", BY_HANDS)
    enter_second_count(event, "s1", a_count(agree=9))

    found = closing_blockers(event, "s1")

    assert [blocker.can_be_explained for blocker in found] == [True, False]
    assert closing_blockers(event, "s1", Closing(present=50))[0].message.values["place"].text == "the room"


def test_a_second_count_that_differs_stops_the_closing_until_one_is_replaced(event):
    open_question(event, "s1", present=50)
    enter_count(event, "s1", BY_HANDS)
    enter_second_count(event, "s1", a_count(agree=9))

    with pytest.raises(ClosingBlocked, match="two counts of the room differ"):
        close_question(event, "s1", Closing(explanation="Never mind."))
    replace_count(event, "s1", a_count(agree=9))
    close_question(event, "s1")

    assert counts(event, "s1")["agree"] == 9


def test_t09_a_question_is_opened_again_as_its_next_revision_with_a_reason(event):
    vote(event, "s1", BY_HANDS)

    reopen_question(event, "s1", why="Table 4 was forgotten")
    replace_count(event, "s1", a_count(agree=12))
    close_question(event, "s1")

    assert (result(event, "s1").revision, result(event, "s1").status) == (2, "corrected")
    assert changes(event)[-3].why == "Table 4 was forgotten"


def test_opening_again_keeps_the_people_present_and_forgets_the_explanation(event):
    open_question(event, "s1", present=30)
    enter_count(event, "s1", a_count(agree=32))
    close_question(event, "s1", Closing(explanation="Two came in during the vote."))

    reopen_question(event, "s1", why="Table 4 was forgotten")

    assert result(event, "s1").denominators.present == 30
    with pytest.raises(ClosingBlocked, match="2 too many"):
        close_question(event, "s1")


def test_t09_without_a_reason_nothing_is_opened_again(event):
    vote(event, "s1", BY_HANDS)

    with pytest.raises(Refused, match="A reason is missing"):
        reopen_question(event, "s1", why=" ")
    assert state(event, "s1") == "closed"


def test_t10_a_question_taken_back_reaches_no_result_and_its_votes_stay_in_the_file(event):
    vote(event, "s1", BY_HANDS)

    void_question(event, "s1", why="The wording was wrong")

    assert [found.key for found in results(event)] == ["s2"]
    assert counts(event, "s1")["agree"] == 10
    assert (changes(event)[-1].verb, changes(event)[-1].why) == ("take back question", "The wording was wrong")


def test_an_open_question_can_be_taken_back(event):
    open_question(event, "s1", present=50)
    void_question(event, "s1", why="Fire alarm")

    with pytest.raises(Refused, match="taken back"):
        enter_count(event, "s1", BY_HANDS)
    with pytest.raises(Refused, match="taken back"):
        cast(event, "s1", a_ballot("agree"))
    with pytest.raises(Refused, match="Only a closed question"):
        reopen_question(event, "s1", why="False alarm")


def test_nothing_is_taken_back_without_a_reason_or_twice(event):
    with pytest.raises(Refused, match="A reason is missing"):
        void_question(event, "s1", why="")
    void_question(event, "s1", why="Not needed")

    with pytest.raises(Refused, match="taken back before"):
        void_question(event, "s1", why="Not needed")


def test_situation_13_a_statement_asked_again_has_its_new_wording_and_no_votes(event):
    vote(event, "s1", BY_HANDS)

    ask_again(event, "s1", "What about s1, here?", why="The room changed the words")

    asked = result(event, "s1")
    assert (asked.text, asked.wording_version, asked.source) == ("What about s1, here?", 2, "room")
    assert (asked.status, asked.revision, asked.tally.cast) == ("ready", 1, 0)
    assert [option.key for option in asked.options] == ["agree", "unsure", "disagree"]


def test_t10_the_vote_on_the_old_wording_is_not_in_the_results(event):
    vote(event, "s1", BY_HANDS)
    ask_again(event, "s1", "What about s1, here?", why="The room changed the words")
    vote(event, "s1", a_count(disagree=3))

    found = results(event)

    assert [(one.key, one.tally.cast) for one in found] == [("s1", 3), ("s2", 0)]


def test_the_new_wording_of_a_question_asked_again_is_readable_in_the_changes(event):
    vote(event, "s1", BY_HANDS)

    ask_again(event, "s1", "What about s1, here?", why="The room changed the words")

    assert "What about s1, here?" in changes(event)[-1].detail


def test_a_question_can_be_asked_again_and_again(event):
    ask_again(event, "s1", "Second words", why="First")
    ask_again(event, "s1", "Third words", why="Second")

    assert result(event, "s1").wording_version == 3
    assert [asked.state for asked in event.store.reading.questions()] == ["void", "void", "ready", "ready"]


def test_a_question_that_was_taken_back_can_be_asked_again(event):
    void_question(event, "s1", why="Wrong words")

    ask_again(event, "s1", "Right words", why="Now they are right")

    assert result(event, "s1").status == "ready"


@pytest.mark.parametrize(("text", "why"), [("", "Because"), (" \n", "Because"), ("New words", " ")])
def test_a_question_is_not_asked_again_without_words_or_without_a_reason(event, text, why):
    with pytest.raises(Refused, match=r"missing|empty"):
        ask_again(event, "s1", text, why=why)


def test_the_voters_of_a_question_asked_again_vote_anew(event):
    open_question(event, "s1", present=50)
    cast(event, "s1", a_ballot("agree", counter=7))
    ask_again(event, "s1", "New words", why="The room changed them")
    open_question(event, "s1", present=50)

    receipt = cast(event, "s1", a_ballot("disagree", counter=1))

    assert receipt is Receipt.COUNTED
    assert counts(event, "s1") == {"agree": 0, "unsure": 0, "disagree": 1}


def test_a_refused_verb_leaves_no_trace(event):
    before = changes(event)

    with pytest.raises(Refused):
        reopen_question(event, "s1", why="It is not closed")

    assert changes(event) == before


@pytest.mark.parametrize(
    "again",
    [
        lambda event: open_question(event, "s1", present=50, entry_id=ENTRY),
        lambda event: ask_again(event, "s1", "New words", why="So", entry_id=ENTRY),
        lambda event: void_question(event, "s1", why="So", entry_id=ENTRY),
    ],
)
def test_t01_a_verb_on_a_ready_question_sent_twice_is_done_once(event, again):
    again(event)
    before = changes(event)
    again(event)

    assert changes(event) == before


@pytest.mark.parametrize(
    "again",
    [
        lambda event: close_question(event, "s1", entry_id=ENTRY),
        lambda event: enter_count(event, "s1", BY_HANDS, entry_id=ENTRY),
    ],
)
def test_t01_a_verb_on_an_open_question_sent_twice_is_done_once(event, again):
    open_question(event, "s1", present=50)
    again(event)
    before = changes(event)
    again(event)

    assert changes(event) == before


def test_t01_opening_again_sent_twice_is_one_revision(event):
    vote(event, "s1", BY_HANDS)

    reopen_question(event, "s1", why="So", entry_id=ENTRY)
    reopen_question(event, "s1", why="So", entry_id=ENTRY)

    assert result(event, "s1").revision == 2


def test_t01_closing_the_count_sent_twice_closes_it_once(event):
    close_the_count(event, entry_id=ENTRY)
    close_the_count(event, entry_id=ENTRY)

    assert verbs(event)[-2:] == ["start event", "close the count"]


def test_a_state_is_one_of_four(event):
    assert {asked.state for asked in event.store.reading.questions()} <= {one.value for one in State}
