"""What an operator does with hands, for the tests: keys go to whatever has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.run.operator_window import OperatorWindow


def settle() -> None:
    for _ in range(30):  # what is laid out anew, or read behind the window, asks for more of it
        QApplication.processEvents()


def press(window: QWidget, *keys: Qt.Key | str) -> int:
    """Press keys one after the other, each on what has the focus; a text is typed. Return how many keys that were."""
    for key in keys:
        target = window.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        settle()
    return sum(len(key) if isinstance(key, str) else 1 for key in keys)


def spoken_now(window: OperatorWindow) -> str:
    """Return all that the room screen says now to those who hear it."""
    canvas = window.room.canvas
    return f"{canvas.accessibleName()} {canvas.accessibleDescription()}"


def every_widget(window: QWidget) -> Iterator[QWidget]:
    yield window
    yield from window.findChildren(QWidget)
