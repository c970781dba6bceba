"""What a newcomer is told in the pretend room: what to do now, and what the pretend people just did."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import text_label


class LessonCard(QFrame):
    """Two lines above the work, so that they are never in its way."""

    def __init__(self, words: Translator, people: int) -> None:
        super().__init__()
        self._words = words
        self.setProperty("role", "good")
        self._lesson = text_label(role="strong")
        told = say("{people} pretend people take part; some come late.", people=people)
        self._happened = text_label(self._words(told), "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        layout.setSpacing(2)
        layout.addWidget(self._lesson)
        layout.addWidget(self._happened)
        self.setAccessibleName(words(say("What to try now")))

    def show_lesson(self, lesson: Message) -> None:
        """Say what to do now."""
        self._lesson.setText(self._words(lesson))

    def forget_acts(self) -> None:
        """Say nothing of what was done elsewhere."""
        self._happened.hide()

    def show_act(self, told: Message) -> None:
        """Say what the pretend people did."""
        self._happened.setText(self._words(told))
        self._happened.show()
