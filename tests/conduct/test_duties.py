"""Duties: done, not needed with a remark, or open; what nobody said is open."""

from __future__ import annotations

import pytest

from facilitator.conduct.meeting import DutyState, Profile, duties_now, mark_duty, tell_profile
from facilitator.errors import Refused
from tests.conduct.steps import verbs


def states(event):
    """Return the duties of which something was said."""
    return {duty.key: (duty.state, duty.remark) for duty in duties_now(event) if duty.state or duty.remark}


def test_every_duty_says_what_to_do_and_why_in_one_sentence_each(default_event):
    duties = duties_now(default_event)

    assert 10 <= len(duties) <= 14
    assert len({duty.key for duty in duties}) == len(duties)
    assert all(str(words).endswith(".") for duty in duties for words in (duty.text, duty.why))
    assert all(duty.state is DutyState.OPEN for duty in duties)


def test_a_duty_is_done_not_needed_or_open_again(default_event):
    mark_duty(default_event, "privacy-notice", DutyState.DONE, " on every table ")
    mark_duty(default_event, "first-aid", DutyState.NOT_NEEDED, "The school nurse is there.")
    mark_duty(default_event, "fire-exits", DutyState.DONE)
    mark_duty(default_event, "fire-exits", DutyState.OPEN)

    assert states(default_event) == {
        "privacy-notice": (DutyState.DONE, "on every table"),
        "first-aid": (DutyState.NOT_NEEDED, "The school nurse is there."),
    }


def test_the_same_again_leaves_no_trace(default_event):
    for _ in range(2):
        mark_duty(default_event, "fire-exits", DutyState.DONE)
    mark_duty(default_event, "first-aid", DutyState.OPEN)

    assert verbs(default_event)[1:] == ["mark duty"]


def test_what_is_not_needed_says_why(default_event):
    with pytest.raises(Refused, match="why is this not needed"):
        mark_duty(default_event, "first-aid", DutyState.NOT_NEEDED, " ")

    assert states(default_event) == {}


@pytest.mark.parametrize("key", ["no-such-duty", "two-adults", ""])
def test_a_duty_that_is_not_on_the_list_is_refused(default_event, key):
    with pytest.raises(Refused, match="no such duty"):
        mark_duty(default_event, key, DutyState.DONE)


def test_what_was_done_for_children_is_kept_while_the_list_is_another(default_event):
    tell_profile(default_event, Profile.UNDER_16)
    mark_duty(default_event, "two-adults", DutyState.DONE)
    tell_profile(default_event, Profile.USUAL)
    assert states(default_event) == {}

    tell_profile(default_event, Profile.UNDER_16)

    assert states(default_event) == {"two-adults": (DutyState.DONE, "")}
