"""One vote: who is here, what was counted and how, what blocks closing, and the result with its corrections."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QRadioButton, QVBoxLayout, QWidget

from facilitator.conduct.counting import correction_blockers, standing_second_count, unfitting
from facilitator.conduct.event import Event
from facilitator.conduct.seating import record_headcount, tables_at
from facilitator.conduct.voting import (
    Closing,
    ask_again,
    close_question,
    closing_blockers,
    closing_warnings,
    open_question,
    reopen_question,
    restate_present,
    take_back_opening,
    void_question,
)
from facilitator.core.accounting import Blocker
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import Channel, State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.document.base import base_sentence
from facilitator.errors import FacilitatorError, Refused
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.count_keeping import (
    Correction,
    correct_hands,
    correct_people,
    correct_tables,
    hands_gaps,
    hands_sheet,
    store_hands,
    store_row,
    stored_hands,
)
from ui.run.deciding import named_field
from ui.run.hands_counter import ROOM, HandsCounter
from ui.run.on_screen import OnScreen, Vote
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel, Undo
from ui.run.tables_grid import TablesGrid
from ui.run.vote_doing import NEEDS_WHY, SAVES, Doing, Draft, Way, choices
from ui.run.vote_words import standing
from ui.widgets.breaking_row import BreakingRow
from ui.widgets.chart_view import ChartView
from ui.widgets.fields import FigureField, SentText
from ui.widgets.text import push_button, set_role, text_label

LINES_OF_NEW_WORDS, LEAST_REASON_PX = 4, 240
CLOSED_BY_MISTAKE = "closed by mistake"


class VotePanel(StepPanel):
    """The NOW card's part for a question: its verbs from opening to correction, and the fields they need."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._question: QuestionResult | None = None
        self._snapshot: Snapshot | None = None
        self._on_screen: OnScreen | None = None
        self._place: Place | None = None
        self._drafts: dict[str, Draft] = {}
        self._last_way = Way.HANDS
        self._doing = Doing.VOTING
        self._is_showing = False
        self._told_notice: Message | None = None
        self.present = FigureField(
            words(say("People present")), unknown=words(say("not known")), widest=words(say("not known")), words=words
        )
        self.hands_button = QRadioButton(words(say("Hands")))
        self.tables_button = QRadioButton(words(say("Tables")))
        self.counter = HandsCounter(words)
        self.grid = TablesGrid(words, self._unfitting)
        self.chart = ChartView(words)
        self.disjoint = QCheckBox(words(say("Nobody voted in two of these ways")))
        self.reason, self.why = QLineEdit(), QLineEdit()
        self.new_words = SentText(words(say("The question in its new words")))
        self.correct_button = push_button(words(say("Correct the result")), "quiet")
        self.recount_button = push_button(words(say("Count the people again")), "quiet")
        self.cancel_button = push_button(words(say("Leave it as it is")), "quiet")
        self.more_button = push_button(words(say("More…")), "quiet")
        self.more = QMenu(self)
        self._make_texts()
        self._lay_out()
        self._connect()

    # What the NOW card asks of every panel.

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show a question as it stands; what was typed for it stays."""
        question = snapshot.question(place.question)
        if question is None:
            return
        self._is_showing = True
        is_new = (
            self._question is None or self._place != place or self._question.wording_version != question.wording_version
        )
        if is_new:
            self._keep_draft()
            self._doing = Doing.VOTING
            self._clear_reasons()
        self._place, self._snapshot, self._on_screen, self._question = place, snapshot, on_screen, question
        if is_new:
            self._tell(None)
        self._show_people(is_new=is_new)
        self._show_counts(is_new=is_new)
        self._follow_the_tables()
        self._show_texts()
        self._is_showing = False

    def next_step(self) -> NextStep | None:
        """Return the one thing to do next: open, close, show the result; None when the run sheet goes on."""
        question = self._question
        if question is None:
            return None
        if self._doing is not Doing.VOTING:
            return NextStep(SAVES[self._doing], self._save)
        if question.state is State.READY:
            return NextStep(say("Open the vote"), self._open)
        if question.state is State.OPEN:
            return NextStep(say("Close the vote"), self._close)
        if question.state is State.CLOSED and self._on_screen != Vote(question.key, revealed=True):
            return NextStep(say("Show the result"), self._reveal)
        return None

    def missing(self) -> tuple[Message, ...]:
        """Return what stands in the way of closing, or of the correction, in words."""
        return (*self._gaps(but_row=self.grid.current_row), *(blocker.message for blocker in self._blockers()))

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        if self._question is None or self._question.state is State.READY:
            self.present.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._counts and self._way is Way.TABLES:
            self.grid.focus_first()
        elif self._counts:
            self.counter.focus_first()

    def unsaved(self) -> bool:
        """Return whether figures stand in the fields that are not in the event file."""
        self._keep_draft()
        return any(draft.hands is not None or draft.tables for draft in self._drafts.values())

    @property
    def asks_for_figures(self) -> bool:
        """Whether figures are to be typed now."""
        return self._counts

    # Verbs.

    def _open(self) -> None:
        question = self._asked()
        other = self._snapshot.open_question if self._snapshot is not None else None
        if other is not None and other.key != question.key:
            raise Refused(say("Another question is open: “{question}”", question=other.text), say("Close it first."))
        if self.present.is_refused:
            raise Refused(say("How many people are present was not taken."), say("Type it again, in whole numbers."))
        open_question(self._event, question.key, present=self.present.figure)
        self._last_way = self._way
        key = question.key
        self._acted(Undo(say("Take back the opening"), lambda: take_back_opening(self._event, key)))
        self.screen_wanted.emit(Vote(key))

    def _close(self) -> None:
        question = self._asked()
        self._store_all()
        if gaps := self._gaps():
            raise Refused(gaps[0], say("Finish the count, or clear its figures; then close."))
        close_question(self._event, question.key, self._closing())
        self._drafts.pop(question.key, None)
        key = question.key

        def undo() -> None:
            reopen_question(self._event, key, why=CLOSED_BY_MISTAKE)
            self.screen_wanted.emit(Vote(key))

        self._acted(Undo(say("Take back the closing"), undo))
        self.screen_wanted.emit(Vote(key))

    def _reveal(self) -> None:
        self.screen_wanted.emit(Vote(self._asked().key, revealed=True))

    def _save(self) -> None:
        done = {
            Doing.CORRECTING: self._correct,
            Doing.REOPENING: self._reopen,
            Doing.REWORDING: self._reword,
            Doing.TAKING_BACK: self._take_back,
        }
        done[self._doing]()
        self._stop_doing()
        self._acted(None)

    def _correct(self) -> None:
        question, why = self._asked(), self.why.text().strip()
        if self.counter.has_refused or self.present.is_refused:
            raise Refused(say("A figure was not taken."), say("Type it again, in whole numbers."))
        self.grid.finish_typing()
        correction = Correction(why, self.present.figure, why if self._needs_explaining() else "")
        if self._way is Way.TABLES:
            correct_tables(self._event, question, self.grid.model, correction)
        elif self.counter.is_changed:
            correct_hands(self._event, question, self.counter.typed.first, correction)
        else:
            correct_people(self._event, question, correction)

    def _reopen(self) -> None:
        reopen_question(self._event, self._asked().key, why=self.why.text())
        self.screen_wanted.emit(Vote(self._asked().key))

    def _reword(self) -> None:
        ask_again(self._event, self._asked().key, self.new_words.toPlainText().strip(), why=self.why.text())
        self._drafts.pop(self._asked().key, None)

    def _take_back(self) -> None:
        void_question(self._event, self._asked().key, why=self.why.text())
        self._drafts.pop(self._asked().key, None)

    # Storing what was typed.

    def _store_all(self) -> None:
        self.grid.finish_typing()
        self._store_present()
        if self._way is Way.TABLES:
            for row in self.grid.model.changed_rows:
                self._store_row(row)
        self._store_hands()

    def _store_present(self) -> None:
        question = self._asked()
        present = self.present.figure
        if question.state is State.OPEN and present is not None and present != question.denominators.present:
            restate_present(self._event, question.key, present)

    def _store_hands(self) -> Undo | None:
        question = self._asked()
        if question.state is not State.OPEN or self.counter.has_refused:
            return None
        return store_hands(self._event, question, self.counter.typed)

    def _store_row(self, row: int) -> Undo | None:
        question = self._asked()
        return store_row(self._event, question, self.grid.model, row) if question.state is State.OPEN else None

    def _unfitting(self, sheet: CountSheet) -> Message | None:
        return unfitting(self._event, self._asked().key, sheet)

    # What stands in the way.

    def _closing(self) -> Closing:
        return Closing(
            self.present.figure, groups_disjoint=self.disjoint.isChecked(), explanation=self.reason.text().strip()
        )

    def _gaps(self, *, but_row: int = -1) -> list[Message]:
        """Return what was begun to be counted and is not whole, and that nothing is counted yet.

        `but_row` is the row of the grid that is typed in: how it stands is told below the grid.
        """
        question = self._question
        if question is None or not self._counts:
            return []
        if self._doing is Doing.CORRECTING and not (self.counter.is_changed or self.grid.model.changed_rows):
            return []
        found: list[Message] = []
        if self.counter.has_refused or self.present.is_refused:
            found.append(say("A figure was not taken: type it again, in whole numbers."))
        found += hands_gaps(self._event, question, self.counter.typed)
        model = self.grid.model
        if self._way is Way.TABLES:
            found += [model.told(row) for row in model.changed_rows if row != but_row and model.gap(row) is not None]
        if not found and not question.tally.cast and not self._anything_typed():
            by_tables = self._way is Way.TABLES
            found.append(
                say("No table has sent its count yet.") if by_tables else say("The hands are not counted yet.")
            )
        return found

    def _anything_typed(self) -> bool:
        return not self.counter.typed.first.is_empty or bool(self.grid.model.changed_rows)

    def _blockers(self, explanation: str | None = None) -> list[Blocker]:
        question = self._question
        if question is None or not self._counts:
            return []
        if self._doing is Doing.CORRECTING:
            return self._correction_blockers(self.why.text() if explanation is None else explanation)
        closing = self._closing()
        if explanation is not None:
            closing = Closing(closing.present, closing.issued, closing.groups_disjoint, explanation)
        if not question.tally.cast and closing.present is not None:
            return []  # nothing was stored yet: what lacks is told by the gaps
        return closing_blockers(self._event, question.key, closing)

    def _correction_blockers(self, explanation: str) -> list[Blocker]:
        question, found = self._asked(), list[Blocker]()
        for sheet in self._corrected_sheets():
            try:
                found += correction_blockers(
                    self._event, question.key, sheet, present=self.present.figure, explanation=explanation
                )
            except Refused as refused:
                found.append(Blocker(refused.message, can_be_explained=False))
        return found

    def _corrected_sheets(self) -> list[CountSheet]:
        if self._way is Way.HANDS:
            figures, known = self.counter.typed.first, stored_hands(self._event, self._asked())
            return [hands_sheet(figures)] if figures.gap(self._asked()) is None and known is not None else []
        model = self.grid.model
        return [model.entry(row).sheet for row in model.changed_rows if model.gap(row) is None]

    def _needs_explaining(self) -> bool:
        return any(blocker.can_be_explained for blocker in self._blockers(""))

    # Showing.

    @property
    def _counts(self) -> bool:
        """Whether figures are typed now."""
        if self._question is None:
            return False
        return self._doing is Doing.CORRECTING or (self._question.state is State.OPEN and self._doing is Doing.VOTING)

    @property
    def _way(self) -> Way:
        return Way.TABLES if self.tables_button.isChecked() else Way.HANDS

    def _asked(self) -> QuestionResult:
        assert self._question is not None
        return self._question

    def _keep_draft(self) -> None:
        """Keep what was typed for the question that is shown, per question."""
        question = self._question
        if question is None or question.state is not State.OPEN or self._doing is Doing.CORRECTING:
            return
        draft = Draft(self._way, self.present.figure, reason=self.reason.text(), disjoint=self.disjoint.isChecked())
        if self.counter.is_changed:
            draft.hands = self.counter.typed
        draft.tables = self.grid.model.typed()
        self._drafts[question.key] = draft

    def _show_people(self, *, is_new: bool) -> None:
        question, snapshot = self._asked(), self._snapshot
        draft = self._drafts.get(question.key)
        told = question.denominators.present
        if is_new:
            last = snapshot.last_present if snapshot is not None else None
            known = told if question.state is not State.READY else (last if told is None else told)
            self.present.set_figure(draft.present if draft is not None and draft.present is not None else known)
            self._choose_way(self._usual_way(draft))
            self.reason.setText(draft.reason if draft is not None else "")
            self.disjoint.setChecked(draft.disjoint if draft is not None else False)
        elif question.state is State.CLOSED and self._doing is Doing.VOTING and not self.present.hasFocus():
            self.present.set_figure(told)

    def _usual_way(self, draft: Draft | None) -> Way:
        question = self._asked()
        voted = {channel for channel, cast in question.tally.cast_by_channel.items() if cast}
        if draft is not None:
            return draft.way
        if Channel.TALLY in voted:
            return Way.TABLES
        return Way.HANDS if Channel.HANDS in voted else self._last_way

    def _follow_the_tables(self) -> None:
        """Show the tables once they send their counts and nobody counts hands."""
        voted = {channel for channel, cast in self._asked().tally.cast_by_channel.items() if cast}
        if Channel.TALLY in voted and Channel.HANDS not in voted and not self.counter.is_changed:
            self._choose_way(Way.TABLES)

    def _choose_way(self, way: Way) -> None:
        (self.tables_button if way is Way.TABLES else self.hands_button).setChecked(True)

    def _show_counts(self, *, is_new: bool) -> None:
        question = self._asked()
        draft = self._drafts.get(question.key)
        correcting = self._doing is Doing.CORRECTING
        second = None if correcting else standing_second_count(self._event, question.key, ROOM, Channel.HANDS)
        self.counter.ask(question, stored_hands(self._event, question), second, takes_second=not correcting)
        self.grid.ask(question, tables_at(self._event, question.key))
        if is_new and draft is not None:
            if draft.hands is not None:
                self.counter.restore(draft.hands)
            self.grid.model.restore(draft.tables)
        result = shown(question, Audience.OPERATOR)
        self.chart.show_result(result if question.state is State.CLOSED else None)
        base = base_sentence(result) if question.state is State.CLOSED else None
        text = self._words(base) if base is not None else ""
        self._base.setText(f"{text[:1].upper()}{text[1:]}")

    def _show_texts(self) -> None:
        question = self._question
        if question is None:
            return
        self._wording.setText(question.text)
        self._state.setText(
            self._words(standing(question, revealed=self._on_screen == Vote(question.key, revealed=True)))
        )
        set_role(self._state, "state" if question.state is State.OPEN else "muted")
        self._show_parts(question)
        self.counter.show_against(self.present.figure)
        self._show_warnings(question)

    def _show_parts(self, question: QuestionResult) -> None:
        is_closed, voting = question.state is State.CLOSED, self._doing is Doing.VOTING
        ready_or_counting = question.state is State.READY or self._counts
        self._people_row.setVisible(ready_or_counting and self._doing in (Doing.VOTING, Doing.CORRECTING))
        self._ways.setVisible(self._doing is not Doing.CORRECTING)
        by_hands = self._counts and self._way is Way.HANDS
        self.counter.setVisible(by_hands)
        self.counter.show_choices(counting=by_hands)
        set_role(self._wording, "heading" if self._counts and not by_hands else "title")
        self.grid.setVisible(self._counts and self._way is Way.TABLES)
        for part in (self.chart, self._base):
            part.setVisible(is_closed and self._doing is not Doing.CORRECTING)
        channels = [channel for channel, cast in question.tally.cast_by_channel.items() if cast]
        self.disjoint.setVisible(self._counts and voting and len(channels) > 1)
        explains = voting and self._counts and self._needs_explaining()
        self._reason_row.setVisible(explains)
        present = self.present.figure
        self.recount_button.setVisible(explains and present is not None and question.tally.cast > present)
        self._why_row.setVisible(not voting)
        if not voting:
            self._name_why(self._words(NEEDS_WHY[self._doing]))
        self._words_row.setVisible(self._doing is Doing.REWORDING)
        self.correct_button.setVisible(is_closed and voting)
        self.cancel_button.setVisible(not voting)
        self.more_button.setVisible(voting and bool(choices(question)))

    def _show_warnings(self, question: QuestionResult) -> None:
        told: list[Message] = []
        if self._told_notice is not None:
            told.append(self._told_notice)
        if question.state is State.OPEN and self._counts:
            told += closing_warnings(self._event, question.key, self._closing())
        self._notice.setText("\n".join("⚠  " + self._words(message) for message in told))
        self._notice.setVisible(bool(told))

    # Choices beside the usual course.

    def _on_more_wanted(self) -> None:
        self.more.clear()
        for name, doing in choices(self._asked()):
            action = self.more.addAction(self._words(name))
            action.triggered.connect(lambda _checked=False, doing=doing: self.start(doing))

    def start(self, doing: Doing) -> None:
        """Begin a correction, another opening, another wording or taking the question back."""
        self._keep_draft()
        self._doing = doing
        self._clear_reasons()
        if doing is Doing.CORRECTING:
            self.counter.forget()
            self._show_counts(is_new=False)
        if doing is Doing.REWORDING:
            self.new_words.setPlainText(self._asked().text)
            self.new_words.selectAll()
        self._show_texts()
        self.changed.emit()
        if doing is Doing.CORRECTING:
            self.focus_first()
        else:
            (self.new_words if doing is Doing.REWORDING else self.why).setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Leave it as it is."""
        self._stop_doing()
        question = self._asked()
        self.present.set_figure(question.denominators.present)
        self._show_counts(is_new=True)
        self._show_texts()
        self.changed.emit()

    def _stop_doing(self) -> None:
        was_correcting, self._doing = self._doing is Doing.CORRECTING, Doing.VOTING
        self._clear_reasons()
        if was_correcting:
            self.counter.forget()
            self.grid.model.restore({})

    def _clear_reasons(self) -> None:
        self.why.clear()
        self.new_words.clear()

    def _name_why(self, name: str) -> None:
        self.why.setAccessibleName(name)
        self._why_label.setText(name)

    # Slots.

    def _acted(self, undo: Undo | None) -> None:
        self.acted.emit(undo)

    def _on_counting_left(self) -> None:
        self._attempt(self._store_hands)

    def _on_row_left(self, row: int) -> None:
        self._attempt(lambda: self._store_row(row))

    def _on_present_left(self) -> None:
        if self._question is not None and self._question.state is State.OPEN:
            self._attempt(self._store_present)

    def _on_table_wanted(self, place: str) -> None:
        model, question = self.grid.model, self._asked()
        if model.row_of(place) < 0:
            self._attempt(lambda: record_headcount(self._event, question.activity, place, None))
            self.grid.ask(question, tables_at(self._event, question.key))
        if (row := model.row_of(place)) >= 0:
            self.grid.go_to(row)

    def _attempt(self, verb: Callable[[], Undo | None]) -> None:
        """Store what was typed if anything is new; what is refused is told, and stays in its field."""
        if self._question is None or self._doing is not Doing.VOTING or self._is_showing or self._event.is_closed:
            return
        before = self._event.last_entry()
        try:
            undo = verb()
        except FacilitatorError as error:
            self.failed.emit(error)
            return
        if self._event.last_entry() != before:
            self._acted(undo)

    def _on_typed(self) -> None:
        if self._is_showing:
            return
        self._show_texts()
        self.changed.emit()

    def _on_way_chosen(self) -> None:
        if self._is_showing or self._question is None:
            return
        self._last_way = self._way
        self._show_texts()
        self.changed.emit()

    def _on_finished(self) -> None:
        if self._way is Way.HANDS:
            self._on_counting_left()
        if self._doing is Doing.CORRECTING:
            self.why.setFocus()
        elif not self._reason_row.isHidden() and not self.reason.text():
            self.reason.setFocus()
        else:
            self.typing_finished.emit()

    def _on_present_entered(self) -> None:
        if self._counts and self._way is Way.HANDS:
            self.counter.focus_first()
        elif self._counts:
            self.grid.focus_first()
        else:
            self.typing_finished.emit()

    def _tell(self, notice: Message | None) -> None:
        if notice == self._told_notice:
            return
        self._told_notice = notice
        if self._question is not None:
            self._show_warnings(self._question)

    # Making the parts.

    def _make_texts(self) -> None:
        self._wording = text_label(role="title")
        self._state = text_label(role="state")
        self._base = text_label(role="muted")
        self._notice = text_label(role="warning")
        self._reason_row = self._reasons()
        self._words_row = named_field(self._words(say("The question in its new words")), self.new_words)
        self.new_words.setMaximumHeight(round(self.new_words.fontMetrics().height() * LINES_OF_NEW_WORDS))
        self._why_row = named_field(self._words(NEEDS_WHY[Doing.CORRECTING]), self.why)
        self._why_label = self._why_row.findChildren(QLabel)[0]
        self.more_button.setMenu(self.more)
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

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        parts: tuple[QWidget, ...] = (
            self._wording, self._state, self._people_row, self.counter, self.grid, self.chart, self._base,
            self._notice, self.disjoint, self._reason_row, self._words_row, self._why_row,
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

    def _connect(self) -> None:
        self.present.figure_changed.connect(self._on_typed)
        self.present.entered.connect(self._on_present_entered)
        self.present.editingFinished.connect(self._on_present_left)
        self.counter.entry_changed.connect(self._on_typed)
        self.counter.left.connect(self._on_counting_left)
        self.counter.finished.connect(self._on_finished)
        self.grid.entry_changed.connect(self._on_typed)
        self.grid.row_left.connect(self._on_row_left)
        self.grid.finished.connect(self._on_finished)
        self.grid.table_wanted.connect(self._on_table_wanted)
        for source in (self.present.refused, self.counter.notice, self.grid.notice):
            source.connect(self._tell)
        self.hands_button.toggled.connect(self._on_way_chosen)
        self.disjoint.toggled.connect(self._on_typed)
        self.reason.textChanged.connect(self._on_typed)
        self.why.textChanged.connect(self._on_typed)
        self.new_words.textChanged.connect(self._on_typed)
        for one in (self.reason, self.why):
            one.returnPressed.connect(self.typing_finished)
        self.new_words.sent.connect(self.why.setFocus)
        self.correct_button.clicked.connect(lambda: self.start(Doing.CORRECTING))
        self.cancel_button.clicked.connect(self.stop)
        self.recount_button.clicked.connect(lambda: self.present.setFocus(Qt.FocusReason.OtherFocusReason))
        self.more.aboutToShow.connect(self._on_more_wanted)
