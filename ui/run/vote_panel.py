"""One vote: who is here, what was counted and how, what blocks closing, and the result with its corrections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QRadioButton, QVBoxLayout, QWidget

from facilitator.conduct.counting import (
    correct_count,
    correct_present,
    correction_blockers,
    enter_count,
    enter_second_count,
    replace_count,
    standing_count,
    standing_second_count,
    unfitting,
)
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
from facilitator.core.tables import place_name, tables_have_not_sent
from facilitator.core.tally import CountSheet
from facilitator.document.base import base_sentence
from facilitator.errors import FacilitatorError, Refused
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.models.table_counts import TableEntry
from ui.run.deciding import named_field
from ui.run.hands_counter import ROOM, HandsCounter, HandsTyped
from ui.run.on_screen import OnScreen, Vote
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel, Undo
from ui.run.tables_grid import TablesGrid
from ui.widgets.chart_view import ChartView
from ui.widgets.fields import FigureField
from ui.widgets.text import push_button, set_role, text_label

CLOSED_BY_MISTAKE = "closed by mistake"
_STATES = {
    "ready": say("Not open yet"),
    "open": say("Open"),
    "closed": say("Closed"),
    "corrected": say("Closed, corrected"),
    "void": say("Taken back"),
}
_CHANNELS = {
    Channel.HANDS: say("hands"),
    Channel.TALLY: say("tables"),
    Channel.PAPER: say("paper"),
    Channel.PHONE: say("phones"),
    Channel.IMPORT: say("from a file"),
}


class Way(Enum):
    """How the votes of a question are counted in the room."""

    HANDS = "hands"
    TABLES = "tables"


class Doing(Enum):
    """What the operator is about, beside the usual course of a vote."""

    VOTING = "voting"
    CORRECTING = "correcting"
    REOPENING = "reopening"
    REWORDING = "rewording"
    TAKING_BACK = "taking back"


_NEEDS_WHY = {
    Doing.CORRECTING: say("Why it is corrected, printed in the report"),
    Doing.REOPENING: say("Why it is opened again, printed in the report"),
    Doing.REWORDING: say("Why the wording is changed, printed in the report"),
    Doing.TAKING_BACK: say("Why it is taken back, printed in the report"),
}
_SAVES = {
    Doing.CORRECTING: say("Save the correction"),
    Doing.REOPENING: say("Open the vote again"),
    Doing.REWORDING: say("Ask on the new wording"),
    Doing.TAKING_BACK: say("Take the question back"),
}


@dataclass(slots=True)
class _Draft:
    """What was typed for one question and is not stored, kept while the operator looks elsewhere."""

    way: Way
    present: int | None = None
    hands: HandsTyped | None = None
    tables: dict[str, TableEntry] = field(default_factory=dict)
    reason: str = ""
    disjoint: bool = False


class VotePanel(StepPanel):
    """The NOW card's part for a question.

    `typing_finished`: the last field was left by Enter, so that the next step may have the focus.
    """

    typing_finished = Signal()

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._question: QuestionResult | None = None
        self._snapshot: Snapshot | None = None
        self._on_screen: OnScreen | None = None
        self._place: Place | None = None
        self._drafts: dict[str, _Draft] = {}
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
        self.reason, self.why, self.new_words = QLineEdit(), QLineEdit(), QLineEdit()
        self.correct_button = push_button(words(say("Correct the result")), "quiet")
        self.recount_button = push_button(words(say("Count the people again")), "quiet")
        self.cancel_button = push_button(words(say("Leave it as it is")), "quiet")
        self.more_button = push_button(words(say("More")), "quiet")
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
        self._show_texts()
        self._is_showing = False

    def next_step(self) -> NextStep | None:
        """Return the one thing to do next: open, close, show the result; None when the run sheet goes on."""
        question = self._question
        if question is None:
            return None
        if self._doing is not Doing.VOTING:
            return NextStep(_SAVES[self._doing], self._save)
        if question.state is State.READY:
            return NextStep(say("Open the vote"), self._open)
        if question.state is State.OPEN:
            return NextStep(say("Close the vote"), self._close)
        if question.state is State.CLOSED and self._on_screen != Vote(question.key, revealed=True):
            return NextStep(say("Show the result"), self._reveal)
        return None

    def missing(self) -> tuple[Message, ...]:
        """Return what stands in the way of closing, or of the correction, in words."""
        found = [*self._gaps(), *(blocker.message for blocker in self._blockers())]
        return tuple(found)

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
        self._acted(Undo(say("opening the vote"), lambda: take_back_opening(self._event, key)))
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

        self._acted(Undo(say("closing the vote"), undo))
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
        explanation = why if self._needs_explaining() else ""
        if self._way is Way.TABLES:
            self._correct_tables(why, explanation)
            return
        if self.counter.has_refused or self.present.is_refused:
            raise Refused(say("A figure was not taken."), say("Type it again, in whole numbers."))
        gap = self.counter.typed.first.gap(question) if self.counter.is_changed else None
        if gap is not None:
            raise Refused(gap, say("Finish the count, or leave the result as it is."))
        present = self.present.figure if self.present.figure is not None else question.denominators.present
        if self.counter.is_changed:
            sheet = self._hands_sheet()
            correct_count(self._event, question.key, sheet, why=why, present=present, explanation=explanation)
        else:
            self._correct_present(why, explanation)

    def _correct_tables(self, why: str, explanation: str) -> None:
        question, model = self._asked(), self.grid.model
        self.grid.finish_typing()
        rows = model.changed_rows
        for row in rows:
            if (gap := model.gap(row)) is not None:
                raise Refused(gap, say("Finish the row of {place}.", place=place_name(model.entry(row).place)))
        if not rows:
            self._correct_present(why, explanation)
        for row in rows:
            entry, before = model.entry(row), model.stored_entry(row)
            if entry.people != before.people:
                record_headcount(self._event, question.activity, entry.place, entry.people)
            if not entry.figures.is_empty and entry.sheet != model.stored_sheet(row):
                present = self.present.figure
                correct_count(self._event, question.key, entry.sheet, why=why, present=present, explanation=explanation)

    def _correct_present(self, why: str, explanation: str) -> None:
        question, present = self._asked(), self.present.figure
        if present is None or present == question.denominators.present:
            raise Refused(say("No figure was changed."), say("Change a figure, or leave the result as it is."))
        correct_present(self._event, question.key, present, why=why, explanation=explanation)

    def _reopen(self) -> None:
        reopen_question(self._event, self._asked().key, why=self.why.text())
        self.screen_wanted.emit(Vote(self._asked().key))

    def _reword(self) -> None:
        ask_again(self._event, self._asked().key, self.new_words.text().strip(), why=self.why.text())
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
        """Store the hands if they are whole and new; the second teller's beside them."""
        question, typed = self._asked(), self.counter.typed
        if question.state is not State.OPEN or self.counter.has_refused or typed.first.gap(question) is not None:
            return None
        sheet, before = self._hands_sheet(), self._stored_hands()
        if self._unfitting(sheet) is not None:
            return None
        undo = None
        if before is None:
            enter_count(self._event, question.key, sheet)
        elif sheet != before:
            replace_count(self._event, question.key, sheet)
            undo = self._earlier_figures(question.key, before)
        self._store_second_hands(sheet)
        return undo

    def _store_second_hands(self, first: CountSheet) -> None:
        question, second = self._asked(), self.counter.typed.second
        if second is None or second.gap(question) is not None:
            return
        sheet = second.sheet(ROOM, Channel.HANDS)
        known = standing_second_count(self._event, question.key, ROOM, Channel.HANDS)
        if self._unfitting(sheet) is None and sheet != known:
            enter_second_count(self._event, question.key, sheet)
        del first

    def _store_row(self, row: int) -> Undo | None:
        """Store who sits at a table and, once it is whole, its count."""
        question, model = self._asked(), self.grid.model
        entry, before = model.entry(row), model.stored_entry(row)
        if question.state is not State.OPEN:
            return None
        if entry.people != before.people:
            record_headcount(self._event, question.activity, entry.place, entry.people)
        stored = model.stored_sheet(row)
        if entry.figures.is_empty or model.gap(row) is not None or entry.sheet == stored:
            return None
        if stored is None:
            enter_count(self._event, question.key, entry.sheet)
            return None
        replace_count(self._event, question.key, entry.sheet)
        return self._earlier_figures(question.key, stored)

    def _earlier_figures(self, key: str, before: CountSheet) -> Undo:
        name = say("the new figures of {place}", place=place_name(before.place))
        return Undo(name, lambda: replace_count(self._event, key, before, why="the new figures were a mistake"))

    def _hands_sheet(self) -> CountSheet:
        return self.counter.typed.first.sheet(ROOM, Channel.HANDS)

    def _stored_hands(self) -> CountSheet | None:
        return standing_count(self._event, self._asked().key, ROOM, Channel.HANDS)

    def _unfitting(self, sheet: CountSheet) -> Message | None:
        return unfitting(self._event, self._asked().key, sheet)

    # What stands in the way.

    def _closing(self) -> Closing:
        return Closing(
            self.present.figure, groups_disjoint=self.disjoint.isChecked(), explanation=self.reason.text().strip()
        )

    def _gaps(self) -> list[Message]:
        """Return what was begun to be counted and is not whole, and that nothing is counted yet."""
        question = self._question
        if question is None or not self._counts:
            return []
        if self._doing is Doing.CORRECTING and not (self.counter.is_changed or self.grid.model.changed_rows):
            return []
        found = self._hands_gaps(question)
        model = self.grid.model
        if self._way is Way.TABLES:
            found += [model.told(row) for row in model.changed_rows if model.gap(row) is not None]
        if not found and not question.tally.cast and not self._anything_typed():
            found.append(self._nothing_yet(question))
        return found

    def _hands_gaps(self, question: QuestionResult) -> list[Message]:
        typed = self.counter.typed
        found: list[Message] = []
        if self.counter.has_refused or self.present.is_refused:
            found.append(say("A figure was not taken: type it again, in whole numbers."))
        for figures in (typed.first, typed.second):
            if figures is None or figures.is_empty:
                continue
            gap = figures.gap(question) or self._unfitting(figures.sheet(ROOM, Channel.HANDS))
            if gap is not None:
                found.append(gap if figures is typed.first else say("Second count: {sentence}", sentence=gap))
        if typed.second is not None and typed.second.is_empty and not typed.first.is_empty:
            found.append(say("The second count is not entered yet."))
        return found

    def _nothing_yet(self, question: QuestionResult) -> Message:
        if self._way is Way.TABLES:
            return say("No table has sent its count yet.")
        del question
        return say("The hands are not counted yet.")

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
            whole = self.counter.typed.first.gap(self._asked()) is None
            return [self._hands_sheet()] if whole and self._stored_hands() is not None else []
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
        draft = _Draft(self._way, self.present.figure, reason=self.reason.text(), disjoint=self.disjoint.isChecked())
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

    def _usual_way(self, draft: _Draft | None) -> Way:
        question = self._asked()
        voted = {channel for channel, cast in question.tally.cast_by_channel.items() if cast}
        if draft is not None:
            return draft.way
        if Channel.TALLY in voted:
            return Way.TABLES
        return Way.HANDS if Channel.HANDS in voted else self._last_way

    def _choose_way(self, way: Way) -> None:
        (self.tables_button if way is Way.TABLES else self.hands_button).setChecked(True)

    def _show_counts(self, *, is_new: bool) -> None:
        question = self._asked()
        draft = self._drafts.get(question.key)
        second = standing_second_count(self._event, question.key, ROOM, Channel.HANDS)
        self.counter.ask(question, self._stored_hands(), second)
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
        self._state.setText(self._words(self._standing(question)))
        set_role(self._state, "state" if question.state is State.OPEN else "muted")
        self._show_parts(question)
        self.counter.show_against(self.present.figure)
        self._show_warnings(question)

    def _show_parts(self, question: QuestionResult) -> None:
        is_closed, voting = question.state is State.CLOSED, self._doing is Doing.VOTING
        ready_or_counting = question.state is State.READY or self._counts
        self._people_row.setVisible(ready_or_counting and self._doing in (Doing.VOTING, Doing.CORRECTING))
        self._ways.setVisible(self._doing is not Doing.CORRECTING)
        self.counter.setVisible(self._counts and self._way is Way.HANDS)
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
            self._name_why(self._words(_NEEDS_WHY[self._doing]))
        self._words_row.setVisible(self._doing is Doing.REWORDING)
        self.correct_button.setVisible(is_closed and voting)
        self.cancel_button.setVisible(not voting)
        self.more_button.setVisible(voting and bool(self._choices(question)))

    def _show_warnings(self, question: QuestionResult) -> None:
        told: list[Message] = []
        if self._told_notice is not None:
            told.append(self._told_notice)
        if question.state is State.OPEN and self._counts:
            told += closing_warnings(self._event, question.key, self._closing())
        self._notice.setText("\n".join("⚠  " + self._words(message) for message in told))
        self._notice.setVisible(bool(told))

    def _standing(self, question: QuestionResult) -> Message:
        state = _STATES[question.status]
        if question.practice:
            state = say("{state} · practice, not counted anywhere", state=state)
        if question.state is State.OPEN:
            return self._turnout(question, state)
        if question.state is not State.CLOSED:
            return state
        if self._on_screen == Vote(question.key, revealed=True):
            return say("{state}, and the room sees the result", state=state)
        return say("{state}; the room does not see the result", state=state)

    def _turnout(self, question: QuestionResult, state: Message) -> Message:
        cast, present = question.tally.cast, question.denominators.present
        if present is None:
            told = say_many("{state} · {count} has voted", "{state} · {count} have voted", count=cast, state=state)
        else:
            told = say_many(
                "{state} · {count} of {present} has voted", "{state} · {count} of {present} have voted",
                count=cast, present=present, state=state,
            )  # fmt: skip
        ways = [
            say("{way} {people}", way=_CHANNELS[channel], people=people)
            for channel, people in sorted(question.tally.cast_by_channel.items())
            if people
        ]
        for number, way in enumerate(ways):
            told = say("{told} · {way}", told=told, way=way) if not number else say("{told}, {way}", told=told, way=way)
        if question.tables_missing:
            told = say("{told} · {missing}", told=told, missing=tables_have_not_sent(question.tables_missing))
        return told

    # Choices beside the usual course.

    def _choices(self, question: QuestionResult) -> list[tuple[Message, Doing]]:
        known = {
            State.READY: (Doing.REWORDING, Doing.TAKING_BACK),
            State.OPEN: (Doing.REWORDING, Doing.TAKING_BACK),
            State.CLOSED: (Doing.REOPENING, Doing.REWORDING, Doing.TAKING_BACK),
            State.VOID: (Doing.REWORDING,),
        }
        names = {
            Doing.REOPENING: say("Open the vote again"),
            Doing.REWORDING: say("Change the wording and ask again"),
            Doing.TAKING_BACK: say("Take the question back"),
        }
        return [(names[doing], doing) for doing in known[question.state]]

    def _on_more_wanted(self) -> None:
        self.more.clear()
        for name, doing in self._choices(self._asked()):
            action = self.more.addAction(self._words(name))
            action.triggered.connect(lambda _checked=False, doing=doing: self.start(doing))

    def start(self, doing: Doing) -> None:
        """Begin a correction, another opening, another wording or taking the question back."""
        self._keep_draft()
        self._doing = doing
        self._clear_reasons()
        if doing is Doing.REWORDING:
            self.new_words.setText(self._asked().text)
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
        if self._question is None or self._doing is not Doing.VOTING or self._is_showing:
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
        self._reason_row = named_field(self._words(say("Reason, printed in the report")), self.reason)
        self._words_row = named_field(self._words(say("The question in its new words")), self.new_words)
        self._why_row = named_field(self._words(_NEEDS_WHY[Doing.CORRECTING]), self.why)
        self._why_label = self._why_row.findChildren(QLabel)[0]
        self.more_button.setMenu(self.more)
        self._people_row, self._ways = self._people()

    def _people(self) -> tuple[QWidget, QWidget]:
        row, ways = QWidget(), QWidget()
        layout, choices = QHBoxLayout(row), QHBoxLayout(ways)
        for one in (layout, choices):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(2 * GRID_PX)
        label = text_label(self._words(say("People present")))
        label.setBuddy(self.present)
        layout.addWidget(self.present)
        layout.addWidget(label, 1)
        counted = text_label(self._words(say("Counted by")), "muted", wraps=False)
        choices.addWidget(counted)
        choices.addWidget(self.hands_button)
        choices.addWidget(self.tables_button)
        self.hands_button.setAccessibleName(self._words(say("Counted by hands")))
        self.tables_button.setAccessibleName(self._words(say("Counted by tables")))
        layout.addWidget(ways)
        return row, ways

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        parts: tuple[QWidget, ...] = (
            self._wording, self._state, self._people_row, self.counter, self.grid, self.chart, self._base,
            self._notice, self.disjoint, self.recount_button, self._reason_row, self._words_row, self._why_row,
        )  # fmt: skip
        for part in parts:
            layout.addWidget(part, 1 if part is self.grid else 0)
        layout.setAlignment(self.recount_button, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        quiet = QHBoxLayout()
        quiet.setSpacing(0)
        for button in (self.correct_button, self.cancel_button, self.more_button):
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
        self.new_words.returnPressed.connect(self.why.setFocus)
        self.correct_button.clicked.connect(lambda: self.start(Doing.CORRECTING))
        self.cancel_button.clicked.connect(self.stop)
        self.recount_button.clicked.connect(lambda: self.present.setFocus(Qt.FocusReason.OtherFocusReason))
        self.more.aboutToShow.connect(self._on_more_wanted)
