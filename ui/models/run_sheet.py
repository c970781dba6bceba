"""The run sheet as a list: activities with their questions, what is done, and where the operator is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.conduct.record import StepRecord
from facilitator.conduct.run_times import RunTimes, StepTime, time_of_day
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.core.timing import StepState
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator


class Progress(StrEnum):
    """How far a row of the run sheet is."""

    DONE = "done"
    OPEN = "open"
    AHEAD = "ahead"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can be in the run sheet: an activity, or one of its questions."""

    activity: str
    question: str = ""


FINISH = "/finish"  # not a step of the programme: what is done when everybody has gone home


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of the run sheet; `number` such as 2.4 is an activity's place in its stage, `detail` its times."""

    place: Place
    text: str
    number: str = ""
    progress: Progress = Progress.AHEAD
    detail: Message | None = None


class SheetRole(IntEnum):
    """What a delegate may ask of a row beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CURRENT = Qt.ItemDataRole.UserRole + 2
    DETAIL = Qt.ItemDataRole.UserRole + 3


def sheet_rows(
    steps: Sequence[StepRecord],
    results: Sequence[QuestionResult],
    times: RunTimes,
    finish: str,
    *,
    is_finished: bool = False,
) -> tuple[SheetRow, ...]:
    """Return the run sheet in order, with what is done when it is over as its last row, called `finish`.

    A question is done when it is closed; an activity when it is over.
    """
    end = SheetRow(Place(FINISH), finish, progress=Progress.DONE if is_finished else Progress.AHEAD)
    return (*_steps(steps, results, times), end)


def place_after(rows: Sequence[SheetRow], place: Place, *, whole_activity: bool = False) -> Place | None:
    """Return the place that follows `place` and is not skipped, or None at the end; or what follows its activity."""
    places = [row.place for row in rows]
    start = places.index(place) + 1 if place in places else len(places)
    ahead = (row for row in rows[start:] if row.progress is not Progress.SKIPPED)
    return next((row.place for row in ahead if not whole_activity or row.place.activity != place.activity), None)


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
        if role == SheetRole.DETAIL:
            return self._words(row.detail) if row.detail is not None else ""
        return None

    def _spoken(self, row: SheetRow) -> Message:
        text = f"{row.number} {row.text}".strip()
        if row.detail is not None:
            text = f"{text}, {self._words(row.detail)}"
        if row.place == self._current:
            return say("{step}, you are here", step=text)
        if row.progress is Progress.DONE:
            return say("{step}, done", step=text)
        if row.progress is Progress.OPEN:
            return say("{step}, under way", step=text)
        if row.progress is Progress.SKIPPED:
            return say("{step}, skipped", step=text)
        return say("{step}", step=text)

    def _tell_all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _steps(steps: Sequence[StepRecord], results: Sequence[QuestionResult], times: RunTimes) -> Iterator[SheetRow]:
    for step in steps:
        time = times.step(step.key)
        progress = _STEP_PROGRESS[times.state_of(step.key)]
        detail = step_detail(time) if time is not None else None
        yield SheetRow(Place(step.key), step.title, time.number if time is not None else "", progress, detail)
        for result in results:
            if result.activity == step.key:
                yield _question_row(step, result, progress)


def step_detail(step: StepTime) -> Message:
    """Return a step's times in words: when it is or was, how long it was planned and how long it took."""
    planned = say_many("{count} minute", "{count} minutes", count=step.planned_minutes)
    if step.state is StepState.SKIPPED:
        return say("Skipped: {why}", why=step.clock.why_skipped)
    if step.state is StepState.AHEAD:
        expected = step.expected_at
        return planned if expected is None else say("{time}, {planned}", time=time_of_day(expected), planned=planned)
    assert step.started_at is not None
    taken = step.elapsed_s // 60
    return say("{time}, {taken} of {planned}", time=time_of_day(step.started_at), taken=taken, planned=planned)


def _question_row(step: StepRecord, result: QuestionResult, of_step: Progress) -> SheetRow:
    progress = _PROGRESS[result.state]
    if progress is Progress.AHEAD and of_step is Progress.SKIPPED:
        progress = Progress.SKIPPED
    return SheetRow(Place(step.key, result.key), result.text, progress=progress)


_PROGRESS = {
    State.READY: Progress.AHEAD, State.OPEN: Progress.OPEN, State.CLOSED: Progress.DONE, State.VOID: Progress.DONE,
}  # fmt: skip
_STEP_PROGRESS = {
    StepState.AHEAD: Progress.AHEAD, StepState.RUNNING: Progress.OPEN, StepState.DONE: Progress.DONE,
    StepState.SKIPPED: Progress.SKIPPED,
}  # fmt: skip
