"""The three ways to settle a tie at the line, each with what follows from it; none is chosen beforehand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import StageToCome
from facilitator.conduct.carrying import CarryStanding, CarryStep
from facilitator.core.keys import OptionKey
from facilitator.core.ranking import TieRule
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator
from ui.widgets.text import text_label

WAYS: dict[TieRule, Message] = {
    TieRule.CARRY_ALL: say("Carry all of them (1)"),
    TieRule.RUN_OFF: say("Run-off: everybody votes again between them (2)"),
    TieRule.ROOM_DECIDES: say("The room decides by hands (3)"),
}


class TieWays(QWidget):
    """The arrow keys choose a way; for hands the areas are ticked, exactly as many as there are places."""

    changed = Signal()

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._standing = CarryStanding(CarryStep.TIE)
        self.ways = {rule: QRadioButton(words(name)) for rule, name in WAYS.items()}
        self._group = QButtonGroup(self)
        self._follows: dict[TieRule, QLabel] = {}
        self.areas: dict[OptionKey, QCheckBox] = {}
        self._ticks = QWidget()
        self._ticks_layout = QVBoxLayout(self._ticks)
        self._lay_out()

    @property
    def way(self) -> TieRule | None:
        """The way that is chosen."""
        return next((rule for rule, button in self.ways.items() if button.isChecked() and button.isEnabled()), None)

    @property
    def chosen(self) -> tuple[OptionKey, ...]:
        """The areas that are ticked."""
        return tuple(area for area, box in self.areas.items() if box.isChecked())

    def show_tie(
        self,
        standing: CarryStanding,
        names: Mapping[OptionKey, str],
        all_tied: StageToCome | None,
        some: StageToCome | None,
    ) -> None:
        """Show a tie; `all_tied` and `some` are stage 3 with all of the tied, and with as many as there are places."""
        if standing.cut.tied != tuple(self.areas):
            self._start_anew(standing, names)
        self._standing = standing
        follows = {
            TieRule.CARRY_ALL: _carry_all(standing, all_tied),
            TieRule.RUN_OFF: _run_off(standing, some),
            TieRule.ROOM_DECIDES: _by_hands(standing, some),
        }
        for rule, label in self._follows.items():
            label.setText(self._words(follows[rule]))
            self.ways[rule].setAccessibleDescription(label.text())
        self.ways[TieRule.RUN_OFF].setEnabled(standing.run_off_is_possible)
        if standing.run_off is not None and standing.run_off_is_possible and self.way is None:
            self.ways[TieRule.RUN_OFF].setChecked(True)
        self._show_ticks()

    def choose(self, rule: TieRule) -> None:
        """Choose a way, if it is open."""
        if self.ways[rule].isEnabled():
            self.ways[rule].setChecked(True)
            self.ways[rule].setFocus()

    def focus_first(self) -> None:
        """Put the focus on the ways."""
        chosen = self.way
        self.ways[chosen if chosen is not None else TieRule.CARRY_ALL].setFocus()

    def _start_anew(self, standing: CarryStanding, names: Mapping[OptionKey, str]) -> None:
        self._group.setExclusive(False)
        for button in self.ways.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        for box in self.areas.values():
            box.hide()
            box.deleteLater()
        self.areas = {area: QCheckBox(names[area]) for area in standing.cut.tied}
        before: QWidget = self.ways[TieRule.ROOM_DECIDES]
        for box in self.areas.values():
            self._ticks_layout.addWidget(box)
            box.toggled.connect(self.changed)
            QWidget.setTabOrder(before, box)
            before = box

    def _show_ticks(self) -> None:
        ticks = self.way is TieRule.ROOM_DECIDES
        self._ticks.setVisible(ticks)
        for rule, label in self._follows.items():
            label.setVisible(not ticks or rule is self.way)

    def _on_way_chosen(self) -> None:
        self._show_ticks()
        self.changed.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        indent = 3 * GRID_PX
        for rule, button in self.ways.items():
            self._group.addButton(button)
            self._follows[rule] = text_label(role="muted")
            self._follows[rule].setContentsMargins(indent, 0, 0, 2)
            layout.addWidget(button)
            layout.addWidget(self._follows[rule])
        self._ticks_layout.setContentsMargins(indent, 0, 0, 0)
        self._ticks_layout.setSpacing(2)
        layout.addWidget(self._ticks)
        self._group.buttonToggled.connect(self._on_way_chosen)


def stage_in_words(stage: StageToCome | None, areas: int) -> Message:
    """Return what stage 3 is with so many areas: how long each has, and how many directions are asked."""
    works = say_many("Stage 3: {count} area", "Stage 3: {count} areas", count=areas)
    if stage is None:
        return say("{works}.", works=works)
    each = say("{works}, {minutes} each", works=works, minutes=_minutes(stage))
    if not stage.directions:
        return say("{works}.", works=each)
    asked = say_many("{count} direction vote", "{count} direction votes", count=stage.directions)
    return say("{works}, {asked}.", works=each, asked=asked)


def _minutes(stage: StageToCome) -> Message:
    if stage.least_minutes == stage.most_minutes:
        return say_many("{count} minute", "{count} minutes", count=stage.most_minutes)
    return say_many(
        "{least} to {count} minute", "{least} to {count} minutes", count=stage.most_minutes, least=stage.least_minutes
    )


def _carry_all(standing: CarryStanding, stage: StageToCome | None) -> Message:
    found = standing.cut
    areas = len(found.clear) + len(found.tied)
    more = len(found.tied) - found.places_left
    return say("No more voting; {more} more than planned. {stage}", more=more, stage=stage_in_words(stage, areas))


def _run_off(standing: CarryStanding, stage: StageToCome | None) -> Message:
    if standing.step is CarryStep.RUN_OFF_LEVEL:
        return say("The run-off was level again. Choose one of the other two ways.")
    if standing.step is CarryStep.RUN_OFF_DECIDED:
        return say("The run-off has a result. {stage}", stage=_stage_of(standing, stage))
    if standing.step is CarryStep.RUN_OFF_TO_HOLD:
        return say("It stands in the run sheet behind the vote. Hold it, then come back here.")
    return say("About 2 minutes; may be level again. {stage}", stage=_stage_of(standing, stage))


def _by_hands(standing: CarryStanding, stage: StageToCome | None) -> Message:
    places = standing.cut.places_left
    return say(
        "About 1 minute; tick the {places} with most hands. {stage}", places=places, stage=_stage_of(standing, stage)
    )


def _stage_of(standing: CarryStanding, stage: StageToCome | None) -> Message:
    return stage_in_words(stage, len(standing.cut.clear) + standing.cut.places_left)
