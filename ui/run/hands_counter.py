"""The hands counter: a figure for each answer, who was here, and what it all comes to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import short_name
from facilitator.core.keys import OptionKey
from facilitator.core.result import OptionResult, QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.run.hands import HandsEntry, people_typed
from ui.widgets.fields import FigureField
from ui.widgets.text import hairline, text_label

MOST_IN_ONE_COLUMN = 4


class HandsCounter(QWidget):
    """Fields for what was counted; Enter goes to the next one, and after the last says `finished`."""

    entry_changed = Signal()
    finished = Signal()

    def __init__(self, words: Translator, stored_hands: Callable[[QuestionResult], CountSheet | None]) -> None:
        super().__init__()
        self._words, self._stored_hands = words, stored_hands
        self._figures: dict[OptionKey, FigureField] = {}
        self._question: QuestionResult | None = None
        self.present = self._field(words(say("People present")), words(say("not known")))
        self.voted = self._field(words(say("How many people voted, whatever they chose")))
        self.abstain = self._field(words(say("Rather not say")))
        self._sum = text_label(role="muted")
        self._options = QWidget()
        self._grid = QGridLayout(self._options)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._voted_row = self._row(words(say("How many voted")), self.voted)
        self._abstain_row = self._row(words(say("Rather not say")), self.abstain)
        self._line = hairline()
        self._lay_out()

    @property
    def entry(self) -> HandsEntry:
        """What stands in the fields."""
        figures = {option: field.figure for option, field in self._figures.items()}
        return HandsEntry(self.present.figure, figures, self.voted.figure, self.abstain.figure)

    def field_of(self, option: OptionKey) -> FigureField:
        """Return the field of one answer."""
        return self._figures[option]

    def ask(self, question: QuestionResult, present: int | None, *, figures: bool) -> None:
        """Show the fields of `question`; without `figures` only how many are present. What was typed for it stays."""
        if self._question is None or self._question.key != question.key:
            self._fill(question, present)
        self._question = question
        self._line.setVisible(figures)
        self._options.setVisible(figures)
        self._voted_row.setVisible(figures and not question.method.takes_one_choice)
        self._abstain_row.setVisible(figures)
        self._sum.setVisible(figures)
        self._show_sum()

    def forget(self) -> None:
        """Forget what was typed, so that the next question starts from what the file holds."""
        self._question = None

    def focus_first(self) -> None:
        """Put the cursor where counting begins."""
        fields = self._shown_fields()
        start = next((field for field in fields if field is not self.present), self.present)
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, question: QuestionResult, present: int | None) -> None:
        stored = self._stored_hands(question)
        told = question.denominators.present
        self._place_options(question)
        self.present.set_figure(present if told is None else told)
        self.voted.set_figure(stored.people_voting if stored else None)
        self.abstain.set_figure(stored.abstain if stored else None)
        for option, field in self._figures.items():
            field.set_figure(stored.lines.get(option) if stored else None)

    def _place_options(self, question: QuestionResult) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._figures = {}
        columns = 1 if len(question.options) <= MOST_IN_ONE_COLUMN else 2
        rows = -(-len(question.options) // columns)
        for number, option in enumerate(question.options):
            column, row = divmod(number, rows)
            self._place_option(option, row, 2 * column)
        for column in range(2):
            self._grid.setColumnStretch(2 * column + 1, 1 if column < columns else 0)
        self._order_tabs()

    def _place_option(self, option: OptionResult, row: int, column: int) -> None:
        label = text_label(short_name(option.text), "strong")
        label.setToolTip(option.text)
        field = self._field(option.text)
        self._figures[option.key] = field
        label.setBuddy(field)
        self._grid.addWidget(field, row, column)
        self._grid.addWidget(label, row, column + 1)

    def _field(self, name: str, unknown: str = "") -> FigureField:
        field = FigureField(name, unknown=unknown, widest=self._words(say("not known")))
        field.figure_changed.connect(self._on_figure_changed)
        field.entered.connect(lambda: self._go_to_next(field))
        return field

    def _row(self, text: str, field: FigureField) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        label = text_label(text)
        label.setBuddy(field)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(field)
        layout.addWidget(label, 1)
        return row

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        layout.addWidget(self._row(self._words(say("People present")), self.present))
        layout.addWidget(self._line)
        layout.addWidget(self._options)
        layout.addWidget(self._voted_row)
        layout.addWidget(self._abstain_row)
        layout.addWidget(self._sum)

    def _order_tabs(self) -> None:
        order = [self.present, *self._figures.values(), self.voted, self.abstain]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _shown_fields(self) -> list[FigureField]:
        fields = [self.present, *self._figures.values(), self.voted, self.abstain]
        return [field for field in fields if not field.isHidden() and field.isVisibleTo(self)]

    def _go_to_next(self, field: FigureField) -> None:
        fields = self._shown_fields()
        following = fields[fields.index(field) + 1 :]
        if following:
            following[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.finished.emit()

    def _on_figure_changed(self) -> None:
        self._show_sum()
        self.entry_changed.emit()

    def _show_sum(self) -> None:
        if self._question is None:
            return
        self._sum.setText(self._words(_sum(people_typed(self.entry), self.present.figure)))


def _sum(people: int, present: int | None) -> Message:
    voted = say_many("{count} person voted", "{count} people voted", count=people)
    if present is None:
        return say("{voted}.", voted=voted)
    return say("{voted} of {present} present.", voted=voted, present=present)
