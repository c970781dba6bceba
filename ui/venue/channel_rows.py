"""Which channels can be used today, as the right half of the venue check says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.venue.channels import ChannelToday, Usable
from facilitator.venue.findings import Standing
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.venue.standing_sign import StandingSign
from ui.widgets.text import card, text_label

SIGNS = {Usable.TODAY: Standing.GOOD, Usable.NOT_TODAY: Standing.LOOK, Usable.LATER: Standing.LATER}
USABLE_WORDS = {
    Usable.TODAY: say("today"), Usable.NOT_TODAY: say("not yet today"), Usable.LATER: say("not in this version"),
}  # fmt: skip


class ChannelRows(QWidget):
    """A card with a row for each channel."""

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._card: QFrame | None = None
        self.channels: tuple[ChannelToday, ...] = ()

    def show_channels(self, channels: Sequence[ChannelToday]) -> None:
        """Show them anew, if they are others."""
        if tuple(channels) == self.channels:
            return
        self.channels = tuple(channels)
        if self._card is not None:
            self._layout.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._filled()
        self._layout.addWidget(self._card, 0, 0)

    def _filled(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(text_label(self._words(say("Use these channels today")), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID_PX + 4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, channel in enumerate(self.channels):
            self._add_row(grid, 2 * place, channel)
        layout.addLayout(grid)
        return frame

    def _add_row(self, grid: QGridLayout, row: int, channel: ChannelToday) -> None:
        name = say("{channel}: {usable}", channel=channel.name, usable=USABLE_WORDS[channel.usable])
        grid.addWidget(
            StandingSign(SIGNS[channel.usable], self._words(USABLE_WORDS[channel.usable])),
            row,
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        grid.addWidget(text_label(self._words(name), "strong"), row, 1)
        grid.addWidget(text_label(self._words(channel.how), "muted"), row + 1, 1)
