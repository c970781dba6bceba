"""How carrying forward stands: what the vote says, what was decided, and whether it is being decided now."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.conduct.carrying import CarryStanding, CarryStep
from facilitator.conduct.record import CarriedRecord
from facilitator.core.keys import OptionKey
from facilitator.core.ranking import Cut
from facilitator.core.result import QuestionResult
from facilitator.words.message import Message, say
from ui.run.carry_words import carried_before
from ui.run.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class CarryNow:
    """`question` is the vote on the areas; `decides_again` and `keeps` are what the operator began, if anything."""

    standing: CarryStanding = field(default_factory=lambda: CarryStanding(CarryStep.NOTHING_TO_CARRY))
    snapshot: Snapshot | None = None
    question: QuestionResult | None = None
    decides_again: bool = False
    keeps: bool = False

    @property
    def carried(self) -> CarriedRecord | None:
        """What was carried forward last."""
        return self.snapshot.record.carried if self.snapshot is not None else None

    @property
    def is_deciding(self) -> bool:
        """Whether it is being decided what goes forward."""
        return not self.keeps and (self.carried is None or self.carried.stale or self.decides_again)

    @property
    def has_result(self) -> bool:
        """Whether the vote on the areas has come to something."""
        return self.standing.step not in (CarryStep.NOTHING_TO_CARRY, CarryStep.VOTE_NOT_CLOSED)

    @property
    def has_areas(self) -> bool:
        """Whether any area is inside or level at the line."""
        return bool(self.standing.cut.clear or self.standing.cut.tied)

    @property
    def settled(self) -> CarriedRecord | None:
        """What was carried forward, while nobody decides anew."""
        return None if self.is_deciding or self.keeps else self.carried

    @property
    def cut_shown(self) -> Cut:
        """What the list marks: the vote's own cut, or once people decided what they decided."""
        if self.settled is None:
            return self.standing.cut
        return Cut(tuple(OptionKey(area) for area, _ in self.settled.areas), (), 0)

    @property
    def plainly(self) -> Message | None:
        """What is to be said first while nothing is settled."""
        plain = {
            CarryStep.NOTHING_TO_CARRY: say("This programme carries nothing forward."),
            CarryStep.VOTE_NOT_CLOSED: say("The vote on the areas is not closed, so nothing can be carried yet."),
            CarryStep.NOBODY_CHOSE: say("Nobody chose an area, so none goes forward."),
        }
        return plain.get(self.standing.step, carried_before(self.carried) if self.carried is not None else None)
