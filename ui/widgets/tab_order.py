"""The order of Tab where parts are made late: Qt puts them behind everything that was there before."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_before(later: QWidget, part: QWidget) -> None:
    """Let Tab go through what is in `part` just before it comes to `later`."""
    chain = list(_chain_after(later))
    inside = [widget for widget in chain if part.isAncestorOf(widget)]
    before = [widget for widget in chain if not part.isAncestorOf(widget)]
    if not inside or not before or chain[-len(inside) :] == inside:
        return
    for first, second in zip([before[-1], *inside], inside, strict=False):
        QWidget.setTabOrder(first, second)


def _chain_after(start: QWidget) -> Iterator[QWidget]:
    """Yield what Tab may reach after `start`, once round the window."""
    widget: QWidget | None = start.nextInFocusChain()
    while widget is not None and widget is not start:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()
