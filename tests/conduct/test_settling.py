"""What the room does with a statement."""

from __future__ import annotations

import pytest

from builders import a_count, a_question
from facilitator.conduct.counting import correct_count
from facilitator.conduct.record import event_record
from facilitator.conduct.results import result
from facilitator.conduct.settling import settle_statement, settled_before_a_correction
from facilitator.conduct.voting import ask_again, close_question, open_question, reopen_question, void_question
from facilitator.core.outcomes import OutcomeKind
from facilitator.errors import Refused
from tests.conduct.steps import changes, vote

ROOM = "the room, by hands"


@pytest.fixture
def event(make_event):
    event = make_event(a_question("s1"), a_question("s2"), a_question("tea", "single", options=["tea", "milk"]))
    vote(event, "s1", a_count(agree=40, disagree=6))
    return event


@pytest.mark.parametrize("kind", [OutcomeKind.ADOPTED, OutcomeKind.LEFT])
def test_a_statement_is_adopted_or_left_as_it_was_worded(event, kind):
    settle_statement(event, "s1", kind, decided_by=ROOM)

    outcome = event_record(event).outcomes[0]
    assert (outcome.question, outcome.kind, outcome.text, outcome.decided_by) == ("s1", kind, "What about s1?", ROOM)


def test_a_changed_statement_has_a_new_version_of_its_wording_and_its_vote_stays_on_the_old(event):
    settle_statement(event, "s1", OutcomeKind.CHANGED, text="What of s1, here?", decided_by=ROOM, why="“Here” matters")

    assert event_record(event).outcomes[0].text == "What of s1, here?"
    assert (result(event, "s1").text, result(event, "s1").wording_version) == ("What about s1?", 1)


def test_the_versions_of_a_wording_know_their_parents(event):
    settle_statement(event, "s1", OutcomeKind.CHANGED, text="What of s1, here?", decided_by=ROOM)

    newest = event.store.reading.newest_wording("s1")

    assert (newest.version, newest.source, newest.text) == (2, "room", "What of s1, here?")


def test_an_outcome_is_readable_in_the_changes(event):
    settle_statement(event, "s1", OutcomeKind.CHANGED, text="What of s1, here?", decided_by=ROOM, why="“Here” matters")

    change = changes(event)[-1]

    assert (change.verb, change.about, change.why) == ("settle statement", "s1", "“Here” matters")
    assert change.detail == "changed, decided by the room, by hands: What of s1, here?"


def test_the_room_may_settle_a_statement_again(event):
    settle_statement(event, "s1", OutcomeKind.LEFT, decided_by=ROOM)
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)

    assert [outcome.kind for outcome in event_record(event).outcomes] == [OutcomeKind.ADOPTED]


def test_a_statement_is_not_settled_before_its_vote_is_closed(event):
    with pytest.raises(Refused, match="not closed yet"):
        settle_statement(event, "s2", OutcomeKind.ADOPTED, decided_by=ROOM)
    open_question(event, "s2", present=50)

    with pytest.raises(Refused, match="not closed yet"):
        settle_statement(event, "s2", OutcomeKind.ADOPTED, decided_by=ROOM)


def test_only_a_statement_is_settled(event):
    vote(event, "tea", a_count(tea=9))

    with pytest.raises(Refused, match="Only a statement"):
        settle_statement(event, "tea", OutcomeKind.ADOPTED, decided_by=ROOM)


def test_who_decided_is_never_missing(event):
    with pytest.raises(Refused, match="Who decided is missing"):
        settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=" ")


def test_a_change_has_its_words(event):
    with pytest.raises(Refused, match="changed wording is missing"):
        settle_statement(event, "s1", OutcomeKind.CHANGED, text="\n", decided_by=ROOM)


@pytest.mark.parametrize("text", ["What about s1?", " What  about s1?\n"])
def test_a_change_to_the_same_words_is_none(event, text):
    with pytest.raises(Refused, match="the words that were voted on"):
        settle_statement(event, "s1", OutcomeKind.CHANGED, text=text, decided_by=ROOM)


def test_an_outcome_of_a_vote_that_was_taken_back_is_in_no_record(event):
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)
    void_question(event, "s1", why="The wrong statement was on the screen")

    assert event_record(event).outcomes == ()


def test_a_changed_statement_can_be_voted_on_in_its_new_words(event):
    settle_statement(event, "s1", OutcomeKind.CHANGED, text="What of s1, here?", decided_by=ROOM)
    ask_again(event, "s1", "What of s1, here?", why="The room changed the words")
    vote(event, "s1", a_count(agree=46))
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)

    outcomes = event_record(event).outcomes

    assert [(one.kind, one.text) for one in outcomes] == [(OutcomeKind.ADOPTED, "What of s1, here?")]
    assert result(event, "s1").text == "What of s1, here?"


def test_a_correction_leaves_the_outcome_which_the_room_decided(event):
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)
    correct_count(event, "s1", a_count(agree=4, disagree=42), why="The lines were crossed")

    assert event_record(event).outcomes[0].kind is OutcomeKind.ADOPTED


def test_t01_settling_sent_twice_is_done_once(event):
    settle_statement(event, "s1", OutcomeKind.CHANGED, text="New", decided_by=ROOM, entry_id=b"sixteen bytes id")
    settle_statement(event, "s1", OutcomeKind.CHANGED, text="New", decided_by=ROOM, entry_id=b"sixteen bytes id")

    assert event.store.reading.newest_wording("s1").version == 2


def test_t24_a_statement_whose_vote_was_corrected_after_it_was_settled_is_told_until_it_is_settled_again(event):
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)
    assert settled_before_a_correction(event) == frozenset()

    correct_count(event, "s1", a_count(agree=6, disagree=40), why="Read upside down")
    assert settled_before_a_correction(event) == {"s1"}

    settle_statement(event, "s1", OutcomeKind.LEFT, decided_by=ROOM)
    assert settled_before_a_correction(event) == frozenset()


def test_a_statement_that_is_settled_after_its_correction_rests_on_it(event):
    correct_count(event, "s1", a_count(agree=6, disagree=40), why="Read upside down")

    settle_statement(event, "s1", OutcomeKind.LEFT, decided_by=ROOM)

    assert settled_before_a_correction(event) == frozenset()


def test_a_vote_that_is_opened_again_is_told_once_it_is_closed(event):
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)
    reopen_question(event, "s1", why="Table 4 was forgotten")
    assert settled_before_a_correction(event) == frozenset()

    close_question(event, "s1")

    assert settled_before_a_correction(event) == {"s1"}


def test_what_was_settled_of_a_question_that_was_taken_back_is_not_told(event):
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)
    correct_count(event, "s1", a_count(agree=6, disagree=40), why="Read upside down")

    ask_again(event, "s1", "What of s1, here?", why="The room changed the words")

    assert settled_before_a_correction(event) == frozenset()
