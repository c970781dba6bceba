"""People: how many came over the whole event, and who is here as staff or to observe."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from facilitator.conduct.attending import Measure, Role, participants, people_here, record_attendance
from facilitator.conduct.event import Event
from facilitator.errors import FacilitatorError
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.fields import FigureField
from ui.widgets.text import text_label

COUNTED: tuple[tuple[Measure, Role, Message, Message], ...] = (
    (Measure.ATTENDED, Role.PARTICIPANT, say("Came so far"), say("Everybody who came, also who has left again")),
    (Measure.PRESENT, Role.PARTICIPANT, say("Here now"), say("Asked anew before each vote")),
    (Measure.ATTENDED, Role.STAFF, say("Staff and helpers"), say("Counted apart: they do not vote")),
    (Measure.ATTENDED, Role.OBSERVER, say("Observers"), say("Counted apart: they do not vote")),
)


class PeopleCard(QFrame):
    """A figure is stored when its field is left or Enter is pressed; an empty field is not known, never nought."""

    acted = Signal(object)
    failed = Signal(object)

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self.fields = {
            (measure, role): FigureField(words(name), unknown=words(say("not known")), words=words)
            for measure, role, name, _ in COUNTED
        }
        self.late = FigureField(words(say("How many people came late just now")), words=words)
        self._lay_out()
        for (measure, role), field in self.fields.items():
            field.editingFinished.connect(lambda measure=measure, role=role: self._store(measure, role))
        self.late.returnPressed.connect(self._on_late)

    def show_people(self) -> None:
        """Show the newest head-counts; a field that is being typed in stays as it is."""
        for (measure, role), field in self.fields.items():
            if not field.hasFocus():
                field.set_figure(self._known(measure, role))

    def _store(self, measure: Measure, role: Role) -> None:
        figure = self.fields[(measure, role)].figure
        if figure == self._known(measure, role):
            return
        self._record({(measure, role): figure})

    def _on_late(self) -> None:
        """Add people who came late to those who came, and to those who are here (situation 7)."""
        more = self.late.figure
        if not more:
            return
        known = {
            (measure, Role.PARTICIPANT): self._known(measure, Role.PARTICIPANT)
            for measure in (Measure.ATTENDED, Measure.PRESENT)
        }
        self._record({key: people + more for key, people in known.items() if people is not None})
        self.late.clear()

    def _known(self, measure: Measure, role: Role) -> int | None:
        if measure is Measure.PRESENT:
            return people_here(self._event)
        return participants(self._event, measure, role=role)

    def _record(self, figures: dict[tuple[Measure, Role], int | None]) -> None:
        try:
            for (measure, role), people in figures.items():
                record_attendance(self._event, measure, people, role=role)
        except FacilitatorError as error:
            self.failed.emit(error)
            return
        self.acted.emit(None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, GRID_PX)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        for row, (measure, role, name, why) in enumerate(COUNTED):
            self._place(grid, row, self.fields[(measure, role)], name, why)
        self._place(
            grid, len(COUNTED), self.late, say("More people come in"), say("Type how many; Enter adds them to both")
        )
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        layout.addStretch(1)

    def _place(self, grid: QGridLayout, row: int, field: FigureField, name: Message, why: Message) -> None:
        label = text_label(self._words(name), "strong")
        label.setBuddy(field)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label)
        told.addWidget(text_label(self._words(why), "small"))
        grid.addWidget(field, row, 0)
        grid.addLayout(told, row, 1)
