"""Bringing a part of a window in sight, however deep in what scrolls it lies."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

MARGIN_PX = 12


def bring_in_sight(part: QWidget) -> None:
    """Scroll every area around `part` so that it is in sight, once all is laid out that just changed."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (inside := around.widget()) is not None:
            place = part.mapTo(inside, QPoint(0, 0))
            for y in (place.y() + part.height(), place.y()):  # its top last: that is seen where both are too much
                around.ensureVisible(place.x(), y, 0, MARGIN_PX)
        around = around.parentWidget()
