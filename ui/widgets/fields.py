"""Fields: a figure that may be unknown, a choice, and a text that Enter sends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QIntValidator,
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
    QStyleOptionComboBox,
    QStylePainter,
)

from facilitator.look import DAY

LARGEST_FIGURE = 99_999


class FigureField(QLineEdit):
    """A whole number or nothing: an empty field is not known, never nought. The arrow keys count up and down."""

    figure_changed = Signal()
    entered = Signal()

    def __init__(self, name: str, *, unknown: str = "", widest: str = "99 999") -> None:
        super().__init__()
        self._widest = max(widest, unknown, key=len)
        self.setProperty("role", "figure")
        self.setAccessibleName(name)
        self.setAccessibleDescription(unknown)
        self.setValidator(QIntValidator(0, LARGEST_FIGURE, self))
        self.setPlaceholderText(unknown)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self.entered)
        self.inputRejected.connect(QApplication.beep)  # a letter or a dot is not taken, and that is heard
        self._fit()

    @property
    def figure(self) -> int | None:
        """The number in the field, or None while it is empty."""
        return int(self.text()) if self.text() else None

    def set_figure(self, figure: int | None) -> None:
        """Show `figure`; None empties the field."""
        self.setText("" if figure is None else str(figure))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count up and down with the arrow keys; everything else is typing."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.set_figure(min(LARGEST_FIGURE, max(0, (self.figure or 0) + step)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the figure, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the widest figure when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        self.figure_changed.emit()

    def _fit(self) -> None:
        """Show what is not known in plain type, and keep the size that figures need either way."""
        if self.property("isEmpty") != (not self.text()):
            self.setProperty("isEmpty", not self.text())
            self.style().unpolish(self)
            self.style().polish(self)
        app = QApplication.instance()
        body = QFontMetrics(app.font() if isinstance(app, QApplication) else self.font())
        self.setFixedWidth(body.horizontalAdvance(self._widest) + 40)
        self.setFixedHeight(round(body.height() * 1.7))


class Chooser(QComboBox):
    """A choice of one from a few, with a plain arrow of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

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
        painter.setPen(QPen(QColor(DAY.muted), 2))
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
