"""See and settle by keyboard: one statement after the other, and nothing settled that was not asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from builders import a_count
from facilitator.conduct.counting import correct_count
from facilitator.conduct.record import event_record
from facilitator.core.outcomes import OutcomeKind
from tests.conduct.steps import state, vote
from tests.ui.panel_host import every_name_is_told, hosted
from tests.ui.pressing import press
from ui.models.run_sheet import Place
from ui.run.on_screen import Settled
from ui.run.settle_panel import SettlePanel

ENTER, ESCAPE, DOWN, HOME = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Home


@pytest.fixture
def event(make_default_event):
    """Return an event with the first three of six statements voted on."""
    event = make_default_event()
    vote(event, "s1", a_count(agree=54, unsure=17, disagree=9))
    vote(event, "s2", a_count(agree=30, unsure=20, disagree=30))
    vote(event, "s3", a_count(agree=70, unsure=2, disagree=1))
    return event


@pytest.fixture
def host(qapp, words, event):
    host = hosted(SettlePanel(words, event), event, "settle-goals")
    yield host
    host.close()


def outcomes(event):
    return {outcome.question: outcome.kind for outcome in event_record(event).outcomes}


def test_the_keys_alone_settle_every_statement_that_was_voted_on(host, event):
    press(host, "a", "l", "a")

    assert outcomes(event) == {"s1": OutcomeKind.ADOPTED, "s2": OutcomeKind.LEFT, "s3": OutcomeKind.ADOPTED}
    assert host.next_name == ""
    assert host.refusals == []


def test_statements_that_were_not_asked_are_named_and_never_settled(host, event):
    press(host, "a", "a", "a", "a", "l")

    assert "Statements 4, 5, 6 have no closed vote, so they are not settled." in host.texts()
    assert outcomes(event).keys() == {"s1", "s2", "s3"}


def test_a_statement_stands_with_its_result_and_the_hint(host):
    assert "Of 80 valid votes: agree 54, unsure 17, disagree 9" in host.texts()
    assert "The vote suggests: adopt. The room decides." in host.texts()


def test_a_vote_that_is_not_clear_suggests_nothing(host):
    press(host, "a")

    assert "The vote suggests nothing clear. The room decides." in host.texts()


def test_the_changed_words_begin_with_the_old_ones(host, event):
    press(host, "c")
    assert host.panel.new_words.toPlainText() == (
        "Care and health services are here to help adults who need ongoing support to live well and have a good life."
    )

    press(host, Qt.Key.Key_End, " Here, too.", ENTER)
    outcome = event_record(event).outcomes[0]
    assert (outcome.kind, outcome.decided_by) == (OutcomeKind.CHANGED, "the room")
    assert outcome.text.endswith("good life. Here, too.")


def test_letters_typed_into_the_new_words_decide_nothing(host, event):
    press(host, "c", "all calm")

    assert outcomes(event) == {}


def test_escape_leaves_the_words_as_they_are(host, event):
    press(host, "c", "other words", ESCAPE)

    assert outcomes(event) == {}
    assert not host.panel.new_words.isVisible()
    press(host, "a")
    assert outcomes(event) == {"s1": OutcomeKind.ADOPTED}


def test_the_same_words_are_no_change_and_stay_in_the_field(host):
    press(host, "c", ENTER)

    assert "These are the words that were voted on" in host.refusals[0]
    assert host.panel.new_words.isVisible()


def test_what_was_decided_is_shown_and_can_be_decided_again(host, event):
    press(host, "a", "a", "a")
    host.panel.list.setFocus()
    press(host, HOME)
    assert "Adopted. Decided by: the room." in host.texts()

    press(host, "l")
    assert outcomes(event)["s1"] is OutcomeKind.LEFT


def test_who_decided_and_why_go_into_the_record(host, event):
    host.panel.decision.who.setText("a show of hands")
    host.panel.decision.why.setText("Nobody spoke against it")
    host.panel.focus_first()
    press(host, "a")

    outcome = event_record(event).outcomes[0]
    assert (outcome.decided_by, outcome.why) == ("a show of hands", "Nobody spoke against it")
    assert (host.panel.decision.who.text(), host.panel.decision.why.text()) == ("the room", "")


def test_without_who_decided_nothing_is_settled(host, event):
    host.panel.decision.who.clear()
    host.panel.focus_first()
    press(host, "a")

    assert "Who decided is missing" in host.refusals[0]
    assert outcomes(event) == {}


def test_the_next_step_leads_back_to_what_is_left(host):
    host.panel.list.setFocus()
    press(host, DOWN, DOWN, DOWN, DOWN)
    assert host.next_name == "Settle the next statement"

    press(host, Qt.Key.Key_Space)
    assert "Of 80 valid votes: agree 54, unsure 17, disagree 9" in host.texts()


def test_the_room_sees_what_was_settled(host):
    press(host, "a")

    assert host.screens == [Settled("s1")]


def test_situation_13_the_changed_words_can_be_voted_on_again(host, event):
    press(host, "c", "Living well at home", ENTER)
    host.panel.list.setFocus()
    press(host, HOME)
    assert "Voted on as “Care and health services" in host.texts()

    host.panel.vote_again.click()
    assert state(event, "s1") == "ready"
    assert host.places == [Place("vote-goals", "s1")]
    assert event.store.reading.current_question("s1").text == "Living well at home"


def test_a_small_room_is_told_in_people_without_percentages(qapp, words, make_default_event):
    event = make_default_event(tables=1)
    vote(event, "s1", a_count(agree=5, disagree=1), present=6)
    host = hosted(SettlePanel(words, event), event, "settle-goals")

    assert "Of 6 valid votes: agree 5, unsure 0, disagree 1" in host.texts()
    assert "%" not in host.texts()


def test_every_control_has_a_name(host):
    assert every_name_is_told(host)
    press(host, "c")
    assert every_name_is_told(host)


def test_t24_a_vote_that_was_corrected_after_its_statement_was_settled_is_marked_until_it_is_settled_again(host, event):
    press(host, "a")
    told = "The vote was corrected after this was settled"
    assert told not in host.texts()
    correct_count(event, "s1", a_count(agree=9, unsure=17, disagree=54), why="Read upside down")
    host.show_now()
    host.panel.list.setFocus()
    press(host, HOME)

    assert told in host.texts()
    assert host.panel.statements.index(0).data().startswith("1  ⚠  Adopted, vote corrected since: ")

    host.panel.focus_first()
    press(host, "l", HOME)
    assert told not in host.texts()
    assert host.panel.statements.index(0).data().startswith("1  ✓  Not adopted: ")
