"""The list of pages on the left: what each is called, and what is missing or differs there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.widgets.style import colours

SIGNS = {MarkKind.MISSING: "○", MarkKind.DIFFERS: "•", MarkKind.MUST_HAVE: "⚠"}
_MARK = Qt.ItemDataRole.UserRole
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEFT_PX = 2 * GRID_PX
_LETTERS_WIDE = 25


class PageList(QListWidget):
    """The arrow keys change the page at once; each row names a page, with its mark in words and a sign below."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words(say("Pages")))
        self.setItemDelegate(PageDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_pages(self, pages: Sequence[type[PreparePage]]) -> None:
        """Show what the pages are called."""
        for page in pages:
            self.addItem(QListWidgetItem(self._words(page.title)))

    def show_mark(self, number: int, mark: PageMark | None) -> None:
        """Show what is missing or differs on one page."""
        item = self.item(number)
        told = f"{SIGNS[mark.kind]}  {self._words(mark.told)}" if mark is not None else ""
        if item.data(_MARK) == told:
            return
        item.setData(_MARK, told)
        name = item.text() if mark is None else f"{item.text()}, {self._words(mark.told)}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """As wide as the longest words need, and as high as there is room."""
        return QSize(_LETTERS_WIDE * self.fontMetrics().averageCharWidth() + 3 * GRID_PX, 200)

    def minimumSizeHint(self) -> QSize:
        """As wide as wished, and a few rows high."""
        return QSize(self.sizeHint().width(), 96)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew when the width changes."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class PageDelegate(QStyledItemDelegate):
    """Paints a row: the name of the page, and its mark in small letters below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as both texts need in the width of the view."""
        width = self._view.viewport().width()
        name, mark = _boxes(QRect(0, 0, width, 10_000), option.font, index)
        return QSize(width, max(name.bottom(), mark.bottom()) + 1 + GRID_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        box: QRect = option.rect
        name, mark = _boxes(box, option.font, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_place(painter, box, has_focus=self._view.hasFocus())
        painter.setPen(QColor(colours().text))
        painter.setFont(_strong(option.font))
        painter.drawText(name, _WRAPPED, str(index.data()))
        warns = _told(index).startswith(SIGNS[MarkKind.MUST_HAVE])
        painter.setPen(QColor(colours().warning if warns else colours().muted))
        painter.setFont(_small(option.font))
        painter.drawText(mark, _WRAPPED, _told(index))
        painter.restore()


def _told(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(_MARK) or "")


def _boxes(box: QRect, font: QFont, index: QModelIndex | QPersistentModelIndex) -> tuple[QRect, QRect]:
    width = box.width() - _LEFT_PX - GRID_PX
    room = QRect(box.x() + _LEFT_PX, box.y() + GRID_PX, width, 10_000)
    name = QFontMetrics(_strong(font)).boundingRect(room, _WRAPPED, str(index.data()))
    if not _told(index):
        return name, QRect(name.left(), name.bottom(), 0, 0)
    below = QRect(room.x(), name.bottom() + 1, width, 10_000)
    return name, QFontMetrics(_small(font)).boundingRect(below, _WRAPPED, _told(index))


def _strong(font: QFont) -> QFont:
    font = QFont(font)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _small(font: QFont) -> QFont:
    font = QFont(font)
    font.setPixelSize(round(font.pixelSize() * 13 / 15))
    return font


def _paint_place(painter: QPainter, box: QRect, *, has_focus: bool) -> None:
    painter.setPen(QPen(QColor(colours().accent), colours().ring_px) if has_focus else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().tint))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().accent))
    painter.drawRoundedRect(QRectF(box.x() + 2, box.y() + 6, 4, box.height() - 12), 2, 2)
