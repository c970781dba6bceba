"""The run sheet as the operator sees it: what is done, where we are, what comes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.document.shapes import Mark, MarkKind, Rect
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place, Progress, RunSheetModel, SheetRole, SheetRow
from ui.room_screen.painting import paint_shapes
from ui.widgets.style import colours

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class SheetList(QListView):
    """Shows the run sheet; a click or Enter goes to a row, Space is left to the next action."""

    chosen = Signal(Place)

    def __init__(self, model: RunSheetModel, words: Translator) -> None:
        super().__init__()
        self._sheet = model
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(self))
        self.setAccessibleName(words(say("Run sheet")))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMinimumHeight(240)
        self.clicked.connect(self._on_chosen)

    def bring_to(self, place: Place | None) -> None:
        """Keep the row at `place` in sight."""
        if (number := self._sheet.row_of(place)) >= 0:
            index = self._sheet.index(number)
            is_new = index != self.currentIndex()
            self.setCurrentIndex(index)
            if is_new:
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, go to the row by Enter, and leave every other key to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """No more than it must have: it takes what the others leave."""
        return QSize(200, max(self.minimumHeight(), self.minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew when the width changes."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Keep the current row in sight when the rows are laid out anew."""
        super().doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self._sheet.rows[index.row()].place)


class SheetDelegate(QStyledItemDelegate):
    """Paints a row: its sign, its text in as many lines as it needs, and its minutes."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its text and its times need in the width of the view."""
        row, width = _row(index), self._view.viewport().width()
        height = _text_height(row, width, option.font) + _detail_height(index, width, option.font)
        return QSize(width, height + _padding(row))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row, here = _row(index), bool(index.data(SheetRole.CURRENT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        if here:
            _paint_place(painter, box)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours().accent), colours().ring_px))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        _paint_sign(painter, row, box, option.font)
        _paint_text(painter, row, box, option, here)
        _paint_detail(painter, index, box, option)
        painter.restore()


def _row(index: QModelIndex | QPersistentModelIndex) -> SheetRow:
    row = index.data(SheetRole.ROW)
    assert isinstance(row, SheetRow)
    return row


def _text(row: SheetRow) -> str:
    return row.text if row.place.question else f"{row.number}  {row.text}".strip()


def _padding(row: SheetRow) -> int:
    return GRID_PX if row.place.question else GRID_PX + 6


def _font(font: QFont, row: SheetRow) -> QFont:
    if row.place.question:
        return _small(font)
    font = QFont(font)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _small(font: QFont) -> QFont:
    font = QFont(font)
    font.setPixelSize(round(font.pixelSize() * 13 / 15))
    return font


def _left(row: SheetRow, font: QFont) -> int:
    sign = round(font.pixelSize() * 1.7)
    return sign + (round(font.pixelSize() * 1.1) if row.place.question else 0)


def _text_width(row: SheetRow, width: int, font: QFont) -> int:
    return max(40, width - _left(row, font) - GRID_PX)


def _text_height(row: SheetRow, width: int, font: QFont) -> int:
    box = QRect(0, 0, _text_width(row, width, font), 10_000)
    return QFontMetrics(_font(font, row)).boundingRect(box, _WRAPPED, _text(row)).height()


def _detail_height(index: QModelIndex | QPersistentModelIndex, width: int, font: QFont) -> int:
    detail = str(index.data(SheetRole.DETAIL) or "")
    if not detail:
        return 0
    box = QRect(0, 0, _text_width(_row(index), width, font), 10_000)
    return QFontMetrics(_small(font)).boundingRect(box, _WRAPPED, detail).height()


def _paint_place(painter: QPainter, box: QRect) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().tint))
    painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), 6, 6)
    bar = Rect(box.x(), box.y() + 4, 4, box.height() - 8, "accent", 2)
    paint_shapes(painter, [bar], colours())


def _paint_sign(painter: QPainter, row: SheetRow, box: QRect, font: QFont) -> None:
    metrics = QFontMetrics(_font(font, row))
    size = metrics.height() * 0.62
    x = box.x() + _left(row, font) - size * 0.95
    y = box.y() + _padding(row) / 2 + metrics.height() / 2
    if row.progress is Progress.DONE:
        paint_shapes(painter, [Mark(MarkKind.TICK, x, y, size, "agree")], colours())
    elif row.progress is Progress.SKIPPED:
        paint_shapes(painter, [Mark(MarkKind.CROSS, x, y, size * 0.8, "muted")], colours())
    elif row.progress is Progress.OPEN:
        dot = size * 0.6
        paint_shapes(painter, [Rect(x - dot / 2, y - dot / 2, dot, dot, "accent", dot / 2)], colours())


def _paint_text(painter: QPainter, row: SheetRow, box: QRect, option: QStyleOptionViewItem, here: bool) -> None:
    quiet = row.progress in (Progress.DONE, Progress.SKIPPED) and not here
    painter.setFont(_font(option.font, row))
    painter.setPen(QColor(colours().muted if quiet else colours().text))
    width = _text_width(row, box.width(), option.font)
    place = QRect(box.x() + _left(row, option.font), box.y() + _padding(row) // 2, width, box.height())
    painter.drawText(place, _WRAPPED, _text(row))


def _paint_detail(
    painter: QPainter, index: QModelIndex | QPersistentModelIndex, box: QRect, option: QStyleOptionViewItem
) -> None:
    row, detail = _row(index), str(index.data(SheetRole.DETAIL) or "")
    top = box.y() + _padding(row) // 2 + _text_height(row, box.width(), option.font)
    worn = colours()
    painter.setFont(_small(option.font))
    painter.setPen(QColor(worn.text if index.data(SheetRole.CURRENT) else worn.muted))
    width = _text_width(row, box.width(), option.font)
    painter.drawText(QRect(box.x() + _left(row, option.font), top, width, box.height()), _WRAPPED, detail)
