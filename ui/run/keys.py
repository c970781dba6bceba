"""The keys that work anywhere in the operator's window, but never while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.fields import FigureField, does_something


class KeyMap(QObject):
    """Does what a key stands for; as an event filter it serves the room screen too, if that has the focus."""

    def __init__(self, actions: Mapping[Qt.Key, Callable[[], None]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key stands for and return whether it stands for anything; a held key counts once."""
        action = self._actions.get(Qt.Key(event.key()))
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if action is None or modified != Qt.KeyboardModifier.NoModifier:
            return False
        if not event.isAutoRepeat():
            action()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of another window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.press(event)
        return super().eventFilter(watched, event)


def is_typed(event: QKeyEvent, widget: QWidget | None) -> bool:
    """Return whether a key belongs to what is being typed in `widget`; a figure field gives letters back."""
    if isinstance(widget, FigureField) and does_something(widget.window(), event):
        return False
    return is_typing(widget)


def is_typing(widget: QWidget | None) -> bool:
    """Return whether keys belong to what is being typed in `widget`."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox | QComboBox):
        return True
    return isinstance(widget, QAbstractItemView) and widget.property("takes typing") is True
