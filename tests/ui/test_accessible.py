"""Every control has a name, and twice the text size cuts nothing off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt

from builders import MORNING, a_question
from facilitator.conduct.event import create_event
from facilitator.conduct.starting import EventDetails
from facilitator.core.methods import AGREE
from facilitator.programme.shipped import find_programme
from tests.ui.auditing import cut_off, nameless, overlapping, scrolls
from tests.ui.meeting import LONG, STATES, Meeting
from tests.ui.pressing import press, settle
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


def start_window(words, folder: Path) -> StartWindow:
    page = StartPage(words, find_programme("living-well-here"), today=date(2026, 11, 20), folder=folder)
    window = StartWindow(page)
    window.resize(window.sizeHint())
    window.show()
    settle()
    return window


def test_every_focusable_widget_of_the_first_window_has_a_name(qapp, words, tmp_path):
    assert nameless(start_window(words, tmp_path)) == []


def test_every_focusable_widget_of_the_operators_window_has_a_name(make_event, operate):
    window = operate(make_event(a_question("areas", "choose", options=["a", "b", "c", "d", "e"], max=2)))
    assert nameless(window) == []

    press(window, SPACE, SPACE, SPACE)
    assert nameless(window) == []
    assert nameless(window.room) == []


def test_the_smallest_laptop_holds_the_window_without_scrolling(make_event, operate):
    options = ["a", "b", "c", "d", "e", "f", "g", "h"]
    window = operate(make_event(a_question("areas", "choose", options=options, max=3, text=LONG)))
    press(window, SPACE, SPACE, SPACE)
    press(window, *(part for _ in options for part in ("90", ENTER)))
    window.resize(1366, 728)
    settle()

    assert scrolls(window) == []
    assert cut_off(window) == []
    assert overlapping(window) == []


def test_a_refused_correction_fits_the_smallest_laptop_too(make_event, operate):
    window = operate(make_event(a_question("s1", text=LONG)))
    press(window, SPACE, SPACE, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER)
    press(window, "Nobody counted the room.", ENTER, SPACE, SPACE)
    window.vote.correct_button.click()
    window.vote.counter.field_of(AGREE).set_figure(32)
    window.now.next_button.click()
    settle()

    assert "A reason is missing." in window.now.banner.sentence
    assert scrolls(window) == []
    assert cut_off(window) == []


@pytest.fixture
def rehearsed(tmp_path, operate) -> Iterator[Meeting]:
    """Return a meeting in a rehearsal, which says one thing more than a real one in the top line."""
    details = EventDetails("Living well in Riverside", "2026-11-20", "Village hall", 10, variant="full")
    file = find_programme("living-well-here")
    event = create_event(tmp_path / "riverside.event", file, details, rehearsal=True, clock=lambda: MORNING)
    yield Meeting(event, operate)
    if not event.store.is_closed:
        event.close()


@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_the_smallest_laptop_and_has_names(rehearsed, state):
    window = getattr(rehearsed, state)()

    assert scrolls(window) == []
    assert cut_off(window) == []
    assert overlapping(window) == []
    assert nameless(window) == []


@pytest.mark.parametrize("state", STATES)
def test_twice_the_text_cuts_nothing_off_in_any_state(rehearsed, twice_the_text, state):
    window = getattr(rehearsed, state)()

    assert cut_off(window) == []
    assert overlapping(window) == []
    assert "sideways" not in scrolls(window)
    assert QRect(0, 0, 1366, 768).contains(window.rect())


def test_twice_the_text_scrolls_and_cuts_nothing_off(make_event, operate, twice_the_text, words, tmp_path):
    window = operate(make_event(a_question("s1", text="Wherever possible, that means living independently at home.")))
    press(window, SPACE, SPACE, SPACE)
    press(window, "31", ENTER, "6", ENTER, "90", ENTER)
    settle()
    start = start_window(words, tmp_path)

    assert cut_off(window) == []
    assert cut_off(start) == []
    assert overlapping(window) == []
    assert scrolls(window) == ["down"]
    assert QRect(0, 0, 1366, 768).contains(window.rect())
