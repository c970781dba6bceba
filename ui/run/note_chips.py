"""Chips: small choices side by side, each with its key; a chosen one is filled and has a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from facilitator.look import TYPE_SCALE_PX
from ui.widgets.style import colours

GAP, EDGE = 0.16, 0.25  # in parts of the height of a line
SMALL, BODY = TYPE_SCALE_PX[0], TYPE_SCALE_PX[1]


class Chip(QAbstractButton):
    """One choice: `key` stands before its text until it is chosen, then a tick does."""

    def __init__(self, text: str, key: str, name: str) -> None:
        super().__init__()
        self._key = key
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as key and text in the wider of their two weights."""
        bold = QFontMetrics(self._font(bold=True))
        return QSize(self._mark_width() + bold.horizontalAdvance(self.text()) + 2 * self._edge(), bold.height() + 5)

    def minimumSizeHint(self) -> QSize:
        """The same: a chip is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        self._paint_ground(painter, chosen=chosen)
        self._paint_mark(painter, chosen=chosen)
        painter.setFont(self._font(bold=chosen))
        painter.setPen(QColor(colours().card if chosen else colours().text))
        text = self.rect().adjusted(self._edge() + self._mark_width(), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the size that another text size needs."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _paint_ground(self, painter: QPainter, *, chosen: bool) -> None:
        """Paint the pill; a chosen one that has the focus stands off from its ring."""
        worn, ringed = colours(), self.hasFocus()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(worn.accent if ringed or chosen else worn.edge), 2 if ringed else 1))
        painter.setBrush(QColor(worn.accent if chosen and not ringed else worn.card))
        painter.drawRoundedRect(box, box.height() / 2.6, box.height() / 2.6)
        if chosen and ringed:
            inner = box.adjusted(3, 3, -3, -3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.accent))
            painter.drawRoundedRect(inner, inner.height() / 2.6, inner.height() / 2.6)

    def _paint_mark(self, painter: QPainter, *, chosen: bool) -> None:
        room = QRect(self._edge(), 0, self._mark_width() - 4, self.height())
        if not chosen:
            painter.setFont(self._font(bold=False))
            painter.setPen(QColor(colours().muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._key)
            return
        size = self._font(bold=True).pixelSize() * 0.36
        middle = QPointF(room.center())
        corners = [QPointF(-size, 0), QPointF(-size * 0.3, size * 0.7), QPointF(size, -size * 0.8)]
        painter.setPen(QPen(QColor(colours().card), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))

    def _mark_width(self) -> int:
        small = QFontMetrics(self._font(bold=False))
        return max(small.horizontalAdvance(self._key), round(small.height() * 0.6)) + 4

    def _edge(self) -> int:
        return round(self.fontMetrics().height() * EDGE)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(font.pixelSize() * SMALL / BODY)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def one_stop_for_tab(group: QButtonGroup) -> None:
    """Let Tab come to the chosen one alone, whatever chose it, as with radio buttons; arrows go to the others."""

    def fit() -> None:
        chosen = group.checkedButton()
        for one in group.buttons():
            stops = chosen is None or one is chosen
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)

    group.buttonToggled.connect(lambda _button, _is_chosen: fit())
    fit()


class Flow(QWidget):
    """Lays small widgets side by side, in as many rows as they need."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """More rows where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its rows."""
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """As it is in its present width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest part; nothing is cut off."""
        widest = max((part.sizeHint().width() for part in self._parts), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out in the new width."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the parts out anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def event(self, event: QEvent) -> bool:
        """Lay the parts out anew when one of them changes its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for part, box in zip(self._parts, self._boxes(self.width()), strict=True):
            part.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        sizes = [part.sizeHint() for part in self._parts]
        height = max((size.height() for size in sizes), default=0)
        gap = round(self.fontMetrics().height() * GAP)
        x = y = 0
        for size in sizes:
            if x and x + size.width() > width:
                x, y = 0, y + height + gap
            boxes.append(QRect(x, y, size.width(), height))
            x += size.width() + gap
        return boxes
