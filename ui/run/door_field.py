"""A figure that plus and minus count at once, as people come through the door."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from facilitator.words.message import Message
from ui.widgets.fields import FigureField

_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DoorField(FigureField):
    """Plus and minus say `stepped` while nothing is typed in the field; what is typed is a figure as elsewhere.

    A minus is refused in words where nobody is counted: minus five is not five. Where somebody is, a figure right after
    it makes it "-5", which is refused too, and the minus counts nobody.
    """

    stepped = Signal(int)

    def __init__(self, name: str, *, unknown: str, words: Callable[[Message], str]) -> None:
        super().__init__(name, unknown=unknown, words=words)
        self._stored: int | None = None
        self._has_just_stepped_down = False

    @property
    def is_being_typed(self) -> bool:
        """Whether what stands in the field is not what was stored last."""
        return self.is_refused or self.figure != self._stored

    def show_stored(self, figure: int | None) -> None:
        """Show what is stored now; what is being typed stays."""
        if self.hasFocus() and self.is_being_typed:
            return
        self._stored = figure
        if self.figure != figure or self.is_refused:
            self.set_figure(figure)
        if self.hasFocus():
            self.selectAll()

    def show_as_stored(self, figure: int | None) -> None:
        """Take note that what stands in the field is stored now."""
        self._stored = figure

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count one person where plus or minus is pressed."""
        step = _STEPS.get(Qt.Key(event.key()))
        follows_minus, self._has_just_stepped_down = self._has_just_stepped_down, False
        if follows_minus and event.text().isdecimal():
            self.stepped.emit(1)  # the minus counted nobody: it was the sign of a figure
            self._refuse(f"-{event.text()}")
        elif event.text() == "-" and not self.figure and not self.is_being_typed:
            self._refuse("-")
        elif step is None or self.is_being_typed:
            super().keyPressEvent(event)
        else:
            self._has_just_stepped_down = event.text() == "-"
            self.stepped.emit(step)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Begin anew when the field is left."""
        super().focusOutEvent(event)
        self._has_just_stepped_down = False
