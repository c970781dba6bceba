"""One text that waits to be read: large, with what was found in it, and a field to give it other words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.conduct.reviewing import ToRead, suggested
from facilitator.core.sensitive import findings
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.review_words import marked, told_of
from ui.widgets.announcing import announce
from ui.widgets.fields import SentText
from ui.widgets.text import push_button, set_role, text_label

LONG = 240  # characters; longer words are shown a size smaller
LINES_OF_WORDS = 5


class ReviewAlone(QWidget):
    """Shows one text; `changed_words` says the other words that a person gave it."""

    changed_words = Signal(str)
    left = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._item: ToRead | None = None
        self._drafts: dict[str, str] = {}  # by what the words are: what was typed for them and not saved
        self._origin = text_label(role="muted")
        self._origin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # at the top, so that the reading begins there
        self._origin.setProperty("takesFocus", True)
        self.setFocusProxy(self._origin)
        self.text = text_label(role="title")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.found = text_label(role="warning")
        self._no_note = text_label(words(say("This is no note: change it where it was written, or keep it.")), "muted")
        self.field = SentText(words(say("The note in other words; Enter saves it")))
        self.masks = push_button(words(say("Put in the marks  (Ctrl+R)")))
        self.save = push_button(words(say("Save these words  (Enter)")))
        self.back = push_button(words(say("Leave it as it was  (Esc)")), "quiet")
        self._still = text_label(role="muted")
        self._lay_out()
        self._connect()

    @property
    def is_changing(self) -> bool:
        """Whether other words are being typed."""
        return not self._changing.isHidden()

    @property
    def has_draft(self) -> bool:
        """Whether other words were typed that are not saved."""
        self._keep_draft()
        return bool(self._drafts)

    def keep_drafts_of(self, waiting: Sequence[ToRead]) -> None:
        """Forget what was typed for words that are decided on."""
        here = {one.digest for one in waiting}
        self._drafts = {digest: text for digest, text in self._drafts.items() if digest in here}

    def show_item(self, item: ToRead, origin: str) -> None:
        """Show a text; another one ends the changing of the one before."""
        if self._item != item:
            self._changing.hide()
            self.found.show()
        self._item = item
        self._origin.setText(origin)
        set_role(self.text, "title" if len(item.text) <= LONG else "large")
        self.text.setText(marked(item.text, item.findings))
        self.text.setAccessibleName(item.text)
        self.found.setText(told_of(item.findings, self._words))
        set_role(self.found, "warning" if item.findings else "muted")
        self._no_note.setVisible(item.note is None)
        for named in (self, self._origin):
            named.setAccessibleName(f"{item.text} {origin} {self.found.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Mark what was found in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._item is not None:
            self.text.setText(marked(self._item.text, self._item.findings))

    def announce(self) -> None:
        """Say the text to who hears the screen."""
        announce(self, self.accessibleName())

    def start_changing(self) -> None:
        """Offer the words for changing: as they are, or as they were typed when that was broken off."""
        if self._item is None or self._item.note is None:
            return
        draft = self._drafts.get(self._item.digest)
        self.field.setPlainText(self._item.text)
        self.found.hide()  # what is left of it is said below the field
        self._changing.show()
        self.field.setFocus()
        self.field.selectAll()
        if draft is not None:
            self.field.insertPlainText(draft)  # undo in the field brings the words back as they are
        self._on_typed()

    def stop_changing(self) -> None:
        """Leave the words as they are; what was typed is offered again to who changes them later."""
        self._keep_draft()
        self._changing.hide()
        self.found.show()
        self.left.emit()

    def put_in_marks(self) -> None:
        """Put a mark where something was found in what is typed; undo in the field takes it back."""
        text = suggested(self.field.toPlainText(), words=self._words)
        self.field.selectAll()
        self.field.insertPlainText(text)
        self.field.setFocus()

    def _keep_draft(self) -> None:
        if self._item is None or not self.is_changing:
            return
        typed = self.field.toPlainText()
        if typed == self._item.text:
            self._drafts.pop(self._item.digest, None)
        else:
            self._drafts[self._item.digest] = typed

    def _on_typed(self) -> None:
        found = findings(self.field.toPlainText())
        self._still.setText(told_of(found, self._words))
        set_role(self._still, "warning" if found else "muted")
        self.masks.setEnabled(bool(found))

    def _on_sent(self) -> None:
        self.changed_words.emit(self.field.toPlainText())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        for part in (self._origin, self.text, self.found, self._no_note):
            layout.addWidget(part)
        layout.addWidget(self._changing_part())
        layout.addStretch(1)

    def _changing_part(self) -> QWidget:
        self._changing = QWidget()
        layout = QVBoxLayout(self._changing)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        name = QLabel(self.field.accessibleName())
        name.setBuddy(self.field)
        layout.addWidget(name)
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_OF_WORDS + 3 * GRID_PX)
        layout.addWidget(self.field)
        layout.addWidget(self._still)
        row = QHBoxLayout()
        for button in (self.masks, self.save, self.back):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        self._changing.hide()
        return self._changing

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.sent.connect(self._on_sent)
        self.save.clicked.connect(self._on_sent)
        self.masks.clicked.connect(self.put_in_marks)
        self.back.clicked.connect(self.stop_changing)
