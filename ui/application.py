"""Start-up and wiring: the only place in the windows that reads the world."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import chain, count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMessageBox, QToolTip, QWidget

from facilitator.errors import FacilitatorError
from facilitator.look import FONT_FILES
from facilitator.resources import asset
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.bridge import Bridge
from ui.start.recent_events import RecentEvents
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow
from ui.widgets.announcing import announce
from ui.widgets.style import LARGEST_SCALE, SMALLEST_SCALE, dress, text_scale
from ui.widgets.theme import Themes

if TYPE_CHECKING:
    from facilitator.conduct.event import Event
    from ui.run.operator_window import OperatorWindow
    from ui.run.pretend_room import PretendRoom

SCALE_STEP = 1.1
PRETEND_PEOPLE, PRETEND_SEED = 80, 1
REHEARSALS = "pretend-rooms"


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
    windows = Windows(app, words, folder=documents_folder(), own_folder=own_folder())
    windows.begin(Path(arguments[0]) if arguments else None)
    return int(app.exec())


def has_display() -> bool:
    """Return whether windows can be shown here; without a display server on Linux they cannot."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def keep_a_log() -> None:
    """Write what goes wrong into one file of this user's own; where that cannot be, to the terminal."""
    folder = own_folder()
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


def the_time() -> datetime:
    """Return the time of this computer, with its time zone."""
    return datetime.now().astimezone()


