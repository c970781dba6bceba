"""Chips: small choices side by side, each with its key; a chosen one is filled and has a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from facilitator.look import TYPE_SCALE_PX
from ui.widgets.flow import Flow
from ui.widgets.style import colours

CHIP_GAP_PX = 3
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


def chips_side_by_side(chips: Sequence[QWidget]) -> Flow:
    """Return chips in as many lines as they need; they take what width is left."""
    row = Flow(chips, gap_px=CHIP_GAP_PX)
    policy = row.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    row.setSizePolicy(policy)
    return row
