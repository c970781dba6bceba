"""Letting Tab follow sight where parts were made late, or stand elsewhere now."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_tab_order(*parts: QWidget) -> None:
    """Let Tab go through these parts one after the other."""
    reached = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for first, second in pairwise(reached):
        QWidget.setTabOrder(first, second)
