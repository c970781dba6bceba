"""What every decision of the room asks: who decided it, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.step_panel import StepPanel
from ui.widgets.text import text_label


class DecisionFields(QWidget):
    """Who decided, with who it usually is, and why; Enter in the last one says `finished`."""

    changed = Signal()
    finished = Signal()

    def __init__(self, words: Translator, *, why: Message) -> None:
        super().__init__()
        self._words = words
        self.who, self.why = QLineEdit(), QLineEdit()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2 * GRID_PX)
        self._layout.addWidget(named_field(words(say("Who decided")), self.who), 2)
        self._why_row = named_field(words(why), self.why)
        self._layout.addWidget(self._why_row, 3)
        self._connect()

    def ask(self, who: Message) -> None:
        """Start anew, with the usual answer to who decided."""
        self.who.setText(self._words(who))
        self.why.clear()

    def ask_why(self, *, wanted: bool) -> None:
        """Ask why, or only who."""
        self._why_row.setVisible(wanted)

    def _connect(self) -> None:
        self.who.textChanged.connect(self.changed)
        self.why.textChanged.connect(self.changed)
        self.who.returnPressed.connect(self._on_who_entered)
        self.why.returnPressed.connect(self.finished)

    def _on_who_entered(self) -> None:
        if self._why_row.isHidden():
            self.finished.emit()
        else:
            self.why.setFocus()


def named_field(name: str, field: QWidget) -> QWidget:
    """Return a field with its name above it."""
    field.setAccessibleName(name)
    row = QWidget()
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    label = text_label(name, "small")
    label.setBuddy(field)
    layout.addWidget(label)
    layout.addWidget(field)
    return row


def attempt(panel: StepPanel, verb: Callable[[], None]) -> None:
    """Do what a person asked for; what is refused is told by the panel, and what was typed stays."""
    try:
        verb()
    except FacilitatorError as error:
        panel.failed.emit(error)
