"""Painting shapes with Qt, in the colours of a palette."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from facilitator.document.lines import Measure
from facilitator.document.shapes import Anchor, Mark, Rect, Shape, Text, mark_lines
from facilitator.look import FALLBACK_FAMILIES, FONT_FAMILY, NIGHT, Palette
from facilitator.words.translator import Translator
from ui.room_screen.fitting import Frame
from ui.room_screen.glyphs import drawable
from ui.room_screen.layout import every_page, shapes_of
from ui.room_screen.logo_painting import paint_logo
from ui.room_screen.scene import Scene
from ui.room_screen.surrounds import TEXT_WEIGHT

MEASURED_TEXTS = 1 << 14  # the same line is measured at many widths while lines are balanced
STILL_ROLES = frozenset({"card", "hairline"})
FIGURES = frozenset("0123456789%=<>() –c")


def room_picture(scene: Scene, words: Translator, size: QSize, *, rehearsal: bool = False) -> QImage:
    """Return what the room sees at this size, as one picture."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_ground(painter, size)
    paint_shapes(painter, room_shapes(scene, words, size, rehearsal=rehearsal), NIGHT)
    paint_logo(painter, scene, words, room_frame(size, words), rehearsal=rehearsal)
    painter.end()
    return picture


def room_shapes(scene: Scene, words: Translator, size: QSize, *, rehearsal: bool = False) -> tuple[Shape, ...]:
    """Return what the room sees at this size, as shapes from back to front."""
    return shapes_of(scene, words, room_frame(size, words), rehearsal=rehearsal)


def pages(scene: Scene, words: Translator, size: QSize, *, rehearsal: bool = False) -> int:
    """Return over how many pages a scene goes at this size."""
    return len(every_page(scene, words, room_frame(size, words), rehearsal=rehearsal))


def room_frame(size: QSize, words: Translator) -> Frame:
    """Return the frame of a screen of this size, measured in our font; `words` say what no font here can draw."""
    return Frame(size.width(), size.height(), text_measure(), drawable=partial(drawable, words=words))


def paint_ground(painter: QPainter, size: QSize) -> None:
    """Paint the ground of the room screen."""
    painter.fillRect(0, 0, size.width(), size.height(), QColor(NIGHT.ground))


def grows(shape: Shape) -> bool:
    """Return whether the shape grows when a result appears: the bars, and nothing else."""
    return isinstance(shape, Rect) and shape.colour_role not in STILL_ROLES


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], palette: Palette, grown: float = 1.0) -> None:
    """Paint shapes whose colour roles are fields of `palette`; `grown` is how much of their length the bars have."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    for shape in shapes:
        colour = QColor(str(getattr(palette, shape.colour_role)))
        if isinstance(shape, Rect):
            _paint_rect(painter, shape, colour, grown if grows(shape) else 1.0)
        elif isinstance(shape, Text):
            _paint_text(painter, shape, colour)
        else:
            _paint_mark(painter, shape, colour)


def text_measure(weight: int = TEXT_WEIGHT) -> Measure:
    """Return how wide a text is in our font, in pixels."""
    metrics: Callable[[float, bool], QFontMetricsF] = lru_cache(maxsize=64)(
        lambda size, tabular: QFontMetricsF(room_font(size, weight, tabular=tabular))
    )
    return lru_cache(maxsize=MEASURED_TEXTS)(lambda text, size: metrics(size, is_figures(text)).horizontalAdvance(text))


def room_font(size_px: float, weight: int, *, tabular: bool = False) -> QFont:
    """Return our font at a size; `tabular` figures are all of one width."""
    font = QFont([FONT_FAMILY, *FALLBACK_FAMILIES])
    font.setPixelSize(max(1, round(size_px)))
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def is_figures(text: str) -> bool:
    """Return whether a text is figures of a column, which stand under each other; in a sentence they do not."""
    return bool(text) and FIGURES.issuperset(text)


def _paint_rect(painter: QPainter, shape: Rect, colour: QColor, grown: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    box = QRectF(shape.x, shape.y, shape.width * grown, shape.height)
    painter.drawRoundedRect(box, shape.corner, shape.corner)


def _paint_text(painter: QPainter, shape: Text, colour: QColor) -> None:
    font = room_font(shape.size, shape.weight, tabular=is_figures(shape.text))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(shape.x - _before_x(shape, QFontMetricsF(font)), shape.y), shape.text)


def _before_x(shape: Text, metrics: QFontMetricsF) -> float:
    """Return how much of a text stands before its x; large and small letters below each other begin at one edge."""
    if shape.anchor is Anchor.START:
        return metrics.leftBearing(shape.text[0]) if shape.text[:1].isascii() and shape.text[:1].isalpha() else 0.0
    return metrics.horizontalAdvance(shape.text) * (0.5 if shape.anchor is Anchor.MIDDLE else 1.0)


def _paint_mark(painter: QPainter, shape: Mark, colour: QColor) -> None:
    pen = QPen(colour, shape.stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in mark_lines(shape):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
