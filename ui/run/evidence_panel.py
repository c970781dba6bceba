"""The evidence card of an area; where nobody brought figures, who will find out and by when."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.event import Event
from facilitator.conduct.evidence import promise_figures, promised_figures
from facilitator.conduct.record import StepRecord
from facilitator.core.programme import EvidenceCard, evidence_of
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.deciding import attempt, named_field
from ui.run.on_screen import OnScreen, Step
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel
from ui.widgets.text import push_button, text_label


class EvidencePanel(StepPanel):
    """Shows what is known about an area with its source and date, and never makes up what is not."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._place: Place | None = None
        self._step: StepRecord | None = None
        self.who, self.by_when = QLineEdit(), QLineEdit()
        self.save = push_button(words(say("Save who will find out")))
        self.to_the_room = push_button(words(say("Show it to the room")), "quiet")
        self._area = text_label(role="heading")
        self._headline = text_label(role="large")
        self._missing_card = text_label(role="large")
        self._prompts = text_label(role="muted")
        self._promised = text_label(role="strong")
        self._lay_out()
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show the card of the area of this step; what was typed for it stays."""
        del on_screen
        if place != self._place:
            self.who.clear()
            self.by_when.clear()
        self._place = place
        record = snapshot.record
        self._step = next((step for step in record.steps if step.key == place.activity), None)
        area = self._step.from_area if self._step is not None else None
        names = {str(option.key): option.text for question in record.results for option in question.options}
        self._area.setText(short_name(names.get(area, "")) if area else "")
        self._area.setVisible(bool(area))
        card = evidence_of(self._event.programme, area) if area else None
        self._show_card(card)
        self._show_what_is_missing(area, card)
        promised = promised_figures(record, place.activity)
        self._promised.setText("\n".join(f"✓  {note.text}" for note in promised))
        self._promised.setVisible(bool(promised))
        self.changed.emit()

    def next_step(self) -> NextStep | None:
        """Return the saving of who will find out, once that is typed; None where the run sheet goes on."""
        return NextStep(say("Save who will find out"), self._save) if self._is_typed else None

    def missing(self) -> tuple[Message, ...]:
        """Return what is not typed yet of who will find out by when."""
        if not self._is_typed:
            return ()
        asked = ((self.who, say("Who will find out is missing.")), (self.by_when, say("By when is missing.")))
        return tuple(told for field, told in asked if not field.text().strip())

    def focus_first(self) -> None:
        """Put the cursor where who will find out is typed, if that is asked."""
        if self._asks():
            self.who.setFocus()

    @property
    def _is_typed(self) -> bool:
        return self._asks() and bool(self.who.text().strip() or self.by_when.text().strip())

    def _asks(self) -> bool:
        return not self._fields.isHidden()

    def _show_card(self, card: EvidenceCard | None) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._headline.setText(card.headline if card is not None else "")
        self._headline.setVisible(card is not None and bool(card.headline))
        for number, (name, text) in enumerate(_lines(card) if card is not None else ()):
            label = text_label(self._words(name), "muted", wraps=False)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text_label(self._words(text)), number, 1)
        self._card.setVisible(card is not None)
        self._card.setAccessibleName(self._words(say("Evidence card")))

    def _show_what_is_missing(self, area: str | None, card: EvidenceCard | None) -> None:
        told = say("We brought no figures. Who will find out, by when?")
        if area is None:
            told = say("No area is carried forward yet, so there is no evidence to show.")
        self._missing_card.setText(self._words(told))
        self._missing_card.setVisible(card is None)
        self._fields.setVisible(card is None and area is not None)
        self.to_the_room.setVisible(area is not None)
        prompts = self._step.prompts if self._step is not None and card is None else ()
        self._prompts.setText("\n".join(f"–  {prompt}" for prompt in prompts))
        self._prompts.setVisible(bool(prompts))

    def _save(self) -> None:
        assert self._place is not None
        promise_figures(self._event, self._place.activity, who=self.who.text(), by_when=self.by_when.text())
        self.who.clear()
        self.by_when.clear()
        self.acted.emit(None)

    def _on_typed(self) -> None:
        self.save.setEnabled(self._is_typed)
        self.changed.emit()

    def _on_to_the_room(self) -> None:
        if self._place is not None:
            self.screen_wanted.emit(Step(self._place.activity))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._card = QWidget()
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setColumnStretch(1, 1)
        parts = (
            self._area, self._headline, self._card, self._missing_card, self._prompts, self._promised,
            self._finding_out(),
        )  # fmt: skip
        for part in parts:
            layout.addWidget(part)
        layout.addWidget(self.to_the_room, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _finding_out(self) -> QWidget:
        self._fields = QWidget()
        rows = QVBoxLayout(self._fields)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID_PX)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(named_field(self._words(say("Which organisation will find out")), self.who), 3)
        row.addWidget(named_field(self._words(say("By when")), self.by_when), 2)
        rows.addLayout(row)
        rows.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.setEnabled(False)
        return self._fields

    def _connect(self) -> None:
        self.who.textChanged.connect(self._on_typed)
        self.by_when.textChanged.connect(self._on_typed)
        self.who.returnPressed.connect(self.by_when.setFocus)
        self.by_when.returnPressed.connect(lambda: attempt(self, self._save))
        self.save.clicked.connect(lambda: attempt(self, self._save))
        self.to_the_room.clicked.connect(self._on_to_the_room)


def _lines(card: EvidenceCard) -> Iterator[tuple[Message, Message]]:
    cost = ", ".join(part for part in (card.cost, card.cost_year, card.cost_basis) if part)
    source = ", ".join(part for part in (card.source, card.date) if part)
    told = (
        (say("Now"), card.now),
        (say("What it costs"), cost),
        (say("Inspectors say"), card.inspectors),
        (say("Staff say"), card.staff),
        (say("Local people say"), card.local_people),
        (say("Here and elsewhere"), card.models),
        (say("Source"), source),
        (say("Balanced by"), card.balanced_by),
    )
    for name, text in told:
        if text:
            yield name, say("{text}", text=text)
