"""What people choose between at a question: its options in order, how many a person may choose, and one more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.methods import Method
from facilitator.core.plan.edits import moved_option, reworded_option, with_max_marks, with_option, without_option
from facilitator.core.programme import Programme, Question
from facilitator.errors import Refused
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.prepare.new_text import NewText
from ui.prepare.option_row import OptionRow
from ui.prepare.preparing import Preparing
from ui.prepare.typed import TypedFigure
from ui.widgets.sight import bring_in_sight
from ui.widgets.text import text_label

Edit = Callable[[Programme], Programme]


class QuestionOptions(QWidget):
    """Changes the options of one question by `edit`, which stores it or has it refused."""

    def __init__(self, words: Translator, preparing: Preparing, question: str, edit: Callable[[Edit], bool]) -> None:
        super().__init__()
        self._words, self._preparing, self._question, self._edit = words, preparing, question, edit
        self.option_rows: dict[str, OptionRow] = {}
        self._shown: tuple[str, ...] = ()
        self._marks_name = text_label(wraps=False)
        self.marks = TypedFigure("", preparing, unknown="?", widest="999", words=words)
        self._issued_marks = text_label(role="small")
        self.new = NewText(words, preparing, say("Add an answer"), hint=say("One more to choose from"))
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID_PX // 2)
        self._lay_out()
        self.marks.ended.connect(self._on_marks)
        self.new.added.connect(lambda text: self._edit(lambda now: with_option(now, question, text)))

    def show_options(self, question: Question, issued: Question | None, *, step: str) -> None:
        """Show the options as they stand, and what was issued where it differs."""
        self._show_marks(question, issued)
        self.new.name_after(step)
        keys = tuple(str(option.key) for option in question.options)
        self._make_rows(keys)
        before = {option.key: option.wording.text for option in issued.options} if issued is not None else {}
        for number, option in enumerate(question.options, 1):
            row = self.option_rows[option.key]
            row.show_option(option, before.get(option.key), step=step, number=number, of=len(keys))

    def fields(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        rows = [field for key in self._shown for field in self.option_rows[key].fields()]
        return [self.marks, *rows, self.new.field, self.new.button]

    def _show_marks(self, question: Question, issued: Question | None) -> None:
        name = self._words(_marks_name(question))
        self._marks_row.setVisible(question.method.ranks_options)
        self._marks_name.setText(name)
        self.marks.setAccessibleName(name)
        self.marks.show_figure(question.max_marks)
        differs = issued is not None and issued.max_marks != question.max_marks
        told = say("In the programme: {text}", text=issued.max_marks if issued is not None else 0)
        self._issued_marks.setText(self._words(told) if differs else "")

    def _make_rows(self, keys: tuple[str, ...]) -> None:
        if keys == self._shown:
            return
        for key in [key for key in self._shown if key not in keys]:
            self._drop_row(key)
        for key in keys:
            if key not in self.option_rows:
                self.option_rows[key] = self._row(key)
        for place, key in enumerate(keys):
            self._list.insertWidget(place, self.option_rows[key])
        self._shown = keys

    def _drop_row(self, key: str) -> None:
        row = self.option_rows.pop(key)
        if row.isAncestorOf(self.focusWidget() or self):
            self.new.field.setFocus()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _row(self, key: str) -> OptionRow:
        row, question = OptionRow(self._words, self._preparing), self._question
        row.worded.connect(
            lambda text: self._edit(partial(reworded_option, question=question, option=key, text=text))
        )  # fmt: skip
        row.move_wanted.connect(partial(self._on_move_wanted, key))
        row.leaving_wanted.connect(
            lambda: self._edit(partial(without_option, question=question, option=key))
        )  # fmt: skip
        return row

    def _on_move_wanted(self, key: str, places: int) -> None:
        self._preparing.settle()
        self._edit(partial(moved_option, question=self._question, option=key, places=places))
        bring_in_sight(self.option_rows[key])

    def _on_marks(self, marks: int | None) -> None:
        if marks is None:
            self._edit(_refuse_no_marks)
        else:
            self._edit(partial(with_max_marks, question=self._question, marks=marks))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._marks_row = QWidget()
        row = QHBoxLayout(self._marks_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        for part in (self._marks_name, self.marks):
            row.addWidget(part)
        row.addWidget(self._issued_marks, 1)
        layout.addWidget(self._marks_row)
        layout.addLayout(self._list)
        layout.addWidget(self.new)


def _marks_name(question: Question) -> Message:
    if question.method is Method.DOTS:
        return say("How many dots each person has")
    return say("How many each person may choose")


def _refuse_no_marks(programme: Programme) -> Programme:
    del programme
    raise Refused(say("How many each person may choose is missing."), say("Type a number, such as 3."))
