"""What an operator does with hands, for the tests: keys go to whatever has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.run.operator_window import OperatorWindow


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(window: OperatorWindow, *keys: Qt.Key | str) -> None:
    """Press keys one after the other; a text is typed."""
    for key in keys:
        target = window.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        settle()


def spoken_now(window: OperatorWindow) -> str:
    """Return all that the room screen says now to those who hear it."""
    canvas = window.room.canvas
    return f"{canvas.accessibleName()} {canvas.accessibleDescription()}"


def every_widget(window: QWidget) -> Iterator[QWidget]:
    yield window
    yield from window.findChildren(QWidget)
