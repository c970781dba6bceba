"""The top line: which event, which stage, and that it is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.time_line import TimeLine
from ui.widgets.elided import ElidedLabel
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
        self._lay_out()

    def show_event(self, title: str, stage: str, written_at: datetime, *, rehearsal: bool) -> None:
        """Show where the event is; `written_at` is told in the time of this computer."""
        self._rehearsal.setVisible(rehearsal)
        self._title.setText(title)
        self._stage.setText(stage)
        self._saved.setText(self._words(say("saved {time}", time=written_at.astimezone().strftime("%H:%M"))))

    def _lay_out(self) -> None:
        self.setProperty("role", "top")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        row.setSpacing(2 * GRID_PX)
        name = QVBoxLayout()
        name.setSpacing(0)
        name.addWidget(self._title)
        below = QHBoxLayout()
        below.setSpacing(GRID_PX)
        below.addWidget(self._rehearsal)
        below.addWidget(self._stage, 1)
        name.addLayout(below)
        row.addLayout(name, 1)
        row.addWidget(self.times, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._saved)
        row.addWidget(self.report)
        row.addWidget(self.pack)
        row.addWidget(self._more)
