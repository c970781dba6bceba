"""The hands counter: a figure for each answer, a second teller's beside it, and what it all comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import short_name
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.figures import Figures, figures_of, needs_voters
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, set_role, text_label

ROOM = "room"
MOST_IN_ONE_COLUMN = 4
WIDEST = "9999"


@dataclass(frozen=True, slots=True)
class HandsTyped:
    """What stands in the columns of the first and the second teller; None where no second one counts."""

    first: Figures
    second: Figures | None = None


@dataclass(slots=True)
class _Row:
    """One line of the counter: its name, the two fields, and where they differ in words."""

    name: str
    label: QLabel
    first: FigureField
    second: FigureField
    difference: QLabel
    named: QWidget


class HandsCounter(QWidget):
    """Fields for what was counted in the room; Enter goes to the next one, and after the last says `finished`.

    Its buttons are laid out by the panel it stands in. `left`: the cursor went out of the fields, so that what is whole
    can be stored. `notice`: what was not taken of what was typed, in words, or None once it is put right.
    """

    entry_changed = Signal()
    finished = Signal()
    left = Signal()
    notice = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._question: QuestionResult | None = None
        self._options: dict[OptionKey, _Row] = {}
        self._filled = HandsTyped(Figures())
        self._has_second = self._has_more = False
        self._takes_second = True
        self._grid_widget = QWidget()
        self._grid = QGridLayout(self._grid_widget)
        self.voted = self._row(words(say("How many people voted, whatever they chose")))
        self.abstain = self._row(words(say("Rather not say")))
        self.blank = self._row(words(say("Blank")))
        self.spoilt = self._row(words(say("Spoilt")))
        self.sum = text_label()
        self._heads: list[QLabel] = []
        self.second_button = push_button(words(say("Second count")), "quiet")
        self.again_button = push_button(words(say("Count again")), "quiet")
        self.more_button = push_button(words(say("Blank or spoilt")), "quiet")
        self._lay_out()
        self._connect()

    @property
    def typed(self) -> HandsTyped:
        """What stands in the fields."""
        second = self._figures(second=True) if self._has_second else None
        return HandsTyped(self._figures(second=False), second)

    @property
    def is_changed(self) -> bool:
        """Whether the fields hold something else than what they were filled with."""
        return self.typed != self._filled

    @property
    def has_refused(self) -> bool:
        """Whether a field holds something that is not a whole number."""
        return any(field.is_refused for field in self._shown_fields())

    @property
    def fields(self) -> list[FigureField]:
        """The fields that are shown, in the order Enter goes through them."""
        return self._shown_fields()

    @property
    def asks_for_voters(self) -> bool:
        """Whether how many people voted is counted beside the marks."""
        return self._question is not None and needs_voters(self._question)

    def field_of(self, option: OptionKey, *, second: bool = False) -> FigureField:
        """Return the field of one answer."""
        row = self._options[option]
        return row.second if second else row.first

    def difference_of(self, option: OptionKey) -> str:
        """Return what is said of an answer on which the two tellers differ; empty where they do not."""
        return self._options[option].difference.text()

    def ask(
        self,
        question: QuestionResult,
        first: CountSheet | None,
        second: CountSheet | None,
        *,
        takes_second: bool = True,
    ) -> None:
        """Show the fields of `question`, filled with its stored counts; what was typed for it and not stored stays."""
        self._takes_second = takes_second
        stored = HandsTyped(figures_of(first, question), figures_of(second, question) if second is not None else None)
        is_new = self._question is None or not _asks_the_same(self._question, question)
        self._question = question
        if is_new:
            self._place_options(question)
        if is_new or (not self.is_changed and stored != self._filled):
            self._fill(stored)
        elif _says_the_same(self.typed, stored):
            self._filled = self.typed
        self._show_sum()

    def restore(self, typed: HandsTyped) -> None:
        """Put back what was typed before somebody looked elsewhere."""
        filled = self._filled
        self._fill(typed)
        self._filled = filled
        self._show_sum()

    def forget(self) -> None:
        """Forget what was typed: the fields hold what they were filled with."""
        self._fill(self._filled)
        self._show_sum()

    def count_again(self) -> None:
        """Empty both columns, since the tellers differ: both count anew."""
        filled = self._filled
        self._fill(HandsTyped(Figures(), Figures() if self._has_second else None))
        self._filled = filled
        self._on_figure_changed()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where counting begins: at the first figure that is missing."""
        fields = self._shown_fields()
        start = next((one for one in fields if one.figure is None), fields[0])
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say `left` once the cursor has gone from one of the fields to something else."""
        is_left = event.type() == QEvent.Type.FocusOut and isinstance(watched, FigureField)
        if is_left and QApplication.focusWidget() not in self._all_fields():
            self.left.emit()
        return super().eventFilter(watched, event)

    def _figures(self, *, second: bool) -> Figures:
        def figure(row: _Row) -> int | None:
            return (row.second if second else row.first).figure

        options = {key: figure(row) for key, row in self._options.items()}
        return Figures(options, figure(self.voted), figure(self.abstain), figure(self.blank), figure(self.spoilt))

    def _fill(self, typed: HandsTyped) -> None:
        self._has_second = typed.second is not None
        shown = [figures for figures in (typed.first, typed.second) if figures is not None]
        self._has_more = any(figures.blank or figures.spoilt for figures in shown)
        for second, figures in ((False, typed.first), (True, typed.second or Figures())):
            self._fill_column(figures, second=second)
        self._filled = self.typed
        self._show_rows()

    def _fill_column(self, figures: Figures, *, second: bool) -> None:
        rows = [(row, figures.options.get(key)) for key, row in self._options.items()]
        rows += [(self.voted, figures.voted), (self.abstain, figures.abstain)]
        rows += [(self.blank, figures.blank), (self.spoilt, figures.spoilt)]
        for row, figure in rows:
            one = row.second if second else row.first
            one.blockSignals(True)
            one.set_figure(figure)
            one.blockSignals(False)

    def _place_options(self, question: QuestionResult) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in self._fixed_parts():
                old.hide()
                old.deleteLater()
        self._heads = []
        self._options = {option.key: self._row(option.text, short_name(option.text)) for option in question.options}
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
        self._show_rows()

    def _in_columns(self, *, wide: bool) -> tuple[list[tuple[int, _Row]], list[tuple[int, _Row]]]:
        """Return each line of the counter with its number, in one column or in two."""
        options = list(self._options.values())
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

    def _place(self, row: _Row, number: int, column: int) -> None:
        for place, part in enumerate((row.first, row.second, row.named)):
            self._grid.addWidget(part, number, column + place)

    def _row(self, name: str, shown: str = "") -> _Row:
        label = text_label(shown or name, "strong" if shown else "body")
        label.setToolTip(name)
        second = self._words(say("{name}, second count", name=name))
        difference = text_label(role="warning")
        difference.hide()
        named = QWidget()
        layout = QVBoxLayout(named)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label)
        layout.addWidget(difference)
        row = _Row(name, label, self._field(name), self._field(second), difference, named)
        label.setBuddy(row.first)
        return row

    def _field(self, name: str) -> FigureField:
        one = FigureField(name, widest=WIDEST, arrows_move=True, words=self._words)
        one.figure_changed.connect(self._on_figure_changed)
        one.refused.connect(self.notice)
        one.entered.connect(lambda: self._go(one, 1))
        one.moved.connect(lambda step: self._go(one, step))
        one.installEventFilter(self)
        return one

    def _fixed_parts(self) -> set[QWidget]:
        rows = (self.voted, self.abstain, self.blank, self.spoilt)
        return {part for row in rows for part in (row.first, row.second, row.named)}

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setHorizontalSpacing(GRID_PX)
        layout.addWidget(self._grid_widget)
        layout.addWidget(self.sum)
        self._grid_widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.second_button.clicked.connect(self._on_second_wanted)
        self.again_button.clicked.connect(self.count_again)
        self.more_button.clicked.connect(self._on_more_wanted)

    def _rows(self) -> list[_Row]:
        return [*self._options.values(), self.voted, self.abstain, self.blank, self.spoilt]

    def _all_fields(self) -> list[QWidget]:
        return [one for row in self._rows() for one in (row.first, row.second)]

    def _shown_fields(self) -> list[FigureField]:
        rows = self._rows()
        columns = [[row.first for row in rows], [row.second for row in rows]]
        return [one for column in columns for one in column if not one.isHidden()]

    def _order_tabs(self) -> None:
        rows = self._rows()
        fields = [*(row.first for row in rows), *(row.second for row in rows)]
        for before, after in pairwise([*fields, self.second_button, self.again_button, self.more_button]):
            QWidget.setTabOrder(before, after)

    def _show_rows(self) -> None:
        needs = self._question is not None and needs_voters(self._question)
        visible = {id(self.voted): needs, id(self.blank): self._has_more, id(self.spoilt): self._has_more}
        for row in self._rows():
            is_shown = visible.get(id(row), True)
            row.first.setVisible(is_shown)
            row.named.setVisible(is_shown)
            row.second.setVisible(is_shown and self._has_second)
        for head in self._heads:
            head.setVisible(self._has_second)
        self.show_choices()

    def show_choices(self, *, counting: bool = True) -> None:
        """Show what else may be counted; nothing unless hands are counted now."""
        self.second_button.setVisible(counting and self._takes_second and not self._has_second)
        self.more_button.setVisible(counting and not self._has_more)
        self.again_button.setVisible(counting and self._differs)

    @property
    def _differs(self) -> bool:
        pairs = [(row.first.figure, row.second.figure) for row in self._rows()]
        return self._has_second and any(
            first is not None and second is not None and first != second for first, second in pairs
        )

    def _go(self, one: FigureField, step: int) -> None:
        fields = self._shown_fields()
        place = fields.index(one) + step
        if place >= len(fields):
            self.finished.emit()
        elif place >= 0:
            fields[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_second_wanted(self) -> None:
        self._has_second = True
        self._show_rows()
        self._on_figure_changed()
        self._options[next(iter(self._options))].second.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more_wanted(self) -> None:
        self._has_more = True
        self._show_rows()
        self.blank.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_figure_changed(self) -> None:
        self._show_sum()
        if not self.has_refused:
            self.notice.emit(None)
        self.entry_changed.emit()

    def _show_sum(self) -> None:
        typed = self.typed
        for row in self._rows():
            first, second = row.first.figure, row.second.figure
            known = self._has_second and first is not None and second is not None
            differs = known and first != second
            told = self._words(say("⚠  {first} and {second}", first=first or 0, second=second or 0)) if differs else ""
            row.difference.setText(told)
            row.difference.setVisible(bool(told))
        self.again_button.setVisible(self._differs and not self.isHidden())
        self.sum.setText(self._words(self._added(typed.first)))

    def show_against(self, present: int | None) -> None:
        """Say what the figures come to against `present` people, in amber words where they are more."""
        figures = self.typed.first
        told = self._added(figures)
        if present is not None and not figures.is_empty:
            told = say("{sum} of {present} present", sum=told, present=present)
        too_many = present is not None and figures.people > present
        set_role(self.sum, "warning" if too_many else "body")
        self.sum.setText(("⚠  " if too_many else "") + self._words(told))

    def _added(self, figures: Figures) -> Message:
        """Return the sum as it is said while typing, such as "31 + 6 + 9 + 2 rather not say = 48"."""
        if figures.is_empty or self._question is None:
            return say("Enter a figure for each answer, 0 where nobody raised a hand.")
        if needs_voters(self._question):
            marks = sum(figure or 0 for figure in figures.options.values())
            return say("{marks} marks, {people} people voted", marks=marks, people=figures.people)
        return say("{parts} = {people}", parts=" + ".join(self._parts(figures)), people=figures.people)

    def _parts(self, figures: Figures) -> Iterator[str]:
        for figure in figures.options.values():
            yield "?" if figure is None else str(figure)
        others = (
            (say("{count} rather not say", count=figures.abstain or 0), figures.abstain),
            (say("{count} blank", count=figures.blank or 0), figures.blank),
            (say("{count} spoilt", count=figures.spoilt or 0), figures.spoilt),
        )
        for message, figure in others:
            if figure:
                yield self._words(message)


def _asks_the_same(one: QuestionResult, other: QuestionResult) -> bool:
    """Return whether the same answers are asked for, whatever was counted meanwhile."""
    options = [[(option.key, option.text) for option in asked.options] for asked in (one, other)]
    return (one.key, one.wording_version) == (other.key, other.wording_version) and options[0] == options[1]


def _says_the_same(typed: HandsTyped, stored: HandsTyped) -> bool:
    """Return whether the stored counts are what stands in the fields, where empty means that nobody noted any."""
    pairs = ((typed.first, stored.first), (typed.second, stored.second))
    return all(_whole(one) == _whole(other) for one, other in pairs)


def _whole(figures: Figures | None) -> CountSheet | None:
    return None if figures is None or figures.is_empty else figures.sheet(ROOM, Channel.HANDS)
