"""A field of a form with its label above, and below it a hint or the sentence that says what is off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.widgets.announcing import announce_at_once
from ui.widgets.text import text_label


class FormRow(QWidget):
    """A labelled field; `warn` says what is off about it, with buttons that offer a way out."""

    def __init__(
        self, words: Translator, name: Message, field: QWidget, *, after: QWidget | None = None,
        offers: Sequence[QPushButton] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self._words, self.field = words, field
        self._offers = offers
        self.hint = text_label(role="muted")
        self._warning = text_label(role="warning")
        label = text_label(words(name), "strong", wraps=False)
        label.setBuddy(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(label)
        layout.addLayout(_beside(field, after))
        for below in (self.hint, self._warning):
            layout.addWidget(below)
        layout.addLayout(self._offered())
        self.clear()

    @property
    def warning(self) -> str:
        """What is said to be off; empty where nothing is."""
        return "" if self._warning.isHidden() else self._warning.text()

    def warn(self, sentence: Message, *, offers: bool = False, announce: bool = True) -> None:
        """Say what is off, in place of the hint; with `offers` the buttons stand below that help with it."""
        text = self._words(sentence)
        self._warning.setText(f"⚠  {text}")
        self._show(warned=True, offers=offers)
        self.field.setAccessibleDescription(text)
        if announce:
            announce_at_once(self.field, text)

    def clear(self) -> None:
        """Say nothing is off; the hint is back."""
        self._warning.clear()
        self._show(warned=False, offers=False)
        self.field.setAccessibleDescription(self.hint.text())

    def _show(self, *, warned: bool, offers: bool) -> None:
        self._warning.setVisible(warned)
        self.hint.setVisible(not warned and bool(self.hint.text()))
        for offer in self._offers:
            offer.setVisible(offers)

    def _offered(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        for offer in self._offers:
            row.addWidget(offer)
        row.addStretch(1)
        return row


def _beside(field: QWidget, after: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GRID_PX)
    if after is None:
        row.addWidget(field, 1)
        return row
    row.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    row.addWidget(after, 1)
    return row
