"""The main points for the play-back as a list, in the order in which they are read out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.conduct.playing_back import Heard, MainPoint
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.notes import NoteRole

_HEARD: dict[Heard, Message] = {
    Heard.NOT_ASKED: say("not asked yet"),
    Heard.YES: say("✓ the room says yes"),
    Heard.CHANGED: say("✎ the room changed it"),
}


class PointsModel(QAbstractListModel):
    """Each row is a main point: its words, its number and what the room said to it."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._points: tuple[MainPoint, ...] = ()

    @property
    def points(self) -> tuple[MainPoint, ...]:
        """The points in order."""
        return self._points

    def set_rows(self, points: Sequence[MainPoint]) -> None:
        """Show these points."""
        if tuple(points) == self._points:
            return
        self.beginResetModel()
        self._points = tuple(points)
        self.endResetModel()

    def row_of(self, point: str) -> int:
        """Return the row of a point, or -1."""
        return next((row for row, one in enumerate(self._points) if one.id == point), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many points there are."""
        return 0 if parent is not None and parent.isValid() else len(self._points)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows or reads out of a point."""
        point = self._points[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return point.text
        if role == NoteRole.ORIGIN:
            return self._state(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{point.text}, {self._state(index.row())}"
        return None

    def _state(self, row: int) -> str:
        point = self._points[row]
        parts = [str(row + 1), self._words(_HEARD[point.heard])]
        if point.minority:
            parts.append(self._words(say("minority view")))
        return " · ".join(parts)
