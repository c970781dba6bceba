"""The play-back: main points are gathered, shown, and heard or changed by the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from builders import the_default_event
from facilitator.conduct.noting import Note, Strength, add_note
from facilitator.conduct.playing_back import Heard, add_main_point, main_points
from facilitator.conduct.record import event_record
from ui.models.run_sheet import Place
from ui.run.on_screen import PlayBack, Quiet
from ui.run.play_back_panel import PlayBackPanel
from ui.run.snapshot import read_snapshot

ENTER, ESCAPE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
PLACE = Place("play-back")


class Room:
    """A panel that is refreshed, and whose wishes for the room screen are granted, as in the operator's window."""

    def __init__(self, panel, event):
        self.panel, self.event = panel, event
        self.screen = Quiet()
        self.undos, self.failures = [], []
        panel.acted.connect(self.on_acted)
        panel.failed.connect(self.failures.append)
        panel.screen_wanted.connect(self.on_screen_wanted)

    def refresh(self):
        self.panel.show_place(PLACE, read_snapshot(self.event), self.screen)

    def on_acted(self, undo):
        self.undos.append(undo)
        self.refresh()

    def on_screen_wanted(self, screen):
        self.screen = screen
        self.refresh()

    def press(self, *keys):
        for key in keys:
            target = self.panel.window().focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)

    def go_on(self):
        """Press the one next action."""
        self.panel.next_step().do()

    @property
    def next_name(self):
        step = self.panel.next_step()
        return None if step is None else str(step.name)

    @property
    def on_screen(self):
        """The words of the point the room sees."""
        points = {point.id: point.text for point in main_points(self.event)}
        return points.get(self.screen.point) if isinstance(self.screen, PlayBack) else None

    @property
    def points(self):
        return [(point.text, point.heard) for point in main_points(self.event)]


@pytest.fixture
def event(tmp_path):
    event = the_default_event(tmp_path)
    yield event
    event.close()


@pytest.fixture
def room(qapp, words, event):
    panel = PlayBackPanel(words, event)
    room = Room(panel, event)
    panel.resize(560, 560)
    panel.show()
    room.refresh()
    qapp.processEvents()
    panel.focus_first()
    yield room
    panel.close()
    panel.deleteLater()
    qapp.processEvents()


@pytest.fixture
def three(room, event):
    for text in ("Buses", "A place to sit", "Phones"):
        add_main_point(event, text)
    room.refresh()
    room.panel.focus_first()
    return room


def test_points_are_gathered_in_our_own_words(room):
    room.press("Buses in the evening", ENTER, "A place to sit", ENTER)

    assert [text for text, _ in room.points] == ["Buses in the evening", "A place to sit"]
    assert room.panel.text.toPlainText() == ""
    assert room.panel.text.hasFocus()


def test_without_points_the_run_sheet_goes_on_and_the_panel_says_what_is_missing(room):
    assert room.next_name is None
    assert [str(message) for message in room.panel.missing()] == ["0 main points so far; a play-back has 5 to 7."]


def test_the_points_are_shown_and_each_is_heard_until_nothing_is_left(three):
    assert three.next_name == "Show the main points"
    three.go_on()
    assert three.on_screen == "Buses"

    seen = []
    for _ in range(3):
        assert three.next_name == "They say yes"
        three.go_on()
        seen.append(three.on_screen)

    assert seen == ["A place to sit", "Phones", None]
    assert three.screen == PlayBack("")
    assert three.points == [("Buses", Heard.YES), ("A place to sit", Heard.YES), ("Phones", Heard.YES)]
    assert three.next_name is None


def test_y_and_c_hear_the_room_by_keyboard(three):
    three.go_on()
    three.press("y")
    three.press("c")
    three.press("A warm place to sit", ENTER)
    three.press("y")

    assert three.points == [("Buses", Heard.YES), ("A warm place to sit", Heard.CHANGED), ("Phones", Heard.YES)]
    assert three.next_name is None


def test_what_the_room_changes_keeps_the_earlier_words_and_can_be_taken_back(three, event):
    three.press("c", "More buses", ENTER)
    point = main_points(event)[0]
    assert [one.text for one in event.store.reading.main_point_editions(bytes.fromhex(point.id))] == [
        "Buses", "More buses",
    ]  # fmt: skip

    three.undos[-1].do()
    assert three.points[0] == ("Buses", Heard.NOT_ASKED)


