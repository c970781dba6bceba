"""The run sheet as a list: activities with their questions, what is done, and where the operator is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.conduct.record import StepRecord
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator


class Progress(StrEnum):
    """How far a row of the run sheet is."""

    DONE = "done"
    OPEN = "open"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can be in the run sheet: an activity, or one of its questions."""

    activity: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of the run sheet; `number` such as 2.4 is an activity's place in its stage."""

    place: Place
    text: str
    number: str = ""
    minutes: int = 0
    progress: Progress = Progress.AHEAD


class SheetRole(IntEnum):
    """What a delegate may ask of a row beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CURRENT = Qt.ItemDataRole.UserRole + 2


def sheet_rows(
    steps: Sequence[StepRecord], results: Sequence[QuestionResult], stages: Sequence[str], furthest: Place | None
) -> tuple[SheetRow, ...]:
    """Return the run sheet in order.

    A question is done when it is closed; an activity when its questions are, or without any when the operator, or the
    last question asked, is behind it.
    """
    rows = tuple(_bare_rows(steps, results, stages))
    asked = [number for number, row in enumerate(rows) if row.place.question and row.progress is not Progress.AHEAD]
    visited = [number for number, row in enumerate(rows) if row.place == furthest]
    reached = max([*asked, *visited], default=-1)
    return tuple(_with_progress(rows, number, reached) for number in range(len(rows)))


def starting_place(rows: Sequence[SheetRow]) -> Place | None:
    """Return where to go on after opening a file: at the open question, or behind the last one that was asked."""
    opened = next((row.place for row in rows if row.progress is Progress.OPEN and row.place.question), None)
    if opened is not None:
        return opened
    done = [number for number, row in enumerate(rows) if row.place.question and row.progress is Progress.DONE]
    start = min(done[-1] + 1, len(rows) - 1) if done else 0
    return rows[start].place if rows else None


def place_after(rows: Sequence[SheetRow], place: Place) -> Place | None:
    """Return the place that follows `place`, or None at the end."""
    places = [row.place for row in rows]
    following = places.index(place) + 1 if place in places else len(places)
    return places[following] if following < len(places) else None


class RunSheetModel(QAbstractListModel):
    """The rows of the run sheet; `set_rows` and `set_current` are its only ways of change."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._rows: tuple[SheetRow, ...] = ()
        self._current: Place | None = None

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows in order."""
        return self._rows

    def set_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show these rows; what only changed its looks stays where it is."""
        alike = [row.place for row in rows] == [row.place for row in self._rows]
        if alike:
            self._rows = tuple(rows)
            self._tell_all_changed()
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_current(self, place: Place | None) -> None:
        """Mark where the operator is."""
        self._current = place
        self._tell_all_changed()

    def row_of(self, place: Place | None) -> int:
        """Return the number of the row at `place`, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.place == place), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows or reads out of a row."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number}  {row.text}".strip()
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(self._spoken(row))
        if role == SheetRole.ROW:
            return row
        if role == SheetRole.CURRENT:
            return row.place == self._current
        return None

    def _spoken(self, row: SheetRow) -> Message:
        text = f"{row.number} {row.text}".strip()
        if row.place == self._current:
            return say("{step}, you are here", step=text)
        if row.progress is Progress.DONE:
            return say("{step}, done", step=text)
        if row.progress is Progress.OPEN:
            return say("{step}, under way", step=text)
        return say("{step}", step=text)

    def _tell_all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _bare_rows(
    steps: Sequence[StepRecord], results: Sequence[QuestionResult], stages: Sequence[str]
) -> Iterator[SheetRow]:
    count: dict[str, int] = {}
    for step in steps:
        count[step.stage] = count.get(step.stage, 0) + 1
        stage = stages.index(step.stage) + 1 if step.stage in stages else 0
        number = f"{stage}.{count[step.stage]}"
        yield SheetRow(Place(step.key), step.title, number, step.planned_minutes)
        for result in results:
            if result.activity == step.key:
                yield SheetRow(Place(step.key, result.key), result.text, progress=_PROGRESS[result.state])


_PROGRESS = {
    State.READY: Progress.AHEAD, State.OPEN: Progress.OPEN, State.CLOSED: Progress.DONE, State.VOID: Progress.DONE,
}  # fmt: skip


def _with_progress(rows: tuple[SheetRow, ...], number: int, reached: int) -> SheetRow:
    row = rows[number]
    if row.place.question:
        return row
    asked = [other.progress for other in rows if other.place.activity == row.place.activity and other.place.question]
    if not asked:
        return replace(row, progress=Progress.DONE if number < reached else Progress.AHEAD)
    if all(progress is Progress.DONE for progress in asked):
        return replace(row, progress=Progress.DONE)
    begun = any(progress is not Progress.AHEAD for progress in asked)
    return replace(row, progress=Progress.OPEN if begun else Progress.AHEAD)
