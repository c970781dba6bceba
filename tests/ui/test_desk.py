"""The desk: what begins a step, and what goes on by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from builders import MORNING, a_count
from conduct.steps import vote
from facilitator.conduct.timing import go_to_activity
from facilitator.core.timing import StepState
from facilitator.errors import Refused
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.desk import Desk
from ui.run.on_screen import Vote
from ui.run.step_panel import Undo


def a_desk(event, now) -> Desk:
    return Desk(event, Translator(), place_and_date="", now=now)


def test_what_is_done_to_a_question_ahead_begins_no_step(make_default_event):
    event = make_default_event()
    go_to_activity(event, "welcome")
    desk = a_desk(event, lambda: MORNING)
    desk.go_to(Place("vote-goals", "s3"))

    desk.after_acting(None)

    assert desk.times.running == "welcome"


def test_the_times_of_the_run_sheet_go_on_by_themselves(make_default_event):
    event = make_default_event()
    go_to_activity(event, "welcome")
    at = [MORNING]
    desk = a_desk(event, lambda: at[0])

    at[0] += timedelta(minutes=4)
    desk.tick()

    assert Translator()(desk.rows[0].detail).endswith("4 of 10 minutes")


def test_a_result_the_room_sees_is_not_reopened_by_one_key(make_default_event):
    event = make_default_event()
    vote(event, "s1", a_count(agree=20, unsure=5, disagree=5))
    desk = a_desk(event, lambda: MORNING)
    desk.undo = Undo(say("Take back the closing"), lambda: None)

    desk.show(Vote("s1", revealed=True))

    assert desk.undo is None


def test_taking_back_a_skip_goes_back_to_the_step_that_was_skipped(make_default_event):
    event = make_default_event()
    go_to_activity(event, "welcome")
    desk = a_desk(event, lambda: MORNING)
    desk.go_to(Place("talk-goals"))
    desk.skip_here("No time")
    assert desk.place != Place("talk-goals")

    desk.undo_last()

    assert desk.place == Place("talk-goals")
    assert desk.times.state_of("talk-goals") is StepState.AHEAD


def test_what_is_taken_back_from_elsewhere_is_seen_where_it_was_done(make_default_event):
    event = make_default_event()
    go_to_activity(event, "vote-goals")
    desk = a_desk(event, lambda: MORNING)
    desk.go_to(Place("vote-goals", "s1"))
    taken_back = []
    desk.after_acting(Undo(say("Take back the closing"), lambda: taken_back.append("s1")))
    desk.go_to(Place("vote-goals", "s2"))

    desk.undo_last()

    assert (taken_back, desk.place) == (["s1"], Place("vote-goals", "s1"))


def test_what_is_refused_to_be_taken_back_moves_nobody(make_default_event):
    def refuse() -> None:
        raise Refused(say("Votes have come."), say("Close it."))

    desk = a_desk(make_default_event(), lambda: MORNING)
    desk.go_to(Place("vote-goals", "s1"))
    desk.after_acting(Undo(say("Take back the opening"), refuse))
    desk.go_to(Place("vote-goals", "s2"))

    with pytest.raises(Refused):
        desk.undo_last()

    assert desk.place == Place("vote-goals", "s2")


def test_what_is_taken_back_of_a_note_leaves_the_operator_where_they_are(make_default_event):
    desk = a_desk(make_default_event(), lambda: MORNING)
    desk.undo = Undo(say("Take back the note"), lambda: None)
    desk.go_to(Place("vote-goals", "s2"))

    desk.undo_last()

    assert desk.place == Place("vote-goals", "s2")
