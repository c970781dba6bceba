"""The list of notes: rows of one height, so that it is laid out at once however many there are."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.look import GRID_PX, TYPE_SCALE_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.notes import NoteRole, NotesModel
from ui.widgets.style import colours

LINES = 2  # of a note's words; all of them are in the form, and in the tip
LONGEST_LINE = 400  # characters that are looked at for one line


class RowList(QListView):
    """A list whose own keys are the arrows, Enter (`chosen`) and Delete (`deleted`); it leaves all others alone."""

    chosen = Signal()
    deleted = Signal()
    current_changed = Signal()

    def __init__(self, model: QAbstractListModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(NoteDelegate(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.keys = {
            Qt.Key.Key_Return: self.chosen, Qt.Key.Key_Enter: self.chosen, Qt.Key.Key_Delete: self.deleted,
        }  # fmt: skip
        self.doubleClicked.connect(self.chosen)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the list's own keys and leave every other one to the window."""
        asked = self.keys.get(Qt.Key(event.key()))
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if asked is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            asked.emit()
        elif event.key() in moves:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell that another row is chosen."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def sizeHint(self) -> QSize:
        """No more than it must have: it takes what the others leave."""
        return QSize(200, max(self.minimumHeight(), self.minimumSizeHint().height()))

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self.scheduleDelayedItemsLayout()

    def _fit(self) -> None:
        """Keep room for one row."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * (LINES + 1) + 6)


class NotesList(RowList):
    """The notes, newest first. Enter takes one up, Delete withdraws it, M makes it a main point."""

    main_point_asked = Signal()

    def __init__(self, model: NotesModel, words: Translator) -> None:
        super().__init__(model, words(say("Notes so far, newest first")))
        self.keys[Qt.Key.Key_M] = self.main_point_asked


class NoteDelegate(QStyledItemDelegate):
    """Paints where a note comes from, and below it the first lines of its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        del index
        small = QFontMetrics(_small(option.font)).lineSpacing()
        return QSize(100, small + LINES * QFontMetrics(option.font).lineSpacing() + GRID_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        box: QRect = option.rect
        painter.save()
        _paint_ground(painter, box, option)
        inner = box.adjusted(GRID_PX, GRID_PX // 2, -GRID_PX // 2, -GRID_PX // 2)
        small = _small(option.font)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(colours().muted))
        origin = metrics.elidedText(str(index.data(NoteRole.ORIGIN)), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, origin)
        painter.setPen(QColor(colours().text))
        inner.setTop(inner.top() + metrics.lineSpacing())
        _paint_lines(painter, inner, option.font, str(index.data()))
        painter.restore()


def _paint_ground(painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
    worn = colours()
    painter.setPen(QColor(worn.hairline))
    painter.drawLine(box.topLeft(), box.topRight())
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box.adjusted(0, 1, 0, 0), QColor(worn.tint))
        painter.fillRect(QRect(box.x(), box.y() + 1, 4, box.height() - 1), QColor(worn.accent))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(worn.accent), worn.ring_px))
        painter.drawRect(box.adjusted(0, 1, -1, -1))


def _paint_lines(painter: QPainter, box: QRect, font: QFont, text: str) -> None:
    """Paint as many lines of a text as there is room for, the last one shortened where more follows."""
    metrics = QFontMetrics(font)
    one_line = " ".join(text[: LINES * LONGEST_LINE].split())
    layout = QTextLayout(one_line, font)
    layout.setTextOption(_wrapped())
    units = one_line.encode("utf-16-le", "replace")  # Qt counts in these
    layout.beginLayout()
    painter.setFont(font)
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        rest = units[2 * line.textStart() :]
        shown = (rest[: 2 * line.textLength()] if number < LINES - 1 else rest).decode("utf-16-le", "replace")
        row = QRect(box.x(), box.y() + number * metrics.lineSpacing(), box.width(), metrics.lineSpacing())
        shortened = metrics.elidedText(shown.strip(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shortened)
    layout.endLayout()


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(1, round(font.pixelSize() * TYPE_SCALE_PX[0] / TYPE_SCALE_PX[1])))
    return small
