"""The painted widget that the room sees, and that grows its bars once when a result is shown."""

from __future__ import annotations

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.words.translator import Translator
from ui.room_screen.painting import paint_room
from ui.room_screen.scene import Revealed, Scene, headline, spoken

GROWING_MS = 400


class RoomCanvas(QWidget):
    """Shows one scene at whatever size it has; `moves` False keeps everything still."""

    scene_changed = Signal()

    def __init__(self, words: Translator, scene: Scene, *, moves: bool) -> None:
        super().__init__()
        self._words, self._scene, self._moves, self._grown = words, scene, moves, 1.0
        self._growing = QPropertyAnimation(self, b"grown", self)
        self._growing.setDuration(GROWING_MS)
        self._growing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self._say()

    @property
    def scene(self) -> Scene:
        """What the room sees now."""
        return self._scene

    def show_scene(self, scene: Scene) -> None:
        """Show another scene; a result that was not on the screen grows its bars."""
        if scene == self._scene:
            return
        appears = isinstance(scene, Revealed) and not isinstance(self._scene, Revealed)
        self._scene = scene
        self._growing.stop()
        self._set_grown(1.0)
        if appears and self._moves:
            self._growing.setStartValue(0.0)
            self._growing.setEndValue(1.0)
            self._growing.start()
        self._say()
        self.scene_changed.emit()

    def sizeHint(self) -> QSize:
        """A screen of the usual shape."""
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene over the whole widget."""
        del event
        painter = QPainter(self)
        paint_room(painter, self._scene, self._words, self.size(), self._grown)
        painter.end()

    def _say(self) -> None:
        self.setAccessibleName(headline(self._scene))
        self.setAccessibleDescription(spoken(self._scene, self._words))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _get_grown(self) -> float:
        return self._grown

    def _set_grown(self, grown: float) -> None:
        self._grown = grown
        self.update()

    grown = Property(float, _get_grown, _set_grown)
