"""One line of the list of recent events: its name, place, date and state; another like it, and off the list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.report.days import day_in_words
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.start.drawn_button import DrawnButton
from ui.widgets.style import colours
from ui.widgets.text import push_button

if TYPE_CHECKING:
    from facilitator.conduct.glancing import Glance

_WRAPPED = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SHARES = (0.34, 0.34, 0.32)  # of the width: name, place and date, state
_LEAST_PX = 160
_FEWEST_LETTERS = 90  # below that the three stand one below the other


class RecentLine(DrawnButton):
    """Opens one event; until `show_glance` it says only what its file is called."""

    def __init__(self, path: Path, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._cells = (path.stem, "", "")
        self._colour_role = "muted"
        self.setToolTip(str(path))
        self._name()

    @property
    def cells(self) -> tuple[str, str, str]:
        """The name, the place with the date, and the state."""
        return self._cells

    def show_glance(self, found: Glance) -> None:
        """Say what a glance at the file found."""
        from facilitator.conduct.glancing import TROUBLES, GlanceState, state_in_words  # long since there

        day = self._words(day_in_words(found.held_on)).replace(" ", "\u00a0") if found.held_on else ""
        state = self._words(state_in_words(found))
        is_trouble = found.state in TROUBLES
        where = ", ".join(part for part in (found.place, day) if part)
        self._cells = (found.title, where, f"⚠ {state}" if is_trouble else state)
        is_under_way = found.state in (GlanceState.UNDER_WAY, GlanceState.CUT_OFF)
        self._colour_role = "warning" if is_trouble else "accent" if is_under_way else "muted"
        self._name()
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does; the list moves between its lines."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    def heightForWidth(self, width: int) -> int:
        """As high as the highest of its texts, or all of them where they stand one below the other."""
        return max(box.bottom() for box in self._boxes(width)) + 1 + GRID_PX

    def least_width(self) -> int:
        """Narrow: its texts wrap."""
        return _LEAST_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the three texts."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        roles, boxes = ("text", "muted", self._colour_role), self._boxes(self.width())
        for text, box, font, role in zip(self._cells, boxes, self._fonts(), roles, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(str(getattr(colours(), role))))
            painter.drawText(box, _wrapping(text), text)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.underMouse():
            painter.setBrush(QColor(colours().tint))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().accent), colours().ring_px))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _name(self) -> None:
        told = ", ".join(part for part in self._cells if part)
        self.setAccessibleName(told.replace("\u00a0", " ").replace("⚠ ", ""))
        self.setAccessibleDescription(self._words(say("Opens this event")))

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        self.ensurePolished()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        return strong, self.font(), self.font()

    def _boxes(self, width: int) -> list[QRect]:
        inner = max(1, width - 2 * GRID_PX)
        beside = inner >= _FEWEST_LETTERS * self.fontMetrics().averageCharWidth()
        boxes, left, top = [], GRID_PX, GRID_PX
        for text, font, share in zip(self._cells, self._fonts(), _SHARES, strict=True):
            room = round(inner * share) - 2 * GRID_PX if beside else inner
            height = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _wrapping(text), text).height()
            boxes.append(QRect(left, top, room, height if text else 0))
            left, top = (left + round(inner * share), top) if beside else (left, boxes[-1].bottom() + 1)
        return boxes


def _wrapping(text: str) -> int:
    """Return how a text is wrapped: between words, and within them only where one is endless."""
    has_endless_word = any(len(word) > 24 for word in text.split())
    return int(_WRAPPED if has_endless_word else _WRAPPED_WORDS)


class RecentRow(QWidget):
    """A line of the list with its buttons: start another event like it, and take it off."""

    chosen = Signal(Path)
    another_wanted = Signal(Path)
    forgotten = Signal(Path)

    def __init__(self, path: Path, words: Translator) -> None:
        super().__init__()
        self.path = path
        self._words = words
        self.line = RecentLine(path, words)
        self.another_button = push_button(words(say("Start another like it")), "quiet")
        self.off_button = push_button(words(say("Take off the list")), "quiet")
        for button in (self.another_button, self.off_button):
            button.setProperty("calm", True)  # eight times on one page
        self.line.clicked.connect(lambda: self.chosen.emit(self.path))
        self.another_button.clicked.connect(lambda: self.another_wanted.emit(self.path))
        self.off_button.clicked.connect(lambda: self.forgotten.emit(self.path))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self.line, 1)
        for button in (self.another_button, self.off_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._name()

    def show_glance(self, found: Glance) -> None:
        """Say what a glance at the file found; nothing real is started like a rehearsal."""
        self.line.show_glance(found)
        self.another_button.setVisible(not found.rehearsal)
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the event off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self.path)
            return
        super().keyPressEvent(event)

    def _name(self) -> None:
        another = say("Start another event like {event}", event=self.line.cells[0])
        self.another_button.setAccessibleName(self._words(another))
        off = say("Take {event} off the list; the file stays", event=self.line.cells[0])
        self.off_button.setAccessibleName(self._words(off))
