"""What a new step of the run sheet is to be: its kind, title and minutes, and after which step it comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from facilitator.core.plan.edits import NewStep
from facilitator.core.programme import ActivityKind
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.prepare.planned_steps import KIND_NAMES, PlannedStep
from ui.run.deciding import named_field
from ui.widgets.fields import Chooser, FigureField
from ui.widgets.flow import Flow
from ui.widgets.sight import bring_in_sight
from ui.widgets.text import push_button, text_label

USUAL_MINUTES = 10
# These two need more than a line of the run sheet: the areas that the room chose.
_NOT_OFFERED = frozenset({ActivityKind.CARRY_FORWARD, ActivityKind.EVIDENCE})


class StepAdding(QFrame):
    """`wanted` says the new step and the key of the one before it; the owner stores it and folds this away."""

    wanted = Signal(object, str)
    left = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._stages: dict[str, str] = {}
        self.kind = Chooser(words(say("What kind of step")))
        self.after = Chooser(words(say("After which step")))
        self.title = QLineEdit()
        self.minutes = FigureField("", unknown="?", widest="999", words=words)
        self.add = push_button(words(say("Add the step")))
        self.leave = push_button(words(say("Do not add it")), "quiet")
        for kind, name in KIND_NAMES.items():
            if kind not in _NOT_OFFERED:
                self.kind.addItem(words(name), kind)
        self._lay_out()
        self._connect()

    def begin(self, steps: Sequence[PlannedStep], after: str) -> None:
        """Ask for a new step after the one called `after`, and put the cursor there."""
        self._stages = {str(one.step.key): str(one.step.stage) for one in steps}
        self.after.clear()
        for one in steps:
            self.after.addItem(one.name, str(one.step.key))
        self.after.choose(after)
        self.kind.choose(ActivityKind.TABLE_TALK)
        self.title.setText("")
        self.minutes.set_figure(USUAL_MINUTES)
        self._on_kind_changed()
        self.show()
        self.kind.setFocus()
        bring_in_sight(self)

    def fields(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in order."""
        return (self.kind, self.title, self.minutes, self.after, self.add, self.leave)

    def _on_kind_changed(self) -> None:
        self.title.setPlaceholderText(self.kind.currentText())

    def _on_add(self) -> None:
        after = str(self.after.currentData())
        title = self.title.text().strip() or self.kind.currentText()
        step = NewStep(ActivityKind(self.kind.currentData()), self._stages[after], title, self.minutes.figure or 0)
        self.wanted.emit(step, after)

    def _lay_out(self) -> None:
        words = self._words
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(text_label(words(say("A new step")), "heading"))
        for name, field in (
            (say("What kind of step"), self.kind),
            (say("Its title"), self.title),
            (say("Its minutes"), self.minutes),
            (say("After which step"), self.after),
        ):
            layout.addWidget(named_field(words(name), field))
        layout.addWidget(Flow([self.add, self.leave], gap_px=GRID_PX))

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.add.clicked.connect(self._on_add)
        self.title.returnPressed.connect(self._on_add)
        self.minutes.entered.connect(self._on_add)
        self.leave.clicked.connect(self.left)
