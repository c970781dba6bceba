"""The way in and the way back: what is stored, what is refused, and what "Saved" says meanwhile."""

from __future__ import annotations

from functools import partial

import pytest

from facilitator.conduct.cutting import change_minutes
from facilitator.conduct.event import Event
from facilitator.conduct.voting import ask_again, void_question
from facilitator.core.plan.edits import reworded, with_givens, with_ground_rules, with_minutes, without_question
from facilitator.errors import FacilitatorError, Refused
from facilitator.words.message import say
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


@pytest.fixture
def preparing(qapp, event, words) -> Preparing:
    return Preparing(event, words)


def givens(preparing: Preparing) -> list[str]:
    return [wording.text for wording in preparing.programme.givens]


def given(preparing: Preparing, *texts: str) -> bool:
    return preparing.apply(lambda programme: with_givens(programme, texts))


def refuse() -> None:
    raise Refused(say("The hall is closed."), say("Ask for the key."))


def test_an_edit_is_stored_and_taken_back_and_done_again(preparing):
    before = givens(preparing)

    assert given(preparing, "The hall closes at one.")
    assert givens(preparing) == ["The hall closes at one."]

    preparing.undo()
    assert givens(preparing) == before

    preparing.redo()
    assert givens(preparing) == ["The hall closes at one."]
    assert not preparing.can_redo


def test_several_changes_are_taken_back_one_after_the_other(preparing):
    rules = [wording.text for wording in preparing.programme.ground_rules]
    given(preparing, "One")
    preparing.apply(lambda programme: with_ground_rules(programme, ("Be kind.",)))
    given(preparing, "Two")

    preparing.undo()
    assert givens(preparing) == ["One"]
    preparing.undo()

    assert [wording.text for wording in preparing.programme.ground_rules] == rules
    assert givens(preparing) == ["One"]


def test_another_change_ends_what_could_be_done_again(preparing):
    given(preparing, "One")
    preparing.undo()
    given(preparing, "Two")

    preparing.redo()

    assert givens(preparing) == ["Two"]


def test_what_changes_nothing_leaves_no_trace(preparing, event):
    entry = event.last_entry()

    assert given(preparing, *givens(preparing))

    assert event.last_entry() == entry
    assert not preparing.can_undo


def test_a_refusal_is_told_and_stores_nothing(preparing, event):
    told: list[FacilitatorError] = []
    preparing.refused.connect(told.append)
    entry = event.last_entry()

    assert not preparing.carry_out(refuse, refuse)

    assert [str(error.message) for error in told] == ["The hall is closed."]
    assert str(preparing.saved) == "Not saved: The hall is closed."
    assert event.last_entry() == entry
    assert not preparing.can_undo


def test_saved_is_told_again_once_something_was_stored(preparing):
    preparing.carry_out(refuse, refuse)

    given(preparing, "One")

    assert str(preparing.saved).startswith("Saved ")


def test_saved_says_the_time_of_this_computer(preparing, event):
    written = event.last_written().astimezone().strftime("%H:%M")

    assert str(preparing.saved) == f"Saved {written}"


def test_while_somebody_types_it_is_not_saved_yet(preparing):
    field = TypedText("Given", preparing)
    field.ended.connect(partial(given, preparing))

    field.insertPlainText("The hall closes at one.")
    assert str(preparing.saved) == "Saving…"
    preparing.settle()

    assert str(preparing.saved).startswith("Saved ")
    assert givens(preparing) == ["The hall closes at one."]


def test_words_that_are_refused_stay_and_are_not_saved(preparing):
    field = TypedText("Given", preparing)
    field.ended.connect(lambda text: preparing.carry_out(refuse, refuse))
    field.show_text("before")

    field.insertPlainText("something else ")
    assert not preparing.settle()
    given(preparing, "One")

    assert field.words == "something else before"
    assert str(preparing.saved) == "Not saved: “Given” – The hall is closed."


def test_undo_takes_back_refused_words_first(preparing):
    given(preparing, "One")
    field = TypedText("Given", preparing)
    field.ended.connect(lambda text: preparing.carry_out(refuse, refuse))
    field.show_text("before")
    field.insertPlainText("something else ")
    preparing.settle()

    preparing.undo()

    assert field.words == "before"
    assert givens(preparing) == ["One"]


def test_a_blank_behind_the_cursor_is_no_change(preparing, event):
    field = TypedText("Given", preparing)
    field.ended.connect(partial(given, preparing))
    field.show_text("One")
    entry = event.last_entry()

    field.insertPlainText(" ")
    preparing.settle()

    assert event.last_entry() == entry
    assert str(preparing.saved).startswith("Saved ")


def test_a_change_that_cannot_be_taken_back_now_stays_the_last_one(preparing, event):
    preparing.apply(lambda programme: with_minutes(programme, "full", "talk-areas", 9))
    preparing.apply(lambda programme: reworded(programme, "s2", "Words of the organiser."))
    ask_again(event, "s2", "Words of the room.", why="Unclear")

    preparing.undo()
    assert "The room changed these words" in str(preparing.saved)
    assert preparing.can_undo
    assert not preparing.can_redo

    ask_again(event, "s2", "Words of the room again.", why="Unclear")
    preparing.undo()
    assert event.programme.question("s2").wording.text == "Words of the organiser."


def test_undo_leaves_the_minutes_that_the_event_gave_since(preparing, event):
    preparing.apply(lambda programme: with_minutes(programme, "full", "talk-goals", 20))
    change_minutes(event, "talk-goals", 4, why="Late")

    preparing.undo()

    assert [step.minutes for step in event.store.reading.run_sheet() if step.key == "talk-goals"] == [4]
    assert event.programme == event.issued


def test_undo_brings_no_question_back_that_was_taken_back(preparing, event):
    void_question(event, "s2", why="It hurt somebody")
    preparing.apply(lambda programme: without_question(programme, "full", "s2"))

    preparing.undo()

    assert "was taken back with a reason" in str(preparing.saved)
    assert event.store.reading.current_question("s2").state == "void"
