"""What is known of one side of a means of access: yes, partly, no, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from facilitator.conduct.access import Told
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

NAMES: dict[Told, Message] = {
    Told.YES: say("✓ yes"),
    Told.PARTLY: say("~ partly"),
    Told.NO: say("✗ no"),
    Told.UNKNOWN: say("–"),
}
SPOKEN: dict[Told, Message] = {
    Told.YES: say("yes"),
    Told.PARTLY: say("partly"),
    Told.NO: say("no"),
    Told.UNKNOWN: say("not known"),
}
_KEYS = {"1": Told.YES, "2": Told.PARTLY, "3": Told.NO, "0": Told.UNKNOWN}
_ORDER = (Told.UNKNOWN, Told.YES, Told.PARTLY, Told.NO)
_ARROWS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class AccessCell(QPushButton):
    """1 is yes, 2 partly, 3 no, 0 not known; a click goes from one to the next. The arrow keys go to a neighbour."""

    told = Signal(object)
    moved = Signal(int, int)
    reached = Signal()
    removed = Signal()

    def __init__(self, name: str, words: Translator) -> None:
        super().__init__()
        self._name, self._words = name, words
        self._stands = Told.UNKNOWN
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.clicked.connect(lambda: self.told.emit(_ORDER[(_ORDER.index(self._stands) + 1) % len(_ORDER)]))
        self.show_told(Told.UNKNOWN)

    @property
    def stands(self) -> Told:
        """What is known."""
        return self._stands

    def show_told(self, told: Told) -> None:
        """Show what is known now."""
        self._stands = told
        self.setText(self._words(NAMES[told]))
        self.setAccessibleName(self._words(say("{what}: {told}", what=self._name, told=SPOKEN[told])))

    def sizeHint(self) -> QSize:
        """As wide as its widest answer, so that no answer moves the others."""
        widest = max(self.fontMetrics().horizontalAdvance(self._words(name)) for name in NAMES.values())
        hint = super().sizeHint()
        return QSize(max(hint.width(), widest + hint.width() - self._width_of_text()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same: no answer is cut off."""
        return self.sizeHint()

    def _width_of_text(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the answers; all others do what they do elsewhere."""
        key = Qt.Key(event.key())
        if (told := _KEYS.get(event.text())) is not None:
            self.told.emit(told)
        elif key in _ARROWS:
            self.moved.emit(*_ARROWS[key])
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this one is looked at."""
        super().focusInEvent(event)
        self.reached.emit()
