"""Run-offs between tied areas: told only where the figures of the vote that was tied are told (D7)."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.record import EventRecord
from facilitator.conduct.run_off import RUN_OFF
from facilitator.core.disclosure import Audience, shown
from facilitator.core.keys import Source
from facilitator.core.result import QuestionResult
from facilitator.store.reading import Change

_ASKING = "ask run-off"


@dataclass(frozen=True, slots=True)
class RunOffs:
    """Whether run-offs are told: `run_off` is their key, empty where the programme carries nothing forward.

    `told` says it of the run-off that stands. `earlier_told` says it of those that were taken back and of when any was
    asked for: they belong to an asking of the areas, perhaps to one that was taken back and whose figures stay untold.
    """

    run_off: str
    told: bool
    earlier_told: bool

    @classmethod
    def of(cls, record: EventRecord) -> RunOffs:
        """Return what may be told of the run-offs of an event."""
        plan = record.programme.carry_forward
        if plan is None:
            return cls("", told=True, earlier_told=True)
        votes = (result for result in record.results if result.key == plan.question)
        told = any(shown(vote, Audience.PUBLISHED).figures for vote in votes)
        again = any(result.key == plan.question for result in record.taken_back)
        return cls(f"{plan.question}{RUN_OFF}", told=told, earlier_told=told and not again)

    def tells(self, result: QuestionResult) -> bool:
        """Return whether a question that stands is told."""
        return self.told or not self._is_run_off(result)

    def tells_taken_back(self, result: QuestionResult) -> bool:
        """Return whether a question that was taken back is told."""
        return self.earlier_told or not self._is_run_off(result)

    def tells_change(self, change: Change) -> bool:
        """Return whether a change is told: also when a run-off was asked for tells that there was a tie."""
        if change.verb == _ASKING and not self.earlier_told:
            return False
        return not self.hides(change.about)

    def hides(self, key: str) -> bool:
        """Return whether this is the key of a run-off that is not told."""
        return not self.told and bool(self.run_off) and key == self.run_off

    def _is_run_off(self, result: QuestionResult) -> bool:
        return result.key == self.run_off and result.source is not Source.PROGRAMME
