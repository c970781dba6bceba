"""Who sees to what a note promises or asks, and by when: two fields for the kinds of notes that need them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from facilitator.conduct.noting import NoteKind
from facilitator.words.message import say
from facilitator.words.translator import Translator

KINDS_WITH_OWNER = (NoteKind.COMMITMENT, NoteKind.OFFER, NoteKind.QUESTION)
GAP_PX = 4


class NotePromise(QWidget):
    """Shown for commitments, offers and questions alone; what another kind of note has already stays with it."""

    sent = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self.who, self.by_when = QLineEdit(), QLineEdit()
        self._asks = False
        for field, name, hint in (
            (self.who, say("Who sees to it; Enter saves the note"), say("Who")),
            (self.by_when, say("By when, in words; Enter saves the note"), say("By when")),
        ):
            field.setAccessibleName(words(name))
            field.setPlaceholderText(words(hint))
            field.returnPressed.connect(self.sent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.who, 3)
        row.addWidget(self.by_when, 2)

    @property
    def owner(self) -> str:
        """Who sees to it."""
        return self.who.text().strip()

    @property
    def until(self) -> str:
        """By when, in words."""
        return self.by_when.text().strip()

    def show_for(self, kind: NoteKind) -> None:
        """Ask for a kind of note, or do not."""
        self._asks = kind in KINDS_WITH_OWNER
        self.setVisible(self._asks)

    def fill(self, owner: str, by_when: str) -> None:
        """Show what a note has."""
        self.who.setText(owner)
        self.by_when.setText(by_when)

    def typed(self, owner: str, by_when: str) -> tuple[str, str]:
        """Return who and by when; what the note has already where this kind is not asked."""
        return (self.owner, self.until) if self._asks else (owner, by_when)
