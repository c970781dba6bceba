"""Looking at the computer on a thread of its own, so that no slow disk or printer holds the windows up."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Thread

from PySide6.QtCore import QObject, Signal

from facilitator.venue.check import EventFacts, findings_of_this_computer
from facilitator.venue.facts import Printers
from facilitator.venue.findings import Finding
from facilitator.venue.judging import judged_printers
from ui.venue.around_here import Surroundings


class Checking(QObject):
    """One look at everything; `found` comes for each finding in its turn, queued into the thread of the windows."""

    found = Signal(object)
    printers_found = Signal(object)
    finished = Signal()

    def __init__(self, event: EventFacts, around: Surroundings) -> None:
        super().__init__()
        self._event, self._around = event, around
        self._thread = Thread(target=self._look, name="venue check", daemon=True)

    def begin(self) -> None:
        """Start to look; call it once."""
        self._thread.start()

    def wait(self) -> None:
        """Return when everything was looked at; what was found is then on its way."""
        self._thread.join()

    def _look(self) -> None:
        for finding in self._findings():
            self.found.emit(finding)
        self.finished.emit()

    def _findings(self) -> Iterator[Finding]:
        yield from findings_of_this_computer(self._event, self._around.computer)
        printers = self._printers()
        self.printers_found.emit(printers)
        yield judged_printers(printers)

    def _printers(self) -> Printers | None:
        try:
            return self._around.printers()
        except Exception:  # a background job: a strange printer must not end the check
            logging.getLogger(__name__).exception("The venue check could not look at the printers")
            return None
