"""What is written on a paper form by hand: a comment, or the first half of a postcode."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.forms import FormQuestion
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.forms_draft import NOT_TO_SAY_KEY, is_comment, not_to_say
from ui.run.note_keys import MASK, pressed
from ui.run.note_warning import NoteWarning
from ui.widgets.fields import SentText

LINES_OF_COMMENT = 3
_SPACE, _BACKSPACE, _DELETE = Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FormText(SentText):
    """A field in which nothing is a key of the pad once a letter stands in it.

    While it is empty, Space leaves the question blank (`left_blank`), Backspace goes a question back (`went_back`), 0
    is "prefer not to say" where that is offered (`kept_back`), Delete clears the form, the arrows change the form.
    """

    left_blank = Signal()
    went_back = Signal()
    kept_back = Signal()
    cleared = Signal()
    turned = Signal(int)
    focus_changed = Signal()
    mask_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.takes_not_to_say = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for in the pad, while the field is empty; Ctrl+R masks at any time."""
        if pressed(event) == MASK:
            self.mask_asked.emit()
        elif not self.document().isEmpty() or not self._does(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that it has the focus."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it has lost the focus."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def _does(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.turned.emit(_ARROWS[key])
        elif key == _SPACE:
            self.left_blank.emit()
        elif key == _BACKSPACE:
            self.went_back.emit()
        elif key == _DELETE:
            self.cleared.emit()
        elif event.text() == NOT_TO_SAY_KEY and self.takes_not_to_say:
            self.kept_back.emit()
        else:
            return False
        return True


class FormWriting(QWidget):
    """The field for one written answer, with the warning of words that may tell who somebody is."""

    typed = Signal(str)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.field = FormText(words(say("What is written on the form; Enter takes it")))
        self.warning = NoteWarning(self.field, words)
        self._question: FormQuestion | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.warning)
        self.field.mask_asked.connect(self.warning.mask_first)
        self.field.textChanged.connect(lambda: self.typed.emit(self.field.toPlainText()))

    def show_question(self, question: FormQuestion, text: str) -> None:
        """Show what was written so far as the answer to a question."""
        if text != self.field.toPlainText():
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.blockSignals(False)
            self.warning.check_now()
        if question is self._question:
            return
        self._question = question
        comments = is_comment(question)
        hint = say("In people's own words; Shift+Enter starts a line") if comments else say("Such as M1 or SW1A")
        self.field.setPlaceholderText(self._words(hint))
        self.field.setAccessibleName(self._words(say("{question} Enter takes it.", question=question.wording.text)))
        self.field.takes_not_to_say = not_to_say(question) is not None
        lines = LINES_OF_COMMENT if comments else 1
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * lines + 20)
