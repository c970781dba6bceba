"""What the programme has and this event has not, with the way back; a must-have is told in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import push_button, text_label


@dataclass(frozen=True, slots=True)
class LeftOutThing:
    """A step or question that was left out; `lost` says that a must-have went with it, `texts` which ones."""

    key: str
    name: str
    lost: Message | None = None
    texts: tuple[str, ...] = ()


class LeftOut(QFrame):
    """The list; hidden while everything is there. `put_back` says the key of what is wanted again."""

    put_back = Signal(str)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._things: tuple[LeftOutThing, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(text_label(words(say("In the programme, and left out here")), "heading"))
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID_PX)
        layout.addLayout(self._list)
        self.hide()

    def show_things(self, things: Sequence[LeftOutThing]) -> None:
        """Show what is left out."""
        self.setVisible(bool(things))
        if tuple(things) == self._things:
            return
        self._things, self.buttons = tuple(things), {}
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for thing in things:
            self._list.addWidget(self._line(thing))

    def _line(self, thing: LeftOutThing) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(text_label(thing.name, "strong"))
        if thing.lost is not None:
            told.addWidget(text_label(f"⚠  {self._words(thing.lost)}", "warning"))
        if thing.texts:
            told.addWidget(text_label("\n".join(f"–  {text}" for text in thing.texts), "muted"))
        row.addLayout(told, 1)
        back = self.buttons[thing.key] = push_button(self._words(say("Put it back")))
        back.setAccessibleName(self._words(say("Put back, {name}", name=thing.name)))
        back.clicked.connect(partial(self.put_back.emit, thing.key))
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line
