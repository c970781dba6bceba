"""What the room sees at each step, and that a corrected vote says on what stage 3 rests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from builders import a_ballot, a_count
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.playing_back import add_main_point
from facilitator.conduct.record import event_record
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.timing import go_to_activity
from facilitator.conduct.voting import open_question
from tests.conduct.steps import areas_sheet, directions, vote, vote_areas
from tests.ui.pressing import press, settle, spoken_now
from ui.models.run_sheet import FINISH, Place
from ui.room_screen.scene import (
    Areas,
    Asking,
    BreakTime,
    Carried,
    Closed,
    Evidence,
    MainPoints,
    Prompt,
    ReadAloud,
    Revealed,
    Thanks,
    Tie,
    Welcome,
)
from ui.run.on_screen import CarriedAreas, PlayBack, Quiet, Settled, Step, Vote
from ui.run.on_screen import Tie as TieOnScreen

SPACE = Qt.Key.Key_Space


@pytest.fixture
def event(make_default_event):
    return make_default_event()


@pytest.fixture
def carried_event(event):
    vote_areas(event, a1=60, a2=50, a3=40, a4=30, a5=20)
    carry_forward(event, decided_by="the room")
    return event


def seen(window, on_screen) -> object:
    window.desk.show(on_screen)
    settle()
    return window.room.canvas.scene


def test_each_kind_of_step_has_its_scene(event, operate):
    window = operate(event)

    assert isinstance(seen(window, Step("welcome")), Welcome)
    assert isinstance(seen(window, Step("talk-goals")), Prompt)
    assert isinstance(seen(window, Step("thanks")), Thanks)
    assert seen(window, Step("talk-goals")).prompts == (
        "Which of these is right for here?", "What is missing?", "What words would you change?",
    )  # fmt: skip


def test_the_statements_are_on_the_screen_while_they_are_read_aloud(event, operate):
    window = operate(event)

    shown = seen(window, Step("read-goals"))
    assert isinstance(shown, ReadAloud)
    assert len(shown.texts) == 6
    assert all(text in spoken_now(window) for text in shown.texts)


def test_the_welcome_brings_the_promise_the_givens_and_the_rules(event, operate):
    window = operate(event)

    shown = seen(window, Step("welcome"))

    assert shown.promise is event.programme.promise
    assert "it cannot change the law" in shown.can_change
    assert len(shown.givens) == 2
    assert len(shown.ground_rules) == 8
    assert seen(window, Quiet()).ground_rules == ()


def test_an_area_that_the_room_made_is_on_the_screen_as_its_own(event, operate):
    window = operate(event)
    before = seen(window, Step("missing-area"))

    add_room_made_area(event, "areas", "Buses in the evening")
    window.desk.refresh()
    after = window.room.canvas.scene

    assert isinstance(before, Areas)
    assert before.areas == after.areas[:-1]
    assert not any(is_own for _, is_own in before.areas)
    assert after.areas[-1] == ("Buses in the evening", True)


def test_a_practice_vote_is_marked_before_it_is_asked(event, operate):
    window = operate(event)

    shown = seen(window, Vote("tea"))

    assert isinstance(shown, Prompt)
    assert "Practice: this does not count" in spoken_now(window)


def test_the_break_says_what_comes_after_it(event, operate):
    window = operate(event)
    go_to_activity(event, "break")
    window.desk.refresh()

    shown = seen(window, Step("break"))

    assert isinstance(shown, BreakTime)
    assert shown.note.startswith("After the break: ")


def test_a_closed_vote_shows_its_options_and_holds_no_figure(event, operate):
    vote(event, "s1", a_count(agree=41, unsure=13, disagree=17))
    window = operate(event)

    shown = seen(window, Vote("s1"))

    assert [option.text for option in shown.asked.options] == ["Agree", "Unsure", "Disagree"]
    assert "41" not in repr(shown)
    assert "17" not in repr(shown)


def test_a_step_that_is_gone_leaves_the_room_quiet(event, operate):
    window = operate(event)

    assert isinstance(seen(window, Step("no-such-step")), Welcome)
    assert isinstance(seen(window, Vote("no-such-question")), Welcome)
    assert isinstance(seen(window, CarriedAreas()), Welcome)
    assert isinstance(seen(window, TieOnScreen()), Welcome)


def test_a_result_that_is_asked_for_before_its_closing_is_not_shown(event, operate):
    window = operate(event)
    assert isinstance(seen(window, Vote("s1", revealed=True)), Prompt)

    open_question(event, "s1", present=84)
    enter_count(event, "s1", a_count(agree=41, unsure=13, disagree=17))
    window.desk.refresh()

    assert isinstance(seen(window, Vote("s1", revealed=True)), Asking)
    for figure in ("41", "13", "17"):
        assert figure not in spoken_now(window)
    assert "71" in spoken_now(window)
    assert isinstance(seen(window, Settled("s1")), Closed)
    assert "41" not in spoken_now(window)


def test_a_closed_result_waits_until_it_is_asked_for(event, operate):
    vote(event, "s1", a_count(agree=41, unsure=13, disagree=17))
    window = operate(event)

    assert isinstance(seen(window, Vote("s1")), Closed)
    assert "41" not in spoken_now(window)
    assert isinstance(seen(window, Vote("s1", revealed=True)), Revealed)
    assert "41" in spoken_now(window)
    assert "84" in spoken_now(window)


def test_a_tie_is_not_shown_while_the_vote_is_open(event, operate):
    open_question(event, "areas", present=84)
    enter_count(event, "areas", areas_sheet(a1=60, a2=40, a3=40, a4=40, a5=20))
    window = operate(event)

    assert isinstance(seen(window, TieOnScreen()), Welcome)


def test_the_tied_areas_are_shown_with_the_places_that_are_left(event, operate):
    vote_areas(event, a1=60, a2=40, a3=40, a4=40, a5=20)
    window = operate(event)

    shown = seen(window, TieOnScreen())
    assert isinstance(shown, Tie)
    assert set(shown.tied) == {"a2", "a3", "a4"}


def test_ballots_of_phones_raise_the_turnout_and_nothing_else(event, operate):
    window = operate(event)
    open_question(event, "s1", present=84)
    window.desk.refresh()
    before = seen(window, Vote("s1"))
    cast(event, "s1", a_ballot("agree"))
    window.desk.refresh()
    after = window.room.canvas.scene

    assert isinstance(before, Asking)
    assert isinstance(after, Asking)
    assert after.voted == 1
    assert [option.count for option in after.result.options] == [option.count for option in before.result.options]


def test_evidence_shows_the_area_and_says_where_there_is_none(carried_event, operate):
    window = operate(carried_event)
    steps = [step.key for step in event_record(carried_event).steps if step.from_area]

    shown = [seen(window, Step(step)) for step in steps]
    assert len(shown) == 3
    assert all(isinstance(scene, Evidence) for scene in shown)
    assert {scene.empty for scene in shown} <= {True, False}


def test_the_main_points_are_shown_one_by_one_and_all(event, operate):
    add_note(event, Note("No bus after six", "talk-goals", "table 1"))
    first = add_main_point(event, "No bus after six")
    add_main_point(event, "Keep the day centre", minority=True)
    window = operate(event)

    assert seen(window, PlayBack()).current is None
    one = seen(window, PlayBack(first.hex()))
    assert isinstance(one, MainPoints)
    assert one.current == 0
    assert "No bus after six" in spoken_now(window)


def test_the_finish_leaves_the_room_with_the_name_of_the_event(event, operate):
    window = operate(event)
    go_to_activity(event, "thanks")
    window.desk.refresh()
    window.desk.go_to(Place("thanks"))
    press(window, SPACE)

    assert window.desk.place == Place(FINISH)
    assert isinstance(window.room.canvas.scene, Welcome)


# A vote that is corrected after its areas were carried


def warnings_of(window) -> list[str]:
    labels = [label for label in window.now.panel.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if label.text().startswith("⚠")]


def test_a_corrected_vote_says_that_stage_three_rests_on_an_old_result(carried_event, operate):
    window = operate(carried_event)
    window.desk.go_to(Place("carry-areas"))
    settle()
    assert warnings_of(window) == []

    correct_count(carried_event, "areas", areas_sheet(a1=60, a2=50, a3=30, a4=40, a5=20), why="Counted again")
    window.desk.refresh()
    settle()

    assert event_record(carried_event).carried.stale
    assert any("Stage 3 is based on the old result." in told for told in warnings_of(window))
    assert "Carry forward again" in window.now.next_button.accessibleName()


def test_the_room_is_not_shown_new_areas_until_they_are_carried_again(carried_event, operate):
    window = operate(carried_event)
    before = seen(window, CarriedAreas())
    assert isinstance(before, Carried)

    correct_count(carried_event, "areas", areas_sheet(a1=60, a2=50, a3=30, a4=40, a5=20), why="Counted again")
    window.desk.refresh()
    assert sorted(window.room.canvas.scene.areas) == sorted(before.areas)

    window.desk.go_to(Place("carry-areas"))
    press(window, SPACE)
    settle()
    assert sorted(window.room.canvas.scene.areas) != sorted(before.areas)
    assert not event_record(carried_event).carried.stale


def test_a_place_that_a_correction_takes_away_is_left_for_one_that_is_there(carried_event, operate):
    window = operate(carried_event)
    gone = next(key for key in directions(carried_event, "ready"))
    window.desk.go_to(Place("vote-direction", gone))
    sheet = areas_sheet(a3=60, a4=50, a5=40)
    correct_count(carried_event, "areas", sheet, why="Counted again")
    carry_forward(carried_event, decided_by="the room")
    window.desk.refresh()

    assert window.desk.place in [row.place for row in window.desk.rows]
    assert window.now.next_button.isEnabled()
