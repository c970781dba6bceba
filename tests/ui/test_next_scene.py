"""What the operator is shown of the next scene: what comes is what was shown, and no figure of an open vote."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QSize

from builders import MORNING, a_count, a_question
from facilitator.conduct.counting import enter_count
from facilitator.conduct.timing import go_to_activity
from facilitator.conduct.voting import open_question, reopen_question
from facilitator.core.programme import ActivityKind
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.conduct.steps import vote, vote_areas
from tests.ui.pressing import settle
from ui.models.run_sheet import FINISH, Place
from ui.room_screen.painting import room_picture
from ui.room_screen.scene import Asking, BreakTime, Closed, Paused, Prompt, Revealed, Welcome, spoken
from ui.run.desk import Desk
from ui.run.next_scene import NextPage
from ui.run.operator_window import OperatorWindow
from ui.run.step_panel import NextStep

WORDS = Translator()


def coming(window: OperatorWindow) -> object:
    """Return the scene that the one next action is said to bring."""
    return window.desk.scene_ahead(the_step(window))


def the_step(window: OperatorWindow) -> NextStep | None:
    desk, panel = window.desk, window.now.panel
    assert panel is not None
    return desk.own_next_step() or panel.next_step() or desk.next_on_the_way()


def shown(window: OperatorWindow) -> object:
    return window.room.canvas.scene


def go_on(window: OperatorWindow) -> None:
    window.now.press_next()
    settle()


def test_what_comes_is_what_the_room_then_sees(make_event, operate):
    window = operate(make_event(a_question("s1"), a_question("s2")))
    foretold = []
    for _ in range(2):
        foretold.append(coming(window))
        go_on(window)
        assert shown(window) == foretold[-1]

    assert isinstance(foretold[-1], Prompt)


def test_a_vote_comes_as_it_is_asked_then_closed_then_with_its_result(make_event, operate):
    event = make_event(a_question("s1"))
    window = operate(event)
    while not isinstance(coming(window), Asking):
        go_on(window)

    asked = coming(window)
    window.vote.present.set_figure(84)
    go_on(window)
    closed = coming(window)
    enter_count(event, "s1", a_count(agree=60, unsure=9, disagree=15))
    window.desk.refresh()
    go_on(window)
    result = coming(window)

    assert (asked.present, asked.voted) == (None, None)
    assert isinstance(closed, Closed)
    assert isinstance(result, Revealed)
    go_on(window)
    assert shown(window) == result


def test_nothing_of_an_open_vote_is_in_what_comes(make_event, operate):
    pictures = []
    for counted in ({"agree": 60}, {"disagree": 41, "agree": 2}):
        event = make_event(a_question("s1"))
        open_question(event, "s1", present=84)
        enter_count(event, "s1", a_count(**counted))
        window = operate(event)
        scene = coming(window)
        assert isinstance(scene, Closed)
        room_picture(scene, WORDS, QSize(640, 360))  # Qt's first painting of large letters is not quite its second
        picture = room_picture(scene, WORDS, QSize(640, 360))
        pictures.append((bytes(picture.constBits()), spoken(scene, WORDS)))

    assert pictures[0] == pictures[1]


def test_a_vote_that_was_opened_again_shows_no_result_even_where_one_was_foretold(make_event, operate):
    event = make_event(a_question("s1"))
    vote(event, "s1", a_count(agree=60))
    window = operate(event)
    window.desk.go_to(next(row.place for row in window.desk.rows if row.place.question == "s1"))
    step = the_step(window)
    assert isinstance(window.desk.scene_ahead(step), Revealed)

    reopen_question(event, "s1", why="A table was not heard.")
    window.desk.refresh()

    assert isinstance(window.desk.scene_ahead(step), Asking)


def test_after_a_pause_comes_what_was_there(make_default_event, operate):
    event = make_default_event()
    go_to_activity(event, "talk-goals")
    window = operate(event)
    window.desk.pause()

    assert isinstance(shown(window), Paused)
    assert isinstance(coming(window), Prompt)


def test_a_message_shows_what_it_covers_as_what_comes_and_a_pause_below_it_stays_one(make_default_event, operate):
    event = make_default_event()
    go_to_activity(event, "talk-goals")
    window = operate(event)
    window.desk.say_to_the_room("Back at 11:50")
    before = coming(window)
    window.desk.pause()

    assert isinstance(before, Prompt)
    assert isinstance(coming(window), Paused)


def test_a_break_comes_with_the_time_at_which_it_would_end(make_default_event):
    event = make_default_event()
    desk = Desk(event, WORDS, place_and_date="", now=lambda: MORNING)
    rest = next(step for step in desk.times.steps if step.kind == "break")
    desk.go_to(Place(rest.key))

    scene = desk.scene_ahead(desk.next_on_the_way())

    assert isinstance(scene, BreakTime)
    assert scene.minutes_left == rest.planned_minutes
    assert scene.back_at == f"{(MORNING + timedelta(minutes=rest.planned_minutes)).astimezone():%H:%M}"


def test_a_long_text_comes_with_its_next_page(make_default_event, operate):
    window = operate(make_default_event())
    step = NextStep(say("Turn the page"), window.desk.turn_page, NextPage())

    foretold = window.desk.scene_ahead(step)
    window.desk.turn_page()

    assert foretold == shown(window)
    assert isinstance(foretold, Welcome)
    assert foretold.page == 1


def test_at_the_end_nothing_comes(make_default_event, operate):
    window = operate(make_default_event())
    window.desk.go_to(Place(FINISH))

    assert window.desk.scene_ahead(None) is None


def test_what_hangs_on_a_decision_is_not_foretold(make_default_event, operate):
    event = make_default_event()
    vote_areas(event, a1=60, a2=50, a3=40, a4=30, a5=20)
    window = operate(event)
    steps = window.desk.snapshot.record.steps
    window.desk.go_to(Place(next(step.key for step in steps if step.kind == ActivityKind.CARRY_FORWARD)))

    assert the_step(window) is not None
    assert coming(window) is None
