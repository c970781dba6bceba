"""Painting shapes with Qt, in the colours of a palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from facilitator.document.lines import Measure
from facilitator.document.shapes import Anchor, Mark, Rect, Shape, Text, mark_lines
from facilitator.look import FALLBACK_FAMILIES, FONT_FAMILY, NIGHT, Palette
from facilitator.words.translator import Translator
from ui.room_screen.layout import QUESTION_WEIGHT, Frame, shapes_of
from ui.room_screen.scene import Scene

TRACK_ROLE = "hairline"


def room_picture(scene: Scene, words: Translator, size: QSize) -> QImage:
    """Return what the room sees at this size, as one picture."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_room(painter, scene, words, size)
    painter.end()
    return picture


def paint_room(painter: QPainter, scene: Scene, words: Translator, size: QSize, grown: float = 1.0) -> None:
    """Paint the whole room screen; `grown` is how much of their length the bars have, 0 to 1."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(0, 0, size.width(), size.height(), QColor(NIGHT.ground))
    frame = Frame(size.width(), size.height(), text_measure())
    paint_shapes(painter, shapes_of(scene, words, frame), NIGHT, grown)


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], palette: Palette, grown: float = 1.0) -> None:
    """Paint shapes whose colour roles are fields of `palette`."""
    for shape in shapes:
        colour = QColor(str(getattr(palette, shape.colour_role)))
        if isinstance(shape, Rect):
            _paint_rect(painter, shape, colour, 1.0 if shape.colour_role == TRACK_ROLE else grown)
        elif isinstance(shape, Text):
            _paint_text(painter, shape, colour)
        else:
            _paint_mark(painter, shape, colour)


def text_measure(weight: int = QUESTION_WEIGHT) -> Measure:
    """Return how wide a text is in our font, in pixels."""
    metrics: Callable[[float], QFontMetricsF] = lru_cache(maxsize=64)(
        lambda size: QFontMetricsF(room_font(size, weight))
    )
    return lambda text, size: metrics(size).horizontalAdvance(text)


def room_font(size_px: float, weight: int) -> QFont:
    """Return our font at a size; its figures are all of one width."""
    font = QFont([FONT_FAMILY, *FALLBACK_FAMILIES])
    font.setPixelSize(max(1, round(size_px)))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _paint_rect(painter: QPainter, shape: Rect, colour: QColor, grown: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    box = QRectF(shape.x, shape.y, shape.width * grown, shape.height)
    painter.drawRoundedRect(box, shape.corner, shape.corner)


def _paint_text(painter: QPainter, shape: Text, colour: QColor) -> None:
    font = room_font(shape.size, shape.weight)
    painter.setFont(font)
    painter.setPen(colour)
    part = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[shape.anchor]
    x = shape.x - (QFontMetricsF(font).horizontalAdvance(shape.text) * part if part else 0.0)
    painter.drawText(QPointF(x, shape.y), shape.text)


def _paint_mark(painter: QPainter, shape: Mark, colour: QColor) -> None:
    pen = QPen(colour, shape.stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in mark_lines(shape):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
