"""Areas by rank with their figures, and the line below the last place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.conduct.carried_stage import short_name
from facilitator.core.disclosure import ShownOption, ShownResult
from facilitator.core.ranking import Cut
from facilitator.core.shares import Base
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.widgets.text import hairline, text_label


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One area: its rank, its name, its figure and what becomes of it."""

    rank: int
    name: str
    figure: Message
    mark: Message | None


class RankedAreas(QWidget):
    """A line for each area; a hairline stands where the places end."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(2 * GRID_PX)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)
        self._spoken: list[str] = []

    @property
    def spoken(self) -> tuple[str, ...]:
        """The lines as they are read out."""
        return tuple(self._spoken)

    def show_rows(self, rows: Sequence[RankedRow], line_after: int, line: Message | None) -> None:
        """Show the areas; `line` stands below the first `line_after` of them."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._spoken = []
        for number, row in enumerate(rows):
            self._show_row(2 * number, row)
            if number + 1 == line_after and line is not None:
                self._show_line(2 * number + 1, line)
        self.setAccessibleName(self._words(say("Areas by rank")))
        self.setAccessibleDescription("\n".join(self._spoken))

    def _show_row(self, place: int, row: RankedRow) -> None:
        figure, mark = self._words(row.figure), self._words(row.mark) if row.mark is not None else ""
        texts = (
            text_label(str(row.rank), "muted", wraps=False),
            text_label(row.name, "strong" if mark else "body"),
            text_label(figure, wraps=False),
            text_label(mark, "state", wraps=False),
        )
        for column, label in enumerate(texts):
            self._grid.addWidget(label, place, column)
        texts[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._spoken.append(f"{row.rank} {row.name}: {figure} {mark}".strip())

    def _show_line(self, place: int, line: Message) -> None:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(0)
        text = self._words(line)
        layout.addWidget(hairline())
        layout.addWidget(text_label(text, "small"))
        self._grid.addWidget(part, place, 0, 1, 4)
        self._spoken.append(text)


def ranked_rows(result: ShownResult, found: Cut, *, percentages: bool) -> list[RankedRow]:
    """Return the areas by rank, equals as they were shown; what is inside and what is tied is said in words.

    With `percentages` the base sentence has to stand beside them (T15).
    """
    ordered = sorted(result.options, key=lambda option: option.rank or len(result.options))
    return [_row(option, result, found, percentages=percentages) for option in ordered]


def _row(option: ShownOption, result: ShownResult, found: Cut, *, percentages: bool) -> RankedRow:
    mark: Message | None = None
    if option.key in found.clear:
        mark = say("✓ inside")
    elif option.key in found.tied:
        mark = say("= level")
    figure = _figure(option, result)
    if percentages and option.percent is not None:
        figure = say("{figure}, {percent}", figure=figure, percent=option.percent)
    return RankedRow(option.rank or 0, short_name(option.text), figure, mark)


def _figure(option: ShownOption, result: ShownResult) -> Message:
    in_dots = result.of is Base.DOTS
    number = option.points if in_dots else option.count
    known = say("not known") if number is None else say("{number} of {base}", number=number, base=result.base or 0)
    return say("{figure} dots", figure=known) if in_dots else known
