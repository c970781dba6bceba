"""What stands in the way of closing a vote, or of its correction: gaps in what is typed, and what does not balance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.conduct.counting import correction_blockers
from facilitator.conduct.event import Event
from facilitator.conduct.voting import Closing, closing_blockers, closing_warnings
from facilitator.core.accounting import Blocker
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from facilitator.errors import Refused
from facilitator.words.message import Message, say
from ui.run.count_keeping import corrected_people, corrected_tables, hands_gaps, hands_sheet, stored_hands
from ui.run.vote_doing import AtVote, Way
from ui.run.vote_view import VoteView


class VoteGaps:
    """Reads what is typed, asks the event what would come of it, and stores nothing."""

    def __init__(self, event: Event, view: VoteView) -> None:
        self._event, self._view = event, view

    def closing(self) -> Closing:
        """Return what a closing would state now."""
        view = self._view
        return Closing(
            view.present.figure, groups_disjoint=view.disjoint.isChecked(), explanation=view.reason.text().strip()
        )

    def gaps(self, at: AtVote, *, but_row: int = -1) -> list[Message]:
        """Return what was begun to be counted and is not whole, and that nothing is counted yet.

        `but_row` is the row of the grid that is typed in: how it stands is told below the grid.
        """
        counter, model, by_tables = self._view.counter, self._view.grid.model, self._view.way is Way.TABLES
        if not at.counts or (at.is_correcting and not (counter.is_changed or model.changed_rows)):
            return []
        found: list[Message] = []
        if counter.has_refused or self._view.present.is_refused:
            found.append(say("A figure was not taken: type it again, in whole numbers."))
        found += hands_gaps(self._event, at.question, counter.typed)
        if by_tables:
            found += [model.told(row) for row in model.changed_rows if row != but_row and model.gap(row) is not None]
        if not found and not at.question.tally.cast and not self._anything_typed():
            found.append(
                say("No table has sent its count yet.") if by_tables else say("The hands are not counted yet.")
            )
        return found

    def blockers(self, at: AtVote, explanation: str | None = None) -> list[Blocker]:
        """Return what does not balance, with what is typed as its explanation unless `explanation` is given."""
        if not at.counts:
            return []
        if at.is_correcting:
            return self._correction_blockers(at, self._view.why.text() if explanation is None else explanation)
        closing = self.closing()
        if explanation is not None:
            closing = replace(closing, explanation=explanation)
        if not at.question.tally.cast and closing.present is not None:
            return []  # nothing was stored yet: what lacks is told by the gaps
        return closing_blockers(self._event, at.question.key, closing)

    def warnings(self, at: AtVote) -> list[Message]:
        """Return what does not fit and yet does not stop the closing."""
        if at.question.state is not State.OPEN or not at.counts:
            return []
        return closing_warnings(self._event, at.question.key, self.closing())

    def needs_explaining(self, at: AtVote) -> bool:
        """Return whether words would settle some of what does not balance."""
        return any(blocker.can_be_explained for blocker in self.blockers(at, ""))

    def _anything_typed(self) -> bool:
        return not self._view.counter.typed.first.is_empty or bool(self._view.grid.model.changed_rows)

    def _correction_blockers(self, at: AtVote, explanation: str) -> list[Blocker]:
        try:
            return correction_blockers(
                self._event, at.question.key, self._corrected_sheets(at.question),
                present=self._view.present.figure, explanation=explanation, headcounts=self._corrected_people(),
            )  # fmt: skip
        except Refused as refused:
            return [Blocker(refused.message, can_be_explained=False)]

    def _corrected_sheets(self, question: QuestionResult) -> list[CountSheet]:
        if self._view.way is Way.TABLES:
            return corrected_tables(self._view.grid.model)
        figures, known = self._view.counter.typed.first, stored_hands(self._event, question)
        return [hands_sheet(figures)] if figures.gap(question) is None and known is not None else []

    def _corrected_people(self) -> Mapping[str, int | None]:
        return corrected_people(self._view.grid.model) if self._view.way is Way.TABLES else {}