def test_escape_leaves_the_words_as_they_are(three):
    three.press("c", "Something else", ESCAPE)

    assert three.points[0] == ("Buses", Heard.NOT_ASKED)
    assert three.panel.list.hasFocus()


def test_a_new_point_half_typed_comes_back_after_the_room_was_heard(three):
    three.panel.text.setPlainText("Half a point")
    three.panel.list.setFocus()
    three.press("c", "More buses", ENTER)

    assert three.panel.text.toPlainText() == "Half a point"
    assert [text for text, _ in three.points] == ["More buses", "A place to sit", "Phones"]


def test_while_words_are_typed_y_and_c_are_letters(three):
    three.panel.text.setFocus()
    three.press("cycle paths", ENTER)

    assert three.points[-1] == ("cycle paths", Heard.NOT_ASKED)
    assert all(heard is Heard.NOT_ASKED for _, heard in three.points)


def test_an_empty_change_is_refused_and_nothing_is_lost(three):
    three.press("c", DELETE, ENTER)

    assert "has no words" in str(three.failures[0].message)
    assert three.points[0] == ("Buses", Heard.NOT_ASKED)


def test_the_next_action_saves_the_words_of_the_room(three):
    three.press("c", "More buses")

    assert three.next_name == "Save these words"
    three.go_on()
    assert three.points[0] == ("More buses", Heard.CHANGED)


def test_points_move_and_leave_the_list_and_that_can_be_taken_back(three):
    three.panel.down.click()
    assert [text for text, _ in three.points] == ["A place to sit", "Buses", "Phones"]

    three.undos[-1].do()
    three.refresh()
    three.panel.list.setFocus()
    three.press(DELETE)
    assert [text for text, _ in three.points] == ["A place to sit", "Phones"]

    three.undos[-1].do()
    assert [text for text, _ in three.points] == ["Buses", "A place to sit", "Phones"]


def test_strong_notes_and_minority_views_are_suggested_and_never_taken_by_themselves(room, event):
    add_note(event, Note("All of us", "talk-areas", strength=Strength.ALL))
    add_note(event, Note("Just me", "talk-areas", strength=Strength.ONE))
    add_note(event, Note("Few of us", "talk-areas", minority=True))
    room.refresh()

    assert [note.text for note in room.panel.suggested.notes] == ["Few of us", "All of us"]
    assert room.points == []

    room.panel.suggestions.setCurrentIndex(room.panel.suggested.index(0))
    room.panel.suggestions.setFocus()
    room.press(ENTER)

    (point,) = main_points(event)
    assert (point.text, point.minority) == ("Few of us", True)
    assert point.note == event_record(event).notes[2].id
    assert [note.text for note in room.panel.suggested.notes] == ["All of us"]


def test_a_minority_view_is_missed_until_it_is_among_the_points(room, event):
    add_note(event, Note("Few of us", "talk-areas", minority=True))
    for number in range(5):
        add_main_point(event, f"Point {number}")
    room.refresh()
    assert [str(message) for message in room.panel.missing()] == [
        "No minority view is among the points, and there are some in the notes."
    ]

    room.panel.minority.click()
    room.panel.text.setFocus()
    room.press("Few of us said", ENTER)
    assert room.panel.missing() == ()


def test_a_note_too_long_for_the_screen_is_refused_in_words(room, event):
    add_note(event, Note("x" * 400, "talk-areas", minority=True))
    room.refresh()
    room.panel.suggestions.setCurrentIndex(room.panel.suggested.index(0))
    room.panel.suggestions.setFocus()
    room.press(ENTER)

    assert "400 characters; 300 is the most" in str(room.failures[0].message)
    assert room.points == []


def test_choosing_another_point_shows_it_where_the_room_sees_the_points(three):
    three.go_on()
    three.panel.list.setFocus()
    three.press(Qt.Key.Key_Down)

    assert three.on_screen == "A place to sit"


def test_choosing_a_point_before_they_are_shown_shows_nothing(three):
    three.panel.list.setFocus()
    three.press(Qt.Key.Key_Down)

    assert three.screen == Quiet()


def test_every_widget_of_the_panel_has_a_name(three):
    focusable = [one for one in three.panel.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [one for one in focusable if not (one.accessibleName() or getattr(one, "text", str)())] == []
