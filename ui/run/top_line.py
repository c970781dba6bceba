"""The top line: which event, which stage, and that it is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.time_line import TimeLine
from ui.widgets.elided import ElidedLabel
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, text_label


class TopLine(QFrame):
    """Names the event and its stage, says when it was saved, and holds what is made of it.

    `more` is the menu of the tools.
    """

    asked_for_report = Signal()
    asked_for_pack = Signal()

    def __init__(self, words: Translator, more: QPushButton) -> None:
        super().__init__()
        self._words, self._more = words, more
        self._title = ElidedLabel("heading")
        self._stage = ElidedLabel("small")
        self._saved = text_label(role="muted", wraps=False)
        self.report = push_button(words(say("Report")))
        self.report.setToolTip(words(say("Write the report beside the event file")))
        self.pack = push_button(words(say("Event pack")))
        self.pack.setToolTip(words(say("Write the pack for the coordinator beside the event file")))
        self.report.clicked.connect(self.asked_for_report)
        self.pack.clicked.connect(self.asked_for_pack)
        self.times = TimeLine(words)
        self._rehearsal = text_label(words(say("Rehearsal")), "warning", wraps=False)
        self._ends = Flow([self._saved, self.report, self.pack, self._more], gap_px=2 * GRID_PX)
        self._grid = QGridLayout(self)
        self._times_are_beside: bool | None = None
        self._lay_out()

    def show_event(self, title: str, stage: str, written_at: datetime, *, rehearsal: bool) -> None:
        """Show where the event is; `written_at` is told in the time of this computer."""
        self._rehearsal.setVisible(rehearsal)
        self._title.setText(title)
        self._stage.setText(stage)
        self._saved.setText(self._words(say("saved {time}", time=written_at.astimezone().strftime("%H:%M"))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the times a line of their own where the name would have too little room beside them."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Place the parts anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def _lay_out(self) -> None:
        self.setProperty("role", "top")
        self._grid.setContentsMargins(3 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        self._grid.setVerticalSpacing(0)
        self._grid.addLayout(self._name(), 0, 0)
        self.times.setParent(self)  # before what stands at the end, as Tab goes
        self._grid.addWidget(self._ends, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnStretch(0, 1)
        self._place()

    def _name(self) -> QVBoxLayout:
        name = QVBoxLayout()
        name.setSpacing(0)
        name.addWidget(self._title)
        below = QHBoxLayout()
        below.setSpacing(GRID_PX)
        below.addWidget(self._rehearsal)
        below.addWidget(self._stage, 1)
        name.addLayout(below)
        return name

    def _place(self) -> None:
        parts = (self._title.minimumSizeHint(), self.times.sizeHint(), self._ends.sizeHint())
        beside = sum(size.width() for size in parts) + 9 * GRID_PX <= self.width()
        if beside == self._times_are_beside:
            return
        self._times_are_beside = beside
        self._grid.removeWidget(self.times)
        if beside:
            self._grid.addWidget(self.times, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self.times, 1, 0, 1, 3)
