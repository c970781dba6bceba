"""What is typed at a vote: kept as a draft of its question, put back, and stored once it is whole."""

from __future__ import annotations

from facilitator.conduct.counting import standing_second_count
from facilitator.conduct.event import Event
from facilitator.conduct.seating import tables_at
from facilitator.conduct.voting import restate_present
from facilitator.core.keys import Channel, State
from facilitator.core.result import QuestionResult
from facilitator.words.translator import Translator
from ui.run.count_keeping import store_hands, store_row, stored_hands
from ui.run.hands_typed import ROOM
from ui.run.step_panel import Undo
from ui.run.vote_doing import AtVote, Doing, Draft, Way, stand_of
from ui.run.vote_view import VoteView


class VoteTyping:
    """Fills the fields of a vote from the event file and from drafts, and stores them there."""

    def __init__(self, event: Event, view: VoteView, words: Translator) -> None:
        self._event, self._view, self._words = event, view, words
        self._drafts: dict[str, Draft] = {}
        self._last_way = Way.HANDS
        self._followed: set[str] = set()
        self._offered: int | None = None

    @property
    def unsaved(self) -> str | None:
        """The key of a question whose draft holds figures or words that are not in the event file, if there is one."""
        return next((key for key, draft in self._drafts.items() if draft.is_unsaved), None)

    def keep_way(self) -> None:
        """Count the next question in the way that is chosen now."""
        self._last_way = self._view.way

    def keep_draft(self, at: AtVote) -> None:
        """Keep what was typed for a question: figures while it is open, and whatever was begun beside its course."""
        question, present = at.question, self._typed_present(at.question)
        self.drop_draft(question.key)
        is_ready_and_typed = question.state is State.READY and present is not None
        if question.state is State.OPEN or at.doing is not Doing.VOTING or is_ready_and_typed:
            self._drafts[question.key] = self._draft(at, present)

    def take_draft(self, question: QuestionResult) -> Draft | None:
        """Return what was typed for a question as it stands, to be put back into the fields; it is kept no longer."""
        draft = self._drafts.pop(question.key, None)
        return draft if draft is not None and draft.stand == stand_of(question) else None

    def drop_draft(self, key: str) -> None:
        """Forget what was typed for a question."""
        self._drafts.pop(key, None)

    def begin_people(self, question: QuestionResult, last_present: int | None, draft: Draft | None) -> None:
        """Show who is here as somebody comes to a question; one that was not asked yet begins with `last_present`."""
        told = question.denominators.present
        self._offered = last_present if question.state is State.READY and told is None else told
        self._begin(question, self._offered, draft)

    def follow_people(self, at: AtVote) -> None:
        """Show who is here while somebody stays at a question."""
        told = at.question.denominators.present
        if at.question.state is State.CLOSED and at.doing is Doing.VOTING and not self._view.present.hasFocus():
            self._view.present.set_figure(told)

    def begin_counts(self, at: AtVote, draft: Draft | None) -> None:
        """Show the stored counts as somebody comes to a question, and over them what was typed for it before."""
        self.show_counts(at)
        if draft is not None and draft.hands is not None:
            self._view.counter.restore(draft.hands)
        self._view.grid.model.restore(draft.tables if draft is not None else {})

    def show_counts(self, at: AtVote) -> None:
        """Show the stored counts; what was typed for the same question stays."""
        view, question = self._view, at.question
        first = stored_hands(self._event, question)
        second = None if at.is_correcting else standing_second_count(self._event, question.key, ROOM, Channel.HANDS)
        view.counter.ask(question, first, second, takes_second=not at.is_correcting)
        view.grid.ask(question, tables_at(self._event, question.key))

    def follow_tables(self, question: QuestionResult) -> None:
        """Show the tables once they send their counts and nobody counts hands."""
        voted = _channels(question)
        first_come = Channel.TALLY in voted and question.key not in self._followed
        if first_come:
            self._followed.add(question.key)
        counter = self._view.counter
        if first_come and Channel.HANDS not in voted and not (counter.is_changed or counter.has_refused):
            self._view.choose_way(Way.TABLES)

    def is_begun(self, question: QuestionResult) -> bool:
        """Return whether anything of a count is stored or typed."""
        view = self._view
        typed = view.counter.is_changed or view.counter.has_refused or bool(view.grid.model.changed_rows)
        return bool(question.tally.cast) or typed

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
        return store_hands(self._event, question, counter.typed, self._words)

    def store_row(self, question: QuestionResult, row: int) -> Undo | None:
        """Store the row of one table if it is whole."""
        if question.state is not State.OPEN:
            return None
        return store_row(self._event, question, self._view.grid.model, row, self._words)

    def _draft(self, at: AtVote, present: int | None) -> Draft:
        view, question = self._view, at.question
        hands = view.counter.typed if view.counter.is_changed else None
        return Draft(
            stand_of(question), view.way, present, hands, view.grid.model.typed(), view.reason.text(),
            view.disjoint.isChecked(), at.doing, *view.reasons(at),
        )  # fmt: skip

    def _typed_present(self, question: QuestionResult) -> int | None:
        """Return how many people somebody typed who is here; None where it is what the field was filled with."""
        told, typed = question.denominators.present, self._view.present.figure
        return None if typed == (self._offered if told is None else told) else typed

    def _begin(self, question: QuestionResult, present: int | None, draft: Draft | None) -> None:
        view = self._view
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
