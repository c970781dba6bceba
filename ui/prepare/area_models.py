"""The services or ways of working of an area, about each of which a direction is voted on when the area is carried."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import direction_text
from facilitator.core.programme import AreaTemplate, Option
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.issued_line import IssuedLine
from ui.prepare.new_text import NewText
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText
from ui.widgets.text import push_button, text_label

APART = " · "


class AreaModels(QWidget):
    """`listed` says all the texts, in order, when one of them was changed, added or taken out."""

    listed = Signal(tuple)

    def __init__(self, words: Translator, preparing: Preparing) -> None:
        super().__init__()
        self._words, self._preparing = words, preparing
        self.models: list[ModelRow] = []
        self._stored: tuple[str, ...] = ()
        self._issued_texts: tuple[str, ...] = ()
        self._none = text_label(role="muted")
        self.issued = IssuedLine(words, words(say("What is voted on")))
        self.new = NewText(
            words, preparing, say("Add what is voted on"), hint=say("such as breaks for family carers")
        )  # fmt: skip
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._none)
        layout.addLayout(self._list)
        layout.addWidget(self.issued)
        layout.addWidget(self.new)
        self.new.added.connect(lambda text: self.listed.emit((*self._stored, text)))
        self.issued.put_back.connect(lambda: self.listed.emit(self._issued_texts))

    def show_models(self, area: Option, issued: Option | None, template: AreaTemplate) -> None:
        """Show what is voted on in an area; what is being typed stays."""
        self._stored = tuple(model.wording.text for model in area.models)
        self._issued_texts = tuple(model.wording.text for model in issued.models) if issued is not None else ()
        while len(self.models) > len(self._stored):
            self._drop_last()
        while len(self.models) < len(self._stored):
            self._add_row()
        for row, text in zip(self.models, self._stored, strict=True):
            row.show_model(text, direction_text(template, text))
        self._none.setText(self._words(say("Nothing is named: the vote is about the area as a whole.")))
        self._none.setVisible(not self._stored)
        self.issued.show_issued(APART.join(self._issued_texts) or None, APART.join(self._stored))

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        rows = [part for row in self.models for part in (row.field, row.take_out)]
        return [*rows, self.issued.button, self.new.field, self.new.button]

    def _add_row(self) -> None:
        place = len(self.models)
        row = ModelRow(self._words, self._preparing, place + 1)
        row.worded.connect(lambda text: self._on_worded(place, text))
        row.leaving_wanted.connect(lambda: self._on_leaving_wanted(place))
        self.models.append(row)
        self._list.addWidget(row)

    def _drop_last(self) -> None:
        row = self.models.pop()
        if row.isAncestorOf(self.focusWidget() or self):
            self.new.field.setFocus()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_worded(self, place: int, text: str) -> None:
        self.listed.emit((*self._stored[:place], text, *self._stored[place + 1 :]))

    def _on_leaving_wanted(self, place: int) -> None:
        self._preparing.settle()
        self.listed.emit((*self._stored[:place], *self._stored[place + 1 :]))


class ModelRow(QWidget):
    """One of them, with the question that the room is asked about it."""

    worded = Signal(str)
    leaving_wanted = Signal()

    def __init__(self, words: Translator, preparing: Preparing, number: int) -> None:
        super().__init__()
        self._words = words
        self.field = TypedText(words(say("Voted on, {number}", number=number)), preparing)
        self.asked = text_label(role="small")
        self.take_out = push_button(words(say("Take out")), "quiet")
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.field)
        told.addWidget(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addLayout(told, 1)
        row.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignTop)
        self.field.ended.connect(self.worded)
        self.take_out.clicked.connect(self.leaving_wanted)

    def show_model(self, text: str, asked: str) -> None:
        """Show the model and what is asked of it; what is being typed stays."""
        self.field.show_text(text)
        self.asked.setText(self._words(say("The room is asked: {question}", question=asked)))
        self.take_out.setAccessibleName(f"{self.take_out.text()}, {text}")
