"""What stands above the steps: the names of the columns, and each stage with its minutes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.prepare.step_row import fit_columns
from ui.widgets.text import text_label


class SheetHeading(QWidget):
    """The names of the columns, each above its own."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        names = (say("No."), say("Starts"), say("Step"), say("Minutes"), say("Who leads"))
        labels = [text_label(words(name), "small", wraps=False) for name in names]
        self._number, self._begins, _, self._minutes, self._who = labels
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        for label in labels:
            row.addWidget(label, 1 if label is labels[2] else 0)
        self._end = QWidget()
        row.addWidget(self._end)

    def stand_above(self, minutes: int, end: int) -> None:
        """Give the last columns the width they have in the rows below."""
        self._minutes.setFixedWidth(minutes)
        self._end.setFixedWidth(end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell who leads where the rows do."""
        super().resizeEvent(event)
        fit_columns(self, self._number, self._begins, self._who)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            fit_columns(self, self._number, self._begins, self._who)


class StageHeading(QWidget):
    """A stage by its number and title, with the minutes of its steps."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._name, self._minutes = text_label(role="heading"), text_label(role="muted", wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID_PX, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._minutes)

    def show_stage(self, number: int, title: str, minutes: int) -> None:
        """Show the stage."""
        self._name.setText(f"{number}  {title}")
        self._minutes.setText(self._words(say_many("{count} minute", "{count} minutes", count=minutes)))
