"""The notes as a list, newest first, and the words for what a note is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.noting import NoteKind, Strength
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.core.tables import place_name
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
STRENGTH_NAMES: dict[Strength, Message] = {
    Strength.ONE: say("one at the table"),
    Strength.SOME: say("some of the table"),
    Strength.MOST: say("most of the table"),
    Strength.ALL: say("all of the table"),
}


class NoteRole(IntEnum):
    """What a delegate may ask of a row beside its words."""

    ORIGIN = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a list of notes needs to know beside the notes: short names by key, and which are main points."""

    names: Mapping[str, str] = field(default_factory=dict)
    main_points: frozenset[str] = frozenset()


def short_names(record: EventRecord) -> dict[str, str]:
    """Return the short name of every statement and area a note may be about, by key, in the order they are asked."""
    names: dict[str, str] = {}
    for result in record.results:
        names[result.key] = " ".join(result.text.split())
        if result.method.ranks_options:
            names |= {option.key: short_name(option.text) for option in result.options}
    for form in record.programme.forms:
        names |= {form.id_of(question): question.wording.text for question in form.comments}
    return names


class NotesModel(QAbstractListModel):
    """Each row is a note: its words, then where it comes from."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._notes: tuple[NoteRecord, ...] = ()
        self._around = Surroundings()
        self._kinds = {kind: words(name) for kind, name in KIND_NAMES.items()}

    @property
    def notes(self) -> tuple[NoteRecord, ...]:
        """The notes in the order shown."""
        return self._notes

    def set_rows(self, notes: Sequence[NoteRecord], around: Surroundings) -> None:
        """Show these notes, in this order."""
        if tuple(notes) == self._notes and around == self._around:
            return
        self.beginResetModel()
        self._notes, self._around = tuple(notes), around
        self.endResetModel()

    def row_of(self, note: str) -> int:
        """Return the row of a note, or -1."""
        return next((row for row, one in enumerate(self._notes) if one.id == note), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many notes there are."""
        return 0 if parent is not None and parent.isValid() else len(self._notes)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows or reads out of a note."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._notes[index.row()].text
        if role == NoteRole.ORIGIN:
            return self.origin(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._notes[index.row()].text}, {self.origin(index.row())}"
        return None

    def origin(self, row: int) -> str:
        """Return where a note comes from and what it is, such as "Table 3 · What works · minority view"."""
        note, words = self._notes[row], self._words
        parts = [words(place_name(note.place)), self._kinds[note.kind]]
        if note.about:
            parts.append(words(say("on {what}", what=self._around.names.get(note.about, note.about))))
        if note.strength is not Strength.UNKNOWN:
            parts.append(words(STRENGTH_NAMES[note.strength]))
        parts += [part for part in (note.owner, note.by_when) if part]
        if note.minority and note.kind is not NoteKind.MINORITY_VIEW:
            parts.append(words(say("minority view")))
        if note.verbatim:
            parts.append(words(say("exact words")))
        if note.id in self._around.main_points:
            parts.append(words(say("main point")))
        return " · ".join(part for part in parts if part)
