"""People: who comes through the door and who is here, who is here for other reasons, invited and booked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.conduct.attending import Known, Measure, Role, attendance, people_here, record_invitation
from facilitator.conduct.event import Event
from facilitator.conduct.forms import forms_asked
from facilitator.conduct.record import StepRecord
from facilitator.errors import FacilitatorError, Refused
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.door_counting import Door, door_at, role_count, went_home
from ui.run.door_field import DoorField
from ui.run.door_scroll import ScrolledCard
from ui.run.door_words import who_came
from ui.run.step_panel import Undo
from ui.widgets.fields import FigureField
from ui.widgets.flow import Flow
from ui.widgets.text import push_button, text_label

CAME, HERE = (Measure.ATTENDED, Role.PARTICIPANT), (Measure.PRESENT, Role.PARTICIPANT)
COUNTED: tuple[tuple[Measure, Role, Message], ...] = (
    (*CAME, say("Came so far")),
    (*HERE, say("Here now")),
    (Measure.ATTENDED, Role.STAFF, say("Staff and helpers")),
    (Measure.ATTENDED, Role.OBSERVER, say("Observers")),
    (Measure.ATTENDED, Role.INTERPRETER, say("Interpreters")),
)


class PeopleCard(ScrolledCard):
    """A figure is stored when its field is left or Enter is pressed; an empty field is not known, never nought.

    `acted`: something was stored, with its `Undo`. `failed`: a `FacilitatorError`. `forms_asked`: somebody wants to
    type paper forms in.
    """

    acted = Signal(object)
    failed = Signal(object)
    forms_asked = Signal()

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._door: Door | None = None
        self.fields = {(measure, role): self._field(name) for measure, role, name in COUNTED}
        self.late = FigureField(words(say("How many people came late just now")), words=words)
        self.went_home = self._field(say("Went home"))
        self.invited, self.booked = self._field(say("Invited")), self._field(say("Booked"))
        self.one_more, self.one_fewer = push_button("+"), push_button("−")
        self.forms_button = push_button(words(say("Type paper forms in  (F)")), "quiet")
        self._told = text_label(role="strong")
        self._warnings = text_label(role="warning")
        self._lay_out()
        self._connect()

    @property
    def told(self) -> str:
        """What the card says of who came."""
        return self._told.text()

    @property
    def warnings(self) -> str:
        """What does not fit, in words; empty where everything does."""
        return "" if self._warnings.isHidden() else self._warnings.text()

    def show_people(self, steps: Sequence[StepRecord], running: str | None) -> None:
        """Show the newest head-counts; a field that is being typed in stays as it is."""
        self._door = door_at(self._event, steps, running)
        standing = attendance(self._event)
        for (measure, role), field in self.fields.items():
            present = people_here(self._event) if measure is Measure.PRESENT else role_count(standing, role).people
            field.show_stored(present)
        self.invited.show_stored(standing.invited)
        self.booked.show_stored(standing.booked)
        counts = standing.known is Known.DESK
        self.went_home.show_stored(went_home(standing) or None)  # counted by hand: none counted out is not known
        self._went_home_row.setVisible(counts)
        self._told.setText(self._words(who_came(standing)))
        self._warnings.setText("\n".join("⚠  " + self._words(warning) for warning in standing.warnings))
        self._warnings.setVisible(bool(standing.warnings))

    def _on_typed(self, measure: Measure, role: Role) -> None:
        field = self.fields[(measure, role)]
        assert self._door is not None
        verb = self._door.set_here if measure is Measure.PRESENT else partial(self._door.set_came, role)
        self._store(field, lambda: verb(field.figure))

    def _on_stepped(self, measure: Measure, role: Role, step: int) -> None:
        assert self._door is not None
        door, figure = self._door, self.fields[(measure, role)].figure
        if (measure, role) == CAME:
            self._do(lambda: door.more_came(step))
        elif measure is Measure.PRESENT:
            self._do(lambda: door.set_here(max(0, (figure or 0) + step)))
        else:
            self._do(lambda: door.set_came(role, max(0, (figure or 0) + step)))

    def _on_late(self) -> None:
        """Add people who came late to those who came, and to those who are here (situation 7)."""
        more, door = self.late.figure, self._door
        if more == 0 or (more and door is not None and self._do(lambda: door.more_came(more))):
            self.late.clear()

    def _on_went_home(self) -> None:
        figure, door = self.went_home.figure, self._door
        assert door is not None
        if figure is not None:
            self._store(self.went_home, lambda: door.set_went_home(figure))

    def _on_went_home_stepped(self, step: int) -> None:
        figure, door = self.went_home.figure or 0, self._door
        assert door is not None
        self._do(lambda: door.set_went_home(max(0, figure + step)))

    def _on_invitation(self, field: DoorField) -> None:
        self._store(field, lambda: self._invite(self.invited.figure, self.booked.figure))

    def _on_invitation_stepped(self, field: DoorField, step: int) -> None:
        field.set_figure(max(0, (field.figure or 0) + step))
        self._on_invitation(field)

    def _invite(self, invited: int | None, booked: int | None) -> Undo:
        before = attendance(self._event)
        record_invitation(self._event, invited=invited, booked=booked)
        back = partial(record_invitation, self._event, invited=before.invited, booked=before.booked)
        return Undo(say("Take back the change of who was invited"), back)

    def _store(self, field: DoorField, verb: Callable[[], Undo]) -> None:
        if field.is_being_typed and not field.is_refused:
            figure = field.figure
            if self._do(verb):
                field.show_as_stored(figure)

    def _on_refused(self, message: Message) -> None:
        self.failed.emit(Refused(message, say("What was known before stays as it is.")))

    def _do(self, verb: Callable[[], Undo]) -> bool:
        try:
            undo = verb()
        except FacilitatorError as error:
            self.failed.emit(error)
            return False
        self.acted.emit(undo)
        return True

    def _field(self, name: Message) -> DoorField:
        return DoorField(self._words(name), unknown=self._words(say("not known")), words=self._words)

    def _connect(self) -> None:
        for (measure, role), field in self.fields.items():
            field.editingFinished.connect(partial(self._on_typed, measure, role))
            field.stepped.connect(partial(self._on_stepped, measure, role))
        self.late.returnPressed.connect(self._on_late)
        self.went_home.editingFinished.connect(self._on_went_home)
        self.went_home.stepped.connect(self._on_went_home_stepped)
        for field in (self.invited, self.booked):
            field.editingFinished.connect(partial(self._on_invitation, field))
            field.stepped.connect(partial(self._on_invitation_stepped, field))
        self.one_more.clicked.connect(lambda: self._on_stepped(*CAME, 1))
        self.one_fewer.clicked.connect(lambda: self._on_stepped(*CAME, -1))
        self.forms_button.clicked.connect(self.forms_asked)
        for figure in (self.late, self.went_home, self.invited, self.booked, *self.fields.values()):
            figure.refused.connect(self._on_refused)

    def _lay_out(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._told)
        layout.addWidget(self._warnings)
        layout.addLayout(self._door_row())
        layout.addWidget(self._figures())
        layout.addWidget(self.forms_button)
        self.forms_button.setVisible(bool(forms_asked(self._event)))
        layout.addStretch(1)
        self.put_in(body)

    def _door_row(self) -> QHBoxLayout:
        for button, name in ((self.one_fewer, say("One fewer came in")), (self.one_more, say("One more came in"))):
            button.setAccessibleName(self._words(name))
            button.setToolTip(self._words(name))
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self._named(say("Came so far"), self.fields[CAME]))
        for button in (self.one_fewer, self.one_more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addSpacing(GRID_PX)
        row.addWidget(self._named(say("More come in"), self.late))
        row.addStretch(1)
        return row

    def _figures(self) -> Flow:
        cells = [self._named(name, self.fields[(measure, role)]) for measure, role, name in COUNTED[1:]]
        self._went_home_row = self._named(say("Went home"), self.went_home)
        cells.insert(1, self._went_home_row)
        cells += [self._named(say("Invited"), self.invited), self._named(say("Booked"), self.booked)]
        return Flow(cells, gap_px=GRID_PX)

    def _named(self, name: Message, field: QWidget) -> QWidget:
        """Return a field with its name above it."""
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        label = text_label(self._words(name), "small", wraps=False)
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field)
        return cell
