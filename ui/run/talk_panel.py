"""A step in which people talk, listen or rest: what the person at the front asks or says."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from facilitator.conduct.record import StepRecord
from facilitator.core.programme import ActivityKind
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.on_screen import OnScreen
from ui.run.scenes import read_aloud
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.text import text_label

HINTS: dict[str, Message] = {
    ActivityKind.WELCOME: say(
        "Welcome people, say why you are here, what this can change and what it cannot. Read the ground rules."
    ),
    ActivityKind.GO_ROUND: say(
        "Each table goes round once. Note-takers write one point a line, in people's own words."
    ),
    ActivityKind.READ_ALOUD: say("Read each one aloud. The room screen shows them."),
    ActivityKind.TABLE_TALK: say("Tables talk. Walk round, and see that every table has somebody who writes."),
    ActivityKind.VOTE: say("Say how people vote: one after the other, each question by itself."),
    ActivityKind.BREAK: say("The room screen shows when you go on. Look at the notes meanwhile."),
    ActivityKind.COMMITMENTS: say("Organisations say what they will do and by when. Write each as a note."),
    ActivityKind.NEXT_STEPS: say("Say when the report comes, when the plan comes, and who decides."),
    ActivityKind.FORMS: say("Hand out the forms. They go into the box by the door, without names."),
    ActivityKind.THANKS: say("Thank people, and wish them a safe journey home."),
}


class TalkPanel(StepPanel):
    """Shows the prompts in large type, with one sentence what the facilitator does here."""

    is_titled_by_step = True

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._hint = text_label(role="muted")
        self._prompts = text_label(role="large")
        self._more = text_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        for label in (self._hint, self._prompts, self._more):
            layout.addWidget(label)
        layout.addStretch(1)

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show the step at `place`."""
        del on_screen
        step = next((step for step in snapshot.record.steps if step.key == place.activity), None)
        if step is None:
            return
        hint = HINTS.get(step.kind)
        self._hint.setText(self._words(hint) if hint is not None else "")
        self._hint.setVisible(hint is not None)
        spoken = read_aloud(step, snapshot.record) if step.kind == ActivityKind.READ_ALOUD else step.prompts
        self._prompts.setText("\n\n".join(spoken))
        self._prompts.setVisible(bool(spoken))
        self._more.setText(self._said_at_the_start(step, snapshot))
        self._more.setVisible(bool(self._more.text()))

    def next_step(self) -> NextStep | None:
        """Nothing is entered here: the run sheet goes on."""
        return None

    def _said_at_the_start(self, step: StepRecord, snapshot: Snapshot) -> str:
        """Return the promise, the givens and the ground rules, which the welcome reads out."""
        if step.kind != ActivityKind.WELCOME:
            return ""
        programme = snapshot.record.programme
        parts = [programme.promise_wording.text] if programme.promise_wording is not None else []
        if programme.givens:
            parts.append(" ".join(given.text for given in programme.givens))
        if programme.ground_rules:
            rules = " ".join(rule.text for rule in programme.ground_rules)
            parts.append(self._words(say("Ground rules: {rules}", rules=rules)))
        return "\n\n".join(parts)
