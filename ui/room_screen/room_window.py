"""The window on the projector: nothing but the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QScreen, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.scene import Scene


class RoomWindow(QWidget):
    """What the room sees, in a window of its own; F11 fills the screen, Escape leaves it."""

    shown_or_hidden = Signal(bool)

    def __init__(self, words: Translator, scene: Scene, *, moves: bool, rehearsal: bool = False) -> None:
        super().__init__()
        self.setWindowTitle(words(say("Room screen")))
        self.setAccessibleName(words(say("Room screen")))
        self.canvas = RoomCanvas(words, scene, moves=moves, rehearsal=rehearsal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self._fill_or_leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.showNormal)

    def open_on_projector(self, beside: QScreen) -> None:
        """Fill the screen that `beside` is not; with one screen only, open as a window on it."""
        others = [screen for screen in QGuiApplication.screens() if screen is not beside]
        if not others:
            self.show()
            return
        self.setGeometry(others[0].geometry())
        self.showFullScreen()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the room sees it."""
        super().showEvent(event)
        self.shown_or_hidden.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the room does not see it any more."""
        super().hideEvent(event)
        self.shown_or_hidden.emit(False)

    def _fill_or_leave(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
