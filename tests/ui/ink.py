"""Measuring pictures of the room screen: how large, how clear and how free its letters stand, as they were painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from facilitator.document.shapes import Anchor, Shape, Text
from facilitator.look import NIGHT, ROOM_FOOT, contrast
from ui.room_screen.painting import is_figures, paint_shapes, room_font

Pixels = NDArray[np.uint32]
LEAST_CONTRAST = 7.0
FREE_EDGE = 1 / 40  # of the height
INK = 60  # by so much at least a channel of a pixel that is ink differs from the ground
LOW, HIGH = 0.3, 0.78  # in parts of the size: of letters lower than this or higher no size is told
UNMEASURED = 1000.0
ROUNDING = 0.93  # letters stand on whole pixels


@dataclass(frozen=True)
class Complaint:
    """What is wrong with which text, and by how much."""

    what: str
    text: str
    found: float

    def __str__(self) -> str:
        return f"{self.what} ({self.found:.2f}): {self.text}"


def complaints(picture: QImage, shapes: Sequence[Shape]) -> list[Complaint]:
    """Return what is too small, too pale or too near the edge in a picture that was painted from `shapes`."""
    pixels = colours(picture)
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    found = [complaint for text in texts for complaint in _complaints_of(text, pixels)]
    if not _edge_is_free(pixels):
        found.append(Complaint("ink at the edge", "", 0.0))
    return found


def overlaps(size: QSize, shapes: Sequence[Shape]) -> list[Complaint]:
    """Return the texts that stand on the ink of one before them: each is painted alone."""
    taken = np.zeros((size.height(), size.width()), dtype=bool)
    found = []
    for text in (shape for shape in shapes if isinstance(shape, Text)):
        top, ink = _alone(text, size)
        rows = taken[top : top + ink.shape[0]]
        if shared := int((rows & ink).sum()):
            found.append(Complaint("on another text", text.text, shared))
        rows |= ink
    return found


def colours(picture: QImage) -> Pixels:
    """Return the pixels of a picture, each as red, green and blue in one number."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    held = np.frombuffer(whole.constBits(), np.uint32).reshape(whole.height(), whole.width())
    return held & np.uint32(0xFFFFFF)


def _complaints_of(text: Text, pixels: Pixels) -> Iterator[Complaint]:
    least = pixels.shape[0] * ROOM_FOOT
    measured = _measured_size(text, pixels)
    if measured < least * ROUNDING:
        yield Complaint("too small", text.text, measured / pixels.shape[0])
    ratio = _contrast(_band(text, pixels, 0.5, 0.05))
    if ratio < LEAST_CONTRAST:
        yield Complaint("too pale", text.text, ratio)


def _measured_size(text: Text, pixels: Pixels) -> float:
    """Return the size that the letters have by how far their ink stands above the line."""
    share = _height_of_letters(text.text, text.weight)
    if not LOW < share < HIGH:
        return UNMEASURED
    band = _band(text, pixels, HIGH + 0.02, 0.0)
    inked = np.flatnonzero(_is_ink(band).any(axis=1))
    return (band.shape[0] - inked[0]) / share if inked.size else 0.0


@cache
def _height_of_letters(text: str, weight: int) -> float:
    return float(-QFontMetricsF(room_font(1000, weight, tabular=is_figures(text))).tightBoundingRect(text).top() / 1000)


def _band(text: Text, pixels: Pixels, above: float, until: float) -> Pixels:
    """Return what was painted between two heights above the line, in parts of the size the text should have."""
    width = QFontMetricsF(room_font(text.size, text.weight, tabular=is_figures(text.text))).horizontalAdvance(text.text)
    part = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    left = text.x - width * part
    rows = slice(max(0, round(text.y - above * text.size)), max(1, round(text.y - until * text.size)))
    return pixels[rows, max(0, int(left)) : int(left + width) + 1]


def _is_ink(band: Pixels) -> NDArray[np.bool_]:
    ground = int(NIGHT.ground[1:], 16)
    apart = np.zeros(band.shape, dtype=bool)
    for shift in (0, 8, 16):
        channel = (band >> np.uint32(shift) & np.uint32(0xFF)).astype(np.int16)
        apart |= np.abs(channel - (ground >> shift & 0xFF)) > INK
    return apart


def _contrast(band: Pixels) -> float:
    """Return the contrast of the clearest ink in a band against the colour that most of it has."""
    seen, times = np.unique(band, return_counts=True)
    ground = f"#{int(seen[int(times.argmax())]):06X}"
    return max(contrast(f"#{int(one):06X}", ground) for one in seen)


def _edge_is_free(pixels: Pixels) -> bool:
    wide = round(pixels.shape[0] * FREE_EDGE)
    edges = (pixels[:wide], pixels[-wide:], pixels[:, :wide], pixels[:, -wide:])
    return not any(bool(_is_ink(edge).any()) for edge in edges)


def _alone(text: Text, size: QSize) -> tuple[int, NDArray[np.bool_]]:
    """Return where the ink of one text begins and what pixels it takes from there."""
    top = max(0, round(text.y - 1.5 * text.size))
    height = min(size.height() - top, round(2.5 * text.size))
    picture = QImage(size.width(), height, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    painter = QPainter(picture)
    painter.translate(0, -top)
    paint_shapes(painter, [text], NIGHT)
    painter.end()
    held = np.frombuffer(picture.constBits(), np.uint8).reshape(height, picture.bytesPerLine())
    return top, held[:, : size.width()] > 2 * INK
