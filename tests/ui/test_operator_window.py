"""The operator's window by keyboard: going on, typing, blanking, pausing, taking back, skipping, looking elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from builders import a_count, a_question
from facilitator.conduct.event import Event
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.playing_back import add_main_point
from facilitator.conduct.results import result
from facilitator.conduct.timing import go_to_activity
from facilitator.core.keys import State
from facilitator.core.methods import AGREE
from facilitator.core.timing import StepState
from tests.conduct.steps import state, verbs, vote, vote_areas
from tests.ui.pressing import every_widget, press, settle, spoken_now
from ui.models.run_sheet import Place, Progress
from ui.room_screen.scene import Asking, Blank, Closed, Paused, Prompt, Revealed, Welcome
from ui.run.keys import is_typing
from ui.run.operator_window import OperatorWindow
from ui.widgets.fields import FigureField

SPACE, ENTER, PAGE_DOWN, PAGE_UP = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def two_stages(make_event) -> Event:
    return make_event(a_question("s1"), a_question("s2"), a_question("t1", stage="two"))


@pytest.fixture
def opened(two_stages, operate) -> OperatorWindow:
    """A window on the first question, which is open."""
    window = operate(two_stages)
    press(window, SPACE, SPACE)
    window.vote.present.set_figure(84)
    press(window, SPACE)
    assert state(two_stages, "s1") == State.OPEN
    return window


def scene(window: OperatorWindow) -> object:
    return window.room.canvas.scene


def counted(window: OperatorWindow) -> OperatorWindow:
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER)
    return window


def off_the_fields(window: OperatorWindow) -> None:
    window.now.focus_next()
    settle()


def undo(window: OperatorWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def standing(window: OperatorWindow) -> tuple[object, ...]:
    """Return all that a stray key could change."""
    desk = window.desk
    return desk.open_event.last_entry(), desk.place, desk.on_screen, desk.is_blank, desk.page, scene(window)


# Going on


def focused(window: OperatorWindow, name: str) -> OperatorWindow:
    """Put the focus on a part of the window that is no field."""
    parts = {
        "next": window.now.next_button,
        "run sheet": window.sheet_list,
        "tabs": window.tabs.tabBar(),
        "report": window.top.report,
        "room": window.room_card.open_button,
        "blank": window.now.blank_button,
    }
    parts[name].setFocus()
    assert window.focusWidget() is parts[name]
    return window


@pytest.mark.parametrize("part", ["next", "run sheet", "tabs", "report", "room", "blank"])
def test_a_clicker_and_the_letters_work_wherever_nobody_types(two_stages, operate, part):
    window = operate(two_stages)

    press(focused(window, part), PAGE_DOWN)
    assert window.desk.times.running == "one"
    press(focused(window, part), "b")
    assert isinstance(scene(window), Blank)
    press(focused(window, part), "b")
    press(focused(window, part), PAGE_UP)
    assert isinstance(scene(window), Welcome)
    press(focused(window, part), "p")
    assert isinstance(scene(window), Paused)


@pytest.mark.parametrize("step", ["settle-goals", "play-back", "carry-areas", "missing-area", "talk-goals"])
def test_a_clicker_is_not_swallowed_by_a_list_of_a_step(make_default_event, operate, step):
    event = make_default_event()
    for key in ("s1", "s2"):
        vote(event, key, a_count(agree=60, unsure=10, disagree=5))
    vote_areas(event, a1=60, a2=50, a3=40, a4=30, a5=20)
    add_note(event, Note("No bus after six", "talk-goals", "table 1"))
    add_main_point(event, "No bus after six")
    window = operate(event)
    window.desk.go_to(Place(step))
    settle()
    shown = [
        one for one in window.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    tried = 0
    for part in shown:
        part.setFocus()
        if not part.isVisible() or is_typing(window.focusWidget()) or window.focusWidget() is None:
            continue
        window.desk.uncover()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_B)
        assert window.desk.is_blank, part
        window.now.banner.hide()
        QTest.keyClick(window.focusWidget(), PAGE_UP)
        refused = "The room has seen nothing before this." in window.now.banner.sentence
        assert refused or not window.desk.is_blank, part
        tried += 1

    assert tried > 8


@pytest.mark.parametrize("key", [SPACE, PAGE_DOWN])
def test_space_and_a_clicker_do_the_one_next_action(two_stages, operate, key):
    window = operate(two_stages)
    assert window.now.next_button.accessibleName() == "Begin the event"

    press(window, key)
    assert window.desk.times.running == "one"
    press(window, key, key)
    assert state(two_stages, "s1") == State.OPEN


def test_a_held_key_counts_once(two_stages, operate):
    window = operate(two_stages)
    window.sheet_list.setFocus()

    for repeats in (False, True, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, SPACE, NO_KEYS, " ", repeats)
        QApplication.sendEvent(window.sheet_list, held)
    settle()

    assert verbs(two_stages).count("start activity") == 1
    assert window.desk.place == Place("one")


def test_a_held_key_on_the_next_button_counts_once(two_stages, operate):
    window = operate(two_stages)
    button = window.now.next_button

    for kind, repeats in [
        (QEvent.Type.KeyPress, False), (QEvent.Type.KeyRelease, True), (QEvent.Type.KeyPress, True),
        (QEvent.Type.KeyRelease, True), (QEvent.Type.KeyPress, True), (QEvent.Type.KeyRelease, False),
    ]:  # fmt: skip
        QApplication.sendEvent(button, QKeyEvent(kind, SPACE, NO_KEYS, " ", repeats))
    settle()

    assert window.desk.place == Place("one")
    assert verbs(two_stages).count("start activity") == 1


def test_the_keys_work_while_the_room_window_has_the_focus(opened):
    opened.room.show()
    opened.room.activateWindow()

    QTest.keyClick(opened.room, Qt.Key.Key_B)
    assert isinstance(scene(opened), Blank)
    QTest.keyClick(opened.room, Qt.Key.Key_B)
    QTest.keyClick(opened.room, Qt.Key.Key_P)
    assert isinstance(scene(opened), Paused)
    QTest.keyClick(opened.room, PAGE_DOWN)
    assert isinstance(scene(opened), Asking)


def test_a_key_with_ctrl_or_alt_is_not_a_key_of_the_window(two_stages, operate):
    window = operate(two_stages)
    window.sheet_list.setFocus()
    before = standing(window)

    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        for key in (Qt.Key.Key_B, Qt.Key.Key_P):
            QTest.keyClick(window, key, modifier)

    assert standing(window) == before


# Typing


def fields_of(window: OperatorWindow) -> list[QWidget]:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
    return [one for one in every_widget(window) if isinstance(one, kinds) and one.isVisible() and one.isEnabled()]


def test_no_key_typed_into_any_field_changes_anything_but_the_field(opened):
    names = set()
    for tab in range(opened.tabs.count()):
        opened.tabs.setCurrentIndex(tab)
        settle()
        for field in fields_of(opened):
            field.setFocus()
            before = standing(opened)
            assert is_typing(opened.focusWidget()), field
            letters = () if isinstance(field, FigureField) else (Qt.Key.Key_B, Qt.Key.Key_P)
            for key in (SPACE, PAGE_DOWN, *letters, Qt.Key.Key_Period):
                QTest.keyClick(opened.focusWidget() or field, key)
            assert standing(opened) == before, field.accessibleName()
            names.add(field.accessibleName())
            if isinstance(field, QLineEdit):
                field.clear()

    assert {"People present", "Agree", "Rather not say", "Here now"} <= names


def test_letters_typed_into_a_note_are_its_text(opened):
    opened.tabs.setCurrentIndex(0)
    opened.notes.focus_text()

    press(opened, "b p. bus")

    field = opened.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "b p. bus"
    assert isinstance(scene(opened), Asking)


def test_keys_typed_into_a_reason_and_the_why_of_skipping_stay_there(two_stages, operate):
    window = operate(two_stages)
    press(window, SPACE)
    window.desk.go_to(Place("two"))
    window.now.skip_button.click()

    press(window, "b p.")

    assert window.now.why_skip.text() == "b p."
    assert not window.desk.is_blank
    assert not window.desk.times.paused
    assert window.desk.times.state_of("two") is StepState.AHEAD


def test_escape_leaves_a_field_for_the_next_action(opened):
    opened.vote.counter.focus_first()

    press(opened, Qt.Key.Key_Escape)

    assert opened.focusWidget() is opened.now.next_button


# The room


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_b_and_the_clickers_black_screen_blank_the_room_and_show_it_again(opened, key):
    off_the_fields(opened)
    press(opened, key)
    assert isinstance(scene(opened), Blank)
    assert "What about s1?" not in spoken_now(opened)
    assert opened.now.blank_button.text() == "Show the screen (B)"

    press(opened, key)
    assert isinstance(scene(opened), Asking)


def test_a_blank_room_is_one_colour(opened):
    off_the_fields(opened)
    press(opened, "b")
    picture = opened.room.canvas.picture(opened.room.canvas.size())
    edge = picture.pixel(1, 1)

    across = range(0, picture.width(), 7)
    assert {picture.pixel(x, y) for x in across for y in range(0, picture.height(), 7)} == {edge}


def test_a_blank_room_stays_blank_when_the_clock_ticks_and_when_votes_come(opened):
    off_the_fields(opened)
    press(opened, "b")
    opened.desk.tick()
    opened.desk.refresh()

    assert isinstance(scene(opened), Blank)


def test_going_on_shows_the_room_again(opened):
    counted(opened)
    off_the_fields(opened)
    press(opened, "b", SPACE)

    assert isinstance(scene(opened), Closed)


def test_page_up_shows_the_last_and_again_the_present(opened):
    off_the_fields(opened)
    press(opened, PAGE_UP)
    assert scene(opened) == Prompt("Stage one", ())
    assert opened.now.next_button.accessibleName() == "Show the room what is now"
    assert state(opened.desk.open_event, "s1") == State.OPEN

    press(opened, PAGE_UP)
    assert isinstance(scene(opened), Asking)


def test_going_on_after_a_look_back_shows_the_present_first(opened):
    off_the_fields(opened)
    press(opened, PAGE_UP, SPACE)

    assert isinstance(scene(opened), Asking)
    assert state(opened.desk.open_event, "s1") == State.OPEN


def test_before_the_room_saw_anything_page_up_is_refused_in_words(two_stages, operate):
    window = operate(two_stages)
    press(window, PAGE_UP)

    assert "The room has seen nothing before this." in window.now.banner.sentence
    assert isinstance(scene(window), Welcome)


def test_looking_back_never_brings_a_result_of_an_open_question(two_stages, operate):
    vote(two_stages, "s1", a_count(agree=60, unsure=10, disagree=5))
    window = operate(two_stages)
    window.desk.go_to(Place("one", "s1"))
    press(window, SPACE)
    assert isinstance(scene(window), Revealed)
    window.desk.go_to(Place("one", "s2"))
    window.vote.present.set_figure(84)
    press(window, SPACE)
    off_the_fields(window)

    press(window, PAGE_UP)
    shown = scene(window)
    assert not isinstance(shown, Revealed) or shown.result.key == "s1"
    press(window, PAGE_UP)
    assert isinstance(scene(window), Asking)


def test_paused_says_so_and_space_goes_on(opened):
    off_the_fields(opened)
    press(opened, "p")
    assert opened.desk.times.paused
    assert isinstance(scene(opened), Paused)
    assert opened.now.next_button.accessibleName() == "Go on after the pause"
    assert "Paused since" in opened.top.times.sentence

    press(opened, "p")
    assert opened.desk.times.paused, "a second P is no toggle: Space goes on"
    press(opened, SPACE)
    assert not opened.desk.times.paused
    assert isinstance(scene(opened), Asking)
    assert state(opened.desk.open_event, "s1") == State.OPEN


def test_a_pause_before_the_event_begins_starts_nothing(two_stages, operate):
    window = operate(two_stages)
    press(window, "p")

    assert not window.desk.times.paused
    assert not window.desk.has_begun
    assert isinstance(scene(window), Welcome)


# Taking back


def test_ctrl_z_takes_back_the_opening(opened):
    undo(opened)

    assert state(opened.desk.open_event, "s1") == State.READY
    assert scene(opened) == Prompt("Stage one", ("What about s1?",))
    assert opened.now.next_button.accessibleName() == "Open the vote"


def test_ctrl_z_takes_back_the_closing(opened):
    counted(opened)
    off_the_fields(opened)
    press(opened, SPACE)
    assert state(opened.desk.open_event, "s1") == State.CLOSED
    assert "Take back the closing" in opened.now.undo_button.text()

    undo(opened)

    found = result(opened.desk.open_event, "s1")
    assert found.state is State.OPEN
    assert found.tally.counts[AGREE] == 31
    assert isinstance(scene(opened), Asking)


def test_ctrl_z_takes_back_going_on(two_stages, operate):
    window = operate(two_stages)
    press(window, SPACE, SPACE)
    assert window.desk.place == Place("one", "s1")

    undo(window)

    assert window.desk.place == Place("one")
    assert scene(window) != Prompt("Stage one", ("What about s1?",))


def test_ctrl_z_after_going_into_the_next_step_goes_back_to_it(two_stages, operate):
    vote(two_stages, "s1", a_count(agree=60, unsure=10, disagree=5))
    vote(two_stages, "s2", a_count(agree=60, unsure=10, disagree=5))
    go_to_activity(two_stages, "one")
    window = operate(two_stages)
    window.desk.go_to(Place("one", "s2"))
    press(window, SPACE, SPACE)
    assert window.desk.times.running == "two"

    undo(window)

    assert window.desk.place == Place("one", "s2")
    assert window.desk.times.running == "one"


def test_where_nothing_can_be_taken_back_ctrl_z_says_so(two_stages, operate):
    window = operate(two_stages)
    undo(window)

    assert "There is nothing to undo." in window.now.banner.sentence


def test_taking_back_works_once(opened):
    undo(opened)
    undo(opened)

    assert state(opened.desk.open_event, "s1") == State.READY
    assert "There is nothing to undo." in opened.now.banner.sentence


def test_an_opening_is_not_taken_back_once_votes_are_in(opened):
    counted(opened)
    off_the_fields(opened)

    undo(opened)

    assert state(opened.desk.open_event, "s1") == State.OPEN
    assert opened.now.banner.warns
    assert result(opened.desk.open_event, "s1").tally.cast == 47


# Looking elsewhere and leaving


def click_row(window: OperatorWindow, place: Place) -> None:
    index = window.sheet.index(window.sheet.row_of(place))
    window.sheet_list.scrollTo(index)
    middle = window.sheet_list.visualRect(index).center()
    QTest.mouseClick(window.sheet_list.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, middle)
    settle()


def test_a_click_in_the_run_sheet_looks_elsewhere_and_the_room_stays(opened):
    before, entry = scene(opened), opened.desk.open_event.last_entry()

    click_row(opened, Place("two"))

    assert opened.desk.place == Place("two")
    assert scene(opened) == before
    assert opened.desk.open_event.last_entry() == entry
    assert opened.focusWidget() is opened.now.next_button


def test_leaving_an_open_vote_is_refused_in_words(opened):
    click_row(opened, Place("two"))

    press(opened, SPACE)

    assert "The vote on “What about s1?” is still open." in opened.now.banner.sentence
    assert "brings you there" in opened.now.banner.sentence
    assert opened.desk.times.running == "one"
    assert isinstance(scene(opened), Asking)
    click_row(opened, Place("one", "s1"))
    assert opened.now.banner.sentence == ""
    assert opened.now.next_button.accessibleName() == "Close the vote"


def test_what_was_typed_is_there_again_after_looking_elsewhere(opened):
    press(opened, "31", ENTER, "6")

    click_row(opened, Place("two", "t1"))
    click_row(opened, Place("one", "s1"))

    assert opened.vote.counter.field_of(AGREE).figure == 31


def test_the_event_is_closed_once_more_where_figures_are_typed_and_not_stored(opened):
    press(opened, "31", ENTER, "6")
    assert not opened.close()
    assert "What is typed at “What about s1?” is not stored yet." in opened.now.banner.sentence

    assert opened.close()


# Skipping


def skip(window: OperatorWindow, why: str) -> None:
    window.now.skip_button.setFocus()
    press(window, SPACE, why, ENTER)


def test_a_step_is_skipped_with_a_reason_and_passed_over(two_stages, operate):
    window = operate(two_stages)
    press(window, SPACE)
    window.desk.go_to(Place("two"))

    skip(window, "No time left")

    assert window.desk.times.state_of("two") is StepState.SKIPPED
    record = window.desk.snapshot.record
    assert [step.skipped for step in record.steps] == [None, "No time left"]
    rows = {row.place: row.progress for row in window.sheet.rows}
    assert (rows[Place("two")], rows[Place("two", "t1")]) == (Progress.SKIPPED, Progress.SKIPPED)
    window.desk.go_to(Place("one", "s2"))
    assert window.desk.following.activity == "/finish"


def test_a_step_is_not_skipped_without_a_reason(two_stages, operate):
    window = operate(two_stages)
    press(window, SPACE)
    window.desk.go_to(Place("two"))

    skip(window, "")

    assert window.desk.times.state_of("two") is StepState.AHEAD
    assert "A reason is missing." in window.now.banner.sentence
    assert window.now.why_skip.isVisible()


def test_ctrl_z_takes_back_the_skipping(two_stages, operate):
    window = operate(two_stages)
    press(window, SPACE)
    window.desk.go_to(Place("two"))
    skip(window, "No time left")
    off_the_fields(window)

    undo(window)

    assert window.desk.times.state_of("two") is StepState.AHEAD


def test_a_skipped_step_can_be_started_after_all(two_stages, operate):
    window = operate(two_stages)
    press(window, SPACE)
    window.desk.go_to(Place("two"))
    skip(window, "No time left")
    click_row(window, Place("two"))
    assert str(window.sheet.rows[window.sheet.row_of(Place("two"))].detail) == "Skipped: No time left"

    go_to_activity(two_stages, "two")
    window.desk.refresh()

    assert window.desk.times.state_of("two") is StepState.RUNNING


def test_a_step_that_runs_cannot_be_skipped(opened):
    assert not opened.now.skip_button.isVisible()


def test_a_correction_half_typed_is_asked_about_before_the_window_closes(make_default_event, operate):
    event = make_default_event()
    vote(event, "s1", a_count(agree=20, unsure=5, disagree=5))
    window = operate(event)
    window.desk.go_to(Place("vote-goals", "s1"))
    window.vote.correct_button.click()
    window.vote.why.setText("One hand was counted twice")
    window.desk.go_to(Place("vote-goals", "s2"))

    assert not window.close()
    assert "What is typed at “Care and health services" in window.now.banner.sentence
    window.desk.go_to(Place("vote-goals", "s1"))

    assert window.vote.why.text() == "One hand was counted twice"
