"""Windows for the tests, on the offscreen platform, dressed as they are in use."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from builders import MORNING
from facilitator.conduct.event import Event
from facilitator.words.translator import Translator
from ui.application import make_application
from ui.room_screen.room_window import RoomWindow
from ui.run.desk import Desk
from ui.run.finish_files import LeavingFiles, Outside
from ui.run.opening import place_and_date
from ui.run.operator_window import OperatorWindow
from ui.widgets.style import dress


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, with our fonts and style sheet."""
    return make_application(["tests"])


@pytest.fixture
def words() -> Translator:
    return Translator()


@pytest.fixture
def opened_files() -> list[Path]:
    """The files that a window opened for a person."""
    return []


@pytest.fixture
def outside(opened_files: list[Path]) -> Outside:
    """Return an outside world in which no program is started, and nobody chooses a folder."""

    def open_file(path: Path) -> bool:
        opened_files.append(path)
        return True

    return Outside(open_file, lambda asked: None)


@pytest.fixture
def operate(qapp: QApplication, words: Translator, outside: Outside) -> Iterator[Callable[..., OperatorWindow]]:
    """Return a maker of shown operator's windows on an event, at the size of the smallest laptop."""
    windows: list[OperatorWindow] = []

    def make(
        event: Event, *, now: Callable[[], datetime] = lambda: MORNING, own_folder: Path | None = None
    ) -> OperatorWindow:
        desk = Desk(event, words, place_and_date=place_and_date(event.details), now=now)
        window = OperatorWindow(
            desk,
            RoomWindow(words, desk.scene, moves=False, rehearsal=event.is_rehearsal),
            words,
            LeavingFiles(event, words, outside),
            own_folder,
        )
        desk.setParent(window)
        window.resize(1366, 768)
        window.show()
        qapp.processEvents()
        windows.append(window)
        return window

    yield make
    for window in windows:
        end(window)
        end(window.room)


def end(window: QWidget) -> None:
    """Close and delete a window now; one that asks about unsaved figures is closed once more."""
    window.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Delete the windows that a test made: the style sheet is worked out for every one that is left, at each change."""
    before = set(qapp.topLevelWidgets())
    yield
    for window in set(qapp.topLevelWidgets()) - before:
        if isValid(window) and window.parent() is None:
            window.hide()
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def twice_the_text(qapp: QApplication) -> Iterator[None]:
    dress(qapp, 2.0)
    yield
    dress(qapp, 1.0)
