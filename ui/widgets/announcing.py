"""Saying something aloud to people who hear the screen: the one place from which announcements go out."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Say `text` when the screen reader has finished what it says now."""
    _send(widget, text, QAccessible.AnnouncementPoliteness.Polite)


def announce_at_once(widget: QWidget, text: str) -> None:
    """Say `text` now, whatever is being said: something is in the way."""
    _send(widget, text, QAccessible.AnnouncementPoliteness.Assertive)


def _send(widget: QWidget, text: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
    event = QAccessibleAnnouncementEvent(widget, text.replace("\u200b", ""))
    event.setPoliteness(politeness)
    QAccessible.updateAccessibility(event)
