"""The questions of one step of the run sheet, in the order in which they are asked, and a line for one more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.methods import Method
from facilitator.core.plan.edits import with_statement
from facilitator.core.programme import Activity, ActivityKind, Programme, Question
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.new_text import NewText
from ui.prepare.planned_steps import PlannedStep
from ui.prepare.preparing import Preparing
from ui.prepare.question_card import QuestionCard, issued_question
from ui.prepare.question_options import Edit
from ui.widgets.text import text_label


class StepQuestions(QFrame):
    """Shows and changes what one step asks, by `edit`; its cards stay while their questions do."""

    def __init__(self, words: Translator, preparing: Preparing, step: str, edit: Callable[[Edit], bool]) -> None:
        super().__init__()
        self._words, self._preparing, self._edit = words, preparing, edit
        self.cards: dict[str, QuestionCard] = {}
        self._shown: tuple[str, ...] = ()
        self._name = text_label(role="heading")
        self._about = text_label(role="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID_PX)
        hint = say("One sentence that people can agree with or not")
        self.new = NewText(words, preparing, say("Add a statement"), hint=hint)
        self._lay_out()
        variant = preparing.variant
        self.new.added.connect(lambda text: edit(lambda now: with_statement(now, variant, step, text)))

    def show_step(self, planned: PlannedStep) -> None:
        """Show what the step asks as it stands; what is being typed stays."""
        programme, issued = self._preparing.as_asked, self._preparing.issued
        asked = [programme.question(key) for key in planned.step.questions]
        self._name.setText(planned.name)
        self._about.setText(self._about_step(planned.step, asked))
        self._about.setVisible(bool(self._about.text()))
        self._make_cards(asked)
        for number, question in enumerate(asked, 1):
            card = self.cards[question.key]
            before = issued_question(issued, question.key)
            card.show_question(question, before, step=planned.name, number=number, of=len(asked))
        self.new.setVisible(takes_statements(programme, planned.step))
        self.new.name_after(planned.name)

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        cards = [field for key in self._shown for field in self.cards[key].fields()]
        return [*cards, self.new.field, self.new.button]

    def _about_step(self, step: Activity, asked: list[Question]) -> str:
        template = self._preparing.programme.each_carried_area
        if template is not None and template.activity == step.key:
            model = self._words(say("each model"))
            text = template.wording.text.replace("{model}", f"[{model}]")
            told = say("“{question}” The models stand with the evidence cards.", question=text)
            return self._words(told)
        if not asked:
            return self._words(say("⚠  Nothing is asked in this step yet."))
        statement = next((one for one in asked if one.method is Method.STATEMENT), None)
        if statement is None:
            return ""
        answers = " · ".join(option.wording.text for option in statement.options)
        return self._words(say("Answers: {answers}", answers=answers))

    def _make_cards(self, asked: list[Question]) -> None:
        keys = tuple(str(question.key) for question in asked)
        if keys == self._shown:
            return
        for key in [key for key in self._shown if key not in keys]:
            self._drop_card(key)
        for place, question in enumerate(asked):
            if question.key not in self.cards:
                self.cards[question.key] = self._card(question)
            self._list.insertWidget(place, self.cards[question.key])
        self._shown = keys

    def _card(self, question: Question) -> QuestionCard:
        card = QuestionCard(self._words, self._preparing, question, self._edit)
        card.entered.connect(lambda: self._on_entered(str(question.key)))
        return card

    def _on_entered(self, key: str) -> None:
        """Go on to the next wording, or to one more behind the last."""
        following = self._shown[self._shown.index(key) + 1 :]
        field = self.cards[following[0]].wording.field if following else self.new.field
        if field.isVisibleTo(self):
            field.setFocus()

    def _drop_card(self, key: str) -> None:
        card = self.cards.pop(key)
        if card.isAncestorOf(self.focusWidget() or self):
            self._after(key).setFocus()
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _after(self, key: str) -> QWidget:
        place = self._shown.index(key)
        near = (*self._shown[place + 1 :], *reversed(self._shown[:place]))
        card = next((self.cards[one] for one in near if one in self.cards), None)
        return card.wording.field if card is not None else self.new.field

    def _lay_out(self) -> None:
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._name)
        layout.addWidget(self._about)
        layout.addLayout(self._list)
        layout.addWidget(self.new)


def asks(programme: Programme, step: Activity) -> bool:
    """Return whether people answer anything in a step, or could."""
    template = programme.each_carried_area
    is_of_areas = template is not None and template.activity == step.key
    return bool(step.questions) or step.kind is ActivityKind.VOTE or is_of_areas


def takes_statements(programme: Programme, step: Activity) -> bool:
    """Return whether a statement may be added to a step: where a vote on statements is taken, or on nothing yet."""
    template = programme.each_carried_area
    if step.kind is not ActivityKind.VOTE or (template is not None and template.activity == step.key):
        return False
    asked = [programme.question(key) for key in step.questions]
    return not asked or any(one.method is Method.STATEMENT for one in asked)
