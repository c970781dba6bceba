"""How each panel of the NOW card is made; what is not needed at once is imported when it is needed."""

from __future__ import annotations

from facilitator.conduct.event import Event
from facilitator.conduct.forms import forms_asked
from facilitator.core.programme import ActivityKind
from facilitator.words.translator import Translator
from ui.models.run_sheet import FINISH
from ui.run.finish_files import LeavingFiles
from ui.run.finish_panel import FinishPanel
from ui.run.panels import TALK, VOTE, Maker
from ui.run.step_panel import StepPanel
from ui.run.talk_panel import TalkPanel
from ui.run.vote_panel import VotePanel


class PanelMakers:
    """Makes each panel that is not needed at once."""

    def __init__(self, words: Translator, event: Event) -> None:
        self._words, self._event = words, event

    def settle(self) -> StepPanel:
        """Return the panel for what the room does with a statement once its vote is seen."""
        from ui.run.settle_panel import SettlePanel

        return SettlePanel(self._words, self._event)

    def areas(self) -> StepPanel:
        """Return the panel for the areas that people work on."""
        from ui.run.areas_panel import AreasPanel

        return AreasPanel(self._words, self._event)

    def carry(self) -> StepPanel:
        """Return the panel for which areas are carried forward."""
        from ui.run.carry_panel import CarryPanel

        return CarryPanel(self._words, self._event)

    def evidence(self) -> StepPanel:
        """Return the panel for what is known of an area."""
        from ui.run.evidence_panel import EvidencePanel

        return EvidencePanel(self._words, self._event)

    def play_back(self) -> StepPanel:
        """Return the panel for the reading back of what was said."""
        from ui.run.play_back_panel import PlayBackPanel

        return PlayBackPanel(self._words, self._event)

    def forms(self) -> StepPanel:
        """Return the panel for the forms that are counted."""
        from ui.run.forms_panel import FormsPanel

        return FormsPanel(self._words, self._event)

    def next_steps(self) -> StepPanel:
        """Return the panel for what happens next."""
        from ui.run.next_steps_panel import NextStepsPanel

        return NextStepsPanel(self._words, self._event)


def panel_makers(words: Translator, event: Event, files: LeavingFiles) -> dict[str, Maker]:
    """Return the makers by the kind of the step."""
    later = PanelMakers(words, event)
    return {
        VOTE: lambda: VotePanel(words, event),
        TALK: lambda: TalkPanel(words),
        FINISH: lambda: FinishPanel(words, event, files),
        ActivityKind.SETTLE: later.settle,
        ActivityKind.THEMING: later.areas,
        ActivityKind.CARRY_FORWARD: later.carry,
        ActivityKind.EVIDENCE: later.evidence,
        ActivityKind.PLAY_BACK: later.play_back,
        ActivityKind.NEXT_STEPS: later.next_steps,
        **({ActivityKind.FORMS: later.forms} if forms_asked(event) else {}),
    }
