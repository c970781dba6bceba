"""The operator's desk: where the operator is, what the room sees, and the verbs that change the event."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from facilitator.conduct.counting import correct_count, correct_present, enter_count, replace_count, standing_count
from facilitator.conduct.event import Event
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.voting import Closing, close_question, open_question
from facilitator.core.accounting import Blocker
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import Channel, State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.errors import Refused
from facilitator.words.message import say
from ui.models.run_sheet import Place, SheetRow, place_after, sheet_rows, starting_place
from ui.room_screen.scene import Asking, Closed, Revealed, Scene, Welcome
from ui.run.hands import ROOM, HandsEntry, in_the_way, is_new, other_votes_alone, refuse_incomplete
from ui.run.snapshot import Snapshot, read_snapshot


class NextAction(StrEnum):
    """The one thing to do next."""

    OPEN = "open"
    CLOSE = "close"
    REVEAL = "reveal"
    GO_ON = "go on"


class Desk(QObject):
    """Reads the event, follows the run sheet and calls the verbs; a verb that refuses raises, and changes nothing."""

    changed = Signal()

    def __init__(self, event: Event, *, place_and_date: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event = event
        self._place_and_date = place_and_date
        self._read()
        self.place = starting_place(self.rows)
        self._furthest = self.place
        self._on_screen = self.place.question if self.place and self.snapshot.open_question else ""
        self._revealed = False

    snapshot: Snapshot
    rows: tuple[SheetRow, ...]

    @property
    def question(self) -> QuestionResult | None:
        """The question at the operator's place, if that is one."""
        return self.snapshot.question(self.place.question) if self.place and self.place.question else None

    @property
    def is_revealed(self) -> bool:
        """Whether the room sees the result of the question at the operator's place."""
        question = self.question
        return question is not None and self._revealed and self._on_screen == question.key

    @property
    def next_action(self) -> NextAction:
        """What the operator does next."""
        state = self.question.state if self.question is not None else None
        if state is State.CLOSED and not self.is_revealed:
            return NextAction.REVEAL
        actions = {State.READY: NextAction.OPEN, State.OPEN: NextAction.CLOSE}
        return actions.get(state, NextAction.GO_ON) if state is not None else NextAction.GO_ON

    @property
    def is_at_end(self) -> bool:
        """Whether nothing follows in the run sheet."""
        return self.place is None or place_after(self.rows, self.place) is None

    @property
    def scene(self) -> Scene:
        """What the room sees."""
        question = self.snapshot.question(self._on_screen)
        if question is None:
            return Welcome(self.snapshot.record.details.title, self._place_and_date)
        if question.state is State.OPEN:
            voted = question.tally.cast if question.tally.cast_by_channel else None
            return Asking(shown(question, Audience.ROOM), question.denominators.present, voted)
        if self._revealed:
            return Revealed(shown(question, Audience.ROOM))
        return Closed(question.text)

    def refresh(self) -> None:
        """Read the event again and tell the windows."""
        self._read()
        self.changed.emit()

    def go_to(self, place: Place) -> None:
        """Look at another place of the run sheet; what the room sees stays."""
        self.place = place
        self.refresh()

    def go_on(self) -> None:
        """Go to what follows; the room sees the quiet screen until the next question is open."""
        following = place_after(self.rows, self.place) if self.place is not None else None
        if following is None:
            return
        if self.snapshot.question(self._on_screen) != self.snapshot.open_question:
            self._on_screen, self._revealed = "", False
        self.place = self._furthest = following
        self.refresh()

    def open_vote(self, present: int | None) -> None:
        """Open the question at the operator's place."""
        question = self._the_question()
        other = self.snapshot.open_question
        if other is not None:
            raise Refused(say("Another question is open: “{question}”", question=other.text), say("Close it first."))
        open_question(self._event, question.key, present=present)
        self._on_screen, self._revealed = question.key, False
        self.refresh()

    def close_vote(self, entry: HandsEntry) -> None:
        """Store the figures, then close the question on them; what is stored stays stored if the closing is refused."""
        question = self._the_question()
        if not other_votes_alone(question, entry):
            self._store_hands(question, entry)
        close_question(self._event, question.key, Closing(entry.present, explanation=entry.explanation))
        self._on_screen, self._revealed = question.key, False
        self.refresh()

    def reveal(self) -> None:
        """Show the result of the question at the operator's place to the room."""
        self._on_screen, self._revealed = self._the_question().key, True
        self.refresh()

    def correct(self, entry: HandsEntry) -> None:
        """Correct the result of the question at the operator's place, with a reason."""
        question = self._the_question()
        refuse_incomplete(entry)
        present = question.denominators.present if entry.present is None else entry.present
        if is_new(entry, self.stored_hands(question)):
            correct_count(
                self._event, question.key, entry.sheet, why=entry.why, present=present, explanation=entry.explanation
            )
        elif present is not None and present != question.denominators.present:
            correct_present(self._event, question.key, present, why=entry.why, explanation=entry.explanation)
        self.refresh()

    def stored_hands(self, question: QuestionResult) -> CountSheet | None:
        """Return the hands of a question that are in the event file."""
        return standing_count(self._event, question.key, ROOM, Channel.HANDS)

    def in_the_way(self, entry: HandsEntry) -> list[Blocker]:
        """Return what stands in the way of closing with what was typed."""
        return in_the_way(self._event, self._the_question(), entry)

    def add_note(self, note: Note) -> None:
        """Store a note."""
        add_note(self._event, note)
        self.refresh()

    def _store_hands(self, question: QuestionResult, entry: HandsEntry) -> None:
        refuse_incomplete(entry)
        stored = self.stored_hands(question)
        if is_new(entry, stored):
            store = enter_count if stored is None else replace_count
            store(self._event, question.key, entry.sheet)
            self._read()

    def _the_question(self) -> QuestionResult:
        assert self.question is not None
        return self.question

    def _read(self) -> None:
        self.snapshot = read_snapshot(self._event)
        record = self.snapshot.record
        stages = [stage.key for stage in record.stages]
        furthest = getattr(self, "_furthest", None)
        self.rows = sheet_rows(record.steps, self.snapshot.questions, stages, furthest)
