"""Areas without figures: who will find out, and by when."""

from __future__ import annotations

import pytest

from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.evidence import promise_figures, promised_figures
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import event_record
from facilitator.errors import Refused
from tests.conduct.steps import vote_areas


@pytest.fixture
def event(default_event):
    vote_areas(default_event, a1=60, a2=50, a3=40)
    carry_forward(default_event, decided_by="the room")
    return default_event


def test_who_will_find_out_is_a_question_about_the_area(event):
    promise_figures(event, "evidence-a2", who=" Riverside Care ", by_when="the end of March")

    note = promised_figures(event_record(event), "evidence-a2")[0]
    assert note.text == (
        "We brought no figures for “Living well at home”: Riverside Care will find out by the end of March."
    )
    assert (note.kind, note.about, note.activity) == (NoteKind.QUESTION, "a2", "evidence-a2")


def test_what_was_promised_for_one_area_is_not_of_another(event):
    promise_figures(event, "evidence-a2", who="Riverside Care", by_when="March")

    assert promised_figures(event_record(event), "evidence-a1") == ()


@pytest.mark.parametrize(
    ("who", "by_when", "told"),
    [("", "March", "Who will find out is missing"), ("Riverside Care", " ", "By when is missing")],
)
def test_both_who_and_when_are_said(event, who, by_when, told):
    with pytest.raises(Refused, match=told):
        promise_figures(event, "evidence-a2", who=who, by_when=by_when)


@pytest.mark.parametrize("activity", ["welcome", "evidence", "nowhere"])
def test_only_a_step_about_a_carried_area_lacks_figures(event, activity):
    with pytest.raises(Refused, match="about no carried area"):
        promise_figures(event, activity, who="Riverside Care", by_when="March")
