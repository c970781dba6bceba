"""Bringing a part of a window in sight, however deep in what scrolls it lies."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

MARGIN_PX = 12


def bring_in_sight(part: QWidget) -> None:
    """Scroll every area around `part` so that it is in sight, once all is laid out that just changed."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, MARGIN_PX)
        around = around.parentWidget()
