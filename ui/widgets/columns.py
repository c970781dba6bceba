"""Columns side by side where they fit, and one below the other where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QWidget

from facilitator.look import GRID_PX

LARGEST_SIZE_PX = 16_777_215  # Qt's own "no limit", which PySide6 does not export


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how many letters wide at least, its share of what is over (0: none), and its place in a stack."""

    widget: QWidget
    letters: int
    share: int
    place_in_stack: int


class Columns(QScrollArea):
    """Holds columns side by side, or one below the other with the most wanted first; scrolls rather than clip."""

    arranged = Signal(bool)  # whether the columns stand beside each other

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._beside: bool | None = None
        self._inner = QWidget()
        self._inner.setProperty("role", "ground")
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        self._layout.setSpacing(2 * GRID_PX)
        self._place(beside=True)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns anew in the new width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the window: a clicker's Page Down goes on and does not scroll."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Set the columns anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Bring in sight all of what has the focus: Qt follows Tab only from within, and only to the cursor."""
        del old
        if new is None or not self._inner.isAncestorOf(new):
            return
        bar, height, margin = self.verticalScrollBar(), self.viewport().height(), 2 * GRID_PX
        top = new.mapTo(self._inner, QPoint(0, 0)).y()
        bottom = top + new.height()
        if top < bar.value() and new.height() <= height:
            bar.setValue(top - margin)
        elif bottom > bar.value() + height:
            bar.setValue(min(top - margin, bottom + margin - height))

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        needed = sum(column.letters * letter for column in self._columns) + 2 * GRID_PX * (len(self._columns) + 1)
        beside = needed <= self.width()
        self._place(beside=beside)
        for column in self._columns:
            width = column.letters * letter
            column.widget.setMinimumWidth(width if beside else 0)
            column.widget.setMaximumWidth(width if beside and not column.share else LARGEST_SIZE_PX)

    def _place(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self.arranged.emit(beside)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        order = self._columns if beside else sorted(self._columns, key=lambda column: column.place_in_stack)
        for column in order:
            self._layout.removeWidget(column.widget)
            self._layout.addWidget(column.widget, column.share)
