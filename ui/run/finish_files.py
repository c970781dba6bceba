"""The files that leave an event: made beside the event file, opened for printing, and taken along on a stick."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from facilitator.conduct.event import Event
from facilitator.conduct.record import event_record
from facilitator.gate.published_event import PublishedEvent
from facilitator.gate.publishing import published
from facilitator.words.message import say
from facilitator.words.translator import Translator

if TYPE_CHECKING:
    from facilitator.handover.what_left import LeftPack, WhatLeft

_ENDINGS = (".html", ".pdf", ".zip")


@dataclass(frozen=True, slots=True)
class Outside:
    """What is outside the program: `open_file` shows a file and says whether it could; `choose_folder` asks a person.

    `choose_folder` gets the sentence to ask with, and returns None where nobody chose.
    """

    open_file: Callable[[Path], bool]
    choose_folder: Callable[[str], Path | None]


class LeavingFiles:
    """Makes the files, and knows which are there and which of them say what the event says now."""

    def __init__(self, event: Event, words: Translator, outside: Outside) -> None:
        self._event, self._words = event, words
        self.outside = outside
        self.copy: Path | None = None
        self._made: Path | None = None
        self._elsewhere: Path | None = None
        self._looked: tuple[object, WhatLeft] | None = None
        self._read: tuple[int, PublishedEvent] | None = None

    @property
    def folder(self) -> Path:
        """Where the files are: beside the event file, unless a person chose another folder."""
        return self._elsewhere or self._event.path.parent

    @property
    def stands(self) -> PublishedEvent:
        """What the event says now to anyone, but for whether the count is closed."""
        entry = self._event.last_entry()
        if self._read is None or self._read[0] != entry:
            self._read = (entry, replace(published(event_record(self._event)), count_closed=False))
        return self._read[1]

    @property
    def sheet(self) -> Path | None:
        """Where the same-day sheet is."""
        left = self._left.sheet
        return left.path if left is not None else None

    @property
    def report(self) -> Path | None:
        """Where the page of the report is."""
        left = self._left.report
        return left.path if left is not None else None

    @property
    def pack(self) -> LeftPack | None:
        """The event pack that says what the event says now."""
        return self._left.pack

    @property
    def sheet_is_fresh(self) -> bool:
        """Whether the same-day sheet says what the event says now."""
        return self._left.sheet is not None and self._left.sheet.is_current

    @property
    def report_is_fresh(self) -> bool:
        """Whether the report says what the event says now; it does not tell whether the count is closed."""
        return self._left.report is not None and self._left.report.is_current

    @property
    def pack_is_fresh(self) -> bool:
        """Whether there is a pack that says what the event says now."""
        return self.pack is not None

    @property
    def pack_was_found(self) -> bool:
        """Whether the pack was there before the program was started, so that nobody here knows of copies of it."""
        return self.pack is not None and self.pack.path != self._made

    @property
    def copy_is_fresh(self) -> bool:
        """Whether the newest pack is on the stick."""
        return self.copy is not None and self.pack is not None and self.copy.name == self.pack.path.name

    def look(self) -> None:
        """Look what is there, where anything was written since, or anything in the folder is another than before."""
        from facilitator.handover.what_left import what_left  # what draws pages: no window waits for it

        now = (self._event.last_entry(), self.folder, _marks(self.folder))
        if self._looked is None or self._looked[0] != now:
            self._looked = (now, what_left(self._event, self._elsewhere, self._words))

    def choose_another_folder(self) -> bool:
        """Ask for a folder in which all that follows is written; return whether one was chosen."""
        folder = self.outside.choose_folder(self._words(say("Choose another folder for what is written")))
        self._elsewhere = folder or self._elsewhere
        return folder is not None

    def write_sheet(self) -> Path:
        """Write the same-day sheet and return where it is."""
        from facilitator.handover.documents import write_same_day_sheet

        with self._writing():
            return write_same_day_sheet(self._event, self._elsewhere, self._words)

    def write_report(self) -> Path:
        """Write the report, as a page and on paper, with the same-day sheet, and return where the page is."""
        from facilitator.handover.documents import write_documents

        with self._writing():
            return write_documents(self._event, self._elsewhere, self._words).page

    def make_pack(self) -> Path:
        """Make the event pack, have it checked, and return where it is."""
        from facilitator.handover.packs import make_pack

        with self._writing():
            self._made = make_pack(self._event, self.folder, rehearsal=self._event.is_rehearsal)
        return self._made

    def take_along(self) -> Path | None:
        """Ask for a folder, copy the pack there and return where; None where nobody chose a folder."""
        from facilitator.handover.stick import copy_to_stick

        assert self.pack is not None
        folder = self.outside.choose_folder(self._words(say("Choose the stick, or a folder on it")))
        if folder is None:
            return None
        self.copy = copy_to_stick(self.pack.path, folder)
        return self.copy

    def show(self, path: Path) -> bool:
        """Open a file with the program that this computer has for it; return whether that could be done."""
        return self.outside.open_file(path)

    @property
    def _left(self) -> WhatLeft:
        if self._looked is None:
            self.look()
        assert self._looked is not None
        return self._looked[1]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        finally:
            self._looked = None


def _marks(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells the files in a folder from those that were there before; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            kept = [(one.name, one.stat()) for one in found if one.name.endswith(_ENDINGS)]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in kept))


def the_computer() -> Outside:
    """Return this computer's own programs and its own dialog for folders; without a display it opens nothing."""
    return Outside(_open_file, _choose_folder)


def _open_file(path: Path) -> bool:
    if QGuiApplication.platformName() == "offscreen":
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _choose_folder(asked: str) -> Path | None:
    if QGuiApplication.platformName() == "offscreen":
        return None
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    chosen = QFileDialog.getExistingDirectory(None, asked, start)
    return Path(chosen) if chosen else None
