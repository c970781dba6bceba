"""The hands counter: a figure for each answer, a second teller's beside it, and what it all comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.keys import OptionKey
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.models.figures import Figures, figures_of, needs_voters
from ui.run.hands_lines import HandsLines
from ui.run.hands_typed import HandsTyped, added_in_words, says_the_same
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, set_role, text_label


class HandsCounter(QWidget):
    """Fields for what was counted in the room; Enter goes to the next one, and after the last says `finished`.

    Its buttons are laid out by the panel it stands in. `left`: the cursor went out of the fields, so that what is whole
    can be stored. `notice`: what was not taken of what was typed, in words, or None once it is put right.
    """

    rows_made = Signal()
    entry_changed = Signal()
    finished = Signal()
    left = Signal()
    notice = Signal(object)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._question: QuestionResult | None = None
        self._filled = HandsTyped(Figures())
        self._has_second = self._has_more = False
        self._takes_second = True
        self._lines = HandsLines(words)
        self.sum = text_label()
        self.second_button = push_button(words(say("Second count")), "quiet")
        self.again_button = push_button(words(say("Count again")), "quiet")
        self.more_button = push_button(words(say("Blank or spoilt")), "quiet")
        self._lay_out()
        self._connect()

    @property
    def typed(self) -> HandsTyped:
        """What stands in the fields."""
        second = self._lines.figures(second=True) if self._has_second else None
        return HandsTyped(self._lines.figures(second=False), second)

    @property
    def is_changed(self) -> bool:
        """Whether the fields hold something else than what they were filled with."""
        return self.typed != self._filled

    @property
    def has_refused(self) -> bool:
        """Whether a field holds something that is not a whole number."""
        return any(field.is_refused for field in self._lines.fields())

    @property
    def has_focus(self) -> bool:
        """Whether the cursor is in one of the fields."""
        return any(field.hasFocus() for field in self._lines.fields())

    @property
    def fields(self) -> list[FigureField]:
        """The fields that are shown, in the order Enter goes through them."""
        return self._lines.fields()

    @property
    def all_fields(self) -> list[FigureField]:
        """Every field there is, shown or not, in the order of Tab."""
        rows = self._lines.rows()
        return [*(row.first for row in rows), *(row.second for row in rows)]

    @property
    def asks_for_voters(self) -> bool:
        """Whether how many people voted is counted beside the marks."""
        return self._question is not None and needs_voters(self._question)

    def field_of(self, option: OptionKey, *, second: bool = False) -> FigureField:
        """Return the field of one answer."""
        row = self._lines.options[option]
        return row.second if second else row.first

    def difference_of(self, option: OptionKey) -> str:
        """Return what is said of an answer on which the two tellers differ; empty where they do not."""
        return self._lines.options[option].difference

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
            self._lines.place_options(question)
            self.rows_made.emit()
            self._show_rows()
        if is_new or (not self.is_changed and stored != self._filled):
            self._fill(stored)
        elif says_the_same(self.typed, stored):
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
        fields = self._lines.fields()
        start = next((one for one in fields if one.figure is None), fields[0])
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, typed: HandsTyped) -> None:
        self._has_second = typed.second is not None
        shown = [figures for figures in (typed.first, typed.second) if figures is not None]
        self._has_more = any(figures.blank or figures.spoilt for figures in shown)
        for second, figures in ((False, typed.first), (True, typed.second or Figures())):
            self._lines.fill(figures, second=second)
        self._filled = self.typed
        self._show_rows()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._lines)
        layout.addWidget(self.sum)

    def _connect(self) -> None:
        self._lines.figure_changed.connect(self._on_figure_changed)
        self._lines.refused.connect(self.notice)
        self._lines.left.connect(self.left)
        self._lines.finished.connect(self.finished)
        self.second_button.clicked.connect(self._on_second_wanted)
        self.again_button.clicked.connect(self.count_again)
        self.more_button.clicked.connect(self._on_more_wanted)

    def _show_rows(self) -> None:
        self._lines.show_rows(second=self._has_second, voted=self.asks_for_voters, more=self._has_more)
        self.show_choices()

    def show_choices(self, *, counting: bool = True) -> None:
        """Show what else may be counted; nothing unless hands are counted now."""
        self.second_button.setVisible(counting and self._takes_second and not self._has_second)
        self.more_button.setVisible(counting and not self._has_more)
        self.again_button.setVisible(counting and self._differs)

    @property
    def _differs(self) -> bool:
        return self._has_second and any(row.differs for row in self._lines.rows())

    def _on_second_wanted(self) -> None:
        self._has_second = True
        self._show_rows()
        self._on_figure_changed()
        self._lines.options[next(iter(self._lines.options))].second.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more_wanted(self) -> None:
        self._has_more = True
        self._show_rows()
        self._lines.blank.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_figure_changed(self) -> None:
        self._show_sum()
        if not self.has_refused:
            self.notice.emit(None)
        self.entry_changed.emit()

    def _show_sum(self) -> None:
        for row in self._lines.rows():
            row.show_difference(compared=self._has_second)
        self.again_button.setVisible(self._differs and not self.isHidden())
        self.sum.setText(self._words(added_in_words(self.typed.first, self._question, self._words)))

    def show_against(self, present: int | None) -> None:
        """Say what the figures come to against `present` people, in amber words where they are more."""
        figures = self.typed.first
        told = added_in_words(figures, self._question, self._words)
        if present is not None and not figures.is_empty:
            told = say("{sum} of {present} present", sum=told, present=present)
        too_many = present is not None and figures.people > present
        set_role(self.sum, "warning" if too_many else "body")
        self.sum.setText(("⚠  " if too_many else "") + self._words(told))


def _asks_the_same(one: QuestionResult, other: QuestionResult) -> bool:
    """Return whether the same answers are asked for, whatever was counted meanwhile."""
    options = [[(option.key, option.text) for option in asked.options] for asked in (one, other)]
    return (one.key, one.wording_version) == (other.key, other.wording_version) and options[0] == options[1]
