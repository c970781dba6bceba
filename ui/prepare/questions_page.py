"""Everything that is asked, while the event is prepared: statements, the practice vote and what people choose from."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from facilitator.core.plan.putting_back import question_put_back
from facilitator.core.programme import Programme, Question
from facilitator.look import GRID_PX
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.prepare.left_out import LeftOut, LeftOutThing
from ui.prepare.planned_steps import PlannedStep, planned_steps, steps_of
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.question_card import LOST, issued_question
from ui.prepare.question_options import Edit
from ui.prepare.step_questions import StepQuestions, asks
from ui.prepare.tab_order import set_tab_order
from ui.widgets.sight import bring_in_sight


class QuestionsPage(PreparePage):
    """The questions of this length by the steps that ask them; changed words show the programme's below them."""

    title = say("Questions")
    intro = say("Every wording can be changed where it stands. A must-have keeps your event comparable with others.")
    characters_wide = 104

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.steps: dict[str, StepQuestions] = {}
        self._shown: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * GRID_PX)
        self.left_out = LeftOut(words)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self.left_out)
        self.rows.addStretch(1)
        self.left_out.put_back.connect(self._on_put_back)

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Return whether a must-have question is not asked, or how many questions are asked otherwise."""
        if any(question.must_have for question in left_out_questions(preparing)):
            return PageMark(MarkKind.MUST_HAVE, say("must-have left out"))
        changed = len(changed_questions(preparing))
        if changed:
            told = say_many("{count} changed", "{count} changed", count=changed)
            return PageMark(MarkKind.DIFFERS, told)
        return None

    def show_programme(self) -> None:
        """Show the questions as they stand; what is being typed and the focus stay."""
        preparing = self._preparing
        programme = preparing.programme
        steps = [one for one in planned_steps(programme, preparing.variant) if asks(programme, one.step)]
        self._make_steps(steps)
        for one in steps:
            self.steps[one.step.key].show_step(one)
        lost = left_out_questions(preparing)
        self.left_out.show_things(
            [LeftOutThing(str(one.key), one.wording.text, LOST if one.must_have else None) for one in lost]
        )
        set_tab_order(*(field for one in steps for field in self.steps[one.step.key].fields()))

    def focus_first(self) -> None:
        """Put the cursor into the first wording."""
        cards = [card for key in self._shown for card in self.steps[key].cards.values()]
        if cards:
            cards[0].wording.field.setFocus()

    def _make_steps(self, steps: list[PlannedStep]) -> None:
        keys = tuple(str(one.step.key) for one in steps)
        if keys == self._shown:
            return
        for key in [key for key in self._shown if key not in keys]:
            gone = self.steps.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, key in enumerate(keys):
            if key not in self.steps:
                self.steps[key] = StepQuestions(self._words, self._preparing, key, self._edit)
            self._list.insertWidget(place, self.steps[key])
        self._shown = keys

    def _edit(self, edit: Edit) -> bool:
        preparing = self._preparing
        return preparing.apply(edit)

    def _on_put_back(self, key: str) -> None:
        preparing = self._preparing
        if not preparing.apply(lambda now: question_put_back(now, preparing.issued, preparing.variant, key)):
            return
        card = next((step.cards[key] for step in self.steps.values() if key in step.cards), None)
        if card is not None:
            card.wording.field.setFocus()
            bring_in_sight(card)


def left_out_questions(preparing: Preparing) -> tuple[Question, ...]:
    """Return the questions that the programme asks in this length and the event does not."""
    asked = {question.key for question in _asked(preparing.programme, preparing.variant)}
    return tuple(one for one in _asked(preparing.issued, preparing.variant) if one.key not in asked)


def changed_questions(preparing: Preparing) -> tuple[Question, ...]:
    """Return the questions of the programme that are asked in other words, with other answers or other marks."""
    issued = preparing.issued
    pairs = ((one, issued_question(issued, one.key)) for one in _asked(preparing.programme, preparing.variant))
    return tuple(now for now, before in pairs if before is not None and _asks(now) != _asks(before))


def _asked(programme: Programme, variant: str) -> tuple[Question, ...]:
    return tuple(programme.question(key) for step in steps_of(programme, variant) for key in step.questions)


def _asks(question: Question) -> tuple[str, int, tuple[str, ...]]:
    return question.wording.text, question.max_marks, tuple(option.wording.text for option in question.options)
