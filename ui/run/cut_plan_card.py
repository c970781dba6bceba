"""What to cut when the event runs late: the proposal, its reason, and the choice to take it or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.run_times import time_of_day
from facilitator.core.cut_plan import CutPlan, cut_in_words, finish_in_words, nothing_to_cut, plan_in_words
from facilitator.look import GRID_PX
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.widgets.announcing import announce
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, text_label


@dataclass(frozen=True, slots=True)
class TakenPlan:
    """A plan that the operator takes, with the reason as it was left or written."""

    plan: CutPlan
    why: str


class CutPlanCard(QFrame):
    """Shows a proposal until it is taken or put away; `plan_taken` carries a TakenPlan. It changes nothing itself."""

    plan_taken = Signal(object)
    put_away = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._plan = CutPlan(0)
        self._title = text_label(role="heading")
        self._cuts = QVBoxLayout()
        self._finish = text_label(role="strong")
        self._kept = text_label(words(say("The votes this event must have are kept.")), "small")
        self.why = QLineEdit()
        self._why_label = text_label(words(say("Reason, kept with the event")), "small")
        self.take_button = push_button(words(say("Take this plan")))
        self.away_button = push_button(words(say("Not now")), "quiet")
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the card says, for those who hear it."""
        return self.accessibleName()

    def show_plan(self, plan: CutPlan, finish: datetime) -> None:
        """Show a proposal and when the event ends with it; a reason that was written by hand stays."""
        was_suggested = self.why.text() == self._suggested_why()
        is_new = self.isHidden() or plan.cuts != self._plan.cuts
        self._plan = plan
        if self.isHidden() or was_suggested:
            self.why.setText(self._suggested_why())
        time = time_of_day(finish)
        late = say_many(
            "{count} minute late: what to cut", "{count} minutes late: what to cut", count=plan.late_minutes
        )
        self._title.setText(self._words(late if plan.late_minutes else say("On time")))
        self._finish.setText(self._words(nothing_to_cut(plan) if plan.is_empty else finish_in_words(plan, time)))
        self.setAccessibleName(f"{self._title.text()}. {self._words(plan_in_words(plan, time))}")
        if is_new:
            self._show_cuts()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the card away."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_put_away()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Say the proposal to those who hear it, once, and be ready for the choice."""
        super().showEvent(event)
        (self.away_button if self._plan.is_empty else self.take_button).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def _show_cuts(self) -> None:
        while (item := self._cuts.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        for cut in self._plan.cuts:
            self._cuts.addWidget(text_label(self._words(cut_in_words(cut))))
        for widget in (self.take_button, self.why, self._why_label, self._kept):
            widget.setVisible(not self._plan.is_empty)

    def _suggested_why(self) -> str:
        return self._words(say("Running {minutes} min late", minutes=self._plan.late_minutes))

    def _on_taken(self) -> None:
        if not self._plan.is_empty:
            self.plan_taken.emit(TakenPlan(self._plan, self.why.text().strip()))

    def _on_put_away(self) -> None:
        self.hide()
        self.put_away.emit()

    def _connect(self) -> None:
        self.take_button.clicked.connect(self._on_taken)
        self.why.returnPressed.connect(self._on_taken)
        self.away_button.clicked.connect(self._on_put_away)

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        self.why.setAccessibleName(self._why_label.text())
        self._why_label.setBuddy(self.why)
        self._cuts.setSpacing(GRID_PX // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._title)
        layout.addLayout(self._cuts)
        parts: tuple[QLabel | QWidget, ...] = (self._finish, self._kept, self._why_label, self.why)
        for part in parts:
            layout.addWidget(part)
        layout.addWidget(Flow([self.take_button, self.away_button], gap_px=GRID_PX))
        layout.addStretch(1)
        QWidget.setTabOrder(self.take_button, self.away_button)
        QWidget.setTabOrder(self.away_button, self.why)
