"""A row of widgets that stands in lines below each other where it is too narrow for them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class BreakingRow(QWidget):
    """Holds its parts side by side while they fit; the one that `stretches` takes the room that is left."""

    def __init__(self, *parts: QWidget, spacing: int, stretches: int = 0) -> None:
        super().__init__()
        self._parts = parts
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        for number, part in enumerate(parts):
            self._layout.addWidget(part, 1 if number == stretches else 0)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part alone."""
        hint = super().minimumSizeHint()
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(min(hint.width(), widest), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside or below each other, as the width allows."""
        super().resizeEvent(event)
        shown = self._shown()
        needed = sum(max(part.minimumSizeHint().width(), part.minimumWidth()) for part in shown)
        needed += self._layout.spacing() * max(0, len(shown) - 1)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if needed <= self.width() else directions.TopToBottom)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]
