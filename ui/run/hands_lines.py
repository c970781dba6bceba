"""The lines of the hands counter in one column or in two; Enter and the arrow keys go from figure to figure."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QSizePolicy, QWidget

from facilitator.conduct.carried_stage import short_name
from facilitator.core.keys import OptionKey
from facilitator.core.result import QuestionResult
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.figures import Figures
from ui.run.hands_row import HandsRow
from ui.widgets.fields import FigureField
from ui.widgets.text import text_label

MOST_IN_ONE_COLUMN = 4


class HandsLines(QWidget):
    """A line for each answer and for what else is counted, with the fields of two tellers.

    `figure_changed`: one of the fields holds another figure. `refused`: what was not taken of what was typed, in words.
    `left`: the cursor went out of the fields. `finished`: Enter was pressed in the last one.
    """

    figure_changed = Signal()
    refused = Signal(object)
    left = Signal()
    finished = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self.options: dict[OptionKey, HandsRow] = {}
        self._heads: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setHorizontalSpacing(GRID_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.voted = self._row(words(say("How many people voted, whatever they chose")))
        self.abstain = self._row(words(say("Rather not say")))
        self.blank = self._row(words(say("Blank")))
        self.spoilt = self._row(words(say("Spoilt")))

    def rows(self) -> list[HandsRow]:
        """Return the lines in order."""
        return [*self.options.values(), self.voted, self.abstain, self.blank, self.spoilt]

    def _all_fields(self) -> list[QWidget]:
        return [one for row in self.rows() for one in (row.first, row.second)]

    def fields(self) -> list[FigureField]:
        """Return the fields that are shown, in the order Enter goes through them."""
        rows = self.rows()
        columns = [[row.first for row in rows], [row.second for row in rows]]
        return [one for column in columns for one in column if not one.isHidden()]

    def figures(self, *, second: bool) -> Figures:
        """Return what stands in the column of one teller."""

        def figure(row: HandsRow) -> int | None:
            return (row.second if second else row.first).figure

        options = {key: figure(row) for key, row in self.options.items()}
        return Figures(options, figure(self.voted), figure(self.abstain), figure(self.blank), figure(self.spoilt))

    def fill(self, figures: Figures, *, second: bool) -> None:
        """Put figures into the column of one teller."""
        rows = [(row, figures.options.get(key)) for key, row in self.options.items()]
        rows += [(self.voted, figures.voted), (self.abstain, figures.abstain)]
        rows += [(self.blank, figures.blank), (self.spoilt, figures.spoilt)]
        for row, figure in rows:
            row.fill(figure, second=second)

    def place_options(self, question: QuestionResult) -> None:
        """Make a line for each answer of a question."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in self._fixed_parts():
                old.hide()
                old.deleteLater()
        self._heads = []
        self.options = {option.key: self._row(option.text, short_name(option.text)) for option in question.options}
        wide = len(question.options) > MOST_IN_ONE_COLUMN
        left, right = self._in_columns(wide=wide)
        self._head(0)
        self._head(4, needed=wide)
        for column, rows in ((0, left), (4, right)):
            for number, row in rows:
                self._place(row, number, column)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(6, 1 if wide else 0)
        self._order_tabs()

    def _in_columns(self, *, wide: bool) -> tuple[list[tuple[int, HandsRow]], list[tuple[int, HandsRow]]]:
        """Return each line of the counter with its number, in one column or in two."""
        options = list(self.options.values())
        if not wide:
            return list(enumerate([*options, self.voted, self.abstain, self.blank, self.spoilt], start=1)), []
        half = -(-len(options) // 2)
        left, right = list(enumerate(options[:half], start=1)), list(enumerate(options[half:], start=1))
        left += [(half + 1, self.voted), (half + 2, self.blank)]
        right += [(half + 1, self.abstain), (half + 2, self.spoilt)]
        return left, right

    def _head(self, column: int, *, needed: bool = True) -> None:
        names = (say("First"), say("Second")) if needed else ()
        for place, name in enumerate(names):
            head = text_label(self._words(name), "small", wraps=False)
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, column + place)
            self._heads.append(head)

    def _place(self, row: HandsRow, number: int, column: int) -> None:
        for place, part in enumerate(row.parts):
            self._grid.addWidget(part, number, column + place)

    def _row(self, name: str, shown: str = "") -> HandsRow:
        row = HandsRow(name, self._words, shown)
        self._listen(row.first)
        self._listen(row.second)
        return row

    def _listen(self, one: FigureField) -> None:
        one.figure_changed.connect(self.figure_changed)
        one.refused.connect(self.refused)
        one.entered.connect(lambda: self._go(one, 1))
        one.moved.connect(lambda step: self._go(one, step))
        one.installEventFilter(self)

    def _fixed_parts(self) -> set[QWidget]:
        return {part for row in (self.voted, self.abstain, self.blank, self.spoilt) for part in row.parts}

    def show_rows(self, *, second: bool, voted: bool, more: bool) -> None:
        """Show the second teller's column, how many voted, and blank and spoilt ones, or not."""
        visible = {id(self.voted): voted, id(self.blank): more, id(self.spoilt): more}
        for row in self.rows():
            row.show_parts(shown=visible.get(id(row), True), second=second)
        for head in self._heads:
            head.setVisible(second)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say `left` once the cursor has gone from one of the fields to something else."""
        is_left = event.type() == QEvent.Type.FocusOut and isinstance(watched, FigureField)
        if is_left and QApplication.focusWidget() not in self._all_fields():
            self.left.emit()
        return super().eventFilter(watched, event)

    def _order_tabs(self) -> None:
        rows = self.rows()
        fields = [*(row.first for row in rows), *(row.second for row in rows)]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _go(self, one: FigureField, step: int) -> None:
        fields = self.fields()
        place = fields.index(one) + step
        if place >= len(fields):
            self.finished.emit()
        elif place >= 0:
            fields[place].setFocus(Qt.FocusReason.TabFocusReason)
