"""The statements of a stage as a list: what the room did with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.conduct.record import OutcomeRecord
from facilitator.core.keys import State
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

OUTCOME_NAMES: dict[OutcomeKind, Message] = {
    OutcomeKind.ADOPTED: say("Adopted"),
    OutcomeKind.CHANGED: say("Adopted with changes"),
    OutcomeKind.LEFT: say("Not adopted"),
}


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its result, and what the room did with it, if that is decided.

    `rests_on_old_result`: its vote was corrected since.
    """

    number: int
    result: QuestionResult
    outcome: OutcomeRecord | None
    rests_on_old_result: bool = False

    @property
    def is_open_to_settling(self) -> bool:
        """Whether its vote is closed and the room did not decide on it yet."""
        return self.result.state is State.CLOSED and self.outcome is None

    @property
    def standing(self) -> Message:
        """What is known of it, in a word or two."""
        if self.result.state is not State.CLOSED:
            return say("Not asked") if self.result.state is State.READY else say("Not closed")
        return OUTCOME_NAMES[self.outcome.kind] if self.outcome is not None else say("To settle")

    @property
    def mark(self) -> str:
        """The sign before it: settled, settled on an old result, or none."""
        if self.outcome is None:
            return ""
        return "⚠  " if self.rests_on_old_result else "✓  "


class StatementsModel(QAbstractListModel):
    """The rows of the list; `set_rows` is its only way of change."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._rows: tuple[StatementRow, ...] = ()

    @property
    def rows(self) -> tuple[StatementRow, ...]:
        """The rows in the order they are asked."""
        return self._rows

    def set_rows(self, rows: Sequence[StatementRow]) -> None:
        """Show these rows; where the statements are the same, the place in the list stays."""
        alike = [row.result.key for row in rows] == [row.result.key for row in self._rows]
        if not alike:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not alike:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many statements there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the list shows or reads out."""
        row = self._rows[index.row()]
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in told:
            return None
        standing = row.standing
        if row.rests_on_old_result:
            standing = say("{standing}, vote corrected since", standing=standing)
        text = say(
            "{number}  {mark}{standing}: {text}", number=row.number, mark=row.mark, standing=standing,
            text=" ".join(row.result.text.split()),
        )  # fmt: skip
        return self._words(text)
