"""The parts of a vote under each other: its texts, the people, hands or tables, the chart, reasons and choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QRadioButton, QVBoxLayout, QWidget

from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.core.ways import ways_named
from facilitator.document.base import base_sentence
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.deciding import named_field
from ui.run.hands_counter import HandsCounter
from ui.run.tables_grid import TablesGrid
from ui.run.vote_doing import NEEDS_WHY, AtVote, Doing, Way, choices
from ui.run.vote_words import standing
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.chart_view import ChartView
from ui.widgets.fields import FigureField, SentText
from ui.widgets.text import push_button, set_role, text_label

LINES_OF_NEW_WORDS, LEAST_REASON_PX = 4, 240


class VoteView(QObject):
    """Lays out a panel and shows in it only the parts that are needed now; it reads and stores nothing.

    `typed`: what stands in a field changed. `noticed`: what was not taken of it, in words, or None once it is put
    right. `way_chosen`: hands or tables. `counted` and `explained`: the last figure, or a reason, was left by Enter.
    """

    typed = Signal()
    noticed = Signal(object)
    way_chosen = Signal()
    counted = Signal()
    explained = Signal()

    def __init__(self, panel: QWidget, words: Translator, unfitting: Callable[[CountSheet], Message | None]) -> None:
        super().__init__(panel)
        self._words = words
        self.wording, self.state = text_label(role="title"), text_label(role="state")
        self.base, self.notice = text_label(role="muted"), text_label(role="warning")
        self.present = FigureField(
            words(say("People present")), unknown=words(say("not known")), widest=words(say("not known")), words=words
        )
        self.hands_button = QRadioButton(words(say("Hands")))
        self.tables_button = QRadioButton(words(say("Tables")))
        self.counter = HandsCounter(words)
        self.grid = TablesGrid(words, unfitting)
        self.chart = ChartView(words)
        self.disjoint = QCheckBox(words(say("Nobody voted in two of these ways")))
        self.reason, self.why = QLineEdit(), QLineEdit()
        self.new_words = SentText(words(say("The question in its new words")))
        self.correct_button = push_button(words(say("Correct the result")), "quiet")
        self.recount_button = push_button(words(say("Count the people again")), "quiet")
        self.cancel_button = push_button(words(say("Leave it as it is")), "quiet")
        self.more_button = push_button(words(say("More…")), "quiet")
        self.more = QMenu(panel)
        self.more_button.setMenu(self.more)
        self._make_rows()
        self._lay_out(panel)
        self._connect()

    @property
    def way(self) -> Way:
        """How the votes are counted in the room."""
        return Way.TABLES if self.tables_button.isChecked() else Way.HANDS

    @property
    def asks_for_reason(self) -> bool:
        """Whether something is to be explained before the closing."""
        return not self._reason_row.isHidden()

    def choose_way(self, way: Way) -> None:
        """Count by hands or by tables."""
        (self.tables_button if way is Way.TABLES else self.hands_button).setChecked(True)

    def focus_counting(self) -> None:
        """Put the cursor where counting begins."""
        if self.way is Way.TABLES:
            self.grid.focus_first()
        else:
            self.counter.focus_first()

    def focus_present(self) -> None:
        """Put the cursor where the people are counted."""
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_reason(self, doing: Doing) -> None:
        """Put the cursor where it is said what changes, and why."""
        (self.new_words if doing is Doing.REWORDING else self.why).setFocus(Qt.FocusReason.OtherFocusReason)

    def reasons(self, at: AtVote) -> tuple[str, str | None]:
        """Return why something is to change, and the new words where they are other than the old ones."""
        if at.doing is Doing.VOTING:
            return "", None
        words = self.new_words.toPlainText()
        return self.why.text(), words if at.doing is Doing.REWORDING and words != at.question.text else None

    def clear_reasons(self) -> None:
        """Forget why something is changed, and its new words."""
        self.why.clear()
        self.new_words.clear()

    def show_question(self, question: QuestionResult, *, revealed: bool) -> None:
        """Show the words of a question and how it stands."""
        self.wording.setText(question.text)
        self.state.setText(self._words(standing(question, revealed=revealed)))
        set_role(self.state, "state" if question.state is State.OPEN else "muted")

    def show_result(self, question: QuestionResult) -> None:
        """Show the result with the sentence it rests on, once there is one."""
        result = shown(question, Audience.OPERATOR)
        self.chart.show_result(result if question.state is State.CLOSED else None)
        base = base_sentence(result) if question.state is State.CLOSED else None
        text = self._words(base) if base is not None else ""
        self.base.setText(f"{text[:1].upper()}{text[1:]}")

    def show_warnings(self, told: Sequence[Message]) -> None:
        """Show what does not fit, each in a line of its own."""
        self.notice.setText("\n".join("⚠  " + self._words(message) for message in told))
        self.notice.setVisible(bool(told))

    def show_parts(self, at: AtVote, *, explains: bool) -> None:
        """Show the parts that are needed now; `explains` asks for the reason that is printed at the closing."""
        is_closed, voting = at.question.state is State.CLOSED, at.doing is Doing.VOTING
        self._show_counting(at)
        for part in (self.chart, self.base):
            part.setVisible(is_closed and not at.is_correcting)
        # Behind the chart: a window grows at once for what is shown together, and never shrinks again.
        self._show_reasons(at, explains=explains)
        self.correct_button.setVisible(is_closed and voting)
        self.cancel_button.setVisible(not voting)
        self.more_button.setVisible(voting and bool(choices(at.question)))

    def _show_counting(self, at: AtVote) -> None:
        question = at.question
        is_typed = question.state is State.READY or at.counts
        self._people_row.setVisible(is_typed and at.doing in (Doing.VOTING, Doing.CORRECTING))
        self._ways.setVisible(not at.is_correcting)
        by_hands = at.counts and self.way is Way.HANDS
        self.counter.setVisible(by_hands)
        self.counter.show_choices(counting=by_hands)
        set_role(self.wording, "heading" if at.counts and not by_hands else "title")
        self.grid.setVisible(at.counts and not by_hands)

    def _show_reasons(self, at: AtVote, *, explains: bool) -> None:
        question, voting = at.question, at.doing is Doing.VOTING
        channels = [channel for channel, cast in question.tally.cast_by_channel.items() if cast]
        self.disjoint.setVisible(at.counts and voting and len(channels) > 1)
        tick = say("Nobody voted in two of these ways: {ways}", ways=ways_named(question.tally))
        self.disjoint.setText(self._words(tick))
        self._reason_row.setVisible(explains)
        present = self.present.figure
        self.recount_button.setVisible(explains and present is not None and question.tally.cast > present)
        self._why_row.setVisible(not voting)
        if not voting:
            self._name_why(self._words(NEEDS_WHY[at.doing]))
        self._words_row.setVisible(at.doing is Doing.REWORDING)

    def _name_why(self, name: str) -> None:
        self.why.setAccessibleName(name)
        self._why_label.setText(name)

    def _make_rows(self) -> None:
        self._reason_row = self._reasons()
        self._words_row = named_field(self._words(say("The question in its new words")), self.new_words)
        self.new_words.setMaximumHeight(round(self.new_words.fontMetrics().height() * LINES_OF_NEW_WORDS))
        self._why_row = named_field(self._words(NEEDS_WHY[Doing.CORRECTING]), self.why)
        self._why_label = self._why_row.findChildren(QLabel)[0]
        self._people_row, self._ways = self._people()

    def _reasons(self) -> QWidget:
        name = self._words(say("Reason, printed in the report"))
        self.reason.setAccessibleName(name)
        self.reason.setPlaceholderText(name)
        self.reason.setMinimumWidth(LEAST_REASON_PX)
        return BreakingRow(self.reason, self.recount_button, spacing=GRID_PX)

    def _people(self) -> tuple[QWidget, QWidget]:
        label = text_label(self._words(say("People present")), wraps=False)
        label.setBuddy(self.present)
        here, ways = QWidget(), QWidget()
        counted = text_label(self._words(say("Counted by")), "muted", wraps=False)
        for row, parts in ((here, (self.present, label)), (ways, (counted, self.hands_button, self.tables_button))):
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2 * GRID_PX)
            for part in parts:
                layout.addWidget(part)
            if row is here:
                layout.addStretch(1)
        self.hands_button.setAccessibleName(self._words(say("Counted by hands")))
        self.tables_button.setAccessibleName(self._words(say("Counted by tables")))
        return BreakingRow(here, ways, spacing=2 * GRID_PX), ways

    def _lay_out(self, panel: QWidget) -> None:
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        parts: tuple[QWidget, ...] = (
            self.wording, self.state, self._people_row, self.counter, self.grid, self.chart, self.base,
            self.notice, self.disjoint, self._reason_row, self._words_row, self._why_row,
        )  # fmt: skip
        for part in parts:
            layout.addWidget(part, 1 if part is self.grid else 0)
        layout.addStretch(0)
        quiet = QHBoxLayout()
        quiet.setSpacing(0)
        counter = self.counter
        for button in (
            counter.second_button, counter.again_button, counter.more_button, self.correct_button, self.cancel_button,
            self.more_button,
        ):  # fmt: skip
            quiet.addWidget(button)
        quiet.addStretch(1)
        layout.addLayout(quiet)

    def _order_tabs(self) -> None:
        """Let Tab go through the panel as it is seen: the lines of a question are made late, and Qt puts them last."""
        counter, grid = self.counter, self.grid
        chain: tuple[QWidget, ...] = (
            self.present, self.hands_button, self.tables_button, *counter.all_fields, grid.view, grid.late,
            grid.add_button, self.disjoint, self.reason, self.recount_button, self.new_words, self.why,
            counter.second_button, counter.again_button, counter.more_button, self.correct_button, self.cancel_button,
            self.more_button,
        )  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.counter.rows_made.connect(self._order_tabs)
        for changed in (
            self.present.figure_changed, self.counter.entry_changed, self.grid.entry_changed, self.disjoint.toggled,
            self.reason.textChanged, self.why.textChanged, self.new_words.textChanged,
        ):  # fmt: skip
            changed.connect(self.typed)
        for told in (self.present.refused, self.counter.notice, self.grid.notice):
            told.connect(self.noticed)
        self.hands_button.toggled.connect(self.way_chosen)
        for finished in (self.counter.finished, self.grid.finished):
            finished.connect(self.counted)
        for one in (self.reason, self.why):
            one.returnPressed.connect(self.explained)
        self.new_words.sent.connect(self.why.setFocus)
        self.recount_button.clicked.connect(self.focus_present)
