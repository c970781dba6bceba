"""The papers of the guide: two crib sheets and the run sheet to hand over, written beside the event and opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.desk import Desk
from ui.run.finish_files import Outside, the_computer

if TYPE_CHECKING:
    from facilitator.kit.crib_sheets import CribbedEvent

MINUTES_AN_HOUR = 60


class PapersToPrint:
    """Writes each paper as a PDF file beside the event file; raises `Refused` where it cannot be written.

    `next_action` says what the operator's big button says.
    """

    def __init__(
        self,
        desk: Desk,
        words: Translator,
        outside: Outside | None = None,
        next_action: Callable[[], str] = lambda: "",
    ) -> None:
        self._desk, self._words, self._outside = desk, words, outside or the_computer()
        self._next_action = next_action

    def write_facilitator_crib(self) -> Path:
        """Write the crib sheet of who runs the event, and return where it is."""
        from facilitator.kit.crib_sheets import facilitator_crib_pdf  # what draws pages: no window waits for it

        return self._write(say("crib sheet facilitator"), facilitator_crib_pdf(self._event(), self._words))

    def write_note_taker_crib(self) -> Path:
        """Write the crib sheet of the note-takers, and return where it is."""
        from facilitator.kit.note_takers_crib import note_taker_crib_pdf

        return self._write(say("crib sheet note-takers"), note_taker_crib_pdf(self._event(), self._words))

    def write_run_sheet(self) -> Path:
        """Write the run sheet for whoever goes on, as the event stands now, and return where it is."""
        from facilitator.handover.handing_over import handed_over
        from facilitator.kit.run_sheet_page import run_sheet_pdf

        desk = self._desk
        handed = handed_over(
            desk.open_event, desk.times.now, self._place_and_date(), question=desk.place.question,
            next_action=self._next_action(),
        )  # fmt: skip
        return self._write(say("run sheet"), run_sheet_pdf(handed, self._words))

    def show(self, path: Path) -> bool:
        """Open a paper with the program that this computer has for it; return whether that could be done."""
        return self._outside.open_file(path)

    def _write(self, name: Message, content: bytes) -> Path:
        from facilitator.kit.writing import write_page

        event = self._desk.open_event.path
        return write_page(event.with_name(f"{event.stem} {self._words(name)}.pdf"), content)

    def _event(self) -> CribbedEvent:
        from facilitator.kit.crib_sheets import CribbedEvent

        event = self._desk.open_event
        details = event.details
        return CribbedEvent(
            event.programme, details.variant, details.title, self._place_and_date(), self._began_at(),
            rehearsal=event.is_rehearsal,
        )  # fmt: skip

    def _place_and_date(self) -> str:
        from ui.run.opening import place_and_date  # what opens windows knows this one

        return place_and_date(self._desk.open_event.details)

    def _began_at(self) -> int | None:
        """Return when the event began, in minutes after midnight; None before."""
        started = self._desk.times.started_at
        if started is None:
            return None
        here = started.astimezone()
        return here.hour * MINUTES_AN_HOUR + here.minute
