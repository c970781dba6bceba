"""A line that says why a part of the event can no longer be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import text_label


class FixedLine(QFrame):
    """Hidden while everything can be changed; what is below it is read only otherwise."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._told = text_label(role="strong")
        self.setProperty("role", "good")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        layout.addWidget(self._told)
        self.hide()

    @property
    def sentence(self) -> str:
        """Why it cannot be changed; empty where it can."""
        return "" if self.isHidden() else self._told.text()

    def show_why(self, why: Message | None) -> None:
        """Say why what follows is only shown."""
        if why is not None:
            self._told.setText(self._words(say("Only to read: {why}", why=why)))
            self.setAccessibleName(self._told.text())
        self.setVisible(why is not None)
