"""Forgetting the originals, at the very end: what it does, a tick, and what a person has still to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.forgetting import forget
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import push_button, text_label


class Forgetting(QWidget):
    """Closed until somebody asks for it; nothing is forgotten before the tick and one more press.

    `told_now`: it says what came of it, which is to be brought in sight.
    """

    acted = Signal()
    failed = Signal(object)
    told_now = Signal()

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self.ask = push_button(words(say("Forget originals")), "quiet")
        self.explained = text_label(words(_explanation()))
        self.agreed = QCheckBox(words(say("I need none of the earlier words any more")))
        self.forget = push_button(words(say("Forget them for good")))
        self.told = text_label(role="strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.explained)
        layout.addWidget(self.agreed)
        layout.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.told)
        self.ask.clicked.connect(self._on_asked)
        self.agreed.toggled.connect(self.forget.setEnabled)
        self.forget.clicked.connect(self._on_agreed)
        self.told.hide()
        self._open(is_open=False)

    def _on_asked(self) -> None:
        self.told.hide()
        self._open(is_open=self.explained.isHidden())
        if not self.agreed.isHidden():
            self.agreed.setFocus()

    def _on_agreed(self) -> None:
        if not self.agreed.isChecked():
            return
        try:
            forgotten = forget(self._event)
        except FacilitatorError as error:
            self.failed.emit(error)
            return
        self.ask.setFocus()
        self._open(is_open=False)
        self.told.setText("\n".join(self._words(message) for message in forgotten.told))
        self.told.setAccessibleName(self.told.text())
        self.told.show()
        self.acted.emit()
        self.told_now.emit()

    def _open(self, *, is_open: bool) -> None:
        self.agreed.setChecked(False)
        self.forget.setEnabled(False)
        for part in (self.explained, self.agreed, self.forget):
            part.setVisible(is_open)


def _explanation() -> Message:
    return say(
        "The event file still holds what notes said before they were changed, the notes that were removed, and names "
        "and numbers that were told before, of partners and of who to call. Forgetting takes these out of the file for "
        "good. What stands stays, and so do votes and results. "
        "This cannot be undone."
    )
