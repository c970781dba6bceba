"""One vote in the NOW card: it opens, is counted, closes and shows its result, and what may be done with it besides."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.conduct.counting import unfitting
from facilitator.conduct.event import Event
from facilitator.conduct.seating import record_headcount, tables_at
from facilitator.conduct.voting import reopen_question
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.errors import FacilitatorError
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.next_scene import Closing, Opening
from ui.run.on_screen import OnScreen, Vote
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel, Undo
from ui.run.vote_amending import VoteAmending
from ui.run.vote_course import VoteCourse
from ui.run.vote_doing import SAVES, AtVote, Doing, Way, choices, stand_of
from ui.run.vote_gaps import VoteGaps
from ui.run.vote_typing import VoteTyping
from ui.run.vote_view import VoteView
from ui.run.vote_words import told_of_one

CLOSED_BY_MISTAKE = say("closed by mistake")


class VotePanel(StepPanel):
    """The NOW card's part for a question: its verbs from opening to correction, and the fields they need."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._at: AtVote | None = None
        self._snapshot: Snapshot | None = None
        self._on_screen: OnScreen | None = None
        self._place: Place | None = None
        self._is_showing = False
        self._told_notice: Message | None = None
        self.view = view = VoteView(self, words, self._unfitting)
        self.present, self.counter, self.grid, self.chart = view.present, view.counter, view.grid, view.chart
        self.hands_button, self.tables_button = view.hands_button, view.tables_button
        self.disjoint, self.reason, self.why, self.new_words = view.disjoint, view.reason, view.why, view.new_words
        self.correct_button, self.recount_button = view.correct_button, view.recount_button
        self.cancel_button, self.more_button, self.more = view.cancel_button, view.more_button, view.more
        self._typing, self._gaps = VoteTyping(event, view, words), VoteGaps(event, view)
        self._course = VoteCourse(event, view, self._typing, self._gaps)
        self._amending = VoteAmending(event, view, self._gaps)
        self._connect()

    # What the NOW card asks of every panel.

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show a question as it stands; what was typed for it stays."""
        question = snapshot.question(place.question)
        if question is None:
            return
        self._is_showing = True
        before, place_before = self._at, self._place
        self._snapshot, self._on_screen = snapshot, on_screen
        if before is None or place_before != place or _is_reworded(before.question, question):
            self._keep_draft()
            self._place = place
            self._come_to(question, snapshot.last_present)
        else:
            self._stay_at(question, before)
        self.view.show_result(question)
        was_typed_in = self.counter.has_focus
        self._typing.follow_tables(question)
        self._show_now()
        if was_typed_in and self._at is not None and self._at.counts and self.view.way is Way.TABLES:
            self.view.focus_counting()  # else Qt gives the keyboard to whatever is next
        self._is_showing = False

    def _come_to(self, question: QuestionResult, last_present: int | None) -> None:
        """Begin at a question, or go on where it was left."""
        draft = self._typing.take_draft(question)
        at = self._at = AtVote(question, draft.doing if draft is not None else Doing.VOTING)
        self.view.clear_reasons()
        if draft is not None:
            self._amending.take_up(at, draft)
        self._tell(None)
        self._typing.begin_people(question, last_present, draft)
        self._typing.begin_counts(at, draft)

    def _stay_at(self, question: QuestionResult, before: AtVote) -> None:
        """Show a question as it stands now; what was begun with it is over once it stands otherwise."""
        goes_on = stand_of(question) == stand_of(before.question)
        at = self._at = AtVote(question, before.doing if goes_on else Doing.VOTING)
        self._typing.follow_people(at)
        self._typing.show_counts(at)

    def next_step(self) -> NextStep | None:
        """Return the one thing to do next: open, close, show the result; None when the run sheet goes on."""
        if self._at is None:
            return None
        question, doing = self._at.question, self._at.doing
        if doing is not Doing.VOTING:
            return NextStep(SAVES[doing], self._save)
        if question.state is State.READY:
            return NextStep(say("Open the vote"), self._open, Opening(question.key))
        if question.state is State.OPEN:
            return NextStep(say("Close the vote"), self._close, Closing(question.key))
        result = Vote(question.key, revealed=True)
        if question.state is State.CLOSED and self._on_screen != result:
            return NextStep(say("Show the result"), self._reveal, result)
        return None

    def missing(self) -> tuple[Message, ...]:
        """Return what stands in the way of closing, or of the correction, in words."""
        if self._at is None:
            return ()
        gaps = self._gaps.gaps(self._at, but_row=self.grid.current_row)
        return (*gaps, *(blocker.message for blocker in self._gaps.blockers(self._at)))

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        if self._at is None or self._at.question.state is State.READY:
            self.view.focus_present()
        elif self._at.counts:
            self.view.focus_counting()

    def count_by(self, way: Way) -> None:
        """Count by hands or by tables from the beginning; a count that was begun goes on as it was begun."""
        if self._at is not None and self._at.doing is Doing.VOTING and not self._typing.is_begun(self._at.question):
            self.view.choose_way(way)

    def unsaved(self) -> QuestionResult | None:
        """Return a question for which figures or words were typed that are not in the event file, if there is one."""
        self._keep_draft()
        key = self._typing.unsaved
        return self._snapshot.question(key) if key is not None and self._snapshot is not None else None

    @property
    def asks_for_figures(self) -> bool:
        """Whether figures are to be typed now."""
        return self._at is not None and self._at.counts

    # Verbs.

    def _open(self) -> None:
        question, snapshot = self._asked(), self._snapshot
        undo = self._course.open(question, snapshot.open_question if snapshot is not None else None)
        self.acted.emit(undo)
        self.screen_wanted.emit(Vote(question.key))

    def _close(self) -> None:
        key = self._asked().key
        self._course.close(self._now())

        def undo() -> None:
            reopen_question(self._event, key, why=self._words(CLOSED_BY_MISTAKE))
            self.screen_wanted.emit(Vote(key))

        self.acted.emit(Undo(say("Take back the closing"), undo))
        self.screen_wanted.emit(Vote(key))

    def _reveal(self) -> None:
        self.screen_wanted.emit(Vote(self._asked().key, revealed=True))

    # What may be done beside the usual course.

    def start(self, doing: Doing) -> None:
        """Begin a correction, another opening, another wording or taking the question back."""
        self._keep_draft()
        at = self._at = AtVote(self._asked(), doing)
        self._amending.begin(at)
        if at.is_correcting:
            self._show_counts()
        self._show_now()
        self.changed.emit()
        if at.is_correcting:
            self.focus_first()
        else:
            self.view.focus_reason(doing)

    def stop(self) -> None:
        """Leave it as it is."""
        if self._now().is_correcting:
            self.present.set_figure(self._asked().denominators.present)
        self._stop_doing()
        self._show_counts()
        self._show_now()
        self.changed.emit()

    def _save(self) -> None:
        at = self._now()
        wanted = self._amending.save(at)
        if wanted is not None:
            self.screen_wanted.emit(wanted)
        self._stop_doing()
        self.acted.emit(None)

    def _stop_doing(self) -> None:
        was_correcting = self._now().is_correcting
        self._at = AtVote(self._asked())
        self._typing.drop_draft(self._asked().key)
        self.view.clear_reasons()
        if was_correcting:
            self._typing.forget_counts()

    # Showing.

    def _now(self) -> AtVote:
        assert self._at is not None
        return self._at

    def _asked(self) -> QuestionResult:
        return self._now().question

    def _keep_draft(self) -> None:
        if self._at is not None:
            self._typing.keep_draft(self._at)

    def _unfitting(self, sheet: CountSheet) -> Message | None:
        return unfitting(self._event, self._asked().key, sheet)

    def _show_counts(self) -> None:
        self._typing.show_counts(self._now())
        self.view.show_result(self._asked())

    def _show_now(self) -> None:
        at = self._at
        if at is None:
            return
        self.view.show_question(at.question, revealed=self._on_screen == Vote(at.question.key, revealed=True))
        is_voting = at.doing is Doing.VOTING
        self.view.show_parts(at, explains=is_voting and at.counts and self._gaps.needs_explaining(at))
        self.counter.show_against(self.present.figure)
        self._show_warnings(at)

    def _show_warnings(self, at: AtVote) -> None:
        told = [self._told_notice] if self._told_notice is not None else []
        alone = told_of_one(at.question) if at.doing is Doing.VOTING else None
        self.view.show_warnings([*told, *self._gaps.warnings(at), *([alone] if alone is not None else [])])

    def _tell(self, notice: Message | None) -> None:
        if notice == self._told_notice:
            return
        self._told_notice = notice
        if self._at is not None:
            self._show_warnings(self._at)

    # Slots.

    def _on_more_wanted(self) -> None:
        self.more.clear()
        for name, doing in choices(self._asked()):
            action = self.more.addAction(self._words(name))
            action.triggered.connect(lambda _checked=False, doing=doing: self.start(doing))

    def _on_counting_left(self) -> None:
        self._attempt(lambda: self._typing.store_hands(self._asked()))

    def _on_row_left(self, row: int) -> None:
        self._attempt(lambda: self._typing.store_row(self._asked(), row))

    def _on_present_left(self) -> None:
        if self._at is not None and self._at.question.state is State.OPEN:
            self._attempt(lambda: self._typing.store_present(self._asked()))

    def _on_table_wanted(self, place: str) -> None:
        model, question = self.grid.model, self._asked()
        if model.row_of(place) < 0:
            self._attempt(lambda: record_headcount(self._event, question.activity, place, None))
            self.grid.ask(question, tables_at(self._event, question.key))
        if (row := model.row_of(place)) >= 0:
            self.grid.go_to(row)

    def _attempt(self, verb: Callable[[], Undo | None]) -> None:
        """Store what was typed if anything is new; what is refused is told, and stays in its field."""
        at = self._at
        if at is None or at.doing is not Doing.VOTING or self._is_showing or self._event.is_closed:
            return
        before = self._event.last_entry()
        try:
            undo = verb()
        except FacilitatorError as error:
            self.failed.emit(error)
            return
        if self._event.last_entry() != before:
            self.acted.emit(undo)

    def _on_typed(self) -> None:
        if self._is_showing:
            return
        self._show_now()
        self.changed.emit()

    def _on_way_chosen(self) -> None:
        if self._is_showing or self._at is None:
            return
        self._typing.keep_way()
        self._show_now()
        self.changed.emit()

    def _on_counted(self) -> None:
        if self.view.way is Way.HANDS:
            self._on_counting_left()
        if self._now().is_correcting:
            self.why.setFocus()
        elif self.view.asks_for_reason and not self.reason.text():
            self.reason.setFocus()
        else:
            self.typing_finished.emit()

    def _on_present_entered(self) -> None:
        if self.asks_for_figures:
            self.view.focus_counting()
        else:
            self.typing_finished.emit()

    def _connect(self) -> None:
        view = self.view
        view.typed.connect(self._on_typed)
        view.noticed.connect(self._tell)
        view.way_chosen.connect(self._on_way_chosen)
        view.counted.connect(self._on_counted)
        view.explained.connect(self.typing_finished)
        self.present.entered.connect(self._on_present_entered)
        self.present.editingFinished.connect(self._on_present_left)
        self.counter.left.connect(self._on_counting_left)
        self.grid.row_left.connect(self._on_row_left)
        self.grid.table_wanted.connect(self._on_table_wanted)
        self.correct_button.clicked.connect(lambda: self.start(Doing.CORRECTING))
        self.cancel_button.clicked.connect(self.stop)
        self.more.aboutToShow.connect(self._on_more_wanted)


def _is_reworded(before: QuestionResult, now: QuestionResult) -> bool:
    return before.wording_version != now.wording_version
