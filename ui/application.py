"""Start-up and wiring: the only place in the windows that reads the world."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.record import EventRecord
from facilitator.conduct.starting import EventDetails
from facilitator.errors import EventFileError, FacilitatorError, Refused
from facilitator.look import FONT_FILES
from facilitator.programme.shipped import find_programme, shipped_programmes
from facilitator.resources import asset
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.bridge import Bridge
from ui.room_screen.room_window import RoomWindow
from ui.run.desk import Desk
from ui.run.operator_window import OperatorWindow
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow
from ui.widgets.style import LARGEST_SCALE, SMALLEST_SCALE, dress, text_scale

SCALE_STEP = 1.1


def main(argv: Sequence[str] | None = None) -> int:
    """Open the windows; where Linux has no display, walk through an event offscreen and say where its files are."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not has_display():
        from ui.walkthrough import main as walk_through

        return walk_through([])
    app = make_application(["facilitator", *arguments])
    words = Translator()
    keep_a_log()
    MistakeWatch(words, app).install()
    windows = Windows(app, words, folder=documents_folder(), today=date.today())
    windows.begin(Path(arguments[0]) if arguments else None)
    return int(app.exec())


def has_display() -> bool:
    """Return whether windows can be shown here; without a display server on Linux they cannot."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def keep_a_log() -> None:
    """Write what goes wrong into one file of this user's own; where that cannot be, to the terminal."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=folder / "facilitator.log", format=form, level=logging.WARNING, encoding="utf-8")
    except OSError:
        logging.basicConfig(format=form, level=logging.WARNING)


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the application with its fonts and its look; there is one in a process."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication.instance() or QApplication(list(argv))
    assert isinstance(app, QApplication)
    app.setApplicationName("Facilitator")
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(asset(name)))
    dress(app)
    return app


class MistakeWatch(QObject):
    """Logs what nobody caught and says so in a plain sentence that does not stop the work; the event goes on."""

    def __init__(self, words: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.box: QMessageBox | None = None

    def install(self) -> None:
        """Hear of every exception that reaches the top from now on."""
        sys.excepthook = self.hear

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the error and tell the operator; a keyboard interrupt ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger("facilitator").critical("Something failed in a window", exc_info=(kind, error, trace))
        self._show(self._words(sentence_for(error)))

    def _show(self, sentence: str) -> None:
        if self.box is None:
            self.box = QMessageBox(QMessageBox.Icon.NoIcon, "Facilitator", "", QMessageBox.StandardButton.Ok)
            self.box.setTextFormat(Qt.TextFormat.PlainText)
            self.box.setWindowModality(Qt.WindowModality.NonModal)
        self.box.setText(sentence)
        self.box.show()


def sentence_for(error: BaseException) -> Message:
    """Return what a person is told of an error that nobody caught."""
    if isinstance(error, FacilitatorError):
        return say("{what} {advice}", what=error.message, advice=error.advice)
    return say(
        "Something in the program went wrong. What is saved is safe. "
        "Go on, and save a copy of the event at the next break."
    )


class Windows(QObject):
    """Which windows are open: the first one, then the operator's with the room screen."""

    def __init__(self, app: QApplication, words: Translator, *, folder: Path, today: date) -> None:
        super().__init__(app)
        self._app, self._words, self._folder, self._today = app, words, folder, today
        self.start: StartWindow | None = None
        self.operator: OperatorWindow | None = None
        self._event: Event | None = None
        self._bridge: Bridge | None = None

    def begin(self, path: Path | None) -> None:
        """Open the event file at `path`, or the first page; a file that cannot be opened is told on that page."""
        self.start = StartWindow(self._start_page())
        if path is not None:
            self.start.page.open_file(path)
        self._add_text_sizes(self.start)
        if self.operator is None:
            self.start.resize(self.start.sizeHint())
            self.start.show()

    def open_event(self, event: Event) -> None:
        """Open the operator's window on an event."""
        self._event = event
        desk = Desk(event, place_and_date=place_and_date(event.details), parent=self)
        self._bridge = Bridge(self)
        event.on_change(self._bridge.committed.emit)
        self._bridge.event_changed.connect(desk.refresh)
        room = RoomWindow(self._words, desk.scene, moves=may_move(self._app))
        self.operator = OperatorWindow(desk, room, self._words, self._write_report, self._write_pack)
        self.operator.closed.connect(self._on_operator_closed)
        self._add_text_sizes(self.operator)
        self.operator.resize(self.operator.sizeHint())
        self.operator.show()
        if self.start is not None:
            self.start.close()

    def _start_page(self) -> StartPage:
        programme = find_programme(shipped_programmes()[0])
        page = StartPage(self._words, programme, today=self._today, folder=self._folder)
        page.event_opened.connect(self.open_event)
        return page

    def _on_operator_closed(self) -> None:
        if self._bridge is not None:
            self._bridge.blockSignals(True)  # what is still on its way would read a closed file
        if self._event is not None:
            self._event.close()
            self._event = None

    def _write_report(self, record: EventRecord) -> Path:
        assert self._event is not None
        from facilitator.report.writing import write_report  # imports jinja2, which the first window need not wait for

        path = self._event.path.with_name(f"{self._event.path.stem} report.html")
        write_report(record, path, self._words)
        return path

    def _write_pack(self, record: EventRecord) -> Path:
        assert self._event is not None
        return make_pack(record, self._event.path)

    def _add_text_sizes(self, window: QWidget) -> None:
        steps = {
            QKeySequence.StandardKey.ZoomIn: SCALE_STEP, QKeySequence.StandardKey.ZoomOut: 1 / SCALE_STEP,
        }  # fmt: skip
        for keys, step in steps.items():
            QShortcut(QKeySequence(keys), window, lambda step=step: self._scale_text(step))
        QShortcut(QKeySequence("Ctrl+0"), window, lambda: dress(self._app))

    def _scale_text(self, step: float) -> None:
        scale = text_scale(self._app) * step
        dress(self._app, min(LARGEST_SCALE, max(SMALLEST_SCALE, scale)))


def place_and_date(details: EventDetails) -> str:
    """Return where and when the event is, as the welcome screen says it."""
    held_on = date.fromisoformat(details.held_on)
    told = (
        f"{QLocale().dayName(held_on.isoweekday())} {held_on.day} {QLocale().monthName(held_on.month)} {held_on.year}"
    )
    return ", ".join(part for part in (details.place, told) if part)


def may_move(app: QApplication) -> bool:
    """Return whether bars may grow: not where the system asks for less movement, and not offscreen."""
    return app.platformName() != "offscreen" and bool(app.isEffectEnabled(Qt.UIEffect.UI_General))


def documents_folder() -> Path:
    """Return where a person keeps documents on this computer."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()


def make_pack(record: EventRecord, event_file: Path) -> Path:
    """Write the event pack beside the event file and return where it is; a changed event gets its next revision."""
    from facilitator.pack.layout import ENDING, pack_name
    from facilitator.pack.writing import write_pack

    def path_of(revision: int) -> Path:
        return event_file.with_name(pack_name(record.details.title, record.details.held_on, revision) + ENDING)

    newest = 1
    while path_of(newest + 1).exists():
        newest += 1
    try:
        return write_pack(record, event_file.parent, revision=newest)
    except Refused:
        if not path_of(newest).exists():
            raise
    return write_pack(record, event_file.parent, revision=newest + 1)


def not_written(path: Path) -> EventFileError:
    """Return the error for a file that could not be written."""
    return EventFileError(
        say("{file} could not be written.", file=path.name),
        say("Check that the folder is there, has room, and lets you write."),
    )
