"""The line below a note that says what in it may tell who somebody is, and offers a mark in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from facilitator.core.sensitive import Finding, findings, sentence
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.announcing import announce_at_once
from ui.widgets.text import push_button, text_label

PAUSE_MS = 500


class NoteWarning(QWidget):
    """Hidden until typing in `field` pauses and its words may tell who somebody is; it keeps no note from saving.

    `leave_out` is the button that puts a mark where the first of them stands.
    """

    def __init__(self, field: QPlainTextEdit, words: Translator) -> None:
        super().__init__()
        self._field, self._words = field, words
        self._found: tuple[Finding, ...] = ()
        self._line = text_label(role="warning")
        self.leave_out = push_button(words(say("Yes  (Ctrl+R)")), "quiet")
        self.pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self.pause.timeout.connect(self.check_now)
        self.leave_out.clicked.connect(self.mask_first)
        field.textChanged.connect(self._on_typed)
        self._lay_out()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the line says now; empty while it is hidden."""
        return "" if self.isHidden() else self._line.text()

    def check_now(self) -> None:
        """Look through what was typed, without waiting for a pause."""
        self.pause.stop()
        found = findings(self._field.toPlainText())
        if found != self._found:
            self._found = found
            self._show()

    def mask_first(self) -> bool:
        """Put its mark where the first find stands; undo in the field takes it back. Return whether there was one."""
        self.check_now()  # what was typed since may have moved it
        if not self._found:
            return False
        first = self._found[0]
        cursor = self._field.textCursor()
        before = self._field.toPlainText()
        cursor.setPosition(_units(before[: first.start]))
        cursor.setPosition(_units(before[: first.end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(self._mark(first))
        self._field.setFocus()
        self.check_now()
        return True

    def _on_typed(self) -> None:
        if self._field.document().isEmpty():
            self.check_now()
        else:
            self.pause.start()

    def _show(self) -> None:
        said = self._words(_said(self._found)) if self._found else ""
        self._field.setAccessibleDescription(said)
        self.setVisible(bool(said))
        if not said:
            return
        named = say("Yes: put {mark} in its place, key Ctrl+R", mark=self._mark(self._found[0]))
        self._line.setText(f"⚠ {said}")
        self.leave_out.setAccessibleName(self._words(named))
        self.leave_out.setToolTip(self._words(named))
        announce_at_once(self._field, said)

    def _mark(self, finding: Finding) -> str:
        suggestion = finding.suggestion
        return suggestion if isinstance(suggestion, str) else self._words(suggestion)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self._line, 1)
        row.addWidget(self.leave_out, 0, Qt.AlignmentFlag.AlignTop)


def _said(found: tuple[Finding, ...]) -> Message:
    first = sentence(found[0])
    if len(found) == 1:
        return say("{finding} Leave it out?", finding=first)
    return say("{finding} Leave it out? (1 of {all})", finding=first, all=len(found))


def _units(text: str) -> int:
    """Return how long a text is to Qt, which counts in halves of the rarer characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
