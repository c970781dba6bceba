"""Labels and buttons in the roles of the style sheet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.look import GRID_PX

TextRole = Literal["display", "title", "large", "heading", "strong", "body", "muted", "small", "state", "warning"]


def text_label(text: str = "", role: TextRole = "body", *, wraps: bool = True) -> QLabel:
    """Return a label in one of the roles; people can select its text with the mouse."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(wraps)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def push_button(text: str, role: Literal["plain", "next", "quiet"] = "plain") -> QPushButton:
    """Return a button whose text is its accessible name."""
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    return button


def card(role: Literal["card", "top"] = "card") -> tuple[QFrame, QVBoxLayout]:
    """Return a card with a hairline round it, and the layout to fill it by."""
    frame = QFrame()
    frame.setProperty("role", role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
    layout.setSpacing(GRID_PX)
    return frame, layout


def hairline() -> QFrame:
    """Return a line that parts what is above it from what is below."""
    line = QFrame()
    line.setProperty("role", "line")
    return line


def breakable(path: str) -> str:
    """Return a path that a label can break into lines behind each part."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b").replace("-", "-\u200b").replace("_", "_\u200b")


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
