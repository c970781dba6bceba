"""The assisted vote by real keys: chosen, checked, counted as one ballot with the flag, and forgotten."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import a_question
from facilitator.conduct.counting import enter_count
from facilitator.conduct.meeting import Profile, tell_profile
from facilitator.conduct.results import result
from facilitator.conduct.voting import Closing, close_question, open_question
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.tally import CountSheet
from tests.ui.pressing import press, settle
from ui.assisted.assisted_window import AssistedWindow, Page
from ui.assisted.voice import Speaker, Voice
from ui.run.vote_words import standing

ENTER, ESCAPE, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture
def event(make_event):
    return make_event(
        a_question("s1"), a_question("areas", "choose", stage="two", options=["a1", "a2", "a3", "a4"], max=3)
    )


@pytest.fixture
def at(event, operate, words):
    """Return a maker of the window at a question that is open, if told so."""

    def make(key: str, *, is_open: bool = True, voice: Voice | None = None) -> AssistedWindow:
        if is_open:
            open_question(event, key, present=50)
        operator = operate(event)
        operator.desk.go_to(next(row.place for row in operator.desk.rows if row.place.question == key))
        window = AssistedWindow(operator.desk, words, voice or Voice(None))
        window.resize(1366, 768)
        window.show_event()
        window.show()
        settle()
        return window

    return make


def counts(event, key):
    return {str(option): number for option, number in result(event, key).tally.counts.items() if number}


def test_a_vote_by_keys_alone_is_counted_as_a_ballot_with_the_flag(event, at):
    window = at("s1")
    press(window, "1", TAB)
    window.next_button.setFocus()
    press(window, SPACE)
    assert window.page is Page.CHECKING
    assert counts(event, "s1") == {}

    press(window, SPACE)
    assert window.page is Page.COUNTED
    found = result(event, "s1").tally
    assert (counts(event, "s1"), found.assisted) == ({"agree": 1}, 1)
    assert dict(found.cast_by_channel) == {Channel.PAPER: 1}


def test_what_was_chosen_cannot_be_seen_once_it_is_counted(event, at):
    window = at("s1")
    window.buttons[OptionKey("disagree")].click()
    window.next_button.click()
    window.next_button.click()

    assert window._chosen() == []
    assert not any(button.isChecked() for button in window.buttons.values())
    assert not window._options.isVisible()


def test_a_changed_vote_takes_the_place_of_the_first(event, at):
    window = at("s1")
    for option in ("agree", "disagree"):
        window.buttons[OptionKey(option)].click()
        window.next_button.click()
        window.next_button.click()
        window.back_button.click()

    assert counts(event, "s1") == {"disagree": 1}


def test_the_next_person_has_a_ballot_of_their_own(event, at):
    window = at("s1")
    for _ in range(2):
        window.buttons[OptionKey("agree")].click()
        window.next_button.click()
        window.next_button.click()
        window.next_button.click()

    assert counts(event, "s1") == {"agree": 2}
    assert result(event, "s1").tally.assisted == 2


def test_one_choice_takes_the_place_of_another_where_only_one_may_be(event, at):
    window = at("s1")
    press(window, "1", "2")

    assert [key for key, button in window.buttons.items() if button.isChecked()] == ["unsure"]


def test_t03_a_fourth_choice_is_told_and_not_taken(event, at):
    window = at("areas")
    press(window, "1", "2", "3", "4")

    assert [key for key, button in window.buttons.items() if button.isChecked()] == ["a1", "a2", "a3"]
    assert "Take one back first" in window.banner.sentence

    window.next_button.click()
    window.next_button.click()
    assert counts(event, "areas") == {"a1": 1, "a2": 1, "a3": 1}


def test_rather_not_say_stands_alone_and_is_counted_as_such(event, at):
    window = at("areas")
    press(window, "1", "5")
    window.next_button.click()
    window.next_button.click()

    assert counts(event, "areas") == {}
    assert result(event, "areas").tally.abstain == 1


def test_nothing_chosen_is_not_counted_but_asked_for(event, at):
    window = at("s1")
    window.next_button.click()

    assert window.page is Page.CHOOSING
    assert "Nothing is chosen yet" in window.banner.sentence


def test_without_an_open_vote_it_says_so_and_takes_nothing(event, at):
    window = at("s1", is_open=False)

    assert window.page is Page.NOTHING_OPEN
    assert window.buttons == {}
    assert not window.next_button.isVisible()


def test_a_vote_that_is_closed_meanwhile_is_told_and_the_choice_forgotten(event, at):
    window = at("s1")
    press(window, "1")
    assert window.half_typed() is not None
    close_question(event, "s1", Closing(explanation="The hall had to be left."))
    window._desk.refresh()
    window.show_event()

    assert window.page is Page.NOTHING_OPEN
    assert "closed meanwhile" in window.banner.sentence
    assert window.half_typed() is None
    assert counts(event, "s1") == {}


def test_closing_the_window_forgets_the_person(event, at):
    window = at("s1")
    press(window, "1")
    QTest.qWaitForWindowActive(window)
    press(window, ESCAPE)

    assert not window.isVisible()
    assert window._voter is None
    assert counts(event, "s1") == {}


def test_t08_paper_that_was_counted_by_hand_takes_no_ballot_more_and_says_why(event, at):
    window = at("s1")
    lines = {OptionKey("agree"): 3, OptionKey("unsure"): 0, OptionKey("disagree"): 0}
    enter_count(event, "s1", CountSheet("room", Channel.PAPER, lines))
    window.buttons[OptionKey("agree")].click()
    window.next_button.click()
    window.next_button.click()

    assert window.page is Page.CHECKING
    assert "counted by people already" in window.banner.sentence
    assert counts(event, "s1") == {"agree": 3}


def test_nothing_of_the_person_is_in_the_file_but_the_ballot(event, at):
    before = event.last_entry()
    window = at("s1")
    opened = event.last_entry()
    press(window, "1")
    window.next_button.click()
    window.next_button.click()

    assert opened > before
    assert event.last_entry() == opened


def test_it_reads_the_question_and_the_choices_aloud(event, at, tmp_path):
    heard = tmp_path / "heard.txt"
    script = f"import sys; open({str(heard)!r}, 'w').write(sys.stdin.read())"
    window = at("s1", voice=Voice(Speaker(sys.executable, ("-c", script))))
    assert window.aloud_button.isVisible()
    window.aloud_button.click()
    assert window.voice._process is not None
    window.voice._process.waitForFinished()

    assert heard.read_text() == "What about s1? Choose one. 1: Agree. 2: Unsure. 3: Disagree. 4: Rather not say."


def test_without_a_voice_nothing_is_offered(event, at):
    assert not at("s1").aloud_button.isVisible()


def test_the_operator_sees_how_many_votes_were_assisted_and_nothing_else(event, at, words):
    window = at("s1")
    window.buttons[OptionKey("agree")].click()
    window.next_button.click()
    window.next_button.click()

    told = words(standing(result(event, "s1"), revealed=False))
    assert told == "Open · 1 of 50 has voted · 1 at the private screen"


def test_where_everybody_is_under_16_a_second_adult_is_asked_for(at, event):
    window = at("s1")
    told = "vote only where a second adult sees both of you"
    assert told in window._second_adult.text()
    assert not window._second_adult.isVisible()

    tell_profile(event, Profile.UNDER_16)
    window.show_event()

    assert window._second_adult.isVisible()


@pytest.fixture
def look_at_another(event):
    """Return a doer: the operator clicks the line of the other question while a vote is open."""

    def look(window: AssistedWindow, key: str) -> None:
        desk = window._desk
        desk.go_to(next(row.place for row in desk.rows if row.place.question == key))
        window.show_event()

    return look


def test_the_vote_goes_on_wherever_the_operator_looks_meanwhile(event, at, look_at_another):
    window = at("s1")
    press(window, "1")

    look_at_another(window, "areas")

    assert window.page is Page.CHOOSING
    assert window.banner.sentence == ""
    window.next_button.click()
    window.next_button.click()
    window.next_button.click()
    assert (window.page, counts(event, "s1")) == (Page.CHOOSING, {"agree": 1})
    assert window._question.text() == "What about s1?"


def test_it_takes_the_one_open_vote_though_the_operator_is_elsewhere(event, at, look_at_another):
    open_question(event, "s1", present=50)
    window = at("areas", is_open=False)

    assert window.page is Page.CHOOSING
    assert window._question.text() == "What about s1?"


def test_a_vote_that_is_closed_while_the_operator_looks_elsewhere_is_told(event, at, look_at_another):
    window = at("s1")
    press(window, "1")
    look_at_another(window, "areas")
    close_question(event, "s1", Closing(explanation="The hall had to be left."))

    look_at_another(window, "areas")

    assert window.page is Page.NOTHING_OPEN
    assert "closed meanwhile" in window.banner.sentence


def test_the_helper_is_told_before_a_vote_that_hands_called_out_would_give_it_away(at):
    window = at("s1")

    assert window._alone.isVisible()
    assert "tells the hall what one single vote here was" in window._alone.text()


def test_nothing_of_it_is_told_where_no_vote_is_open_or_where_two_have_voted(event, at):
    assert not at("areas", is_open=False)._alone.isVisible()

    window = at("s1")
    for _ in range(2):
        window.buttons[OptionKey("agree")].click()
        window.next_button.click()
        window.next_button.click()
        window.next_button.click()

    assert window.page is Page.CHOOSING
    assert not window._alone.isVisible()
