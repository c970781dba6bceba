"""The step in which people fill in forms: what the facilitator says, and the pad on which forms are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from facilitator.conduct.event import Event
from facilitator.core.programme import ActivityKind
from facilitator.look import GRID_PX
from facilitator.words.message import Message
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.forms_pad import FormsPad
from ui.run.on_screen import OnScreen
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.run.talk_panel import HINTS
from ui.widgets.text import hairline, text_label


class FormsPanel(StepPanel):
    """The run sheet goes on whatever was typed: forms can be typed later, also after the count is closed."""

    is_titled_by_step = True

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._hint = text_label(words(HINTS[ActivityKind.FORMS]), "muted")
        self._prompts = text_label(role="large")
        self.pad = FormsPad(words, event)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for part in (self._hint, self._prompts, hairline(), self.pad):
            layout.addWidget(part)
        layout.addStretch(1)
        self.pad.acted.connect(self.kept)
        self.pad.failed.connect(self.failed)
        self.pad.keys_turned.connect(self.changed)

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show the step at `place`; the form at hand stays."""
        del on_screen
        step = next((step for step in snapshot.record.steps if step.key == place.activity), None)
        is_here = step is not None and step.kind == ActivityKind.FORMS
        self._hint.setVisible(is_here)
        self._prompts.setText("\n\n".join(step.prompts) if step is not None and is_here else "")
        self._prompts.setVisible(bool(self._prompts.text()))
        self.pad.show_counts()

    def next_step(self) -> NextStep | None:
        """Return None: the run sheet goes on."""
        return None

    def takes_space(self) -> bool:
        """Return whether Space leaves a question blank now."""
        return self.pad.takes_keys

    def half_typed(self) -> Message | None:
        """Say which form is half typed, where one is."""
        return self.pad.half_typed

    def focus_first(self) -> None:
        """Let every key be an answer."""
        self.pad.setFocus()
