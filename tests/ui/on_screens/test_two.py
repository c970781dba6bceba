"""A laptop and a projector: the room screen finds it, follows it, and never lies over the controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tests.ui.on_screens.conftest import screen_named
from tests.ui.pressing import press, settle
from ui.room_screen.screen_choice import ScreenName, ScreenPair
from ui.room_screen.screen_memory import ScreenMemory

LAPTOP, PROJECTOR = ScreenName("Laptop"), ScreenName("Projector")


def test_the_event_opens_with_the_room_screen_on_the_projector_and_names_both(front):
    opened = front().begin()

    assert (opened.rooms, opened.operators) == ("Projector", "Laptop")
    assert opened.told == [
        "The room screen is on “Projector”, these controls are on “Laptop”. If that is the wrong way round, press W."
    ]


def test_the_keyboard_stays_with_the_controls(front):
    opened = front().begin()

    assert opened.controls.isActiveWindow()


def test_nothing_opens_before_the_event_does(front):
    opened = front()

    assert not opened.room.isVisible()
    assert not opened.told


def test_controls_on_the_big_screen_have_the_room_screen_on_the_other(front):
    opened = front(on="Projector").begin()

    assert (opened.rooms, opened.operators) == ("Laptop", "Projector")


def test_controls_that_are_dragged_onto_the_room_screen_are_not_covered(front):
    opened = front().begin()

    opened.controls.move(screen_named("Projector").geometry().topLeft() + QPoint(50, 50))
    settle()

    assert (opened.rooms, opened.operators) == ("Laptop", "Projector")


@pytest.mark.parametrize("state", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_one_key_swaps_both_windows_and_the_controls_keep_their_state(front, state):
    opened = front()
    opened.controls.setWindowState(state)
    settle()
    opened.begin()

    opened.projector.swap()
    settle()
    there = (opened.rooms, opened.operators, opened.controls.isMaximized())
    opened.projector.swap()
    settle()

    assert there == ("Laptop", "Projector", state == Qt.WindowState.WindowMaximized)
    assert (opened.rooms, opened.operators) == ("Projector", "Laptop")


def test_swapped_controls_are_as_large_as_before_and_as_far_from_the_corner(front):
    opened = front().begin()
    before = opened.controls.geometry()

    opened.projector.swap()
    settle()

    assert opened.controls.geometry() == before.translated(1366, 0)


def test_controls_that_a_smaller_screen_made_smaller_are_as_large_as_before_once_they_are_back(front):
    opened = front(on="Projector").begin()
    before = opened.controls.size()

    opened.projector.swap()
    settle()
    there = opened.controls.size()
    opened.projector.swap()
    settle()

    assert there.width() == 1366 < before.width()
    assert opened.controls.size() == before


def test_another_window_of_ours_keeps_the_keyboard_while_the_room_screen_opens(front, qapp):
    opened = front()
    check = QWidget()
    check.show()
    check.activateWindow()
    settle()

    opened.projector.open_or_close()
    settle()

    assert opened.rooms == "Projector"
    assert qapp.activeWindow() is check
    check.close()


def test_an_unplugged_projector_hides_the_room_screen_and_says_so(front, unplug):
    opened = front().begin()

    unplug("Projector")

    assert not opened.room.isVisible()
    assert opened.told[-1] == ("The projector “Projector” was unplugged. Plug it in and the room screen comes back.")
    assert opened.projector.is_missed


def test_plugged_in_again_it_fills_the_projector_as_before(front, unplug, plug_in):
    opened = front().begin()
    unplug("Projector")

    plug_in("Projector")

    assert opened.rooms == "Projector"
    assert not opened.projector.is_missed


def test_a_room_screen_that_was_put_away_stays_away_when_a_projector_comes(front, plug_in):
    opened = front().begin()
    opened.projector.open_or_close()

    plug_in("Projector")

    assert not opened.room.isVisible()
    assert opened.told[-1] == "“Projector” is plugged in. The room screen goes there when you open it."


def test_an_unplugged_laptop_screen_never_leaves_the_controls_under_the_room_screen(front, unplug, plug_in):
    opened = front().begin()

    unplug("Laptop")

    assert not opened.room.isVisible()


def test_the_room_screen_follows_another_resolution(front):
    opened = front().begin()
    opened.room.setGeometry(1366, 0, 800, 600)

    screen_named("Projector").geometryChanged.emit(screen_named("Projector").geometry())
    settle()

    assert opened.rooms == "Projector"


def test_a_rehearsal_leaves_the_second_screen_as_it_is_until_it_is_asked(front):
    opened = front()

    opened.projector.begin(by_itself=False)

    assert not opened.room.isVisible()
    opened.projector.open_or_close()
    settle()
    assert opened.rooms == "Projector"


def test_escape_makes_a_window_of_it_and_f11_fills_the_projector_again(front):
    opened = front().begin()

    opened.room.activateWindow()
    settle()
    press(opened.room, Qt.Key.Key_Escape)
    left = opened.rooms
    opened.room.activateWindow()
    settle()
    press(opened.room, Qt.Key.Key_F11)

    assert (left, opened.rooms) == ("", "Projector")


def test_f11_never_covers_the_controls(front):
    opened = front().begin()
    opened.room.activateWindow()
    settle()
    press(opened.room, Qt.Key.Key_Escape)
    opened.room.move(100, 100)
    opened.room.activateWindow()
    settle()

    press(opened.room, Qt.Key.Key_F11)

    assert (opened.rooms, opened.operators) == ("Projector", "Laptop")


def test_which_screen_was_which_is_remembered_and_put_right_the_next_time(front, tmp_path):
    first = front(memory=ScreenMemory(tmp_path / "screens.json"), on="Projector").begin()
    first.projector.swap()
    settle()
    first.room.close()
    first.controls.close()

    second = front(memory=ScreenMemory(tmp_path / "screens.json"), on="Projector").begin()

    assert ScreenMemory(tmp_path / "screens.json").pairs()[0] == ScreenPair(room=PROJECTOR, operator=LAPTOP)
    assert (second.rooms, second.operators) == ("Projector", "Laptop")


def test_a_damaged_memory_of_screens_does_no_harm(front, tmp_path):
    (tmp_path / "screens.json").write_text("{", encoding="utf-8")

    opened = front(memory=ScreenMemory(tmp_path / "screens.json")).begin()

    assert opened.rooms == "Projector"
    assert len(ScreenMemory(tmp_path / "screens.json").pairs()) == 1
