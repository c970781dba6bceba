"""A line for one more of a list: Enter, the button beside it or leaving the field adds it, and a pause does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.preparing import Preparing
from ui.prepare.typed import half_told
from ui.widgets.text import push_button

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class NewText(QWidget):
    """`added` says a text that is wanted; the field is emptied once it is stored, and keeps what was refused."""

    added = Signal(str)

    def __init__(self, words: Translator, preparing: Preparing, name: Message, *, hint: Message) -> None:
        super().__init__()
        self._preparing, self._name = preparing, words(name)
        self._refusal: Message | None = None
        self.field = _LeftField(self._name, words(hint))
        self.button = push_button(words(say("Add")))
        self.name_after("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.button)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self.finish)
        self.field.left.connect(self.finish)
        self.button.clicked.connect(self.finish)

    @property
    def refusal(self) -> Message | None:
        """Why the text was not added; None while it is being typed."""
        return self._refusal

    @property
    def waits(self) -> bool:
        """Whether the text is added once the line is left; a pause never does it."""
        return self.is_unsaved

    def told(self, why: Message | None) -> Message:
        """Return which line it is, and why its text was not added."""
        return half_told(self.field.accessibleName(), why)

    @property
    def widget(self) -> QWidget:
        """The line itself."""
        return self

    @property
    def is_unsaved(self) -> bool:
        """Whether a text stands in the field that is not added yet."""
        return bool(self.field.text().strip())

    def name_after(self, what: str) -> None:
        """Let the field say to what it adds."""
        name = f"{self._name}, {what}" if what else self._name
        self.field.setAccessibleName(name)
        self.button.setAccessibleName(f"{self.button.text()}, {name}")

    def finish(self) -> None:
        """Add what stands in the field."""
        text = self.field.text().strip()
        if not text:
            self.put_back()
            return
        before, self._preparing.storing = self._preparing.refusals, self
        try:
            self.added.emit(text)
        finally:
            self._preparing.storing = None
        if self._preparing.refusals == before:
            self.put_back()
            return
        self._refusal = self._preparing.last_refusal
        self._preparing.typing_began(self)

    def put_back(self) -> None:
        """Empty the field."""
        self._refusal = None
        self.field.clear()
        self._preparing.typing_ended(self)

    def _on_edited(self) -> None:
        self._refusal = None
        if self.is_unsaved:
            self._preparing.typing_began(self)
        else:
            self._preparing.typing_ended(self)


class _LeftField(QLineEdit):
    """A line that says when it is left for something else in the window."""

    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say it, but not where another window only came before this one."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()
