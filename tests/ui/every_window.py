"""Every window in every state, each a line in `WINDOWS`: what is here is looked at by all audits, in all colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from builders import MORNING
from facilitator.conduct.event import create_event
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.starting import EventDetails
from facilitator.programme.shipped import find_programme
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.ui.conftest import end
from tests.ui.meeting import LONG, STATES, Meeting
from tests.ui.pressing import settle
from ui.run.review_window import ReviewWindow
from ui.run.tool_list import the_tools
from ui.start.recent_events import RecentEvents
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow

RISKY = "Ring Mrs Jones on 07700 900123"
LAPTOP_PX = (1366, 768)


@dataclass
class Stage:
    """What a window is made of."""

    words: Translator
    folder: Path
    meeting: Meeting
    made: list[QWidget] = field(default_factory=list)

    def show(self, window: QWidget) -> QWidget:
        """Show a window as wide and high as it wants, and no more than the smallest laptop has."""
        self.made.append(window)
        hint = window.sizeHint()
        window.resize(min(LAPTOP_PX[0], hint.width()), min(LAPTOP_PX[1], hint.height()))
        window.show()
        settle()
        return window


def first_page(stage: Stage) -> StartWindow:
    recent = RecentEvents(stage.folder / "recent.json")
    for path in (stage.meeting.event.path, stage.folder / "gone.event"):
        recent.opened(path)
    programme = find_programme("living-well-here")
    page = StartPage(stage.words, programme, today=date(2026, 11, 20), folder=stage.folder, recent=recent)
    window = StartWindow(page)
    stage.show(window)
    return window


def first_page_with_a_warning(stage: Stage) -> QWidget:
    window = first_page(stage)
    window.page.banner.warn(say("This file was made by a newer version."), say("Ask for an update."))
    settle()
    return window


def form(stage: Stage) -> StartWindow:
    window = first_page(stage)
    window.page.show_form()
    settle()
    return window


def form_with_gaps(stage: Stage) -> QWidget:
    window = form(stage)
    window.page.title.clear()
    window.page.start_button.click()
    settle()
    return window


def reading(stage: Stage, *texts: str, change: bool = False) -> QWidget:
    for text in texts:
        add_note(stage.meeting.event, Note(text, "talk-goals", "table 3", NoteKind.POINT))
    window = ReviewWindow(stage.words, stage.meeting.event)
    window.begin(window.scope)
    stage.show(window)
    if change:
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_C)
        settle()
    return window


def at_the_desk(state: str, stage: Stage) -> QWidget:
    window: QWidget = getattr(stage.meeting, state)()
    return window


def refused_at_the_desk(stage: Stage) -> QWidget:
    window = stage.meeting.window
    window.now.banner.warn(say("How many people voted is missing."), say("Count the people too."))
    settle()
    return window


def writing_a_message(stage: Stage) -> QWidget:
    window = stage.meeting.welcoming()
    QTest.keyClick(window, Qt.Key.Key_M)
    settle()
    return window


def tool(key: Qt.Key, stage: Stage) -> QWidget:
    """Open a tool by its key at the desk, as a person does."""
    desk = stage.meeting.welcoming()
    QTest.keyClick(desk, key)
    settle()
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in (desk, desk.room)]
    stage.made.extend(windows)
    assert len(windows) == 1, windows
    return windows[0]


def _tools() -> dict[str, Callable[[Stage], QWidget]]:
    tools = the_tools(MagicMock(), Translator())  # names and keys are known without a desk
    return {f"tool: {one.name.text}": partial(tool, one.key) for one in tools if one.make is not None}


WINDOWS: dict[str, Callable[[Stage], QWidget]] = {
    "first page": first_page,
    "first page with a warning": first_page_with_a_warning,
    "form of a new event": form,
    "form with gaps": form_with_gaps,
    "reading one that stands out": lambda stage: reading(stage, RISKY),
    "reading a page": lambda stage: reading(stage, *(f"{LONG} {number}" for number in range(8))),
    "reading with nothing left": reading,
    "changing a note": lambda stage: reading(stage, RISKY, change=True),
    "desk: refused": refused_at_the_desk,
    "desk: writing a message to the room": writing_a_message,
    **{f"desk: {state}": partial(at_the_desk, state) for state in STATES},
    **_tools(),
}


@pytest.fixture
def stage(tmp_path: Path, operate: Callable[..., QWidget], words: Translator) -> Iterator[Stage]:
    """Return what every window can be made of: a rehearsal, which says one thing more than a real event."""
    details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", 10, variant="full")
    file = find_programme("living-well-here")
    event = create_event(tmp_path / "riverside.event", file, details, rehearsal=True, clock=lambda: MORNING)
    made = Stage(words, tmp_path, Meeting(event, operate))
    yield made
    for window in made.made:
        if isinstance(window, ReviewWindow):
            end(window)  # it looks into the event whenever it is dressed; those of a desk are the desk's to delete
        else:
            window.close()
    settle()
    if not event.store.is_closed:
        event.close()
