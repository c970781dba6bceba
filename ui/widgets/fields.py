"""Fields: a figure that may be unknown, a choice, and a text that Enter sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from facilitator.words.message import Message, say
from ui.widgets.announcing import announce_at_once
from ui.widgets.style import colours

LARGEST_FIGURE = 99_999
MOST_IN_SIGHT = 16  # entries of a choice; more of them scroll
LETTERS = "letters that act"
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


def let_letters_act(window: QWidget, keys: Iterable[Qt.Key]) -> None:
    """Let these keys do their work from a figure field too, in which no letter is ever typed."""
    letters = (chr(key.value) for key in keys if Qt.Key.Key_A <= key <= Qt.Key.Key_Z)
    window.setProperty(LETTERS, "".join(letters).lower())


def does_something(window: QWidget, event: QKeyEvent) -> bool:
    """Return whether a key is one of the letters that do their work in `window`, with nothing held down beside it."""
    letters, text = str(window.property(LETTERS) or ""), event.text().lower()
    return bool(text) and text in letters and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier


class FigureField(QLineEdit):
    """A whole number or nothing: an empty field is not known, never nought. Plus and minus count up and down.

    What is not a whole number is refused as a whole and said in words at the field (`refused`); until it is typed
    again the field counts as not known, so that 7.5 never becomes 7 or 75. Where `arrows_move`, the up and down keys
    ask for the neighbour (`moved`); elsewhere they count like plus and minus.
    """

    figure_changed = Signal()
    entered = Signal()
    moved = Signal(int)
    refused = Signal(object)

    def __init__(
        self,
        name: str,
        *,
        unknown: str = "",
        widest: str = "99 999",
        arrows_move: bool = False,
        words: Callable[[Message], str] = str,
    ) -> None:
        super().__init__()
        self._widest, self._arrows_move, self._words = max(widest, unknown, key=len), arrows_move, words
        self._taken = self._refused = ""
        self.setProperty("role", "figure")
        self.setAccessibleName(name)
        self._unknown = unknown
        self.setAccessibleDescription(unknown)
        self.setPlaceholderText(unknown)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return_pressed)
        self._fit()

    @property
    def figure(self) -> int | None:
        """The number in the field, or None while it is empty or something was refused."""
        return int(self._taken) if self._taken and not self._refused else None

    @property
    def is_refused(self) -> bool:
        """Whether something was typed that is not a whole number, and not typed again since."""
        return bool(self._refused)

    def set_figure(self, figure: int | None) -> None:
        """Show `figure`; None empties the field."""
        was_refused, self._refused = self._refused, ""
        text = self._taken = "" if figure is None else str(figure)
        if text == self.text() and was_refused:
            self._on_text_changed()
        self.setText(text)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by plus and minus, move or count by the arrow keys; everything else is typing.

        Where nothing is typed yet, a blank is not taken and a letter that its window knows is the window's.
        """
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space and not self._refused and (not self.text() or self._is_typed_over()):
            return
        if self._is_for_the_window(event):
            event.ignore()
            return
        arrow = _ARROWS.get(key)
        if arrow is not None and self._arrows_move:
            self.moved.emit(arrow)
            return
        step = _STEPS.get(key) if arrow is None else -arrow
        if step == -1 and not self.text() and event.text() == "-":
            self._refuse("-")  # nothing is below nothing, and minus four is not four
            return
        if step is not None and not self._refused:
            self.set_figure(min(LARGEST_FIGURE, max(0, (self.figure or 0) + step)))
            return
        if self._refused and self._types_on(event):
            self._refused += event.text()
            self._tell_refused()
            return
        if self._refused and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_figure(None)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the figure, so that typing replaces it; what was refused before is typed anew."""
        super().focusInEvent(event)
        if self._refused and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.set_figure(None)
        self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the widest figure when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say again what was refused when the field is left without a figure."""
        super().focusOutEvent(event)
        if self._refused:
            self.refused.emit(say("A figure was not taken: type it again, in whole numbers."))

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        return (not self.text() or self._is_typed_over()) and does_something(self.window(), event)

    def _is_typed_over(self) -> bool:
        return bool(self.selectedText()) and self.selectedText() == self.text()

    def _types_on(self, event: QKeyEvent) -> bool:
        """Return whether a key would add to what was refused; typing over the whole of it starts anew."""
        return bool(event.text()) and event.text().isprintable() and not self._is_typed_over()

    def _on_text_changed(self) -> None:
        text = self.text()
        if text and not _is_figure(text):
            self._refuse(text)
            return
        self._taken, self._refused = text, ""
        self._tell(None)
        self._fit()
        self.figure_changed.emit()

    def _on_return_pressed(self) -> None:
        if self._refused:
            self._tell_refused()
            return
        self.entered.emit()

    def _refuse(self, text: str) -> None:
        """Keep what stood in the field, and count it as not known until a figure is typed again."""
        self.blockSignals(True)
        self.setText(self._taken)
        self.blockSignals(False)
        self._refused = text
        self._fit()
        self._tell_refused()
        self.figure_changed.emit()

    def _tell_refused(self) -> None:
        text = self._refused
        if text.isdecimal():
            self._tell(say("{text} is more than a figure can be. Clear the field and type it again.", text=text))
        else:
            self._tell(say("“{text}” is not a whole number. Clear the field and type it again.", text=text))

    def _tell(self, message: Message | None) -> None:
        told = self._words(message) if message is not None else ""
        self.setAccessibleDescription(told or self._unknown)
        if message is None:
            return
        self.refused.emit(message)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), told, self)
        announce_at_once(self, told)

    def _fit(self) -> None:
        """Show what is not known in plain type, and keep the size that figures need either way."""
        if self.property("isRefused") != self.is_refused:
            self.setProperty("isRefused", self.is_refused)
            self.style().unpolish(self)
            self.style().polish(self)
        if self.property("isEmpty") != (not self.text()):
            self.setProperty("isEmpty", not self.text())
            self.style().unpolish(self)
            self.style().polish(self)
        if self.property("role") != "figure":
            return  # in a cell of a grid, which gives it its size
        app = QApplication.instance()
        body = QFontMetrics(app.font() if isinstance(app, QApplication) else self.font())
        self.setFixedWidth(body.horizontalAdvance(self._widest) + 40)
        self.setFixedHeight(round(body.height() * 1.7))


def _is_figure(text: str) -> bool:
    return text.isascii() and text.isdecimal() and int(text) <= LARGEST_FIGURE


class Chooser(QComboBox):
    """A choice of one from a few, with a plain arrow of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(MOST_IN_SIGHT)
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own for choices takes no size from the style sheet

    def choose(self, key: object) -> None:
        """Choose the entry with this key, if there is one."""
        if (place := self.findData(key)) >= 0:
            self.setCurrentIndex(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field with its text, shortened where it is too long for it, then the arrow."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - 2 * self.fontMetrics().averageCharWidth() - 30
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().muted), 2))
        middle = QPoint(self.width() - 16, self.height() // 2 - 2)
        painter.drawPolyline(QPolygon([middle + QPoint(-5, 0), middle + QPoint(0, 5), middle + QPoint(5, 0)]))
        painter.end()


class SentText(QPlainTextEdit):
    """A text that Enter sends and Shift+Enter breaks into lines; Tab leaves it."""

    sent = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter; with Shift, Qt breaks the line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
            return
        if is_enter:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)
