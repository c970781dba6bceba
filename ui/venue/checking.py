"""Looking at the computer on a thread of its own, so that no slow disk or printer holds the windows up."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Event as Flag
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal

from facilitator.venue.check import EventFacts, findings_of_this_computer
from facilitator.venue.facts import Printers
from facilitator.venue.findings import Finding
from facilitator.venue.judging import judged_printers
from ui.venue.around_here import Surroundings

LONGEST_END_S = 2.0  # so long the end of the program waits for one write that hangs, or for one printer


class Checking(QObject):
    """One look at everything; `found` comes for each finding in its turn, queued into the thread of the windows.

    It ends with the program: `unwanted` is set then, or by `give_up`, and no more is written or told.
    """

    found = Signal(object)
    printers_found = Signal(object)
    finished = Signal()

    def __init__(self, event: EventFacts, around: Surroundings) -> None:
        super().__init__()
        self._event, self._around = event, around
        self.unwanted = Flag()
        self._thread = Thread(target=self._look, name="venue check", daemon=True)

    def begin(self) -> None:
        """Start to look; call it once."""
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.end)
        self._thread.start()

    def wait(self) -> None:
        """Return when everything was looked at; what was found is then on its way."""
        self._thread.join()

    def give_up(self) -> None:
        """Tell nothing more, and stop after the write that is under way; it does not wait for that."""
        self.blockSignals(True)
        self.unwanted.set()

    def end(self) -> None:
        """Give up, and wait a little until the file of the writes is gone."""
        self.give_up()
        self._thread.join(LONGEST_END_S)

    def _is_wanted(self) -> bool:
        return not self.unwanted.is_set()

    def _look(self) -> None:
        for finding in self._findings():
            self.found.emit(finding)
        if self._is_wanted():
            self.finished.emit()

    def _findings(self) -> Iterator[Finding]:
        yield from findings_of_this_computer(self._event, self._around.computer, self._is_wanted)
        if not self._is_wanted():
            return
        printers = self._printers()
        if self._is_wanted():
            self.printers_found.emit(printers)
            yield judged_printers(printers)

    def _printers(self) -> Printers | None:
        try:
            return self._around.printers()
        except Exception:  # a background job: a strange printer must not end the check
            logging.getLogger(__name__).exception("The venue check could not look at the printers")
            return None
