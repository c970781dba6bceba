"""The sign of how a thing stands: a tick, an empty triangle, a full one, or a line for what is not here yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from facilitator.document.shapes import Mark, MarkKind, mark_lines
from facilitator.venue.findings import Standing
from ui.widgets.style import colours

STROKE = 1 / 8  # of the size
ROLES = {Standing.GOOD: "agree", Standing.LOOK: "warning", Standing.FIRST: "warning"}
TRIANGLE = ((0.5, 0.12), (0.94, 0.88), (0.06, 0.88))


class StandingSign(QLabel):
    """As large as the text beside it; without a standing, as long as nothing is known, three dots.

    A label, because that is how it is told: by the word that stands beside it.
    """

    def __init__(self, standing: Standing | None = None, word: str = "") -> None:
        super().__init__()
        self._standing = standing
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: Standing | None, word: str) -> None:
        """Show how it stands; the word beside it says the same."""
        self._standing = standing
        self.setAccessibleName(word)
        self.update()

    def sizeHint(self) -> QSize:
        """A square of the height of the text."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        _paint(painter, self._standing, side)
        painter.end()


def _paint(painter: QPainter, standing: Standing | None, side: float) -> None:
    role = ROLES.get(standing, "muted") if standing is not None else "muted"
    colour = QColor(str(getattr(colours(), role)))
    painter.setPen(
        QPen(colour, side * STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    if standing is Standing.GOOD:
        for line in mark_lines(Mark(MarkKind.TICK, side / 2, side / 2, side * 0.9, role)):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    elif standing in (Standing.LOOK, Standing.FIRST):
        if standing is Standing.FIRST:
            painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x * side, y * side) for x, y in TRIANGLE]))
    elif standing is Standing.LATER:
        painter.drawLine(QPointF(side * 0.2, side / 2), QPointF(side * 0.8, side / 2))
    else:
        for place in (0.2, 0.5, 0.8):
            painter.drawPoint(QPointF(side * place, side / 2))
