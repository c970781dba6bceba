"""The desk: what begins a step, and what goes on by itself."""

from __future__ import annotations

from datetime import timedelta

from builders import MORNING, a_count
from conduct.steps import vote
from facilitator.conduct.timing import go_to_activity
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
