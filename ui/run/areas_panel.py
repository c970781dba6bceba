"""Anything missing: the areas on the list, those the room adds to it, and what becomes of the other proposals."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.event import Event
from facilitator.conduct.proposals import merge_proposal, park_proposal
from facilitator.conduct.room_areas import (
    RoomAreas,
    add_room_made_area,
    room_areas_of_stage,
    take_back_room_made_area,
)
from facilitator.core.keys import OptionKey
from facilitator.core.result import OptionResult
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.models.run_sheet import Place
from ui.run.deciding import attempt, named_field
from ui.run.on_screen import OnScreen
from ui.run.snapshot import Snapshot
from ui.run.step_panel import NextStep, StepPanel, Undo
from ui.widgets.fields import Chooser
from ui.widgets.text import push_button, text_label


class AreasPanel(StepPanel):
    """The list of areas before the vote: add one, merge a proposal into one, or park it as a note."""

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._place: Place | None = None
        self._areas: RoomAreas | None = None
        self._options: tuple[OptionResult, ...] = ()
        self.proposal = QLineEdit()
        self.add = push_button(words(say("Add it as an area  (Enter)")))
        self.park = push_button(words(say("Park it as a note")))
        self.merge = push_button(words(say("Merge it into")))
        self.merge_into = Chooser(words(say("Area that the proposal belongs to")))
        self.take_back: dict[OptionKey, QWidget] = {}
        self._prompts = text_label(role="large")
        self._standing = text_label(role="muted")
        self._told = text_label(role="state")
        self._lay_out()
        self._connect()

    def show_place(self, place: Place, snapshot: Snapshot, on_screen: OnScreen) -> None:
        """Show the areas as they stand; a proposal that was typed stays."""
        del on_screen
        if place != self._place:
            self.proposal.clear()
            self._told.setText("")
        self._place = place
        step = next((step for step in snapshot.record.steps if step.key == place.activity), None)
        self._areas = room_areas_of_stage(self._event, step.stage) if step is not None else None
        question = snapshot.question(self._areas.question) if self._areas is not None else None
        self._options = question.options if question is not None else ()
        self._prompts.setText("\n".join(step.prompts) if step is not None else "")
        self._prompts.setVisible(bool(step is not None and step.prompts))
        self._show_list()
        self._show_doors()

    def next_step(self) -> NextStep | None:
        """Return what becomes of a proposal that stands in the field; None when the list is as it shall be."""
        if not self._typed:
            return None
        if self._can_add:
            return NextStep(say("Add it as an area"), self._add)
        return NextStep(say("Park it as a note"), self._park)

    def focus_first(self) -> None:
        """Put the cursor where a proposal is typed."""
        self.proposal.setFocus()

    @property
    def _typed(self) -> str:
        return self.proposal.text().strip()

    @property
    def _can_add(self) -> bool:
        return self._areas is not None and not self._areas.fixed and not self._areas.is_full

    def _show_list(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.take_back = {}
        for number, option in enumerate(self._options):
            self._show_area(number, option)
        chosen = self.merge_into.currentData()
        self.merge_into.clear()
        for option in self._options:
            self.merge_into.addItem(short_name(option.text), option.key)
        self.merge_into.choose(chosen)

    def _show_area(self, number: int, option: OptionResult) -> None:
        self._grid.addWidget(text_label(str(number + 1), "muted", wraps=False), number, 0)
        name = text_label(short_name(option.text), "strong")
        name.setToolTip(option.text)
        self._grid.addWidget(name, number, 1)
        areas = self._areas
        if areas is None or option.key not in areas.made:
            return
        self._grid.addWidget(text_label(self._words(say("made in the room")), "muted", wraps=False), number, 2)
        if not areas.fixed:
            back = push_button(self._words(say("Take back")), "quiet")
            back.setAccessibleName(self._words(say("Take back “{area}”", area=option.text)))
            back.clicked.connect(partial(self._on_take_back, option.key))
            self.take_back[option.key] = back
            self._grid.addWidget(back, number, 3)

    def _show_doors(self) -> None:
        self._standing.setText(self._words(_standing(self._areas)))
        for button, useful in ((self.add, self._can_add), (self.merge, bool(self._options)), (self.park, True)):
            button.setVisible(useful)
            button.setEnabled(bool(self._typed))
        self.merge_into.setVisible(bool(self._options))
        self._told.setVisible(bool(self._told.text()))
        self.changed.emit()

    def _add(self) -> None:
        assert self._areas is not None
        text, question = self._typed, self._areas.question
        area = add_room_made_area(self._event, question, text)
        assert area is not None
        back = partial(take_back_room_made_area, self._event, question, area)
        self._done(say("“{area}” is on the list.", area=text), Undo(say("Take back “{area}”", area=text), back))

    def _park(self) -> None:
        assert self._place is not None
        park_proposal(self._event, self._place.activity, self._typed)
        self._done(say("“{proposal}” is parked in the notes.", proposal=self._typed), None)

    def _merge(self) -> None:
        assert self._place is not None
        assert self._areas is not None
        area = str(self.merge_into.currentData())
        merge_proposal(self._event, self._place.activity, self._areas.question, self._typed, area)
        told = say(
            "“{proposal}” is merged into “{area}”, and kept in the notes.",
            proposal=self._typed,
            area=self.merge_into.currentText(),
        )
        self._done(told, None)

    def _done(self, told: Message, undo: Undo | None) -> None:
        self.proposal.clear()
        self._told.setText(self._words(told))
        self.acted.emit(undo)
        self.proposal.setFocus()

    def _take_back(self, area: OptionKey) -> None:
        assert self._areas is not None
        text = next((option.text for option in self._options if option.key == area), "")
        take_back_room_made_area(self._event, self._areas.question, area)
        self._done(say("“{area}” is off the list again.", area=short_name(text)), None)

    def _on_take_back(self, area: OptionKey) -> None:
        attempt(self, lambda: self._take_back(area))

    def _on_typed(self) -> None:
        if self._typed:
            self._told.setText("")
        self._show_doors()

    def _on_entered(self) -> None:
        if self._typed:
            attempt(self, self._add if self._can_add else self._park)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._prompts)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(GRID_PX)
        self._grid.setColumnStretch(1, 1)
        layout.addWidget(self._list)
        layout.addWidget(self._standing)
        layout.addWidget(named_field(self._words(say("An area in the room's own words")), self.proposal))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.add)
        first.addWidget(self.park)
        first.addStretch(1)
        second.addWidget(self.merge)
        second.addWidget(self.merge_into, 1)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self._told)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.proposal.textChanged.connect(self._on_typed)
        self.proposal.returnPressed.connect(self._on_entered)
        self.add.clicked.connect(lambda: attempt(self, self._add))
        self.park.clicked.connect(lambda: attempt(self, self._park))
        self.merge.clicked.connect(lambda: attempt(self, self._merge))


def _standing(areas: RoomAreas | None) -> Message:
    if areas is None:
        return say("The list of this stage takes no areas made in the room. Park a proposal as a note.")
    if areas.fixed:
        return say("The list is fixed since the vote was opened: an area added now would be unfair. Park a proposal.")
    if areas.is_full:
        return say("The list has as many areas of the room as it takes. Merge a proposal, or park it.")
    return say_many(
        "The room can add one more area, until the vote is opened.",
        "The room can add {count} more areas, until the vote is opened.",
        count=areas.most - len(areas.made),
    )
