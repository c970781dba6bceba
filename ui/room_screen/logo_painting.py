"""Painting the organiser's logo on a light card, so that dark letters show on the dark ground too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.look import DAY
from facilitator.words.translator import Translator
from ui.room_screen.fitting import Frame
from ui.room_screen.kinds import Scene
from ui.room_screen.logo_place import logo_box
from ui.room_screen.surrounds import below, rehearsal_band

CORNER = 1 / 60  # of the height


def paint_logo(painter: QPainter, scene: Scene, words: Translator, frame: Frame, *, rehearsal: bool) -> None:
    """Paint the logo of a scene, if it shows one; alone it says whose it is below, where letters can be read."""
    box = logo_box(scene, below(rehearsal_band(words, frame) if rehearsal else (), frame))
    if box is None:
        return
    card = QRectF(box.x, box.y, box.width, box.height)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DAY.card))
    painter.drawRoundedRect(card, frame.height * CORNER, frame.height * CORNER)
    inner = card.adjusted(box.padding, box.padding, -box.padding, -box.padding)
    image = QImage.fromData(box.picture.png)
    sharp = inner.size() * painter.device().devicePixelRatioF()
    painter.drawImage(
        inner,
        image.scaled(sharp.toSize(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation),
    )
