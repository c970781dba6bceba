"""Columns side by side where they fit, and one below the other where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from facilitator.look import GRID_PX


class Columns(QScrollArea):
    """Holds columns of at least so many letters' width each; scrolls rather than clip anything."""

    def __init__(self, columns: Sequence[tuple[QWidget, int, int]]) -> None:
        super().__init__()
        self._columns = columns
        self._inner = QWidget()
        self._inner.setProperty("role", "ground")
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        self._layout.setSpacing(2 * GRID_PX)
        for widget, _, stretch in columns:
            self._layout.addWidget(widget, stretch)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns anew in the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Set the columns anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        needed = sum(letters * letter for _, letters, _ in self._columns) + 2 * GRID_PX * (len(self._columns) + 1)
        beside = needed <= self.width()
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for widget, letters, stretch in self._columns:
            widget.setMinimumWidth(letters * letter if beside else 0)
            widget.setMaximumWidth(16_777_215 if stretch or not beside else letters * letter)
