"""Every window in every state: as it is told to people who hear it, reached by Tab, and seen at twice the text."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.look import DAY, HIGH_CONTRAST, NIGHT
from facilitator.words.translator import Translator
from tests.ui.auditing import (
    beside_the_screen,
    cut_off,
    nameless,
    out_of_order,
    overlapping,
    pale,
    shortened,
    told_as_nothing,
    told_wrongly,
    trapped,
)
from tests.ui.every_window import LAPTOP_PX, WINDOWS, stage
from tests.ui.pressing import settle
from ui.application import Windows
from ui.learner import Learner
from ui.run.operator_window import OperatorWindow
from ui.widgets.chart_view import ChartView
from ui.widgets.picture import Picture
from ui.widgets.style import dress
from ui.widgets.text import card, push_button, text_label

__all__ = ["stage"]
THEMES = {"light": DAY, "dark": NIGHT, "high contrast": HIGH_CONTRAST}
# Where a note is written, Tab goes on to who and by when, as one types; the button to save stands beside the words.
# What is done with a chosen note comes after the list in which it is chosen, wherever there is room for it.
MEANT = {
    "QPushButton “Save the note” after QLineEdit “By when, in words; Enter saves the note”",
    "QPushButton “Change the chosen note” after NotesList “Notes so far, newest first”",
}


@pytest.fixture(autouse=True)
def _usual_look(qapp):
    yield
    if qapp.property("textScale") != 1.0 or qapp.property("colours") != DAY:
        dress(qapp, 1.0, DAY)


def faults_of_hearing(window: QWidget) -> list[str]:
    order = [jump for jump in out_of_order(window) if jump not in MEANT]
    return [*nameless(window), *told_as_nothing(window), *told_wrongly(window), *order]


def wider_than_seen(window: QWidget) -> list[str]:
    """Return what is wider than the area it scrolls in: its right end would be out of sight."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None]
    pairs = [(area.widget(), area.viewport().width()) for area in areas]
    return [
        f"{type(inside).__name__} needs {inside.minimumSizeHint().width()} of {width} px"
        for inside, width in pairs
        if inside.minimumSizeHint().width() > width
    ]


@pytest.mark.parametrize(("name", "theme"), list(zip(WINDOWS, cycle(THEMES), strict=False)))
def test_every_window_says_what_it_shows_leaves_nobody_in_a_trap_and_stands_out(stage, qapp, name, theme):
    """Every state in one of the colours, each colour on a third of the states; test_look.py computes them all."""
    window = WINDOWS[name](stage)

    assert faults_of_hearing(window) == []
    assert wider_than_seen(window) == []
    assert trapped(window) == []
    dress(qapp, 1.0, THEMES[theme])
    settle()
    assert pale(window) == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_words_of_the_desk_stand_out_in_the_picture_of_it_in_all_colours(stage, qapp, theme):
    window = WINDOWS["desk: at_a_result"](stage)
    dress(qapp, 1.0, THEMES[theme])
    settle()

    assert pale(window) == []


@pytest.mark.parametrize("name", [name for at, name in enumerate(WINDOWS) if at % 2 == 0 or "desk" not in name])
def test_twice_the_text_cuts_nothing_off_and_all_of_it_can_be_scrolled_to(stage, qapp, name):
    dress(qapp, 2.0)
    window = WINDOWS[name](stage)

    assert cut_off(window) == []
    assert overlapping(window) == []
    assert beside_the_screen(window) == []
    assert window.width() <= LAPTOP_PX[0]
    assert window.height() <= LAPTOP_PX[1]
    assert [one for one in shortened(window) if one.startswith("tab")] == []
    assert trapped(window) == []


