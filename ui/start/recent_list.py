"""The recent events on the first page, each with the state it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.start.recent_events import RecentEvents
from ui.start.recent_row import RecentRow
from ui.widgets.text import card, hairline, text_label

if TYPE_CHECKING:
    from facilitator.conduct.glancing import Glance


class RecentList(QWidget):
    """Shows the list at once and looks at the files afterwards, one after the other, so that no disk holds it up.

    `chosen`: an event is to be opened. `another_wanted`: one like it is to be started.
    """

    chosen = Signal(Path)
    another_wanted = Signal(Path)

    def __init__(self, recent: RecentEvents, words: Translator, look: Callable[[Path], Glance] | None = None) -> None:
        super().__init__()
        self._recent, self._words, self._look = recent, words, look or _glance
        self._to_look_at: Iterator[RecentRow] = iter(())
        self._are_looked_at = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_idle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.rows: list[RecentRow] = []
        self._card: QWidget | None = None
        self.show_list()

    def show_list(self) -> None:
        """Show the events of the list as it is now; it is hidden while there are none."""
        self._timer.stop()
        if self._card is not None:
            self._layout.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self.rows = [RecentRow(path, self._words) for path in self._recent.paths()]
        self._card = self._filled()
        self._layout.addWidget(self._card)
        self._to_look_at = iter(tuple(self.rows))
        self._are_looked_at = False
        if self.parentWidget() is not None or not self.rows:
            self.setVisible(bool(self.rows))

    def focus_on(self, path: Path) -> None:
        """Put the focus on the event at `path`, if it is listed."""
        row = next((row for row in self.rows if row.path == path), None)
        if row is not None:
            row.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to look at the files once the list itself is on the screen."""
        super().paintEvent(event)
        if not self._are_looked_at:
            self._are_looked_at = True
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from line to line."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        here = next((number for number, row in enumerate(self.rows) if row.isAncestorOf(self._focused())), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        self.rows[max(0, min(len(self.rows) - 1, here + step))].line.setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _on_idle(self) -> None:
        row = next(self._to_look_at, None)
        if row is None:
            self._timer.stop()
            return
        row.show_glance(self._look(row.path))

    def _on_forgotten(self, path: Path) -> None:
        number = next((number for number, row in enumerate(self.rows) if row.path == path), 0)
        self._recent.forget(path)
        self.show_list()
        if self.rows:
            self.rows[min(number, len(self.rows) - 1)].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filled(self) -> QWidget:
        frame, layout = card()
        layout.setSpacing(1)
        heading = text_label(self._words(say("Recent events")), "heading")
        heading.setContentsMargins(GRID_PX, 0, 0, GRID_PX // 2)
        layout.addWidget(heading)
        for row in self.rows:
            layout.addWidget(hairline())
            layout.addWidget(row)
            row.chosen.connect(self.chosen)
            row.another_wanted.connect(self.another_wanted)
            row.forgotten.connect(self._on_forgotten)
        return frame


def _glance(path: Path) -> Glance:
    from facilitator.conduct.glancing import glance  # imports the store, which the first window need not wait for

    return glance(path)