class Windows(QObject):
    """Which windows are open: the first one, then the operator's with the room screen.

    `folder` is where events are kept, `own_folder` where the program keeps its own: the list of recent events, and the
    rehearsals, which never lie among real events. A rehearsal of somebody's own event leads back to that.
    """

    def __init__(
        self,
        app: QApplication,
        words: Translator,
        *,
        folder: Path,
        own_folder: Path,
        now: Callable[[], datetime] = the_time,
    ) -> None:
        super().__init__(app)
        self._app, self._words, self._folder, self._own_folder, self._now = app, words, folder, own_folder, now
        self._recent = RecentEvents(own_folder / "recent-events.json")
        self.themes = Themes(app, own_folder / "look.json", parent=self)
        self.start: StartWindow | None = None
        self.operator: OperatorWindow | None = None
        self.pretend: PretendRoom | None = None
        self._event: Event | None = None
        self._bridge: Bridge | None = None
        self._rehearsed: Path | None = None  # the event that is opened again after its rehearsal
        self._after: Callable[[], None] | None = None  # what is opened in place of the window that is closing

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
        """Open the operator's window on an event; one that was under way goes on where it was, its clocks paused."""
        from ui.run.opening import open_operator  # the first window need not wait for all that an event needs

        self._event = event
        self._bridge = Bridge(self)
        self.operator = open_operator(
            event, self._words, self._bridge, now=self._now, moves=may_move(self._app), own_folder=self._own_folder
        )
        self.operator.closed.connect(self._on_operator_closed)
        self.operator.copy_wanted.connect(self._on_copy_wanted)
        self.operator.rehearsal_wanted.connect(self._on_rehearsal_wanted)
        self.operator.other_colours_wanted.connect(partial(self._on_next_theme, self.operator))
        self._add_text_sizes(self.operator)
        self.operator.tools.made.connect(self._add_text_sizes)
        self.operator.resize(self.operator.sizeHint())
        self.operator.show()
        self.operator.screens.begin()
        if event.is_rehearsal and not event.count_is_closed:
            self._let_people_pretend(event)
        if self.start is not None:
            self.start.close()

    def open_pretend_room(self, variant: str = "") -> None:
        """Make a rehearsal among the program's own files, full length unless told, and let pretend people act."""
        assert self.start is not None
        with self.start.page.banner.telling():
            event = make_rehearsal(self._own_folder / REHEARSALS, self._now(), variant, self._words)
            self._recent.opened(event.path)
            self.open_event(event)

    def _let_people_pretend(self, event: Event) -> None:
        """Bring the pretend people of a rehearsal: the same ones each time it is opened."""
        from facilitator.rehearsal.of_event import crowd_of
        from ui.run.opening import open_pretend_room

        assert self.operator is not None
        self.pretend = open_pretend_room(self.operator, crowd_of(event))

    def _start_page(self) -> StartPage:
        page = StartPage(self._words, today=self._now().date(), folder=self._folder, recent=self._recent)
        page.event_opened.connect(self.open_event)
        page.pretend_room_wanted.connect(lambda: self.open_pretend_room())
        return page

    def _on_operator_closed(self) -> None:
        if self.pretend is not None:
            self.pretend.stop()
        if self._bridge is not None:
            self._bridge.blockSignals(True)  # what is still on its way would read a closed file
        if self._event is not None:
            self._event.close()
            self._event = None
        if (after := self._comes_after()) is not None:
            self.pretend = self.operator = None
            after()

    def _comes_after(self) -> Callable[[], None] | None:
        """Return what is opened now: a rehearsal leads back to its event, the pretend room to the first page."""
        after, back = self._after, self._rehearsed
        self._after = self._rehearsed = None
        if after is None and (self.pretend is not None or back is not None):
            return partial(self.begin, back)
        return after

    def _on_copy_wanted(self) -> None:
        assert self._event is not None
        self._leave_for(partial(self._start_like, self._rehearsed or self._event.path))

    def _on_rehearsal_wanted(self) -> None:
        assert self._event is not None
        self._leave_for(partial(self._rehearse, self._event.path))

    def _leave_for(self, after: Callable[[], None]) -> None:
        """Close the event's window and go on to `after`; where it first asks about what is not stored, it stays."""
        assert self.operator is not None
        self._after = after
        if not self.operator.close():
            self._after = None
            self.operator.come_forward()

    def _start_like(self, path: Path) -> None:
        self.begin(None)
        assert self.start is not None
        self.start.page.start_like(path)

    def _rehearse(self, path: Path) -> None:
        """Open a rehearsal of the event at `path`; where none can be made the event itself, and say why."""
        try:
            rehearsal = make_rehearsal_of(path, self._own_folder / REHEARSALS, self._now(), self._words)
        except FacilitatorError as error:
            self.begin(path)
            if self.operator is not None:
                self.operator.now.tell_refusal(error)
            return
        self._rehearsed = path
        self.open_event(rehearsal)

    def _add_text_sizes(self, window: QWidget) -> None:
        steps = {
            QKeySequence.StandardKey.ZoomIn: SCALE_STEP, QKeySequence.StandardKey.ZoomOut: 1 / SCALE_STEP,
        }  # fmt: skip
        keys: list[tuple[QKeySequence, Callable[[], None]]] = [
            *((QKeySequence(asked), partial(self._scale_text, step)) for asked, step in steps.items()),
            (QKeySequence("Ctrl+0"), partial(dress, self._app)),
            (QKeySequence("Ctrl+Shift+L"), partial(self._on_next_theme, window)),
        ]
        for sequence, act in keys:  # in the windows that belong to this one too, such as the one for reading
            QShortcut(sequence, window, act, context=Qt.ShortcutContext.ApplicationShortcut)

    def _scale_text(self, step: float) -> None:
        scale = text_scale(self._app) * step
        dress(self._app, min(LARGEST_SCALE, max(SMALLEST_SCALE, scale)))

    def _on_next_theme(self, window: QWidget) -> None:
        """Go on to the next colours, and say which they are where nothing else is covered for long."""
        self.themes.choose_next()
        seen = self._app.activeWindow() or window
        told = self._words(self.themes.name)
        QToolTip.showText(seen.mapToGlobal(QPoint(seen.width() // 2, 0)), told, seen)
        announce(seen, told)


def make_rehearsal(folder: Path, now: datetime, variant: str, words: Translator) -> Event:
    """Make a rehearsal of the programme that ships, in a file of its own."""
    from facilitator.conduct.event import create_event
    from facilitator.conduct.starting import EventDetails
    from facilitator.programme.shipped import find_programme, shipped_programmes
    from facilitator.rehearsal.crowd import a_crowd

    crowd = a_crowd(PRETEND_PEOPLE, None, seed=PRETEND_SEED)
    folder.mkdir(parents=True, exist_ok=True)
    file = find_programme(shipped_programmes()[0])
    title = words(say("Rehearsal: {programme}", programme=file.programme.title.text))
    length = variant or file.programme.variants[0].key
    details = EventDetails(title, now.date().isoformat(), words(say("A pretend hall")), crowd.tables, length)
    path = _free_path(folder, f"{now:%Y-%m-%d %H-%M-%S}")
    return create_event(path, file, details, rehearsal=True)


def make_rehearsal_of(path: Path, folder: Path, now: datetime, words: Translator) -> Event:
    """Make a rehearsal of the event at `path` as it was prepared; that file is read and never written."""
    from facilitator.conduct.event import open_event
    from facilitator.rehearsal.of_event import rehearsal_of

    event = open_event(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        title = words(say("Rehearsal: {event}", event=event.details.title))
        return rehearsal_of(
            event, _free_path(folder, f"{now:%Y-%m-%d %H-%M-%S}"), title=title, held_on=now.date().isoformat()
        )
    finally:
        event.close()


def may_move(app: QApplication) -> bool:
    """Return whether bars may grow: not where the system asks for less movement, and not offscreen."""
    return app.platformName() != "offscreen" and bool(app.isEffectEnabled(Qt.UIEffect.UI_General))


def _free_path(folder: Path, name: str) -> Path:
    """Return where no file is yet: two rooms may be tried in the same second."""
    paths = chain([folder / f"{name}.event"], (folder / f"{name} {number}.event" for number in count(2)))
    return next(path for path in paths if not path.exists())


def own_folder() -> Path:
    """Return where this program keeps what is its own on this computer."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def documents_folder() -> Path:
    """Return where a person keeps documents on this computer."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()
