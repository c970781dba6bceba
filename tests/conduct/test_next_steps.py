"""What happens next: who, and by when; every edition kept."""

from __future__ import annotations

import pytest

from builders import a_question
from facilitator.conduct.next_steps import (
    NextStep,
    add_next_step,
    bring_back_next_step,
    edit_next_step,
    empty_next_step,
    move_next_step,
    next_steps,
    steps_to_fill,
    withdraw_next_step,
)
from facilitator.errors import Refused
from tests.conduct.steps import changes, verbs

REPORT, PLAN = NextStep("The report is published.", "the organisers", "18 December"), NextStep("The plan is made.")
LINES = [{"text": "The report is published.", "who": "the organisers"}, {"text": "The decision is made."}]
STEP_ID = b"sixteen bytes id"


@pytest.fixture
def event(make_event):
    return make_event(a_question("s1"), next_steps=LINES)


def texts(event):
    """Return what happens next, in order."""
    return [now.step.text for now in next_steps(event)]


def test_steps_stand_in_the_order_they_were_added_and_say_what_is_missing(event):
    add_next_step(event, REPORT)
    add_next_step(event, PLAN)

    assert [now.step for now in next_steps(event)] == [REPORT, PLAN]
    assert [now.step.is_whole for now in next_steps(event)] == [True, False]


def test_an_edited_step_keeps_its_editions(event):
    step = add_next_step(event, PLAN)

    edit_next_step(event, step, NextStep("The plan is made.", "the cabinet", "March 2027"))

    assert [(now.step.who, now.editions) for now in next_steps(event)] == [("the cabinet", 2)]
    assert [one.who for one in event.store.reading.next_step_editions(step)] == ["", "the cabinet"]
    assert changes(event)[-1].detail == "The plan is made., the cabinet, March 2027"


def test_t01_a_step_sent_twice_is_one(event):
    for _ in range(2):
        add_next_step(event, REPORT, step_id=STEP_ID)

    assert texts(event) == [REPORT.text]
    assert next_steps(event)[0].id == STEP_ID.hex()


def test_a_step_sent_again_in_other_words_is_refused(event):
    add_next_step(event, REPORT, step_id=STEP_ID)

    with pytest.raises(Refused, match="other words"):
        add_next_step(event, PLAN, step_id=STEP_ID)


def test_a_withdrawn_step_is_gone_and_can_be_brought_back(event):
    step = add_next_step(event, REPORT)
    withdraw_next_step(event, step)
    gone = texts(event)

    bring_back_next_step(event, step)

    assert (gone, texts(event)) == ([], [REPORT.text])
    assert verbs(event)[1:] == ["add next step", "withdraw next step", "bring back next step"]


def test_a_withdrawn_step_is_not_edited_and_a_standing_one_not_brought_back(event):
    step = add_next_step(event, REPORT)

    with pytest.raises(Refused, match="on the list"):
        bring_back_next_step(event, step)
    withdraw_next_step(event, step)
    with pytest.raises(Refused, match="taken from the list"):
        edit_next_step(event, step, PLAN)


def test_a_step_can_be_moved(event):
    for text in ("a", "b", "c"):
        last = add_next_step(event, NextStep(text))

    move_next_step(event, last, 0)
    first = texts(event)
    move_next_step(event, last, 1)

    assert (first, texts(event)) == (["c", "a", "b"], ["a", "c", "b"])


def test_a_step_that_is_not_there_is_refused(event):
    with pytest.raises(Refused, match="no such step"):
        withdraw_next_step(event, STEP_ID)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (NextStep("  "), "no words"),
        (NextStep("x" * 301), "300 is the most"),
        (NextStep("x", "y" * 201), "200 is the most"),
        (NextStep("x", "y", "z" * 201), "200 is the most"),
        (NextStep("x\ny"), "line end"),
        (NextStep("x", "y\u202e"), "cannot be seen"),
    ],
)
def test_what_cannot_be_printed_on_a_line_is_refused(event, step, sentence):
    with pytest.raises(Refused, match=sentence):
        add_next_step(event, step)

    assert texts(event) == []


def test_lines_of_the_programme_are_offered_until_they_are_filled_in(event):
    first, second = steps_to_fill(event)

    add_next_step(event, NextStep(first.step.text, first.step.who, "18 December"), step_id=first.id)

    assert (first.step, second.step) == (NextStep(LINES[0]["text"], "the organisers"), NextStep(LINES[1]["text"]))
    assert steps_to_fill(event) == (second,)
    assert texts(event) == [LINES[0]["text"]]


def test_a_line_that_was_filled_in_and_withdrawn_is_not_offered_again(event):
    first = steps_to_fill(event)[0]
    withdraw_next_step(event, add_next_step(event, first.step, step_id=first.id))

    assert first not in steps_to_fill(event)


def test_a_line_that_was_emptied_again_is_offered_again_and_is_no_step(event):
    first = steps_to_fill(event)[0]
    whole = NextStep(first.step.text, "the organisers", "18 December")
    add_next_step(event, whole, step_id=first.id)

    empty_next_step(event, first.id)
    assert (texts(event), first in steps_to_fill(event)) == ([], True)
    with pytest.raises(Refused, match="waits to be filled in"):
        bring_back_next_step(event, first.id)

    for _ in range(2):
        add_next_step(event, NextStep(first.step.text, "the board", "March"), step_id=first.id)
    assert [now.step.who for now in next_steps(event)] == ["the board"]
    assert first not in steps_to_fill(event)
