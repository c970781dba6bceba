"""A vote panel in a window of its own, as the NOW card would hold it, for the tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.errors import FacilitatorError
from facilitator.words.translator import Translator
from tests.ui.pressing import settle
from ui.models.run_sheet import Place
from ui.run.on_screen import OnScreen, Quiet
from ui.run.snapshot import read_snapshot
from ui.run.step_panel import Undo
from ui.run.vote_panel import VotePanel

ENTER, UP, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab


class Seat(QWidget):
    """Reads the event again after each act of the panel, and holds the one next button."""

    def __init__(self, event: Event, key: str, words: Translator | None = None) -> None:
        super().__init__()
        self.held, self.key = event, key
        self.on_screen: OnScreen = Quiet()
        self.undo: Undo | None = None
        self.refusals: list[FacilitatorError] = []
        self.panel = VotePanel(words or Translator(), event)
        self.next_button = QPushButton("Next")
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        layout.addWidget(self.next_button)
        self.panel.acted.connect(self._on_acted)
        self.panel.screen_wanted.connect(self._on_screen_wanted)
        self.panel.failed.connect(self.refusals.append)
        self.panel.typing_finished.connect(self.next_button.setFocus)
        self.resize(640, 560)
        self.look_at(key)
        self.show()
        self.activateWindow()
        settle()

    @property
    def missing(self) -> list[str]:
        return [str(message) for message in self.panel.missing()]

    def look_at(self, key: str) -> None:
        self.key = key
        self.read()

    def read(self) -> None:
        self.panel.show_place(Place("one", self.key), read_snapshot(self.held), self.on_screen)
        settle()

    def go_on(self) -> None:
        step = self.panel.next_step()
        assert step is not None
        step.do()
        settle()

    def press(self, *keys: Qt.Key | str) -> None:
        single = [one for key in keys for one in (key if isinstance(key, str) else [key])]
        for key in single:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClick(target, key)
            settle()

    def _on_acted(self, undo: Undo | None) -> None:
        self.undo = undo
        self.read()

    def _on_screen_wanted(self, screen: OnScreen) -> None:
        self.on_screen = screen
        self.read()
