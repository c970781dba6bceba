"""The paper slip of the safeguarding key: a file for as long as it takes to print it, and then no more."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from facilitator.conduct.safeguarding import SafeguardingLead
from facilitator.errors import Refused
from facilitator.words.message import say
from facilitator.words.translator import Translator


class PaperSlip:
    """Makes the slip in a folder of its own among the temporary ones, which only this user can read."""

    def __init__(self, words: Translator, temporary_folder: Callable[[], str] = tempfile.mkdtemp) -> None:
        self._words, self._temporary_folder = words, temporary_folder
        self.path: Path | None = None

    def make(self, lead: SafeguardingLead) -> Path:
        """Write the slip, empty but for who to call, and return where it is; an earlier one goes."""
        from facilitator.kit.safeguarding_slip import safeguarding_slip_pdf  # what draws pages: no window waits for it

        self.remove()
        content = safeguarding_slip_pdf(lead.name, lead.phone, lead.advice, self._words)
        try:
            path = Path(self._temporary_folder()) / "slip.pdf"
            path.write_bytes(content)
        except OSError as error:
            told = say("The slip cannot be made: this computer has no room for it.")
            raise Refused(told, say("Take any sheet of paper; write the facts with time and place.")) from error
        self.path = path
        return path

    def remove(self) -> bool:
        """Take the slip away; return whether none is left: a program that shows it may hold on to it."""
        if self.path is None:
            return True
        try:
            self.path.unlink(missing_ok=True)
            self.path.parent.rmdir()
        except OSError:
            return not self.path.exists()
        self.path = None
        return True
