"""The usual course of a vote, as far as it changes the event: it is opened and closed."""

from __future__ import annotations

from facilitator.conduct.event import Event
from facilitator.conduct.voting import close_question, open_question, take_back_opening
from facilitator.core.result import QuestionResult
from facilitator.errors import Refused
from facilitator.words.message import say
from ui.run.step_panel import Undo
from ui.run.vote_doing import AtVote
from ui.run.vote_gaps import VoteGaps
from ui.run.vote_typing import VoteTyping
from ui.run.vote_view import VoteView


class VoteCourse:
    """Opens and closes by what is typed; each verb raises a `FacilitatorError` where it is refused."""

    def __init__(self, event: Event, view: VoteView, typing: VoteTyping, gaps: VoteGaps) -> None:
        self._event, self._view, self._typing, self._gaps = event, view, typing, gaps

    def open(self, question: QuestionResult, other: QuestionResult | None) -> Undo:
        """Open a question, unless `other` is another one that is open; return how to take that back."""
        if other is not None and other.key != question.key:
            raise Refused(say("Another question is open: “{question}”", question=other.text), say("Close it first."))
        if self._view.present.is_refused:
            raise Refused(say("How many people are present was not taken."), say("Type it again, in whole numbers."))
        open_question(self._event, question.key, present=self._view.present.figure)
        self._typing.keep_way()
        return Undo(say("Take back the opening"), lambda: take_back_opening(self._event, question.key))

    def close(self, at: AtVote) -> None:
        """Store what is typed and close the question."""
        self._typing.store_all(at.question)
        if gaps := self._gaps.gaps(at):
            raise Refused(gaps[0], say("Finish the count, or clear its figures; then close."))
        close_question(self._event, at.question.key, self._gaps.closing())
        self._typing.drop_draft(at.question.key)
