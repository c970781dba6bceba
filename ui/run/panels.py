"""Which panel of the NOW card belongs to a place of the run sheet; each is made when it is first needed."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core.programme import ActivityKind
from ui.models.run_sheet import FINISH, Place
from ui.run.snapshot import Snapshot
from ui.run.step_panel import StepPanel

Maker = Callable[[], StepPanel]
VOTE, TALK = "vote panel", "talk panel"


class Panels:
    """Makes panels by the kind of their step: `makers` by activity kind, and by VOTE, TALK and FINISH."""

    def __init__(self, makers: dict[str, Maker], on_made: Callable[[StepPanel], None]) -> None:
        self._makers, self._on_made = makers, on_made
        self._made: dict[str, StepPanel] = {}

    def at(self, place: Place, snapshot: Snapshot) -> StepPanel:
        """Return the panel for a place."""
        kind = _kind(place, snapshot)
        return self.of_kind(kind if kind in self._makers else TALK)

    def has(self, name: str) -> bool:
        """Return whether there is a panel of this name for this event."""
        return name in self._makers

    def of_kind(self, name: str) -> StepPanel:
        """Return a panel by its name, wherever the operator is."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._on_made(self._made[name])
        return self._made[name]

    def made(self) -> tuple[StepPanel, ...]:
        """Return the panels that were made so far."""
        return tuple(self._made.values())


def _kind(place: Place, snapshot: Snapshot) -> str:
    if place.activity == FINISH:
        return FINISH
    if place.question:
        return VOTE
    step = next((step for step in snapshot.record.steps if step.key == place.activity), None)
    if step is None or (step.kind == ActivityKind.EVIDENCE and step.from_area is None):
        return TALK
    return step.kind
