"""The one way from other threads to the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SHORTEST_PAUSE_MS = 100


class Bridge(QObject):
    """Hears of each commit and says `event_changed` on the GUI thread, ten times a second at most.

    Give `committed.emit` to `Event.on_change`: a signal sent from another thread arrives queued in this one.
    """

    committed = Signal()
    event_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=SHORTEST_PAUSE_MS)
        self._pause.timeout.connect(self.event_changed)
        self.committed.connect(self._on_committed)

    def _on_committed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()
