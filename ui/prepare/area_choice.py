"""The areas to choose from on the page of evidence cards, each with how far its card is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.widgets.text import text_label

LETTERS_WIDE = 44


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """An area by its key and short name, with how far its card is in two or three words."""

    key: str
    name: str
    told: str


class AreaChoice(QWidget):
    """One area is chosen at a time, by the arrow keys too: `chosen` says its key."""

    chosen = Signal(str)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.areas: dict[str, QRadioButton] = {}
        self._told: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        self._grid.setVerticalSpacing(GRID_PX // 2)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(text_label(words(say("Area")), "small"))
        layout.addLayout(self._grid)
        layout.addStretch(1)

    @property
    def current(self) -> str:
        """The key of the chosen area; empty where there is none."""
        return next((key for key, button in self.areas.items() if button.isChecked()), "")

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a name and how far its card is."""
        letters = LETTERS_WIDE * self.fontMetrics().averageCharWidth()
        return QSize(max(letters, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def show_areas(self, areas: Sequence[AreaStanding]) -> None:
        """Show the areas; the chosen one stays chosen while it is there."""
        if [area.key for area in areas] != list(self.areas):
            self._make(areas)
        for area in areas:
            self.areas[area.key].setText(area.name)
            self.areas[area.key].setAccessibleDescription(area.told)
            self._told[area.key].setText(area.told)

    def _make(self, areas: Sequence[AreaStanding]) -> None:
        before = self.current
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.areas, self._told = {}, {}
        for number, area in enumerate(areas):
            button = self.areas[area.key] = QRadioButton(area.name)
            told = self._told[area.key] = text_label(role="muted")
            self._group.addButton(button)
            self._grid.addWidget(button, number, 0)
            self._grid.addWidget(told, number, 1)
            button.toggled.connect(lambda on, key=area.key: self._on_toggled(key, on=on))
        if areas:
            keys = [area.key for area in areas]
            self.areas[before if before in keys else keys[0]].setChecked(True)

    def _on_toggled(self, key: str, *, on: bool) -> None:
        if on:
            self.chosen.emit(key)
