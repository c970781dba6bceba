"""Notes or other words in which the check found nothing, up to eight on a page, to be read together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.reviewing import ToRead
from facilitator.core.sensitive import NOTHING_FOUND
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.review_screens import MOST_TOGETHER
from ui.widgets.text import set_role, text_label

_NUMBERS = {Qt.Key(Qt.Key.Key_1 + number): number for number in range(MOST_TOGETHER)}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ReviewRow(QFrame):
    """One text of the page; the focus chooses it."""

    chosen = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "row")
        self._number = text_label(str(number), "muted", wraps=False)
        self.text = text_label(role="large")
        self._origin = text_label(role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID_PX, GRID_PX // 2, GRID_PX, GRID_PX // 2)
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self._origin)
        row.addLayout(column, 1)
        self._fit()

    def show_item(self, item: ToRead, origin: str) -> None:
        """Show a text."""
        self.text.setText(item.text)
        self._origin.setText(origin)
        self.setAccessibleName(f"{self._number.text()} {item.text} {origin}")

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Look chosen, or like the others."""
        set_role(self, "good" if is_chosen else "row")

    def changeEvent(self, event: QEvent) -> None:
        """Keep the words of all rows below each other at any text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self._number.ensurePolished()
        self._number.setFixedWidth(2 * self._number.fontMetrics().horizontalAdvance("8"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the chosen one."""
        super().focusInEvent(event)
        self.chosen.emit()


class ReviewPage(QWidget):
    """The page: a figure or the arrows choose one, for changing, removing or putting off; none is chosen at first."""

    chosen = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._items: tuple[ToRead, ...] = ()
        self._chosen: ReviewRow | None = None
        self.told = text_label(words(NOTHING_FOUND), "state")
        self.told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # at the top, so that the reading begins there
        self.told.setProperty("takesFocus", True)
        self.setFocusProxy(self.told)
        self.rows = tuple(ReviewRow(number + 1) for number in range(MOST_TOGETHER))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self.told)
        self._what_to_do = text_label(role="muted")
        layout.addWidget(self._what_to_do)
        for row in self.rows:
            row.chosen.connect(lambda row=row: self._choose(row))
            layout.addWidget(row)
        layout.addStretch(1)

    @property
    def current(self) -> ToRead | None:
        """The text that is chosen, or None."""
        return next((item for item, row in zip(self._items, self.rows, strict=False) if row is self._chosen), None)

    def show_items(self, items: Sequence[ToRead], origins: Sequence[str]) -> None:
        """Show these notes, or these other words; others than before begin with none chosen, but for one alone."""
        if self._items != tuple(items):
            self._items = tuple(items)
            self._choose(self.rows[0] if len(items) == 1 else None)
        for row in self.rows[len(items) :]:
            row.hide()
        for row, item, origin in zip(self.rows, items, origins, strict=False):
            row.show_item(item, origin)
            row.show()
        name, what_to_do = _of_notes(len(items)) if items and items[0].note is not None else _of_others(len(items))
        self._what_to_do.setText(self._words(what_to_do))
        self._what_to_do.setVisible(len(items) > 1 or any(one.note is None for one in items))
        read_aloud = (f"{origin}: {item.text}" for item, origin in zip(items, origins, strict=True))
        for named in (self, self.told):
            named.setAccessibleName(self._words(name))
            named.setAccessibleDescription(" ".join([self.told.text(), *read_aloud]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a figure or by the arrows; every other key is the window's."""
        key = Qt.Key(event.key())
        if key in _NUMBERS and _NUMBERS[key] < len(self._items) and not _is_modified(event):
            self.rows[_NUMBERS[key]].setFocus()
        elif key in _STEPS and self._items:
            self._step(_STEPS[key])
        else:
            event.ignore()

    def _choose(self, chosen: ReviewRow | None) -> None:
        self._chosen = chosen
        for row in self.rows:
            row.show_chosen(is_chosen=row is chosen)
        self.chosen.emit()

    def _step(self, step: int) -> None:
        current = self.current
        here = self._items.index(current) if current is not None else (-1 if step > 0 else len(self._items))
        self.rows[max(0, min(len(self._items) - 1, here + step))].setFocus()


def _of_notes(count: int) -> tuple[Message, Message]:
    name = say_many("{count} note to read", "{count} notes to read together", count=count)
    return name, say("To change or remove one of them, type its number first.")


def _of_others(count: int) -> tuple[Message, Message]:
    name = say_many("{count} other text to read", "{count} other texts to read together", count=count)
    return name, say(
        "These are no notes. To put one off, type its number, then N, and change it where it was written; "
        "until it is read a mark stands for it."
    )


def _is_modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
