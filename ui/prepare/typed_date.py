"""A date that is stored when the field is left, or after a pause."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent

from ui.prepare.preparing import Preparing
from ui.prepare.typed import Typing
from ui.start.date_field import DateField


class TypedDate(DateField):
    """A day in words; `ended` says it as year-month-day."""

    ended = Signal(str)

    def __init__(self, name: str, preparing: Preparing) -> None:
        super().__init__(name, date.fromisoformat(preparing.open_event.details.held_on))
        self._stored, self._is_showing = self.held_on, False
        self.typing = Typing(self, preparing, store=self._store, restore=self._show)
        self.dateChanged.connect(self._on_date_changed)
        self.entered.connect(self.typing.finish)

    def show_date(self, held_on: str) -> None:
        """Show what is stored; a day that is typed and not stored yet stays."""
        self._stored = held_on
        if not self.typing.is_unsaved:
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what was typed."""
        super().focusOutEvent(event)
        self.typing.finish()

    def _on_date_changed(self) -> None:
        if not self._is_showing:
            self.typing.touched()

    def _store(self) -> None:
        if self.held_on != self._stored:
            self.ended.emit(self.held_on)

    def _show(self) -> None:
        if self.held_on == self._stored:
            return
        self._is_showing = True
        self.setDate(QDate.fromString(self._stored, Qt.DateFormat.ISODate))
        self._is_showing = False
