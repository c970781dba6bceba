"""The Prepare window for the tests, shown at the size of the smallest laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.conduct.event import Event
from tests.ui.conftest import end
from tests.ui.pressing import settle
from ui.prepare.prepare_window import PrepareWindow


@pytest.fixture
def prepare(qapp, words) -> Iterator[Callable[..., PrepareWindow]]:
    """Return a maker of shown windows on an event."""
    windows: list[PrepareWindow] = []

    def make(event: Event, *, width: int = 1366, height: int = 728) -> PrepareWindow:
        window = PrepareWindow(event, words)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        settle()
        windows.append(window)
        return window

    yield make
    for window in windows:
        end(window)


@pytest.fixture
def keys() -> Callable[..., None]:
    """Return a presser of one key with a modifier, on what has the focus, as a keyboard sends it to shortcuts too."""

    def press_with(window: PrepareWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(window.windowHandle(), key, modifier)
        settle()

    return press_with
