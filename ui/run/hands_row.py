"""One line of the hands counter: an answer, the figures of two tellers, and where they differ."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.widgets.fields import FigureField
from ui.widgets.text import text_label

WIDEST = "9999"


class HandsRow:
    """The fields of the first and the second teller, and the name they stand before; `shown` is a shorter name."""

    def __init__(self, name: str, words: Translator, shown: str = "") -> None:
        self._words = words
        label = text_label(shown or name, "strong" if shown else "body")
        label.setToolTip(name)
        self._difference = text_label(role="warning")
        self._difference.hide()
        self.first = self._field(name)
        self.second = self._field(words(say("{name}, second count", name=name)))
        self.named = QWidget()
        layout = QVBoxLayout(self.named)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label)
        layout.addWidget(self._difference)
        label.setBuddy(self.first)

    @property
    def parts(self) -> tuple[QWidget, QWidget, QWidget]:
        """Its widgets from left to right."""
        return self.first, self.second, self.named

    @property
    def differs(self) -> bool:
        """Whether both tellers have a figure, and not the same."""
        first, second = self.first.figure, self.second.figure
        return first is not None and second is not None and first != second

    @property
    def difference(self) -> str:
        """What is said of where the tellers differ; empty where they do not."""
        return self._difference.text()

    def show_difference(self, *, compared: bool) -> None:
        """Say where the tellers differ, if they are compared."""
        figures = (self.first.figure or 0, self.second.figure or 0)
        told = say("⚠  {first} and {second}", first=figures[0], second=figures[1])
        is_told = compared and self.differs
        self._difference.setText(self._words(told) if is_told else "")
        self._difference.setVisible(is_told)

    def show_parts(self, *, shown: bool, second: bool) -> None:
        """Show the row, with a place for the second teller's figure or without."""
        self.first.setVisible(shown)
        self.named.setVisible(shown)
        self.second.setVisible(shown and second)

    def fill(self, figure: int | None, *, second: bool) -> None:
        """Put a figure into one of the fields without saying that it changed."""
        field = self.second if second else self.first
        field.blockSignals(True)
        field.set_figure(figure)
        field.blockSignals(False)

    def _field(self, name: str) -> FigureField:
        return FigureField(name, widest=WIDEST, arrows_move=True, words=self._words)
