"""One line of an editable list: its number and a field for each of its texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText
from ui.widgets.text import text_label

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PARTS = (3, 2)  # how the fields of a line share its width


class ListRow(QWidget):
    """Ctrl and an arrow key ask to move it (`moved`), Ctrl+Delete to take it out (`removed`).

    `ended`: a text of it is to be stored. `entered`: Enter was pressed in a field. `reached`: it has the focus now.
    """

    ended = Signal()
    entered = Signal(int)
    moved = Signal(int)
    removed = Signal()
    reached = Signal()

    def __init__(self, words: Translator, preparing: Preparing, number: int, columns: Sequence[str]) -> None:
        super().__init__()
        self.fields = [TypedText("", preparing, hint=column if place else "") for place, column in enumerate(columns)]
        layout = _behind(str(number), self)
        for place, (field, column) in enumerate(zip(self.fields, columns, strict=True)):
            field.setAccessibleName(words(say("{number}: {column}", number=number, column=column)))
            field.ended.connect(self.ended)
            field.entered.connect(lambda place=place: self.entered.emit(place))
            field.installEventFilter(self)
            layout.addWidget(field, _PARTS[min(place, 1)], Qt.AlignmentFlag.AlignTop)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in its fields."""
        return tuple(field.words for field in self.fields)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show what is stored; what is being typed stays."""
        for field, text in zip(self.fields, texts, strict=True):
            field.show_text(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the line from its fields."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._is_taken(event)
        return super().eventFilter(watched, event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.ControlModifier:
            return False
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        return key in _MOVES or key == Qt.Key.Key_Delete


def behind_sign(sign: str, field: QWidget) -> QWidget:
    """Return a field in line with those of the rows, with a sign where they have their number."""
    row = QWidget()
    _behind(sign, row).addWidget(field, 1)
    return row


def _behind(sign: str, row: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID_PX)
    label = text_label(sign, "muted", wraps=False)
    label.setMinimumWidth(2 * QFontMetrics(QApplication.font()).averageCharWidth())
    label.setContentsMargins(0, GRID_PX - 2, 0, 0)
    layout.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    return layout
