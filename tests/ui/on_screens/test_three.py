"""Three screens: the one that was used last wins, then one that is not the primary."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ui.room_screen.screen_choice import ScreenName, ScreenPair
from ui.room_screen.screen_memory import ScreenMemory


def remembering(*names: str) -> ScreenMemory:
    memory = ScreenMemory()
    for name in names:
        memory.used(ScreenPair(room=ScreenName(name), operator=ScreenName("Laptop")))
    return memory


def test_the_one_that_was_used_last_has_the_room_screen(front):
    opened = front(memory=remembering("Desk", "Beamer")).begin()

    assert opened.rooms == "Beamer"


def test_one_that_was_used_before_wins_over_a_stranger(front):
    opened = front(memory=remembering("Beamer", "One that is at another place")).begin()

    assert opened.rooms == "Beamer"


def test_where_none_is_known_the_primary_one_is_the_last_choice(front):
    primary = QGuiApplication.primaryScreen().name()
    on = next(name for name in ("Laptop", "Desk") if name != primary)

    opened = front(on=on).begin()

    assert opened.rooms not in ("", on, primary)


def test_the_operators_screen_is_never_taken_even_if_it_was_the_rooms_last_time(front):
    opened = front(memory=remembering("Beamer"), on="Beamer").begin()

    assert opened.operators == "Beamer"
    assert opened.rooms in ("Desk", "Laptop")


def test_a_third_screen_that_comes_leaves_the_room_screen_where_it_is(front, plug_in):
    opened = front(memory=remembering("Desk")).begin()

    plug_in("Beamer")

    assert opened.rooms == "Desk"


def test_the_projector_that_is_known_takes_over_from_one_that_is_not_when_it_comes(front, plug_in):
    memory = remembering("Desk")
    opened = front(memory=memory).begin()
    memory.used(ScreenPair(room=ScreenName("Beamer"), operator=ScreenName("Laptop")))

    plug_in("Beamer")

    assert opened.rooms == "Beamer"
