"""What happens next: the lines of the programme to fill in, and others; who does each, and by when."""

from __future__ import annotations

import itertools
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.next_steps import (
    NextStep,
    NextStepId,
    add_next_step,
    bring_back_next_step,
    edit_next_step,
    empty_next_step,
    move_next_step,
    next_steps,
    steps_to_fill,
    withdraw_next_step,
)
from facilitator.core.programme import ActivityKind
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.deciding import attempt, named_field
from ui.run.next_steps_line import NextStepLine
from ui.run.on_screen import OnScreen, Step
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep as NextAction
from ui.run.step_panel import StepPanel, Undo
from ui.run.talk_panel import HINTS
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, text_label


class NextStepsPanel(StepPanel):
    """The form below changes the chosen line, or adds one; Enter goes from field to field and saves at the last."""

    is_titled_by_step = True

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._place: Place | None = None
        self._chosen = ""  # the id of the line that the form changes; empty where it adds one
        self._goes_back_to = ""  # the id of the line that is to have the focus once the lines are made anew
        self.lines: list[NextStepLine] = []
        self.what, self.who, self.by_when = QLineEdit(), QLineEdit(), QLineEdit()
        self.save = push_button("")
        self.leave = push_button(words(say("Leave it as it was")), "quiet")
        self.earlier = push_button(words(say("Earlier  (Ctrl+↑)")), "quiet")
        self.later = push_button(words(say("Later  (Ctrl+↓)")), "quiet")
        self.remove = push_button(words(say("Take it off  (Delete)")), "quiet")
        self.to_the_room = push_button(words(say("Show the room what happens next")), "quiet")
        self._prompts = text_label(role="large")
        self._lay_out()
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show what happens next as it stands; what is being typed stays."""
        del on_screen
        step = next((step for step in snapshot.record.steps if step.key == place.activity), None)
        self._place = place
        self._prompts.setText("\n\n".join(step.prompts) if step is not None else "")
        self._prompts.setVisible(bool(self._prompts.text()))
        self._show_lines()
        self._show_form()

    def next_step(self) -> NextAction | None:
        """Return the saving of what is typed; None where the run sheet goes on."""
        return NextAction(self._name_of_saving(), self._save) if self._is_typed else None

    def half_typed(self) -> Message | None:
        """Say that a step is typed and not saved yet."""
        return say("A next step is typed and not saved yet.") if self._is_typed else None

    def focus_first(self) -> None:
        """Put the cursor where the first thing is missing."""
        (self.who if self._chosen and not self.who.text() else self.what).setFocus()

    @property
    def _typed(self) -> NextStep:
        return NextStep(self.what.text().strip(), self.who.text().strip(), self.by_when.text().strip())

    @property
    def _line(self) -> NextStepLine | None:
        return next((line for line in self.lines if line.step_id == self._chosen), None)

    @property
    def _is_typed(self) -> bool:
        return self._typed != (self._line.step if self._line is not None else NextStep(""))

    def _show_lines(self) -> None:
        stored = [(one.id, one.step, True) for one in next_steps(self._event)]
        to_fill = [(one.id.hex(), one.step, False) for one in steps_to_fill(self._event)]
        wanted = [*stored, *to_fill]
        if wanted == [(line.step_id, line.step, line.is_stored) for line in self.lines]:
            return
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [
            self._make_line(number, step_id, step, is_stored=is_stored)
            for number, (step_id, step, is_stored) in enumerate(wanted, 1)
        ]
        self._order_tabs()
        if self._chosen and self._line is None:
            self._start_anew()
        back = next((line for line in self.lines if line.step_id == self._goes_back_to), None)
        if back is not None:
            back.setFocus()
        self._goes_back_to = ""

    def _make_line(self, number: int, step_id: str, step: NextStep, *, is_stored: bool) -> NextStepLine:
        line = NextStepLine(step_id, number, step, self._words, is_stored=is_stored)
        line.chosen.connect(partial(self._on_chosen, step_id))
        line.removed.connect(partial(self._on_removed, step_id))
        line.moved.connect(partial(self._on_moved, step_id))
        line.left.connect(partial(self._on_left, step_id))
        self._rows.addWidget(line)
        return line

    def _show_form(self) -> None:
        line = self._line
        for one in self.lines:
            one.mark(is_chosen=one is line)
        stored = [one.step_id for one in self.lines if one.is_stored]
        here = stored.index(line.step_id) if line is not None and line.is_stored else None
        self.save.setText(self._words(self._name_of_saving()))
        self.save.setEnabled(self._is_typed)
        self.leave.setVisible(line is not None)
        self.remove.setVisible(line is not None)
        self.earlier.setVisible(here is not None and here > 0)
        self.later.setVisible(here is not None and here < len(stored) - 1)
        self.changed.emit()

    def _name_of_saving(self) -> Message:
        return say("Save this step") if self._chosen else say("Add this step")

    def _on_chosen(self, step_id: str) -> None:
        """Put a line into the form; what is typed there and not saved stays, and is said."""
        if self._is_typed and step_id != self._chosen:
            self.focus_first()
            return
        self._fill(step_id)
        (self.who if not self.who.text() else self.by_when if not self.by_when.text() else self.what).setFocus()

    def _fill(self, step_id: str) -> None:
        self._chosen = step_id
        step = self._line.step if self._line is not None else NextStep("")
        for field, text in ((self.what, step.text), (self.who, step.who), (self.by_when, step.by_when)):
            field.setText(text)
        self._show_form()

    def _start_anew(self) -> None:
        self._fill("")

    def _save(self) -> None:
        step, line = self._typed, self._line
        if line is None:
            added = add_next_step(self._event, step)
            undo = Undo(say("Take the step off again"), partial(withdraw_next_step, self._event, added))
        else:
            undo = self._store(line, step)
        self._go_on(line)
        self.kept.emit(undo)

    def _store(self, line: NextStepLine, step: NextStep) -> Undo:
        """Change a step, or store a line of the programme under its own id: on two screens it is one step."""
        step_id = _id(line.step_id)
        if not line.is_stored:
            add_next_step(self._event, step, step_id=step_id)
            return Undo(say("Empty the line again"), partial(empty_next_step, self._event, step_id))
        edit_next_step(self._event, step_id, step)
        return Undo(say("Take back the change of the step"), partial(edit_next_step, self._event, step_id, line.step))

    def _go_on(self, line: NextStepLine | None) -> None:
        """Make room for the next line that nobody filled in; else for a new one."""
        here = self.lines.index(line) if line is not None else -1
        behind = [one for one in self.lines[here + 1 :] if line is not None and not one.is_stored]
        self._fill(behind[0].step_id if behind else "")
        self.focus_first()

    def _on_removed(self, step_id: str) -> None:
        attempt(self, lambda: self._remove(step_id))

    def _remove(self, step_id: str) -> None:
        line = next(one for one in self.lines if one.step_id == step_id)
        if not line.is_stored:
            add_next_step(self._event, line.step, step_id=_id(step_id))
        withdraw_next_step(self._event, _id(step_id))
        if step_id == self._chosen:
            self._start_anew()
        here = self.lines.index(line)
        others = [one.step_id for one in self.lines if one is not line]
        self._goes_back_to = others[min(here, len(others) - 1)] if others else ""
        back = partial(self._bring_back, _id(step_id), was_stored=line.is_stored)
        self.kept.emit(Undo(say("Bring the step back"), back))

    def _bring_back(self, step_id: NextStepId, *, was_stored: bool) -> None:
        bring_back_next_step(self._event, step_id)
        if not was_stored:
            empty_next_step(self._event, step_id)

    def _on_moved(self, step_id: str, by: int) -> None:
        attempt(self, lambda: self._move(step_id, by))

    def _move(self, step_id: str, by: int) -> None:
        stored = [one.step_id for one in self.lines if one.is_stored]
        if step_id not in stored or not 0 <= stored.index(step_id) + by < len(stored):
            return
        here = stored.index(step_id)
        move_next_step(self._event, _id(step_id), here + by)
        self._goes_back_to = step_id
        self.kept.emit(Undo(say("Move the step back"), partial(move_next_step, self._event, _id(step_id), here)))

    def _on_left(self, step_id: str, by: int) -> None:
        place = next(number for number, one in enumerate(self.lines) if one.step_id == step_id) + by
        if 0 <= place < len(self.lines):
            self.lines[place].setFocus()
        elif place == len(self.lines):
            self.what.setFocus()

    def _on_leave(self) -> None:
        self._start_anew()
        self.what.setFocus()

    def _on_to_the_room(self) -> None:
        if self._place is not None:
            self.screen_wanted.emit(Step(self._place.activity))

    def _order_tabs(self) -> None:
        fields = (self.what, self.who, self.by_when)
        buttons = (self.save, self.leave, self.earlier, self.later, self.remove, self.to_the_room)
        chain: list[QWidget] = [*self.lines, *fields, *buttons]
        for first, second in itertools.pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(text_label(self._words(HINTS[ActivityKind.NEXT_STEPS]), "muted"))
        layout.addWidget(self._prompts)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID_PX // 2)
        layout.addLayout(self._rows)
        layout.addWidget(named_field(self._words(say("What happens")), self.what))
        fields = QHBoxLayout()
        fields.setSpacing(2 * GRID_PX)
        fields.addWidget(named_field(self._words(say("Who does it")), self.who), 3)
        fields.addWidget(named_field(self._words(say("By when, in words")), self.by_when), 2)
        layout.addLayout(fields)
        layout.addWidget(Flow([self.save, self.leave, self.earlier, self.later, self.remove], gap_px=GRID_PX))
        layout.addWidget(self.to_the_room, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _connect(self) -> None:
        for field in (self.what, self.who, self.by_when):
            field.textChanged.connect(self._show_form)
        self.what.returnPressed.connect(self.who.setFocus)
        self.who.returnPressed.connect(self.by_when.setFocus)
        self.by_when.returnPressed.connect(self._on_saved)
        self.save.clicked.connect(self._on_saved)
        self.leave.clicked.connect(self._on_leave)
        self.earlier.clicked.connect(lambda: self._on_moved(self._chosen, -1))
        self.later.clicked.connect(lambda: self._on_moved(self._chosen, 1))
        self.remove.clicked.connect(lambda: self._on_removed(self._chosen))
        self.to_the_room.clicked.connect(self._on_to_the_room)

    def _on_saved(self) -> None:
        if self._is_typed:
            attempt(self, self._save)


def _id(step_id: str) -> NextStepId:
    return NextStepId(bytes.fromhex(step_id))
