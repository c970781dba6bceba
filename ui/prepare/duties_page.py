"""The page of the duties: what an organiser sees to before people come, with a remark where one is not needed."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from facilitator.conduct.duties import NOT_LEGAL_ADVICE, Duty, DutyState, duties_now, mark_duty
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.reasoned_choice import ReasonedChoice
from ui.widgets.text import card, text_label

STATES = ((DutyState.OPEN, say("To do")), (DutyState.DONE, say("Done")), (DutyState.NOT_NEEDED, say("Not needed")))


class DutiesPage(PreparePage):
    """A list to tick; which duties stand there depends on whether children come."""

    title: ClassVar[Message] = say("Duties")
    intro: ClassVar[Message | None] = NOT_LEGAL_ADVICE

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.choices: dict[str, ReasonedChoice] = {}
        self._progress = text_label(role="strong")
        self.rows.addWidget(self._progress)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID_PX)
        self.rows.addLayout(self._cards)
        self.rows.addStretch(1)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Say how many are still to do."""
        left = sum(duty.state is DutyState.OPEN for duty in duties_now(preparing.open_event))
        told = say_many("{count} to do", "{count} to do", count=left)
        return PageMark(MarkKind.MISSING, told) if left else None

    def show_programme(self) -> None:
        """Show where each duty stands."""
        duties = duties_now(self._preparing.open_event)
        if list(self.choices) != [duty.key for duty in duties]:
            self._make_cards(duties)
        for duty in duties:
            self.choices[duty.key].show_choice(duty.state, duty.remark)
        done = sum(duty.state is not DutyState.OPEN for duty in duties)
        self._progress.setText(self._words(say("{done} of {all} seen to", done=done, all=len(duties))))

    def focus_first(self) -> None:
        """Go to the first that is still to do."""
        duties = duties_now(self._preparing.open_event)
        first = next((duty for duty in duties if duty.state is DutyState.OPEN), duties[0])
        self.choices[first.key].buttons[first.state].setFocus()

    def _make_cards(self, duties: tuple[Duty, ...]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.choices = {}
        for duty in duties:
            self._make_card(duty)

    def _make_card(self, duty: Duty) -> None:
        words = self._words
        choice = ReasonedChoice(
            words, self._preparing, STATES, name=words(duty.text), reason=words(say("Remark")),
            hint=words(say("Why it is not needed, in a few words that the report prints")),
            asks=(DutyState.NOT_NEEDED,),
        )  # fmt: skip
        choice.decided.connect(partial(self._on_decided, duty.key))
        frame, inner = card()
        inner.setSpacing(GRID_PX // 2)
        inner.addWidget(text_label(words(duty.text), "strong"))
        inner.addWidget(text_label(words(duty.why), "muted"))
        inner.addWidget(choice)
        self._cards.addWidget(frame)
        self.choices[duty.key] = choice

    def _on_decided(self, key: str, state: str, remark: str) -> None:
        event = self._preparing.open_event
        before = next(duty for duty in duties_now(event) if duty.key == key)
        self._preparing.carry_out(
            partial(mark_duty, event, key, DutyState(state), remark),
            partial(mark_duty, event, key, before.state, before.remark),
        )