class Walker:
    """Audits the operator's window at each step of a rehearsal that looks unlike those before."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, ...]] = set()
        self.faults: list[str] = []
        self.window: OperatorWindow | None = None

    def look(self, step: str) -> None:
        assert self.window is not None
        reading = self.window.reading.window
        for window in (self.window, reading):
            if window is not None and window.isVisible():
                self._audit(window, step)

    def _audit(self, window: QWidget, step: str) -> None:
        shape = tuple(sorted(type(one).__name__ for one in window.findChildren(QWidget) if one.isVisible()))
        if shape in self.seen:
            return
        self.seen.add(shape)
        self.faults += [f"{step}: {fault}" for fault in (*faults_of_hearing(window), *cut_off(window))]


@pytest.mark.slow
@pytest.mark.parametrize("length", ["short"])
def test_every_step_of_a_rehearsal_says_what_it_shows(qapp, tmp_path: Path, length):
    windows = Windows(qapp, Translator(), folder=tmp_path, own_folder=tmp_path)
    windows.begin(None)
    windows.open_pretend_room(length)
    walker = Walker()
    walker.window, pretend = windows.operator, windows.pretend
    assert walker.window is not None
    assert pretend is not None
    walker.window.resize(*LAPTOP_PX)

    Learner(walker.window, pretend, walker.look).run_to_the_end()
    walker.window.close()
    windows.start.close()

    assert "\n".join(walker.faults) == ""
    assert len(walker.seen) > 10


def bad_window() -> QWidget:
    """Return a window with one fault of each kind."""
    window, (frame, rows) = QWidget(), card()
    layout = QVBoxLayout(window)
    layout.addWidget(frame)
    nobody = QPushButton()
    painted = Silent()
    faint = text_label("Words that cannot be read", wraps=False)
    faint.setStyleSheet("color: #C8CCD0")
    narrow = push_button("A button with many words")
    narrow.setFixedWidth(40)
    first, second = push_button("First"), push_button("Second")
    for part in (nobody, painted, faint, narrow, first, second):
        rows.addWidget(part)
    QWidget.setTabOrder(second, first)
    window.show()
    settle()
    return window


class Silent(QWidget):
    """Paints itself and says nothing."""

    __module__ = "ui.planted"

    def paintEvent(self, event) -> None:
        del event


def test_planted_faults_are_all_found(qapp):
    window = bad_window()

    assert nameless(window) == ["QPushButton "]
    assert told_as_nothing(window) == ["Silent “”"]
    assert out_of_order(window) == ["QPushButton “First” after QPushButton “Second”"]
    assert [one.split(" ")[-1] for one in pale(window)] == ["1.6"]
    assert cut_off(window) == ["A button with many words"]


class Keeper(QPushButton):
    """Keeps the keyboard and has no ring."""

    def focusNextPrevChild(self, following: bool) -> bool:
        del following
        return True


def test_a_trap_and_a_missing_ring_are_found(qapp):
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.addWidget(push_button("Before"))
    flat = push_button("No ring")
    flat.setStyleSheet("QPushButton, QPushButton:focus { border: 1px solid #4A5560; padding: 7px 15px; }")
    layout.addWidget(flat)
    layout.addWidget(push_button("Between"))
    window.show()
    settle()
    assert trapped(window) == ["QPushButton “No ring”: no ring"]

    keeper = Keeper("Keeper")
    layout.addWidget(keeper)
    settle()
    assert "Tab does not come back to QPushButton “Before” but to Keeper “Keeper”" in trapped(window)


def test_escape_leaves_every_field_of_the_desk_for_the_next_action(stage):
    window = stage.meeting.at_tables()
    for part in (window.vote.grid.findChildren(QWidget)[0], window.notes.form.text, window.notes.form.table):
        part.setFocus()
        settle()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        settle()

        assert window.focusWidget() is window.now.next_button


def test_what_paints_itself_is_told_as_a_picture_with_its_figures(stage):
    window = stage.meeting.at_a_result()
    chart = window.vote.chart

    assert isinstance(chart, ChartView)
    assert isinstance(chart, Picture)
    assert "60" in chart.accessibleDescription()
    assert QApplication.platformName() == "offscreen"
    assert isinstance(chart, QLabel)
