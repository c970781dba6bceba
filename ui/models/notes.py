"""The notes as a list, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import NoteRecord
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

KIND_NAMES: dict[NoteKind, Message] = {
    NoteKind.POINT: say("Point"),
    NoteKind.QUOTE: say("Quote"),
    NoteKind.WORDING_CHANGE: say("Change of wording"),
    NoteKind.BARRIER: say("What gets in the way"),
    NoteKind.WHAT_WORKS: say("What works"),
    NoteKind.ASSET: say("What we have here"),
    NoteKind.OFFER: say("Offer"),
    NoteKind.QUESTION: say("Question"),
    NoteKind.STORY: say("Story"),
    NoteKind.PARKED: say("Parked"),
    NoteKind.MINORITY_VIEW: say("Minority view"),
    NoteKind.COMMITMENT: say("Commitment"),
}


class NotesModel(QAbstractListModel):
    """Each row is a note: its words, then where it comes from."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._notes: tuple[NoteRecord, ...] = ()

    def set_rows(self, notes: Sequence[NoteRecord]) -> None:
        """Show these notes, which are given oldest first."""
        newest_first = tuple(reversed(notes))
        if newest_first == self._notes:
            return
        self.beginResetModel()
        self._notes = newest_first
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many notes there are."""
        return 0 if parent is not None and parent.isValid() else len(self._notes)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows or reads out of a note."""
        note = self._notes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{note.text}, {self.origin(index.row())}"
        if role == Qt.ItemDataRole.UserRole:
            return self.origin(index.row())
        return None

    def origin(self, row: int) -> str:
        """Return what kind of note it is and where it comes from, such as "Barrier, Table 3"."""
        note = self._notes[row]
        return ", ".join(part for part in (self._words(KIND_NAMES[note.kind]), note.place) if part)
