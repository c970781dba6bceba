"""A result's bars in a window, painted from the same shapes as in the report and on the room screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from facilitator.core.disclosure import ShownResult
from facilitator.document.chart import Chart, result_chart
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.room_screen.painting import paint_shapes, text_measure
from ui.widgets.picture import Picture
from ui.widgets.style import colours

ROW = 2.1  # a row's height in parts of the text size
ROW_OF_TWO_LINES = 2.7
LONG_TEXT = 16


class ChartView(Picture):
    """Shows the figures of one result in the colours of the windows; its accessible description says the numbers."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._result: ShownResult | None = None
        self.setAccessibleName(words(say("Result")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_result(self, result: ShownResult | None) -> None:
        """Show another result."""
        if result == self._result:
            return
        self._result = result
        self.setAccessibleDescription(self._chart().description if result is not None else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows need."""
        return QSize(320, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """The same height: nothing of a result is left out."""
        return QSize(240, self._wanted_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart."""
        del event
        if self._result is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shapes(painter, self._chart().shapes, colours())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that another text size needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _wanted_height(self) -> int:
        options = self._result.options if self._result is not None else ()
        row = ROW_OF_TWO_LINES if any(len(option.text) > LONG_TEXT for option in options) else ROW
        return round(len(options) * row * self._size())

    def _size(self) -> float:
        size = self.font().pixelSize()
        return float(size if size > 0 else self.fontMetrics().height() * 0.8)

    def _chart(self) -> Chart:
        assert self._result is not None
        return result_chart(
            self._result, self._words, width=max(1, self.width()), height=max(1, self.height()),
            option_size=self._size(), foot_size=0, measure=text_measure(400),
        )  # fmt: skip
