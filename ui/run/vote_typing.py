"""What is typed at a vote: kept as a draft of its question, put back, and stored once it is whole."""

from __future__ import annotations

from facilitator.conduct.counting import standing_second_count
from facilitator.conduct.event import Event
from facilitator.conduct.seating import tables_at
from facilitator.conduct.voting import restate_present
from facilitator.core.keys import Channel, State
from facilitator.core.result import QuestionResult
from ui.run.count_keeping import store_hands, store_row, stored_hands
from ui.run.hands_typed import ROOM
from ui.run.step_panel import Undo
from ui.run.vote_doing import AtVote, Doing, Draft, Way
from ui.run.vote_view import VoteView


class VoteTyping:
    """Fills the fields of a vote from the event file and from drafts, and stores them there."""

    def __init__(self, event: Event, view: VoteView) -> None:
        self._event, self._view = event, view
        self._drafts: dict[str, Draft] = {}
        self._last_way = Way.HANDS
        self._followed: set[str] = set()

    @property
    def is_unsaved(self) -> bool:
        """Whether a draft holds figures that are not in the event file."""
        return any(draft.hands is not None or draft.tables for draft in self._drafts.values())

    def keep_way(self) -> None:
        """Count the next question in the way that is chosen now."""
        self._last_way = self._view.way

    def keep_draft(self, at: AtVote) -> None:
        """Keep what was typed for a question."""
        view = self._view
        if at.question.state is not State.OPEN or at.is_correcting:
            return
        draft = Draft(view.way, view.present.figure, reason=view.reason.text(), disjoint=view.disjoint.isChecked())
        if view.counter.is_changed:
            draft.hands = view.counter.typed
        draft.tables = view.grid.model.typed()
        self._drafts[at.question.key] = draft

    def drop_draft(self, key: str) -> None:
        """Forget what was typed for a question."""
        self._drafts.pop(key, None)

    def show_people(self, at: AtVote, last_present: int | None, *, is_new: bool) -> None:
        """Show who is here; a question that was not asked yet begins with `last_present`."""
        told = at.question.denominators.present
        if is_new:
            known = last_present if at.question.state is State.READY and told is None else told
            self._begin(at.question, known)
        elif at.question.state is State.CLOSED and at.doing is Doing.VOTING and not self._view.present.hasFocus():
            self._view.present.set_figure(told)

    def show_counts(self, at: AtVote, *, is_new: bool) -> None:
        """Show the stored counts, and over them what was typed."""
        view, question = self._view, at.question
        first = stored_hands(self._event, question)
        second = None if at.is_correcting else standing_second_count(self._event, question.key, ROOM, Channel.HANDS)
        view.counter.ask(question, first, second, takes_second=not at.is_correcting)
        view.grid.ask(question, tables_at(self._event, question.key))
        draft = self._drafts.get(question.key)
        if is_new and draft is not None:
            if draft.hands is not None:
                view.counter.restore(draft.hands)
            view.grid.model.restore(draft.tables)

    def follow_tables(self, question: QuestionResult) -> None:
        """Show the tables once they send their counts and nobody counts hands."""
        voted = _channels(question)
        first_come = Channel.TALLY in voted and question.key not in self._followed
        if first_come:
            self._followed.add(question.key)
        if first_come and Channel.HANDS not in voted and not self._view.counter.is_changed:
            self._view.choose_way(Way.TABLES)

    def forget_counts(self) -> None:
        """Forget what was typed into the counts: they hold what is stored."""
        self._view.counter.forget()
        self._view.grid.model.restore({})

    def store_all(self, question: QuestionResult) -> None:
        """Store everything that is whole."""
        grid = self._view.grid
        grid.finish_typing()
        self.store_present(question)
        if self._view.way is Way.TABLES:
            for row in grid.model.changed_rows:
                self.store_row(question, row)
        self.store_hands(question)

    def store_present(self, question: QuestionResult) -> None:
        """Store how many people are present, where that is known and new."""
        present = self._view.present.figure
        if question.state is State.OPEN and present is not None and present != question.denominators.present:
            restate_present(self._event, question.key, present)

    def store_hands(self, question: QuestionResult) -> Undo | None:
        """Store the hands if they are whole."""
        counter = self._view.counter
        if question.state is not State.OPEN or counter.has_refused:
            return None
        return store_hands(self._event, question, counter.typed)

    def store_row(self, question: QuestionResult, row: int) -> Undo | None:
        """Store the row of one table if it is whole."""
        if question.state is not State.OPEN:
            return None
        return store_row(self._event, question, self._view.grid.model, row)

    def _begin(self, question: QuestionResult, present: int | None) -> None:
        view, draft = self._view, self._drafts.get(question.key)
        view.present.set_figure(draft.present if draft is not None and draft.present is not None else present)
        view.choose_way(draft.way if draft is not None else self._usual_way(question))
        view.reason.setText(draft.reason if draft is not None else "")
        view.disjoint.setChecked(draft.disjoint if draft is not None else False)

    def _usual_way(self, question: QuestionResult) -> Way:
        voted = _channels(question)
        if Channel.TALLY in voted:
            return Way.TABLES
        return Way.HANDS if Channel.HANDS in voted else self._last_way


def _channels(question: QuestionResult) -> set[Channel]:
    return {channel for channel, cast in question.tally.cast_by_channel.items() if cast}
