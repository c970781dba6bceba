"""The room screen: one step of twelve growing bars, beside a bare widget that fills the same rectangles."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.core.disclosure import Audience, ShownOption, ShownResult
from facilitator.core.keys import OptionKey, QuestionKey, Source, StageKey
from facilitator.core.methods import Method
from facilitator.core.shares import Base
from facilitator.document.shapes import Rect
from facilitator.look import NIGHT
from facilitator.words.translator import Translator
from tests.bench.measuring import Line, compared, interleaved, middle
from ui.application import make_application
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.painting import grows, room_shapes
from ui.room_screen.scene import Revealed

SIZE = QSize(1920, 1080)
OPTIONS = 12
ROUNDS = 200


class BareBars(QWidget):
    """Fills its ground and paints rounded rectangles, those of the tracks and of the bars; no text, no marks."""

    def __init__(self, rects: list[Rect]) -> None:
        super().__init__()
        self.rects, self.grown = rects, 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every rectangle in its colour."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(NIGHT.ground))
        painter.setPen(Qt.PenStyle.NoPen)
        for rect in self.rects:
            painter.setBrush(QColor(str(getattr(NIGHT, rect.colour_role))))
            width = rect.width * (self.grown if grows(rect) else 1.0)
            painter.drawRoundedRect(QRectF(rect.x, rect.y, width, rect.height), rect.corner, rect.corner)
        painter.end()


def lines(folder: Path) -> list[Line]:
    """Measure a step of the growing as the animation asks for it, and a whole repaint, each beside the bare widget."""
    del folder
    app = make_application(["bench"])
    scene, words = a_result_of_bars(), Translator()
    canvas = RoomCanvas(words, scene, moves=False)
    bare = BareBars([shape for shape in room_shapes(scene, words, SIZE) if isinstance(shape, Rect)])
    for widget in (canvas, bare):
        widget.resize(SIZE)
        widget.show()
    app.processEvents()
    steps, bare_steps = interleaved(_step(canvas, app.processEvents), _bare_step(bare), rounds=ROUNDS)
    wholes, bare_wholes = interleaved(canvas.repaint, bare.repaint, rounds=ROUNDS)
    rectangles = "the same rectangles, no text"
    return [
        compared(f"room screen, a step of {OPTIONS} bars", middle(steps), middle(bare_steps), rectangles, at_most=4),
        compared("room screen, painted whole", middle(wholes), middle(bare_wholes), rectangles, at_most=4),
    ]


def _step(canvas: RoomCanvas, settle: Callable[[], None]) -> Callable[[], None]:
    def step() -> None:
        canvas.grown = (canvas.grown + 0.037) % 1.0
        settle()

    return step


def _bare_step(bare: BareBars) -> Callable[[], None]:
    def step() -> None:
        bare.grown = (bare.grown + 0.037) % 1.0
        bare.repaint()

    return step


def a_result_of_bars() -> Revealed:
    """Return a result of twelve areas, as the room sees it."""
    options = tuple(
        ShownOption(
            OptionKey(f"a{at}"), f"Area number {at}", "", Source.PROGRAMME, 60 - at, None, f"{60 - at}%", at + 1
        )
        for at in range(OPTIONS)
    )
    return Revealed(
        ShownResult(
            Audience.ROOM, QuestionKey("q"), StageKey("s"), "Which areas matter most here?", "", Source.PROGRAMME, 1,
            Method.CHOOSE, 3, "closed", 1, options, True, 100, Base.VALID, None,
        )
    )  # fmt: skip
