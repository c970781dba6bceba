"""A list of short texts: changed where they stand, added, taken out and put in another order by keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.list_row import ListRow, behind_sign
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText
from ui.widgets.flow import Flow
from ui.widgets.text import push_button

Texts = tuple[str, ...]


class TextList(QWidget):
    """Each line has a text for each of `columns`; `rewritten` says how all lines are to be.

    Enter goes on to the next field, Ctrl and an arrow key move the line, Ctrl+Delete takes it out, and so it is with a
    line that is left empty. The field below them adds one.
    """

    rewritten = Signal(tuple)

    def __init__(self, words: Translator, preparing: Preparing, columns: Sequence[Message], *, adds: Message) -> None:
        super().__init__()
        self._words, self._preparing, self._columns = words, preparing, tuple(words(name) for name in columns)
        self._lines: tuple[Texts, ...] = ()
        self._chosen = 0
        self.rows: list[ListRow] = []
        self.adding = TypedText(words(adds), preparing, hint=words(adds), pauses=False)
        self._adding_row = behind_sign("+", self.adding)
        self._is_fixed = False
        self.earlier = push_button(words(say("Earlier  (Ctrl+↑)")), "quiet")
        self.later = push_button(words(say("Later  (Ctrl+↓)")), "quiet")
        self.remove = push_button(words(say("Take it out  (Ctrl+Delete)")), "quiet")
        self._lay_out()
        self._connect()

    def show_lines(self, lines: Sequence[Texts]) -> None:
        """Show what is stored; what is being typed stays."""
        self._lines = tuple(lines)
        while len(self.rows) < len(self._lines):
            self._put_row()
        while len(self.rows) > len(self._lines):
            self._drop_row()
        for row, texts in zip(self.rows, self._lines, strict=True):
            row.show_texts(texts)
        self._fix_rows()
        self._order_tabs()
        self._choose(min(self._chosen, max(0, len(self._lines) - 1)))

    def let_change(self, *, may_change: bool) -> None:
        """Let the lines be changed, or show them read only."""
        self._is_fixed = not may_change
        self._adding_row.setVisible(may_change)
        for button in (self.earlier, self.later, self.remove):
            button.setVisible(may_change)
        self._fix_rows()

    def _fix_rows(self) -> None:
        for row in self.rows:
            for field in row.fields:
                field.setReadOnly(self._is_fixed)

    def focus_line(self, number: int, column: int = 0) -> None:
        """Put the cursor into a line, or into the field that adds where there is no such line."""
        field = self.rows[number].fields[column] if 0 <= number < len(self.rows) else self.adding
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ended(self, row: ListRow) -> None:
        if row not in self.rows:
            return
        lines = list(self._lines)
        lines[self.rows.index(row)] = row.texts
        self.rewritten.emit(tuple(line for line in lines if line[0]))

    def _on_added(self, text: str) -> None:
        refusals = self._preparing.refusals
        self.rewritten.emit((*self._lines, (text, *[""] * (len(self._columns) - 1))))
        if self._preparing.refusals == refusals:
            self.adding.show_text("")

    def _on_adding_entered(self) -> None:
        """Go on with what else the new line says; else stay, for the next one."""
        if len(self._columns) > 1 and not self.adding.words and self.rows:
            self.focus_line(len(self.rows) - 1, 1)

    def _on_entered(self, row: ListRow, column: int) -> None:
        if row not in self.rows:
            return
        if column + 1 < len(row.fields):
            row.fields[column + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_line(self.rows.index(row) + 1)

    def _on_moved(self, row: ListRow, by: int) -> None:
        self._move(self.rows.index(row), by)

    def _on_removed(self, row: ListRow) -> None:
        self._remove(self.rows.index(row))

    def _on_reached(self, row: ListRow) -> None:
        if row in self.rows:
            self._choose(self.rows.index(row))

    def _move(self, number: int, by: int) -> None:
        if self._is_fixed or not self._preparing.settle() or not 0 <= number + by < len(self._lines):
            return
        lines = list(self._lines)
        lines.insert(number + by, lines.pop(number))
        self.rewritten.emit(tuple(lines))
        self.focus_line(number + by)

    def _remove(self, number: int) -> None:
        if self._is_fixed or not self._preparing.settle() or not 0 <= number < len(self._lines):
            return
        self.rewritten.emit(self._lines[:number] + self._lines[number + 1 :])
        self.focus_line(min(number, len(self._lines) - 1))

    def _put_row(self) -> None:
        row = ListRow(self._words, self._preparing, len(self.rows) + 1, self._columns)
        for signal, slot in (
            (row.ended, self._on_ended), (row.entered, self._on_entered), (row.moved, self._on_moved),
            (row.removed, self._on_removed), (row.reached, self._on_reached),
        ):  # fmt: skip
            signal.connect(partial(slot, row))
        self.rows.append(row)
        self._stack.addWidget(row)

    def _drop_row(self) -> None:
        row = self.rows.pop()
        for field in row.fields:
            field.typing.put_back()
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.earlier.setEnabled(0 < number < len(self._lines))
        self.later.setEnabled(number < len(self._lines) - 1)
        self.remove.setEnabled(number < len(self._lines))

    def _order_tabs(self) -> None:
        fields = [field for row in self.rows for field in row.fields]
        for first, second in pairwise([*fields, self.adding, self.earlier, self.later, self.remove]):
            QWidget.setTabOrder(first, second)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(GRID_PX // 2)
        layout.addLayout(self._stack)
        layout.addWidget(self._adding_row)
        layout.addWidget(Flow([self.earlier, self.later, self.remove], gap_px=GRID_PX))

    def _connect(self) -> None:
        self.adding.ended.connect(self._on_added)
        self.adding.entered.connect(self._on_adding_entered)
        self.earlier.clicked.connect(lambda: self._move(self._chosen, -1))
        self.later.clicked.connect(lambda: self._move(self._chosen, 1))
        self.remove.clicked.connect(lambda: self._remove(self._chosen))
