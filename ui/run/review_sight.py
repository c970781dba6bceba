"""Whether a person can have seen what is to be decided on: it was painted, and its end was in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea


class Sight(QObject):
    """Watches an area: keys that were typed ahead decide nothing of words that were never on the screen."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._is_painted = self._had_its_end = False
        area.viewport().installEventFilter(self)
        area.verticalScrollBar().rangeChanged.connect(self._on_laid_out_anew)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def is_painted(self) -> bool:
        """Whether what is shown was on the screen, as far down as it is scrolled now."""
        return self._is_painted

    @property
    def is_seen_to_its_end(self) -> bool:
        """Whether the end of what is shown was on the screen, as it is laid out now."""
        self.lay_out()
        return self._had_its_end and not self.is_more_below

    @property
    def is_more_below(self) -> bool:
        """Whether some of it is further down."""
        bar = self._area.verticalScrollBar()
        return bar.value() < bar.maximum()

    def watch(self) -> None:
        """Begin anew: other words are shown, and nobody has seen them."""
        self._is_painted = self._had_its_end = False
        self.lay_out()
        self.paint_again()

    def lay_out(self) -> None:
        """Lay out what is shown now, since a bar that knows nothing of it says that its end is in sight."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def paint_again(self) -> None:
        """Ask for the words to be painted, which is when somebody can read them."""
        self._area.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the area was painted, and how far down."""
        if event.type() == QEvent.Type.Paint:
            self._is_painted = True
            self._had_its_end = self._had_its_end or not self.is_more_below
        return super().eventFilter(watched, event)

    def _on_scrolled(self) -> None:
        self._is_painted = False
        self.paint_again()

    def _on_laid_out_anew(self) -> None:
        self._had_its_end = False
        self.paint_again()
