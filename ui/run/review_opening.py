"""The way to reading from the operator's window: the button that says how much waits, and the window it opens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.conduct.record import EventRecord
from facilitator.core.wording import words_digest
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.desk import Desk
from ui.run.review_screens import Scope
from ui.run.review_window import ReviewWindow
from ui.widgets.text import push_button


class ReviewOpening(QObject):
    """Makes the window when it is first wanted; notes can be read as they come, long before the finish.

    `left`: the reader came back.
    """

    left = Signal()

    def __init__(self, desk: Desk, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words, self._parent = desk, words, parent
        self._known: tuple[EventRecord, int] | None = None
        self.window: ReviewWindow | None = None
        self.button = push_button("", "quiet")
        self.button.clicked.connect(lambda: self.begin(Scope.ALL))
        desk.changed.connect(self._on_changed)
        self._on_changed()

    def begin(self, scope: Scope) -> None:
        """Show what waits of `scope`."""
        if self.window is None:
            self.window = ReviewWindow(self._words, self._desk.open_event, self._parent)
            self.window.acted.connect(self._desk.refresh)
            self.window.left.connect(self.left)
            self.window.resize(self.window.sizeHint())
        self.window.begin(scope)

    def close(self) -> bool:
        """Close the window, which lets through what was kept; return whether that could be done."""
        return self.window is None or self.window.close()

    def half_typed(self) -> Message | None:
        """Say what is typed in the window and not saved; None where nothing would be lost."""
        return self.window.half_typed() if self.window is not None else None

    def _on_changed(self) -> None:
        waiting = self._unread(self._desk.snapshot.record)
        self.button.setText(self._words(say("Read notes ({count})", count=waiting)))
        told = say_many(
            "Read before publishing: {count} note waits", "Read before publishing: {count} notes wait", count=waiting
        )
        self.button.setAccessibleName(self._words(told))
        self.button.setToolTip(self._words(told))
        self.button.setVisible(bool(waiting))
        if self.window is not None and self.window.isVisible():
            self.window.show_event()

    def _unread(self, record: EventRecord) -> int:
        if self._known is None or self._known[0] is not record:
            unread = sum(words_digest(note.text) not in record.words_read for note in record.notes)
            self._known = (record, unread)
        return self._known[1]
