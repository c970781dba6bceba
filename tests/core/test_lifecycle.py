"""The life of a question: which verb may follow which state."""

from __future__ import annotations

import pytest

from facilitator.core import lifecycle
from facilitator.core.keys import State
from facilitator.errors import Refused


def test_only_a_question_never_opened_is_opened():
    lifecycle.refuse_opening(State.READY)

    with pytest.raises(Refused, match="open already"):
        lifecycle.refuse_opening(State.OPEN)
    with pytest.raises(Refused, match="was closed"):
        lifecycle.refuse_opening(State.CLOSED)
    with pytest.raises(Refused, match="taken back"):
        lifecycle.refuse_opening(State.VOID)


@pytest.mark.parametrize("state", [State.READY, State.CLOSED, State.VOID])
def test_only_an_open_question_is_closed(state):
    lifecycle.refuse_closing(State.OPEN)

    with pytest.raises(Refused, match="not open"):
        lifecycle.refuse_closing(state)


@pytest.mark.parametrize("state", [State.READY, State.OPEN, State.VOID])
def test_t09_only_a_closed_question_is_opened_again(state):
    lifecycle.refuse_reopening(State.CLOSED, "A table was forgotten", count_closed=False)

    with pytest.raises(Refused, match="Only a closed question"):
        lifecycle.refuse_reopening(state, "A table was forgotten", count_closed=False)


@pytest.mark.parametrize("why", ["", "  ", "\n\t"])
def test_t09_opening_again_needs_a_reason(why):
    with pytest.raises(Refused, match="A reason is missing"):
        lifecycle.refuse_reopening(State.CLOSED, why, count_closed=False)


def test_t09_after_the_count_nothing_is_opened_again():
    with pytest.raises(Refused, match="The count of this event is closed"):
        lifecycle.refuse_reopening(State.CLOSED, "A table was forgotten", count_closed=True)


@pytest.mark.parametrize("state", [State.READY, State.OPEN, State.VOID])
def test_only_a_closed_question_is_corrected(state):
    lifecycle.refuse_correcting(State.CLOSED, "Misheard")

    with pytest.raises(Refused, match="Only the result of a closed question"):
        lifecycle.refuse_correcting(state, "Misheard")


def test_a_correction_needs_a_reason():
    with pytest.raises(Refused, match="A reason is missing"):
        lifecycle.refuse_correcting(State.CLOSED, " ")


@pytest.mark.parametrize("state", [State.READY, State.OPEN, State.CLOSED])
def test_a_question_is_taken_back_once_with_a_reason(state):
    lifecycle.refuse_voiding(state, "Wrong words")

    with pytest.raises(Refused, match="A reason is missing"):
        lifecycle.refuse_voiding(state, "")
    with pytest.raises(Refused, match="taken back before"):
        lifecycle.refuse_voiding(State.VOID, "Wrong words")
