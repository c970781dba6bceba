"""What was told of words that would be lost by closing: it holds until somebody types or clicks again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.words.message import Message

_DEEDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod, QEvent.Type.Drop)
_CLOSES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class UnsavedTold(QObject):
    """Remembers which sentence the operator was told when the window was to close; whatever is done next forgets it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._told: Message | None = None

    def holds(self, message: Message) -> bool:
        """Return whether the operator was told this, and has done nothing since."""
        return self._told == message

    def remember(self, message: Message) -> None:
        """Keep in mind what is told now."""
        self.forget()
        self._told = message
        _application().installEventFilter(self)

    def forget(self) -> None:
        """Tell it again the next time."""
        self._told = None
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget at a key or a click in the window; the keys that close a window are no deed."""
        if event.type() in _DEEDS and self._is_in_the_window(watched) and not _closes(event):
            self.forget()
        return False

    def _is_in_the_window(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._window


def _closes(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.key() in (Qt.Key.Key_Alt, Qt.Key.Key_Meta) or bool(event.modifiers() & _CLOSES)
    )


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
