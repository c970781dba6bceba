"""One thing to choose at a question: its words to change in place, its place in the list, and taking it out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.programme import Option
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.order_buttons import OrderButtons
from ui.prepare.preparing import Preparing
from ui.prepare.wording_field import WordingField
from ui.widgets.text import push_button, text_label


class OptionRow(QWidget):
    """`worded` says other words, `move_wanted` places, `leaving_wanted` that it is to be taken out."""

    worded = Signal(str)
    move_wanted = Signal(int)
    leaving_wanted = Signal()

    def __init__(self, words: Translator, preparing: Preparing) -> None:
        super().__init__()
        self._words = words
        self._number = text_label(role="muted", wraps=False)
        self.wording = WordingField(words, preparing, "")
        self.order = OrderButtons(words, self)
        self.take_out = push_button(words(say("Take out")), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.wording, 1)
        row.addWidget(self.order, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignTop)
        self.wording.ended.connect(self.worded)
        self.order.move_wanted.connect(self.move_wanted)
        self.take_out.clicked.connect(self.leaving_wanted)

    def show_option(self, option: Option, issued: str | None, *, step: str, number: int, of: int) -> None:
        """Show an option as the one of that number among so many; what is being typed stays."""
        name = self._words(say("Answer {number}, {step}", number=number, step=step))
        self._number.setText(str(number))
        self._number.setFixedWidth(3 * self.fontMetrics().averageCharWidth())
        self._number.setContentsMargins(0, GRID_PX - 2, 0, 0)
        self.wording.rename(name)
        self.wording.show_wording(option.wording.text, issued)
        self.order.name_after(name)
        self.order.allow(up=number > 1, down=number < of)
        self.take_out.setAccessibleName(f"{self.take_out.text()}, {name}")

    def fields(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in order."""
        return (self.wording.field, self.wording.issued.button, self.order.up, self.order.down, self.take_out)
