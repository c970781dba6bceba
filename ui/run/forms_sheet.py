"""What is seen of the form at hand: its question, the answers with their keys, and what may be pressed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout

from facilitator.core.forms import Form, FormKind, FormQuestion
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.forms_answers import FormAnswers
from ui.run.forms_draft import FormDraft, is_comment, is_written
from ui.run.forms_text import FormWriting
from ui.run.note_chips import Chip, chips_side_by_side, one_stop_for_tab
from ui.widgets.text import push_button, set_role, text_label


class FormSheet(QFrame):
    """Shows a draft, and by its frame whether keys are answers now; what is done with it is the pad's affair."""

    form_chosen = Signal(str)

    def __init__(self, words: Translator, forms: tuple[Form, ...]) -> None:
        super().__init__()
        self._words = words
        self.chips = {form.key: Chip(form.title.text, "", form.title.text) for form in forms}
        self.answers = FormAnswers(words)
        self.writing = FormWriting(words)
        self.store = push_button(words(say("Store the form  (Enter)")))
        self.back = push_button("", "quiet")
        self.clear = push_button("", "quiet")
        self._where = text_label(role="small")
        self._question = text_label(role="heading")
        self._all_answers = text_label()
        self._hint = text_label(role="muted")
        self._told = text_label(role="state")
        self._totals = text_label(words(say("What the forms add up to is told by the report alone.")), "small")
        self._group = QButtonGroup(self)
        self._lay_out()

    @property
    def told(self) -> str:
        """What the pad said last; empty when nothing is told."""
        return self._told.text()

    @property
    def spoken(self) -> str:
        """The form, the place in it and the question, as they are read out."""
        return f"{self._where.text()}. {self._question.text()}"

    def tell(self, text: str) -> None:
        """Show what was just done, or why nothing was."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def show_draft(self, draft: FormDraft, typed: Mapping[str, int], *, takes_keys: bool) -> None:
        """Show the form at hand, and how many of each kind are typed."""
        set_role(self, "good" if takes_keys else "card")
        self._show_chips(draft.form.key, typed)
        question = draft.question
        self._where.setText(self._words(_where(draft, typed[draft.form.key] + 1)))
        self._question.setText(question.wording.text if question is not None else self._words(_at_the_end(draft)))
        writes = question is not None and is_written(question)
        self.answers.show_question(None if is_comment(question) else question, draft.ticked)
        if question is not None and writes:
            self.writing.show_question(question, draft.text)
        self.writing.setVisible(writes)
        self._all_answers.setText("" if question is not None else "\n".join(self._answered(draft)))
        self._all_answers.setVisible(question is None)
        types = writes and bool(draft.text)  # Backspace and Delete take letters away
        self.back.setText(self._words(say("Back") if types else say("Back  (Backspace)")))
        self.clear.setText(self._words(say("Clear the form") if types else say("Clear the form  (Delete)")))
        self._hint.setText(
            self._words(_hint(question, types=types) if takes_keys else say("F: type the forms in by keys alone."))
        )
        self.store.setVisible(question is None or (writes and draft.is_last))
        self.back.setVisible(draft.at > 0)
        self.clear.setVisible(draft.is_begun)

    def _answered(self, draft: FormDraft) -> Iterator[str]:
        """Yield each question with its answer, to be looked over before the form is stored."""
        for question in draft.form.questions:
            names = {str(option.key): option.wording.text for option in question.options}
            ticked = [names.get(key, key) for key in draft.ticks.get(question.key, ())]
            told = ", ".join(ticked) or draft.words.get(question.key, "") or self._words(say("left blank"))
            yield self._words(say("{question} {answer}", question=question.wording.text, answer=told))

    def _show_chips(self, chosen: str, typed: Mapping[str, int]) -> None:
        for key, chip in self.chips.items():
            text = f"{self._titles[key]} · {self._words(_typed(typed[key]))}"
            if chip.text() != text:
                chip.setText(text)
                chip.setAccessibleName(text)
                chip.setToolTip(text)
                chip.updateGeometry()
            chip.setChecked(key == chosen)

    def _lay_out(self) -> None:
        self._titles = {key: chip.text() for key, chip in self.chips.items()}
        for key, chip in self.chips.items():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _=False, key=key: self.form_chosen.emit(key))
        one_stop_for_tab(self._group)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(chips_side_by_side([*self.chips.values()]))
        parts = (
            self._where, self._question, self.answers, self.writing, self._all_answers, self._told, self._hint,
        )  # fmt: skip
        for part in parts:
            layout.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self.store, self.back, self.clear):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._totals)
        self._told.hide()


def _where(draft: FormDraft, number: int) -> Message:
    if draft.question is None:
        return say("Form {number}, at its end", number=number)
    return say(
        "Form {number}, question {at} of {questions}", number=number, at=draft.at + 1,
        questions=len(draft.form.questions),
    )  # fmt: skip


def _typed(forms: int) -> Message:
    return say_many("{count} form typed", "{count} forms typed", count=forms) if forms else say("none typed yet")


def _at_the_end(draft: FormDraft) -> Message:
    blank = sum(1 for one in draft.form.questions if not draft.ticks.get(one.key) and not draft.words.get(one.key))
    if not blank:
        return say("Every question has an answer. Enter stores the form.")
    return say_many(
        "{count} question is left blank. Enter stores the form.",
        "{count} questions are left blank. Enter stores the form.", count=blank,
    )  # fmt: skip


def _hint(question: FormQuestion | None, *, types: bool) -> Message:
    """Return what may be pressed at a question beside the keys of its answers; `types` once something is written."""
    if question is None:
        return say("Backspace goes a question back.")
    if types:
        return say("Enter takes it.")
    if question.kind is FormKind.SEVERAL:
        return say("A key for each tick, then Enter. Enter alone: left blank. Backspace: a question back.")
    if question.kind is FormKind.COMMENT:
        return say("Enter takes it. Enter alone: nothing is written there. Backspace: a question back.")
    if question.kind is FormKind.DISTRICT:
        return say("Enter takes it. Space: left blank. Backspace: a question back.")
    return say("Space: left blank, also where two are ticked. Backspace: a question back.")
