"""NOW: what is asked, where it stands, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.record import StepRecord
from facilitator.core.accounting import Blocker
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.document.base import base_sentence
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.desk import NextAction
from ui.run.hands import HandsEntry
from ui.run.hands_counter import HandsCounter
from ui.widgets.banner import Banner
from ui.widgets.chart_view import ChartView
from ui.widgets.text import push_button, set_role, text_label

_ACTIONS = {
    NextAction.OPEN: say("Open the vote"),
    NextAction.CLOSE: say("Close the vote"),
    NextAction.REVEAL: say("Show the result"),
    NextAction.GO_ON: say("Next"),
}
_STATES = {
    "ready": say("Not open yet"),
    "open": say("Open"),
    "closed": say("Closed"),
    "corrected": say("Closed, corrected"),
}


class NowCard(QFrame):
    """Says what it was asked to do by `asked_for_next` and `correction_made`; it decides nothing itself."""

    asked_for_next = Signal()
    correction_made = Signal()

    def __init__(
        self,
        words: Translator,
        in_the_way: Callable[[HandsEntry], Sequence[Blocker]],
        stored_hands: Callable[[QuestionResult], CountSheet | None],
    ) -> None:
        super().__init__()
        self._words, self._in_the_way = words, in_the_way
        self._question: QuestionResult | None = None
        self._action = NextAction.GO_ON
        self._correcting = self._can_be_explained = False
        self.banner = Banner(words)
        self.counter = HandsCounter(words, stored_hands)
        self.reason = QLineEdit()
        self.why = QLineEdit()
        self.next_button = push_button("", "next")
        self.correct_button = push_button(words(say("Correct the result")), "quiet")
        self.cancel_button = push_button(words(say("Leave it as it is")), "quiet")
        self._make_texts()
        self._lay_out()
        self._connect()

    @property
    def entry(self) -> HandsEntry:
        """What was typed, with the reasons."""
        why = self.why.text().strip()
        explains = why if self._correcting and self._can_be_explained else self.reason.text().strip()
        return replace(self.counter.entry, explanation=explains, why=why)

    @property
    def missing(self) -> str:
        """What the card says is in the way of closing; empty when nothing is."""
        return "" if self._missing.isHidden() else self._missing.text()

    def show_question(
        self, question: QuestionResult, step: str, action: NextAction, *, present: int | None, revealed: bool
    ) -> None:
        """Show a question as it stands; what was typed for it stays."""
        if self._question is None or self._question.key != question.key:
            self._start_anew()
        self._question, self._action = question, action
        self._step.setText(step)
        self._wording.setText(question.text)
        self._prompts.hide()
        self._show_state(question, revealed)
        self._show_figures(present)
        self._show_action()

    def show_step(self, step: StepRecord, name: str, *, at_end: bool) -> None:
        """Show an activity without a question: what it is, and what to ask."""
        self._start_anew()
        self._question, self._action = None, NextAction.GO_ON
        self._step.setText(name)
        self._wording.setText(step.title)
        self._prompts.setText("\n\n".join(step.prompts))
        self._prompts.setVisible(bool(step.prompts))
        self._state.setText(self._words(say_many("{count} minute", "{count} minutes", count=step.planned_minutes)))
        set_role(self._state, "muted")
        for widget in (self.counter, self.chart, self._base, self._missing, self._reason_row, self._why_row):
            widget.hide()
        self._show_action()
        self.next_button.setEnabled(not at_end)

    def focus_next(self) -> None:
        """Put the focus on the one next action."""
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_correcting(self) -> None:
        """Leave the correction, and show the result as it stands."""
        self._correcting = False
        self.why.clear()
        self.reason.clear()
        self.counter.forget()
        self._show_figures(None)
        self._show_action()
        self.focus_next()

    def _start_anew(self) -> None:
        self._correcting = False
        self.reason.clear()
        self.why.clear()
        self.banner.hide()
        self.counter.forget()
        self.next_button.setEnabled(True)

    def _start_correcting(self) -> None:
        self._correcting = True
        self.counter.forget()
        self._show_figures(None)
        self._show_action()
        self.counter.focus_first()

    def _show_state(self, question: QuestionResult, revealed: bool) -> None:
        state = self._words(_STATES[question.status])
        if revealed:
            state = self._words(say("{state}, and the room sees the result", state=state))
        elif question.state is State.CLOSED:
            state = self._words(say("{state}; the room does not see the result", state=state))
        self._state.setText(state)
        set_role(self._state, "state" if question.state is State.OPEN else "muted")

    def _show_figures(self, present: int | None) -> None:
        question = self._question
        if question is None:
            return
        is_closed = question.state is State.CLOSED
        counts = question.state is State.OPEN or self._correcting
        self.counter.setVisible(not is_closed or self._correcting)
        self.counter.ask(question, present, figures=counts)
        result = shown(question, Audience.OPERATOR)
        self.chart.show_result(result)
        self.chart.setVisible(is_closed and not self._correcting)
        base = base_sentence(result)
        text = self._words(base) if base is not None else ""
        self._base.setText(f"{text[:1].upper()}{text[1:]}")
        self._base.setVisible(is_closed and not self._correcting)
        self._why_row.setVisible(self._correcting)
        self._show_missing()

    def _show_missing(self) -> None:
        counts = self._question is not None and (self._question.state is State.OPEN or self._correcting)
        unexplained = list(self._in_the_way(self.counter.entry)) if counts else []
        self._can_be_explained = any(blocker.can_be_explained for blocker in unexplained)
        found = list(self._in_the_way(self.entry)) if counts else []
        self._missing.setText("\n".join("⚠  " + self._words(blocker.message) for blocker in found))
        self._missing.setVisible(bool(found) and not (self.entry.is_empty and not self._correcting))
        self._reason_row.setVisible(self._can_be_explained and not self._correcting)

    def _show_action(self) -> None:
        can_correct = self._question is not None and self._question.state is State.CLOSED
        self.correct_button.setVisible(can_correct and not self._correcting)
        self.cancel_button.setVisible(self._correcting)
        name = self._words(say("Save the correction") if self._correcting else _ACTIONS[self._action])
        self.next_button.setText(name if self._correcting else self._words(say("{action}  (Space)", action=name)))
        self.next_button.setAccessibleName(name)
        self.next_button.setEnabled(True)

    def _on_pressed(self) -> None:
        if self._correcting:
            self.correction_made.emit()
        else:
            self.asked_for_next.emit()

    def _make_texts(self) -> None:
        self._step = text_label(role="muted")
        self._wording = text_label(role="title")
        self._state = text_label(role="state")
        self._prompts = text_label(role="large")
        self._base = text_label(role="muted")
        self._missing = text_label(role="warning")
        self.chart = ChartView(self._words)
        self._reason_row = self._written(self.reason, say("Reason, printed in the report"))
        self._why_row = self._written(self.why, say("Why it is corrected, printed in the report"))

    def _written(self, field: QLineEdit, name: Message) -> QWidget:
        field.setAccessibleName(self._words(name))
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label = text_label(self._words(name), "small")
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field)
        return row

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 3 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        parts: tuple[QWidget, ...] = (
            self._step, self._wording, self._state, self._prompts, self.counter, self.chart, self._base,
            self._missing, self._reason_row, self._why_row,
        )  # fmt: skip
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.banner)
        layout.addWidget(self.next_button)
        quiet = QHBoxLayout()
        quiet.addWidget(self.correct_button)
        quiet.addWidget(self.cancel_button)
        quiet.addStretch(1)
        layout.addLayout(quiet)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._on_pressed)
        self.correct_button.clicked.connect(self._start_correcting)
        self.cancel_button.clicked.connect(self.stop_correcting)
        self.counter.entry_changed.connect(self._show_missing)
        self.counter.finished.connect(self._on_figures_finished)
        self.reason.textChanged.connect(self._show_missing)
        self.reason.returnPressed.connect(self.focus_next)
        self.why.textChanged.connect(self._show_missing)
        self.why.returnPressed.connect(self.focus_next)

    def _on_figures_finished(self) -> None:
        if self._correcting:
            self.why.setFocus()
        elif not self._reason_row.isHidden() and not self.reason.text():
            self.reason.setFocus()
        else:
            self.focus_next()
