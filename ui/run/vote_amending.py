"""What may be done with a question beside its usual course: correct it, reopen it, reword it, take it back."""

from __future__ import annotations

from facilitator.conduct.event import Event
from facilitator.conduct.voting import ask_again, reopen_question, void_question
from facilitator.errors import Refused
from facilitator.words.message import say
from ui.run.count_keeping import Correction, correct_hands, correct_people, correct_tables
from ui.run.on_screen import OnScreen, Vote
from ui.run.vote_doing import AtVote, Doing, Draft, Way
from ui.run.vote_gaps import VoteGaps
from ui.run.vote_view import VoteView


class VoteAmending:
    """Does what the operator began, by what is typed; each verb raises a `FacilitatorError` where it is refused."""

    def __init__(self, event: Event, view: VoteView, gaps: VoteGaps) -> None:
        self._event, self._view, self._gaps = event, view, gaps

    def begin(self, at: AtVote) -> None:
        """Make the fields ready for what the operator is about."""
        view = self._view
        view.clear_reasons()
        if at.is_correcting:
            view.counter.forget()
        if at.doing is Doing.REWORDING:
            view.new_words.setPlainText(at.question.text)
            view.new_words.selectAll()

    def take_up(self, at: AtVote, draft: Draft) -> None:
        """Put back what was typed for it before somebody looked elsewhere."""
        self._view.why.setText(draft.why)
        if at.doing is Doing.REWORDING:
            self._view.new_words.setPlainText(at.question.text if draft.new_words is None else draft.new_words)

    def save(self, at: AtVote) -> OnScreen | None:
        """Do it, and return what the room is to see if that changes."""
        key, why = at.question.key, self._view.why.text()
        if at.doing is Doing.REOPENING:
            reopen_question(self._event, key, why=why)
            return Vote(key)
        if at.is_correcting:
            self._correct(at)
        elif at.doing is Doing.REWORDING:
            ask_again(self._event, key, self._new_words(at), why=why)
        elif at.doing is Doing.TAKING_BACK:
            void_question(self._event, key, why=why)
        return None

    def _new_words(self, at: AtVote) -> str:
        """Return the new words; the old ones are no new wording, whoever pressed Enter on them."""
        words = self._view.new_words.toPlainText().strip()
        if words == at.question.text.strip():
            raise Refused(say("The words are as they were."), say("Change them; or press “Leave it as it is”."))
        return words

    def _correct(self, at: AtVote) -> None:
        view, why = self._view, self._view.why.text().strip()
        if view.counter.has_refused or view.present.is_refused:
            raise Refused(say("A figure was not taken."), say("Type it again, in whole numbers."))
        view.grid.finish_typing()
        correction = Correction(why, view.present.figure, why if self._gaps.needs_explaining(at) else "")
        if view.way is Way.TABLES:
            correct_tables(self._event, at.question, view.grid.model, correction)
        elif view.counter.is_changed:
            correct_hands(self._event, at.question, view.counter.typed.first, correction)
        else:
            correct_people(self._event, at.question, correction)
