"""Tests on more than one screen: the offscreen platform reads its screens once, so each set has a process of its own.

`tests/ui/test_on_screens.py` starts them with SCREENS set to the name of a set; any other run collects none of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow

from facilitator.words.message import Message
from facilitator.words.translator import Translator
from tests.ui.pressing import settle
from ui.room_screen.projector import Projector
from ui.room_screen.room_window import RoomWindow
from ui.room_screen.scene import Welcome
from ui.room_screen.screen_memory import ScreenMemory

HERE = Path(__file__).parent
SCREENS = os.environ.get("SCREENS", "")
collect_ignore = [path.name for path in HERE.glob("test_*.py") if path.name != f"test_{SCREENS}.py"]

if SCREENS:
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={HERE / SCREENS}.json"


class Front:
    """The controls and the room screen, with what was told of them."""

    def __init__(self, words: Translator, memory: ScreenMemory, on: QScreen) -> None:
        self.controls = QMainWindow()
        self.controls.setGeometry(on.availableGeometry().adjusted(40, 40, -200, -100))
        self.room = RoomWindow(words, Welcome("A meeting", "Village hall"), moves=False)
        self.projector = Projector(self.room, self.controls, memory)
        self.told: list[str] = []
        for signal in (self.projector.told, self.projector.warned):
            signal.connect(lambda what, advice: self._on_told(words, what, advice))
        self.controls.show()
        settle()

    def _on_told(self, words: Translator, what: Message, advice: Message) -> None:
        self.told.append(f"{words(what)} {words(advice)}")

    @property
    def rooms(self) -> str:
        """The name of the screen that the room screen fills; empty where it fills none."""
        if not (self.room.isVisible() and self.room.isFullScreen()):
            return ""
        filled = [screen.name() for screen in QGuiApplication.screens() if screen.geometry() == self.room.geometry()]
        return next(iter(filled), "")

    @property
    def operators(self) -> str:
        """The name of the screen with the middle of the controls."""
        screen = QGuiApplication.screenAt(self.controls.frameGeometry().center())
        return screen.name() if screen is not None else ""

    def begin(self) -> Front:
        """Open the event."""
        self.projector.begin()
        settle()
        return self


def screen_named(name: str) -> QScreen:
    """Return a screen; the order in which the offscreen platform has them is its own."""
    return next(screen for screen in QGuiApplication.screens() if screen.name() == name)


@pytest.fixture
def front(qapp: QApplication, words: Translator) -> Iterator[Callable[..., Front]]:
    """Return a maker of controls on the laptop, or on another screen, with the room screen that is not shown yet."""
    made: list[Front] = []

    def make(*, memory: ScreenMemory | None = None, on: str = "Laptop") -> Front:
        made.append(Front(words, memory or ScreenMemory(), screen_named(on)))
        return made[-1]

    yield make
    for one in made:
        one.room.close()
        one.controls.close()


@pytest.fixture
def unplug(qapp: QApplication) -> Callable[[str], None]:
    """Return what tells the program that a screen is gone; the offscreen platform cannot take it away."""

    def do(name: str) -> None:
        qapp.screenRemoved.emit(screen_named(name))
        settle()

    return do


@pytest.fixture
def plug_in(qapp: QApplication) -> Callable[[str], None]:
    """Return what tells the program that a screen came."""

    def do(name: str) -> None:
        qapp.screenAdded.emit(screen_named(name))
        settle()

    return do
