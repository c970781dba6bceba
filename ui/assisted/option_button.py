"""A choice as large as a hand: its key, its words, and a mark with a word once it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPen

from facilitator.look import CORNER_PX, GRID_PX, TYPE_SCALE_PX
from ui.start.drawn_button import DrawnButton
from ui.widgets.style import colours

LARGER = TYPE_SCALE_PX[3] / TYPE_SCALE_PX[1]
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_EDGE_PX = 3 * GRID_PX


class OptionButton(DrawnButton):
    """One option; chosen, it has a thick edge, a tick and the word for it."""

    def __init__(self, text: str, number: int, chosen: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(text)
        self._number, self._chosen = str(number), chosen
        self.setAccessibleName(text)

    def heightForWidth(self, width: int) -> int:
        """As high as the text needs in this width, and never less than a finger needs."""
        return max(self._text_box(width).height(), QFontMetrics(self._large_font()).height()) + 2 * _EDGE_PX

    def least_width(self) -> int:
        """As narrow as the longest word, the key and the mark."""
        metrics = QFontMetrics(self._large_font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return min(longest, 60 * GRID_PX) + self._left() + self._right()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the key, the text, and whether it is chosen."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        painter.setFont(self._large_font())
        painter.setPen(QColor(colours().text))
        painter.drawText(self._text_box(self.width(), self.height()), _WRAPPED, self.text())
        self._paint_key(painter)
        if self.isChecked():
            self._paint_chosen(painter)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        worn = colours()
        edge = 4 if self.isChecked() else 1
        painter.setPen(QPen(QColor(worn.accent if self.isChecked() or self.underMouse() else worn.muted), edge))
        painter.setBrush(QColor(worn.card))
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(worn.accent), 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(6, 6, -6, -6), CORNER_PX - 6, CORNER_PX - 6)

    def _paint_key(self, painter: QPainter) -> None:
        side = QFontMetrics(self.font()).height() + GRID_PX
        key = QRectF(_EDGE_PX, (self.height() - side) / 2, side, side)
        painter.setFont(self.font())
        painter.setPen(QColor(colours().muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(key, 4, 4)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._number)

    def _paint_chosen(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours().accent))
        box = QRect(self.width() - self._right(), 0, self._right() - _EDGE_PX, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"✓ {self._chosen}")

    def _large_font(self) -> QFont:
        self.ensurePolished()
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(font).pixelSize() * LARGER))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _left(self) -> int:
        return _EDGE_PX + QFontMetrics(self.font()).height() + 3 * GRID_PX

    def _right(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(f"✓ {self._chosen}") + 2 * _EDGE_PX

    def _text_box(self, width: int, height: int = 0) -> QRect:
        room = max(1, width - self._left() - self._right())
        if height:
            return QRect(self._left(), 0, room, height)
        return QFontMetrics(self._large_font()).boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self.text())
