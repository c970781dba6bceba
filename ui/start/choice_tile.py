"""A big choice of the first page: what it does in a few words, and below them what happens then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.look import CORNER_PX, GRID_PX, TYPE_SCALE_PX
from ui.start.drawn_button import DrawnButton
from ui.widgets.style import colours

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LARGER = TYPE_SCALE_PX[2] / TYPE_SCALE_PX[1]
_FEWEST_LETTERS = 30
_EDGE_PX = 3 * GRID_PX


class ChoiceTile(DrawnButton):
    """A button as large as a card; `is_primary` tiles are filled, and a digit in the corner names the key for it."""

    def __init__(self, text: str, sentence: str, digit: int, *, is_primary: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self._sentence, self._digit, self._is_primary = sentence, str(digit), is_primary
        self.setAccessibleName(text)
        self.setAccessibleDescription(sentence)

    def heightForWidth(self, width: int) -> int:
        """As high as both texts need in this width."""
        title, sentence = self._boxes(width)
        return max(sentence.bottom(), title.bottom()) + 1 + _EDGE_PX

    def least_width(self) -> int:
        """As narrow as the longest word and the digit."""
        metrics = QFontMetrics(self._title_font())
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return longest + metrics.horizontalAdvance("00") + 2 * _EDGE_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the texts and the digit."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        title, sentence = self._boxes(self.width())
        painter.setPen(QColor(colours().card if self._is_primary else colours().text))
        painter.setFont(self._title_font())
        painter.drawText(title, _WRAPPED, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(colours().card if self._is_primary else colours().muted))
        painter.drawText(sentence, _WRAPPED, self._sentence)
        self._paint_key(painter, title)
        painter.end()

    def _paint_key(self, painter: QPainter, title: QRect) -> None:
        """Paint the digit as the key that it stands for, level with the title."""
        side = QFontMetrics(self.font()).height()
        key = QRectF(self.width() - title.left() - side + 0.5, title.center().y() - side / 2 + 0.5, side, side)
        painter.setPen(QColor(colours().card if self._is_primary else colours().muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(key, 4, 4)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._digit)

    def _paint_card(self, painter: QPainter) -> None:
        worn = colours()
        is_pressed = self._is_primary and (self.isDown() or self.underMouse())
        painter.setPen(QPen(QColor(worn.accent if self._is_primary or self.underMouse() else worn.muted), 1))
        painter.setBrush(QColor(worn.pressed if is_pressed else worn.accent if self._is_primary else worn.card))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(worn.card if self._is_primary else worn.accent), 3))
            inset = 4 if self._is_primary else 1  # on its fill a ring is seen from within
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER_PX - inset, CORNER_PX - inset)

    def _title_font(self) -> QFont:
        self.ensurePolished()
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(font).pixelSize() * _LARGER))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        edge = _EDGE_PX
        metrics = QFontMetrics(self._title_font())
        inner = max(1, width - 2 * edge)
        beside_digit = max(1, inner - metrics.horizontalAdvance("00"))
        title = metrics.boundingRect(QRect(0, 0, beside_digit, 10_000), _WRAPPED, self.text())
        top = QRect(edge, edge, beside_digit, title.height())
        below = QFontMetrics(self.font()).boundingRect(QRect(0, 0, inner, 10_000), _WRAPPED, self._sentence)
        return top, QRect(edge, top.bottom() + GRID_PX, inner, below.height())


class TileRow(QWidget):
    """Tiles side by side where each has room for its texts, one below the other where they have not."""

    def __init__(self, tiles: Sequence[ChoiceTile]) -> None:
        super().__init__()
        self._tiles = tiles
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2 * GRID_PX)
        for tile in tiles:
            self._layout.addWidget(tile, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest tile: they can stand one below the other."""
        widest = max(tile.minimumSizeHint().width() for tile in self._tiles)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tiles anew in the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Set the tiles anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        needed = len(self._tiles) * _FEWEST_LETTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if needed <= self.width() else directions.TopToBottom)
