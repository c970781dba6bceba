"""The meeting: open or closed with its reason, and the profile for people under 16, which really changes things."""

from __future__ import annotations

import pytest

from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.forms import form_counts, forms_asked, take_back_form, tally_form, the_form
from facilitator.conduct.meeting import (
    Meeting,
    Openness,
    Profile,
    duties_now,
    meeting_now,
    tell_openness,
    tell_profile,
)
from facilitator.core.disclosure.form_counts import misfit
from facilitator.errors import Refused
from tests.conduct.steps import changes, verbs

WHY = "A school class; its teachers asked for it."


def options(event, question):
    """Return the answers that a question of the equality form offers."""
    asked = the_form(event, "equality").questions
    return [str(option.key) for one in asked if one.key == question for option in one.options]


def test_nobody_said_yet_whether_anybody_may_come(default_event):
    assert meeting_now(default_event) == Meeting(Openness.UNKNOWN, "", Profile.USUAL)


def test_what_was_said_holds_when_the_file_is_opened_again(default_event):
    tell_openness(default_event, Openness.CLOSED, f"  {WHY} ")
    default_event.close()

    again = open_event(default_event.path)

    assert meeting_now(again) == Meeting(Openness.CLOSED, WHY)
    again.close()


@pytest.mark.parametrize("reason", ["", "   ", "one line\nand another", "turned \u202e round", "x" * 2001])
def test_a_closed_meeting_needs_a_reason_in_one_line(default_event, reason):
    with pytest.raises(Refused):
        tell_openness(default_event, Openness.CLOSED, reason)

    assert meeting_now(default_event).openness is Openness.UNKNOWN


def test_an_open_meeting_needs_no_reason_and_opening_drops_that_of_the_closed_one(default_event):
    tell_openness(default_event, Openness.CLOSED, WHY)
    tell_openness(default_event, Openness.OPEN)

    assert meeting_now(default_event) == Meeting(Openness.OPEN)


def test_that_it_was_open_after_all_can_be_told_when_the_count_is_closed(default_event):
    close_the_count(default_event, why="Nothing was asked.")
    tell_openness(default_event, Openness.OPEN)

    assert meeting_now(default_event).openness is Openness.OPEN


def test_the_same_again_leaves_no_trace(default_event):
    for _ in range(2):
        tell_openness(default_event, Openness.OPEN)
        tell_profile(default_event, Profile.UNDER_16)

    assert verbs(default_event)[1:] == ["tell openness", "tell profile"]
    assert [change.about for change in changes(default_event)][1:] == ["open", "under-16"]


def test_the_profile_stays_when_the_openness_changes(default_event):
    tell_profile(default_event, Profile.UNDER_16)
    tell_openness(default_event, Openness.CLOSED, WHY)

    assert meeting_now(default_event) == Meeting(Openness.CLOSED, WHY, Profile.UNDER_16)


def test_children_are_not_asked_for_their_age(default_event):
    before = options(default_event, "sex")
    tell_profile(default_event, Profile.UNDER_16)

    assert options(default_event, "age") == []
    assert options(default_event, "sex") == before
    with pytest.raises(Refused, match="no question"):
        tally_form(default_event, "equality", {"age": ("25-34",)})


def test_what_children_answer_adds_up(default_event):
    tell_profile(default_event, Profile.UNDER_16)
    for _ in range(7):
        tally_form(default_event, "equality", {"sex": ("female",)})
    tally_form(default_event, "equality", {})

    counts = form_counts(default_event)

    assert "age" not in {str(one.key) for one in counts}
    sex = next(one for one in counts if one.key == "sex")
    assert (sex.counts["female"], sex.blank, sex.returned, misfit(sex)) == (7, 1, 8, None)


def test_the_profile_cannot_change_what_typed_forms_were_asked(default_event):
    form = tally_form(default_event, "equality", {"age": ("25-34",)})

    with pytest.raises(Refused, match="typed already"):
        tell_profile(default_event, Profile.UNDER_16)
    assert len(options(default_event, "age")) > 5

    take_back_form(default_event, form)
    tell_profile(default_event, Profile.UNDER_16)
    assert options(default_event, "age") == []


def test_forms_about_the_event_do_not_hold_the_profile(default_event):
    tally_form(default_event, "evaluation", {})

    tell_profile(default_event, Profile.UNDER_16)

    assert meeting_now(default_event).profile is Profile.UNDER_16


def test_a_question_that_offers_under_16_is_one_of_age_whatever_it_is_called(make_event):
    ages, sexes = ([{"key": key, "text": key} for key in keys] for keys in (("under-16", "older"), ("f", "m")))
    born = {"key": "born", "kind": "one", "text": "How old?", "options": ages}
    sex = {"key": "sex", "kind": "one", "text": "Sex?", "options": sexes}
    event = make_event(forms={"equality": {"title": "About you", "questions": [born, sex]}})
    tell_profile(event, Profile.UNDER_16)

    assert [str(one.key) for one in the_form(event, "equality").questions] == ["sex"]


def test_a_form_of_which_nothing_is_left_is_not_asked(make_event):
    ages = [{"key": key, "text": key} for key in ("young", "old")]
    age = {"key": "age", "kind": "one", "text": "How old?", "options": ages}
    event = make_event(forms={"equality": {"title": "About you", "questions": [age]}})
    tell_profile(event, Profile.UNDER_16)

    assert forms_asked(event) == ()
    with pytest.raises(Refused, match="no form"):
        the_form(event, "equality")


def test_the_duties_gain_consent_and_two_adults(default_event):
    before = {duty.key for duty in duties_now(default_event)}
    tell_profile(default_event, Profile.UNDER_16)
    after = {duty.key for duty in duties_now(default_event)}

    assert after - before == {"parental-consent", "two-adults", "parents-photo-consent"}
    assert before - after == {"photo-consent"}
