"""A text of the programme that is changed in place, with advice while it is typed and the issued wording below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.translator import Translator
from ui.prepare.advice_line import AdviceLine
from ui.prepare.issued_line import IssuedLine
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedText


class WordingField(QWidget):
    """`ended` says a text that was typed, or put back. Advice stands below what was changed, and stops nothing.

    Where it does not `advises`, such as for a date, the words are nobody's to make simpler.
    """

    ended = Signal(str)

    def __init__(
        self,
        words: Translator,
        preparing: Preparing,
        name: str,
        *,
        hint: str = "",
        advises: bool = True,
        is_statement: bool = False,
    ) -> None:
        super().__init__()
        self._advises = advises
        self.field = TypedText(name, preparing, hint=hint)
        self.issued = IssuedLine(words, name)
        self.advice = AdviceLine(words, preparing.programme.language, is_statement=is_statement)
        self._issued_text: str | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 4)
        for part in (self.field, self.advice, self.issued):
            layout.addWidget(part)
        self.field.ended.connect(self.ended)
        self.field.textChanged.connect(self._on_text_changed)
        self.issued.put_back.connect(self._on_put_back)

    def rename(self, name: str) -> None:
        """Be called something else from now on, such as the second statement that was the third."""
        self.field.setAccessibleName(name)
        self.issued.rename(name)

    def allow_typing(self, *, wanted: bool) -> None:
        """Let the words be changed, or only be read."""
        self.field.setReadOnly(not wanted)
        self.issued.allow_putting_back(wanted=wanted)

    def show_wording(self, text: str, issued: str | None) -> None:
        """Show what is stored and, where it differs, what was issued; what is being typed stays."""
        self._issued_text = issued
        self.field.show_text(text)
        self.issued.show_issued(issued, text)
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        """Advise on what the organiser writes: the words that were issued are not theirs to put right."""
        text = self.field.words
        is_theirs = self._advises and not self.field.isReadOnly() and text != self._issued_text
        self.advice.advise(text if is_theirs else "")
        self.field.setAccessibleDescription(self.advice.sentences)

    def _on_put_back(self, issued: str) -> None:
        self.field.typing.put_back()
        self.field.setFocus()
        self.ended.emit(issued)
