"""The files that leave an event: made beside the event file, opened for printing, and taken along on a stick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from facilitator.conduct.event import Event
from facilitator.conduct.record import event_record
from facilitator.gate.published_event import PublishedEvent
from facilitator.gate.publishing import published
from facilitator.words.message import say
from facilitator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class Outside:
    """What is outside the program: `open_file` shows a file and says whether it could; `choose_folder` asks a person.

    `choose_folder` gets the sentence to ask with, and returns None where nobody chose.
    """

    open_file: Callable[[Path], bool]
    choose_folder: Callable[[str], Path | None]


@dataclass(frozen=True, slots=True)
class MadePack:
    """An event pack that our own checker has accepted."""

    path: Path
    revision: int
    questions: int
    notes: int


class LeavingFiles:
    """Makes the files, remembers where they are, and knows which of them say what the event says now."""

    def __init__(self, event: Event, words: Translator, outside: Outside) -> None:
        self._event, self._words = event, words
        self.outside = outside
        self.sheet: Path | None = None
        self.report: Path | None = None
        self.pack: MadePack | None = None
        self.copy: Path | None = None
        self._sheet_of: PublishedEvent | None = None
        self._report_of: PublishedEvent | None = None
        self._pack_of: PublishedEvent | None = None
        self._read: tuple[int, PublishedEvent] | None = None

    @property
    def folder(self) -> Path:
        """Where the files are: beside the event file."""
        return self._event.path.parent

    @property
    def sheet_is_fresh(self) -> bool:
        """Whether the same-day sheet says what the event says now."""
        return self._sheet_of is not None and self._sheet_of == self._without_count()

    @property
    def report_is_fresh(self) -> bool:
        """Whether the report says what the event says now; it does not tell whether the count is closed."""
        return self._report_of is not None and self._report_of == self._without_count()

    @property
    def pack_is_fresh(self) -> bool:
        """Whether the pack says what the event says now."""
        return self._pack_of is not None and self._pack_of == self._published()

    @property
    def copy_is_fresh(self) -> bool:
        """Whether the newest pack is on the stick."""
        return self.copy is not None and self.pack is not None and self.copy.name == self.pack.path.name

    def write_sheet(self) -> Path:
        """Write the same-day sheet and return where it is."""
        from facilitator.handover.documents import write_same_day_sheet  # what draws pages: no window waits for it

        stands = self._without_count()
        self.sheet = write_same_day_sheet(self._event, None, self._words)
        self._sheet_of = stands
        return self.sheet

    def write_report(self) -> Path:
        """Write the report, as a page and on paper, with the same-day sheet, and return where the page is."""
        from facilitator.handover.documents import write_documents

        stands = self._without_count()
        files = write_documents(self._event, None, self._words)
        self.sheet, self.report = files.sheet, files.page
        self._sheet_of = self._report_of = stands
        return self.report

    def make_pack(self) -> Path:
        """Make the event pack, have it checked, and return where it is."""
        from facilitator.handover.packs import make_pack
        from facilitator.pack.checking import check_pack

        stands = self._published()
        path = make_pack(self._event, self.folder, rehearsal=self._event.is_rehearsal)
        found = check_pack(path)
        self.pack = MadePack(path, found.revision, found.questions, found.notes)
        self._pack_of = stands
        return path

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

    def _published(self) -> PublishedEvent:
        entry = self._event.last_entry()
        if self._read is None or self._read[0] != entry:
            self._read = (entry, published(event_record(self._event)))
        return self._read[1]

    def _without_count(self) -> PublishedEvent:
        return replace(self._published(), count_closed=False)


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
