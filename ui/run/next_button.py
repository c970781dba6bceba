"""The big button: the one next action in words, shortened where it must be, and never cut off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import set_role

PADDING_PX = 56


class NextButton(QPushButton):
    """Says its whole name to who hears it, and as much as fits to who sees it.

    Without an action it keeps the focus all the same, so that one Space more presses nothing else.
    """

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.has_action = False
        self._is_pressed_by_space = True
        self.setProperty("role", "next")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def name(self, action: Message | None) -> None:
        """Name the next action; None when nothing is left to do."""
        self.has_action = action is not None
        set_role(self, "next" if self.has_action else "finished")
        self.setAccessibleName(self._words(action if action is not None else say("The event is finished")))
        self._show()

    def tell_of_space(self, *, is_its_key: bool) -> None:
        """Say that Space presses it, or do not while Space is something else."""
        self._is_pressed_by_space = is_its_key
        self._show()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the card; the name gives way."""
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as fits in the new width."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        key = self._words(say("(Space)")) if self.has_action and self._is_pressed_by_space else ""
        room = self.width() - PADDING_PX - self.fontMetrics().horizontalAdvance(f"  {key}")
        shown = self.fontMetrics().elidedText(self.accessibleName(), Qt.TextElideMode.ElideMiddle, max(room, 60))
        self.setText(f"{shown}  {key}".strip())
        self.setToolTip(f"{self.accessibleName()}  {key}".strip())
