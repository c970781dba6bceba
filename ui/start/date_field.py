"""A date, typed or counted up and down with the arrow keys; Enter goes on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit

from facilitator.look import GRID_PX


class DateField(QDateEdit):
    """A day in words; `held_on` is the same as the event file keeps it, year-month-day."""

    entered = Signal()

    def __init__(self, name: str, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setAccessibleName(name)
        self.setDisplayFormat("d MMMM yyyy")
        self.lineEdit().setTextMargins(GRID_PX, 0, 0, 0)
        self.lineEdit().setAccessibleName(name)

    @property
    def held_on(self) -> str:
        """The day as year-month-day."""
        return str(self.date().toString(Qt.DateFormat.ISODate))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what was typed and go on at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.entered.emit()
            return
        super().keyPressEvent(event)
