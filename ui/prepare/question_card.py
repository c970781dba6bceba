"""One question or statement of the event: its words to change in place, whether it is a must-have, and its options."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.preparable import THE_ROOMS_WORDS
from facilitator.core.keys import Source
from facilitator.core.methods import OPTIONS_IN_ENGLISH, Method
from facilitator.core.plan.edits import reworded, without_question
from facilitator.core.plan.putting_back import moved_question
from facilitator.core.programme import Programme, Question
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.fixed_line import FixedLine
from ui.prepare.leave_out import LeaveOut
from ui.prepare.order_buttons import OrderButtons
from ui.prepare.preparing import Preparing
from ui.prepare.question_options import Edit, QuestionOptions
from ui.prepare.wording_field import WordingField
from ui.widgets.sight import bring_in_sight
from ui.widgets.text import hairline, text_label

LOST = say("Every event of this programme asks this. Without it your event cannot be compared with them here.")


class QuestionCard(QWidget):
    """Changes one question by `edit`; statements move in their list, other questions have their options below.

    `entered` says that its words are done, so that the next one can be typed.
    """

    entered = Signal()

    def __init__(
        self, words: Translator, preparing: Preparing, question: Question, edit: Callable[[Edit], bool]
    ) -> None:
        super().__init__()
        self._words, self._preparing, self._edit, self._key = words, preparing, edit, question.key
        self._name = text_label(role="strong", wraps=False)
        self._standing = text_label(role="state")
        self._fixed = FixedLine(words)
        self.wording = WordingField(words, preparing, "", is_statement=question.method is Method.STATEMENT)
        self.order = OrderButtons(words, self) if question.method is Method.STATEMENT else None
        self.leave_out = LeaveOut(words, say("Leave it out"), tells_before=False)
        has_own_options = question.method not in OPTIONS_IN_ENGLISH
        self.options = QuestionOptions(words, preparing, question.key, edit) if has_own_options else None
        self._lay_out()
        self._connect()

    def show_question(self, question: Question, issued: Question | None, *, step: str, number: int, of: int) -> None:
        """Show a question as the one of that number among so many of its step; what is being typed stays."""
        self._name.setText(self._words(question_name(question, number)))
        name = f"{self._name.text()}, {step}"
        self._standing.setText(self._words(standing(question, issued)))
        self.wording.rename(name)
        is_rooms = question.wording.source is Source.ROOM
        self._fixed.show_why(THE_ROOMS_WORDS if is_rooms else None)
        self.wording.allow_typing(wanted=not is_rooms)
        self.wording.show_wording(question.wording.text, issued.wording.text if issued is not None else None)
        self.leave_out.show_caution(LOST if question.must_have else None)
        self.leave_out.name_after(name)
        if self.order is not None:
            self.order.name_after(name)
            self.order.allow(up=number > 1, down=number < of)
        if self.options is not None:
            self.options.show_options(question, issued, step=step)

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        order = [self.order.up, self.order.down] if self.order is not None else []
        leave_out = [self.leave_out.button, self.leave_out.keep, self.leave_out.sure]
        options = self.options.fields() if self.options is not None else []
        return [*order, *leave_out, self.wording.field, self.wording.issued.button, *options]

    def _on_move_wanted(self, places: int) -> None:
        preparing = self._preparing
        preparing.settle()
        self._edit(lambda now: moved_question(now, preparing.variant, self._key, places))
        bring_in_sight(self)

    def _on_leaving_wanted(self) -> None:
        self._edit(lambda now: without_question(now, self._preparing.variant, self._key))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID_PX)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(hairline())
        head = QHBoxLayout()
        head.setSpacing(GRID_PX)
        head.addWidget(self._name)
        head.addWidget(self._standing, 1)
        if self.order is not None:
            head.addWidget(self.order)
        head.addWidget(self.leave_out.button)
        layout.addLayout(head)
        layout.addWidget(self.leave_out)
        layout.addWidget(self._fixed)
        layout.addWidget(self.wording)
        if self.options is not None:
            layout.addWidget(self.options)

    def _connect(self) -> None:
        self.wording.ended.connect(lambda text: self._edit(partial(reworded, question=self._key, text=text)))
        self.wording.field.entered.connect(self.entered)
        self.leave_out.wanted.connect(self._on_leaving_wanted)
        if self.order is not None:
            self.order.move_wanted.connect(self._on_move_wanted)


def question_name(question: Question, number: int) -> Message:
    """Return what a question is called among those of its step."""
    if question.practice:
        return say("Practice question")
    if question.method is Method.STATEMENT:
        return say("Statement {number}", number=number)
    return say("Question {number}", number=number)


def standing(question: Question, issued: Question | None) -> Message:
    """Return whether a question is a must-have of the programme, or your own."""
    if issued is None:
        return say("Your own")
    if question.practice:
        return say("Never a result")
    return say("Must-have") if question.must_have else say("May be left out")


def issued_question(programme: Programme, key: str) -> Question | None:
    """Return a question as it was issued; None for one that the organiser added."""
    return next((one for one in programme.questions if one.key == key), None)
