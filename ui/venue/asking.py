"""What the venue check asks of a person: one question at a time, answered by a key or a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.widgets.text import push_button, text_label


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: what its button says, its key, and what it does."""

    name: Message
    key: Qt.Key
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question or a thing to do, with the ways on; the first is the one next action."""

    told: Message
    detail: Message
    ways: tuple[Way, ...]


class AskCard(QFrame):
    """Shows what is asked now."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._told, self._detail = text_label(role="heading"), text_label(role="muted")
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(GRID_PX)
        self._ways: tuple[Way, ...] = ()
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._told)
        layout.addWidget(self._detail)
        layout.addLayout(self._buttons)

    @property
    def asked(self) -> str:
        """What is asked now."""
        return self._told.text()

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """The buttons of the ways on, the one next action first."""
        items = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def ask(self, ask: Ask) -> None:
        """Ask something, and put the cursor on the one next action where it was on a button before."""
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._told.setText(self._words(ask.told))
        self._detail.setText(self._words(ask.detail))
        self._ways = ask.ways
        for place, way in enumerate(ask.ways):
            self._buttons.addWidget(self._button(way, is_first=place == 0))
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor on the one next action."""
        if self.buttons:
            self.buttons[0].setFocus()

    def press(self, key: Qt.Key) -> bool:
        """Go the way of a key; return whether there is one."""
        way = next((way for way in self._ways if way.key == key), None)
        if way is not None:
            way.do()
        return way is not None

    def _button(self, way: Way, *, is_first: bool) -> QPushButton:
        key = way.key.name.removeprefix("Key_")
        button = push_button(f"{self._words(way.name)}  ({key})", "next" if is_first else "plain")
        button.clicked.connect(way.do)
        return button
