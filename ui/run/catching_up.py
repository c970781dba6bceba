"""What to cut when the event runs late: asked for by the operator, kept true while it is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.conduct.cutting import finish_with, proposed_cuts
from facilitator.words.translator import Translator
from ui.run.cut_plan_card import CutPlanCard
from ui.run.desk import Desk


class CatchingUp(QObject):
    """Fills the card with the plan of now; `plan_taken` and `put_away` are the card's."""

    plan_taken = Signal(object)
    put_away = Signal()

    def __init__(self, desk: Desk, words: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card = CutPlanCard(words)
        self.card.plan_taken.connect(self.plan_taken)
        self.card.put_away.connect(self.put_away)
        desk.changed.connect(self._on_desk_changed)

    def show_plan(self) -> None:
        """Show what would bring the event back to time."""
        times = self._desk.times
        plan = proposed_cuts(times)
        self.card.show_plan(plan, finish_with(times, plan))

    def _on_desk_changed(self) -> None:
        if not self.card.isHidden():
            self.show_plan()
