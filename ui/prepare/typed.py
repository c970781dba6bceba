"""Fields whose words are stored when they are left, or after a pause; never at every key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.words.message import Message, say
from ui.prepare.preparing import Preparing
from ui.widgets.fields import FigureField

PAUSE_MS = 600
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Typing(QObject):
    """Watches one field: `touched` at each change, `finish` when it is left; `store` is called once for both.

    What is refused stays in the field, is told by `Preparing`, and is tried again when the field is left next.
    """

    def __init__(
        self, field: QWidget, preparing: Preparing, *, store: Callable[[], None], restore: Callable[[], None],
        is_empty: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        super().__init__(field)
        self._preparing, self._store, self._restore, self._is_empty = preparing, store, restore, is_empty
        self.widget = field
        self._is_unsaved = False
        self._refusal: Message | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that is not stored."""
        return self._is_unsaved

    @property
    def refusal(self) -> Message | None:
        """Why the words were not stored; None where nobody refused them."""
        return self._refusal

    @property
    def waits(self) -> bool:
        """Whether nothing is stored before the person says more, or leaves the field."""
        return self._is_unsaved and self._is_empty()

    def told(self, why: Message | None) -> Message:
        """Return which field it is, and why its words are not stored."""
        return half_told(self.widget.accessibleName(), why)

    def touched(self) -> None:
        """Know that something was typed; it is stored after a pause."""
        self._is_unsaved, self._refusal = True, None
        self._pause.start()
        self._preparing.typing_began(self)

    def finish(self) -> None:
        """Store what was typed now; what was refused is tried again."""
        self._pause.stop()
        if not self._is_unsaved:
            return
        before, around = self._preparing.refusals, self._preparing.storing
        self._is_unsaved = False  # while it is stored the pages are shown anew, and this field is not typed in any more
        self._preparing.storing = self
        try:
            self._store()
        finally:
            self._preparing.storing = around
        if self._preparing.refusals != before:
            self._is_unsaved, self._refusal = True, self._preparing.last_refusal
            self._preparing.typing_began(self)
        else:
            self._end()

    def put_back(self) -> None:
        """Show what is stored, and forget what was typed."""
        self._end()
        self._restore()

    def _on_paused(self) -> None:
        if not self._is_empty():  # who empties a field is about to type anew: nothing is stored before it is left
            self.finish()

    def _end(self) -> None:
        self._pause.stop()
        self._is_unsaved, self._refusal = False, None
        self._preparing.typing_ended(self)


def half_told(name: str, refusal: Message | None) -> Message:
    """Return which field holds words that are not stored, and why; a field without a name is told by the refusal."""
    if refusal is None:
        return say("“{field}” is not saved.", field=name)
    return say("“{field}” – {why}", field=name, why=refusal) if name else refusal


class TypedLine(QLineEdit):
    """One line of words; `ended` says it when the field is left, at Enter, or after a pause."""

    ended = Signal(str)

    def __init__(self, name: str, preparing: Preparing, *, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._stored = ""
        self.typing = Typing(
            self, preparing, store=self._store, restore=lambda: self._show(self._stored),
            is_empty=lambda: not self.text().strip(),
        )  # fmt: skip
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self.typing.finish)

    def show_text(self, text: str) -> None:
        """Show what is stored; words that are typed and not stored yet stay, and so does the cursor."""
        self._stored = text
        if not self.typing.is_unsaved:
            self._show(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: there they take back what was stored."""
        return _left_to_window(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.typing.finish()

    def _on_edited(self) -> None:
        self.typing.touched()

    def _store(self) -> None:
        if self.text().strip() != self._stored:
            self.ended.emit(self.text().strip())

    def _show(self, text: str) -> None:
        if text != (self.text().strip() if self.hasFocus() else self.text()):  # a blank behind the cursor stays
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)))


class TypedText(QPlainTextEdit):
    """Words in as many lines as they need; the field grows with them, Tab leaves it and Enter stores them.

    `entered` is said after Enter, so that a list can go on to the next one. With `has_lines`, Enter starts a line; one
    that does not `pauses` is stored when it is left, and not before.
    """

    ended = Signal(str)
    entered = Signal()

    def __init__(
        self, name: str, preparing: Preparing, *, hint: str = "", least_lines: int = 1, has_lines: bool = False,
        pauses: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self._stored, self._least_lines, self._has_lines = "", least_lines, has_lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._is_showing = False
        self.typing = Typing(
            self, preparing, store=self._store, restore=lambda: self._show(self._stored),
            is_empty=lambda: not (pauses and self.words),
        )  # fmt: skip
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def words(self) -> str:
        """What stands in the field."""
        text = self.toPlainText()
        return text.strip() if self._has_lines else " ".join(text.split())

    def show_text(self, text: str) -> None:
        """Show what is stored; words that are typed and not stored yet stay, and so does the cursor."""
        self._stored = text
        if not self.typing.is_unsaved:
            self._show(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: there they take back what was stored."""
        return _left_to_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Store at Enter, unless the words have lines."""
        if event.key() in _ENTER and not self._has_lines:
            self.typing.finish()
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.typing.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the lines that another width needs."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """A few letters wide, and as high as its lines."""
        return QSize(12 * self.fontMetrics().averageCharWidth(), self.height())

    def _fit(self) -> None:
        lines = max(self._least_lines, round(self.document().size().height()))
        edges = self.height() - self.viewport().height()
        height = lines * self.fontMetrics().lineSpacing() + max(edges, 12)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self.typing.touched()

    def _store(self) -> None:
        if self.words != self._stored:
            self.ended.emit(self.words)

    def _show(self, text: str) -> None:
        if text == (self.words if self.hasFocus() else self.toPlainText()):  # a blank behind the cursor stays
            return
        place = self.textCursor().position()
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)


class TypedFigure(FigureField):
    """A whole number, or nothing where it is not known; `ended` says it when the field is left or after a pause."""

    ended = Signal(object)  # int or None

    def __init__(
        self, name: str, preparing: Preparing, *, unknown: str = "", widest: str = "99 999",
        words: Callable[[Message], str] = str,
    ) -> None:  # fmt: skip
        super().__init__(name, unknown=unknown, widest=widest, words=words)
        self._stored: int | None = None
        self._is_showing = False
        self.typing = Typing(self, preparing, store=self._store, restore=lambda: self._show(self._stored))
        self.figure_changed.connect(self._on_figure_changed)
        self.returnPressed.connect(self.typing.finish)

    def show_figure(self, figure: int | None) -> None:
        """Show what is stored; a figure that is typed and not stored yet stays."""
        self._stored = figure
        if not self.typing.is_unsaved:
            self._show(figure)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: there they take back what was stored."""
        return _left_to_window(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what was typed; what is not a whole number is not stored, and said."""
        super().focusOutEvent(event)
        self.typing.finish()

    def _on_figure_changed(self) -> None:
        if not self._is_showing:
            self.typing.touched()

    def _store(self) -> None:
        if not self.is_refused and self.figure != self._stored:
            self.ended.emit(self.figure)

    def _show(self, figure: int | None) -> None:
        self._is_showing = True
        if self.figure != figure or self.is_refused:
            self.set_figure(figure)
        self._is_showing = False


def _left_to_window(event: QEvent) -> bool:
    """Return whether a key is undo or redo, which Qt then offers to the window's shortcuts."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    event.ignore()
    return True
