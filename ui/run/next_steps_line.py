"""One line of what happens next: chosen by Tab or the arrow keys, and changed by keys of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.conduct.next_steps import NextStep
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.next_steps_words import missing_in, step_in_words, who_and_when
from ui.widgets.text import set_role, text_label

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NextStepLine(QFrame):
    """Enter changes it (`chosen`), Delete takes it off (`removed`), Ctrl and an arrow key move it (`moved`).

    The arrow keys alone go to its neighbour (`left`). `step_id` is hex; a line of the programme that nobody filled in
    has one too, and is not `is_stored`.
    """

    chosen = Signal()
    removed = Signal()
    moved = Signal(int)
    left = Signal(int)

    def __init__(self, step_id: str, number: int, step: NextStep, words: Translator, *, is_stored: bool) -> None:
        super().__init__()
        self.step_id, self.step, self.is_stored = step_id, step, is_stored
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._lay_out(number)
        self._name(number)
        self.mark(is_chosen=False)

    def mark(self, *, is_chosen: bool) -> None:
        """Show whether it is the line that the form below changes."""
        self._is_chosen = is_chosen
        self._show_whether_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the line."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER:
            self.chosen.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in _ARROWS:
            (self.moved if control else self.left).emit(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is as good as Enter."""
        super().mousePressEvent(event)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it is looked at."""
        super().focusInEvent(event)
        self._show_whether_chosen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no more that it is looked at."""
        super().focusOutEvent(event)
        self._show_whether_chosen()

    def _show_whether_chosen(self) -> None:
        set_role(self, "good" if self._is_chosen or self.hasFocus() else "card")

    def _lay_out(self, number: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID_PX, GRID_PX // 2, GRID_PX, GRID_PX // 2)
        row.setSpacing(GRID_PX)
        row.addWidget(text_label(str(number), "muted", wraps=False), 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(text_label(self.step.text, "strong"))
        told, missing = who_and_when(self.step), missing_in(self.step)
        if told is not None:
            rows.addWidget(text_label(self._words(told)))
        if missing is not None:
            rows.addWidget(text_label("⚠  " + self._words(missing), "muted"))
        row.addLayout(rows, 1)

    def _name(self, number: int) -> None:
        missing = missing_in(self.step)
        name = self._words(say("{number}: {step}", number=number, step=step_in_words(self.step)))
        self.setAccessibleName(name if missing is None else f"{name}. {self._words(missing)}")
