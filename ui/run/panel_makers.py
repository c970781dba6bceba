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


def panel_makers(words: Translator, event: Event, files: LeavingFiles) -> dict[str, Maker]:
    """Return the makers by the kind of the step."""

    def settle() -> StepPanel:
        from ui.run.settle_panel import SettlePanel

        return SettlePanel(words, event)

    def areas() -> StepPanel:
        from ui.run.areas_panel import AreasPanel

        return AreasPanel(words, event)

    def carry() -> StepPanel:
        from ui.run.carry_panel import CarryPanel

        return CarryPanel(words, event)

    def evidence() -> StepPanel:
        from ui.run.evidence_panel import EvidencePanel

        return EvidencePanel(words, event)

    def play_back() -> StepPanel:
        from ui.run.play_back_panel import PlayBackPanel

        return PlayBackPanel(words, event)

    def forms() -> StepPanel:
        from ui.run.forms_panel import FormsPanel

        return FormsPanel(words, event)

    def next_steps() -> StepPanel:
        from ui.run.next_steps_panel import NextStepsPanel

        return NextStepsPanel(words, event)

    return {
        VOTE: lambda: VotePanel(words, event),
        TALK: lambda: TalkPanel(words),
        FINISH: lambda: FinishPanel(words, event, files),
        ActivityKind.SETTLE: settle,
        ActivityKind.THEMING: areas,
        ActivityKind.CARRY_FORWARD: carry,
        ActivityKind.EVIDENCE: evidence,
        ActivityKind.PLAY_BACK: play_back,
        ActivityKind.NEXT_STEPS: next_steps,
        **({ActivityKind.FORMS: forms} if forms_asked(event) else {}),
    }
