"""The window on the projector: nothing but the canvas."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QScreen, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.scene import Scene

WINDOW_SHARE = 0.4  # of the screen's width, for a window beside the controls


class RoomWindow(QWidget):
    """What the room sees, in a window of its own; F11 asks for a whole screen, Escape leaves it.

    `closed_by_hand`: somebody closed the window itself. `fill_asked`: somebody wants it to fill a screen; which one is
    for the projector to say. `full_screen_left`: somebody made a window of it. `placed`: it was put elsewhere.
    """

    shown_or_hidden = Signal(bool)
    closed_by_hand = Signal()
    fill_asked = Signal()
    full_screen_left = Signal()
    placed = Signal()

    def __init__(self, words: Translator, scene: Scene, *, moves: bool, rehearsal: bool = False) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(words(say("Room screen")))
        self.setAccessibleName(words(say("Room screen")))
        self.canvas = RoomCanvas(words, scene, moves=moves, rehearsal=rehearsal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self._on_fill_or_leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave_full_screen)

    def fill(self, screen: QScreen) -> None:
        """Fill a screen; the keyboard stays where it is."""
        if self.isFullScreen() and self.geometry() != screen.geometry():
            self.hide()  # a window that fills a screen keeps its place and size
            self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.placed.emit()

    def open_beside(self, screen: QScreen, controls: QRect | None = None) -> None:
        """Open as a window on a screen: where it hides least of the controls."""
        self.setScreen(screen)
        self.setGeometry(place_beside(screen.availableGeometry(), controls))
        self.showNormal()
        self.placed.emit()

    def leave_full_screen(self) -> None:
        """Become a window of the usual size, on the screen where it is."""
        if self.isFullScreen():
            self.setGeometry(place_beside(self.screen().availableGeometry(), None))
            self.showNormal()
            self.full_screen_left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the room sees it."""
        super().showEvent(event)
        self.shown_or_hidden.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the room does not see it any more."""
        super().hideEvent(event)
        self.shown_or_hidden.emit(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that somebody put it away, which an unplugged projector does not."""
        super().closeEvent(event)
        self.closed_by_hand.emit()

    def _on_fill_or_leave(self) -> None:
        if self.isFullScreen():
            self.leave_full_screen()
        else:
            self.fill_asked.emit()


def place_beside(screen: QRect, controls: QRect | None) -> QRect:
    """Return where a window goes on a screen: right or left of the controls, or else in the lower corner."""
    width = round(screen.width() * WINDOW_SHARE)
    height = round(width * 9 / 16)
    left = screen.right() + 1 - width
    if controls is not None and controls.left() - screen.left() >= width > screen.right() - controls.right():
        left = screen.left()
    return QRect(left, screen.bottom() + 1 - height, width, height)
