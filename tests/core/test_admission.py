"""Admission: what may enter, and which of a voter's ballots counts (T2, T9)."""

from __future__ import annotations

import pytest

from facilitator.core.admission import (
    OVERTAKEN,
    Admitted,
    Standpoint,
    admitted,
    refuse_unless_asked,
    refuse_unless_open,
)
from facilitator.core.ballots import Judgement, Standing
from facilitator.core.keys import State
from facilitator.errors import Refused

AGREE = Judgement(Standing.VALID, "agree")


def test_a_first_ballot_counts():
    assert admitted(AGREE, State.OPEN, 1, Standpoint()) == Admitted(Standing.VALID, 1)


def test_a_first_ballot_with_counter_nought_counts():
    assert admitted(AGREE, State.OPEN, 0, Standpoint()) == Admitted(Standing.VALID, 1)


def test_t02_a_higher_counter_of_the_same_sender_replaces():
    assert admitted(AGREE, State.OPEN, 3, Standpoint(highest_edition=1, highest_counter=2)).edition == 2


def test_t02_a_lower_counter_of_the_same_sender_is_overtaken():
    assert admitted(AGREE, State.OPEN, 1, Standpoint(highest_edition=1, highest_counter=2)).edition == OVERTAKEN


def test_t02_another_sender_with_the_same_code_replaces_by_coming_later():
    assert admitted(AGREE, State.OPEN, 0, Standpoint(highest_edition=4, highest_counter=-1)).edition == 5


@pytest.mark.parametrize("counter", [0, 1, 99])
def test_t09_what_comes_behind_the_closing_is_late_and_never_the_one_that_counts(counter):
    earlier = Standpoint(highest_edition=1, highest_counter=1)

    assert admitted(AGREE, State.CLOSED, counter, earlier) == Admitted(Standing.LATE, OVERTAKEN)


@pytest.mark.parametrize(("state", "sentence"), [(State.READY, "not open yet"), (State.VOID, "taken back")])
def test_a_ballot_may_not_enter_a_question_that_is_not_asked(state, sentence):
    with pytest.raises(Refused, match=sentence):
        admitted(AGREE, state, 1, Standpoint())
    with pytest.raises(Refused, match=sentence):
        refuse_unless_asked(state)
    with pytest.raises(Refused, match=sentence):
        refuse_unless_open(state)


def test_t09_a_count_may_not_enter_a_closed_question():
    with pytest.raises(Refused, match="This question is closed"):
        refuse_unless_open(State.CLOSED)
