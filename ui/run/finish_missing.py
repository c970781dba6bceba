"""What is missing before the event leaves, in words, each with the way to where it is put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.handover.readiness import Blocks, Missing
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.widgets.text import push_button, text_label


class MissingRow(QWidget):
    """One thing that is missing."""

    pressed = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.text = text_label()
        self.go = push_button(words(say("Go there")), "quiet")
        self.go.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self.text, 1)
        row.addWidget(self.go)

    def show_missing(self, one: Missing) -> None:
        """Say what is missing; a triangle where it holds something up."""
        told = self._words(one.what)
        self.text.setText(told if one.blocks is Blocks.NOTHING else f"⚠  {told}")
        self.go.setAccessibleName(self._words(say("Go there: {what}", what=told)))


class MissingList(QWidget):
    """The list; nothing in it keeps anybody from going on, but for what has a triangle."""

    chosen = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._missing: tuple[Missing, ...] = ()
        self.rows: list[MissingRow] = []
        self.title = text_label(role="strong")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.title)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these things."""
        self._missing = tuple(missing)
        self.title.setText(self._words(_title(self._missing)))
        while len(self.rows) < len(missing):
            self._add_row()
        for row, one in zip(self.rows, missing, strict=False):
            row.show_missing(one)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(missing))

    def _add_row(self) -> None:
        row, number = MissingRow(self._words), len(self.rows)
        row.pressed.connect(lambda: self.chosen.emit(self._missing[number]))
        self.rows.append(row)
        self._layout.addWidget(row)


def _title(missing: Sequence[Missing]) -> Message:
    if not missing:
        return say("Nothing else is missing.")
    if any(one.blocks is not Blocks.NOTHING for one in missing):
        return say_many(
            "{count} thing is missing. What has a triangle holds something up.",
            "{count} things are missing. What has a triangle holds something up; you can go on without the rest.",
            count=len(missing),
        )
    return say_many(
        "{count} thing is missing. You can go on without it.",
        "{count} things are missing. You can go on without them.",
        count=len(missing),
    )
