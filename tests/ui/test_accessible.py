"""Every control has a name, every text enough contrast, and twice the text size cuts nothing off."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from builders import a_question
from facilitator.core.methods import AGREE
from facilitator.look import DAY, NIGHT, contrast
from facilitator.programme.shipped import find_programme
from tests.ui.pressing import every_widget, press, settle
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow

TEXT_ROLES = ("text", "muted", "accent", "agree", "unsure", "disagree", "warning")
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


def nameless(window: QWidget) -> list[str]:
    """Return the focusable widgets of a window that have no accessible name."""
    found = []
    for widget in every_widget(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow() or widget.objectName().startswith("qt_"):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def start_window(words, folder: Path) -> StartWindow:
    page = StartPage(words, find_programme("living-well-here"), today=date(2026, 11, 20), folder=folder)
    window = StartWindow(page)
    window.resize(window.sizeHint())
    window.show()
    settle()
    return window


def cut_off(window: QWidget) -> list[str]:
    """Return what shows less than its whole text."""
    found = []
    for widget in every_widget(window):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in words_of(widget.text()))
            if widget.height() < needed or widget.width() < longest:
                found.append(widget.text())
        elif isinstance(widget, QAbstractButton) and widget.text() and not fits(widget):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit) and widget.height() < widget.fontMetrics().height():
            found.append(widget.accessibleName())
    return found


def words_of(text: str) -> list[str]:
    """Return the parts of a text between which a line may end."""
    return text.replace("\u200b", " ").split()


def fits(button: QAbstractButton) -> bool:
    hint = button.sizeHint()
    return button.width() >= hint.width() and button.height() >= hint.height()


def overlapping(window: QWidget) -> list[str]:
    """Return pairs of neighbouring labels and controls that lie on each other."""
    shown = [
        widget
        for widget in every_widget(window)
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton | QLineEdit)
    ]
    pairs = ((one, other) for number, one in enumerate(shown) for other in shown[number + 1 :])
    return [
        f"{one.accessibleName()} {other.accessibleName()}"
        for one, other in pairs
        if one.parent() is other.parent() and one.geometry().intersects(other.geometry())
    ]


def test_every_focusable_widget_of_the_first_window_has_a_name(qapp, words, tmp_path):
    assert nameless(start_window(words, tmp_path)) == []


def test_every_focusable_widget_of_the_operators_window_has_a_name(make_event, operate):
    window = operate(make_event(a_question("areas", "choose", options=["a", "b", "c", "d", "e"], max=2)))
    assert nameless(window) == []

    press(window, SPACE, SPACE)
    assert nameless(window) == []
    assert nameless(window.room) == []


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_text_has_enough_contrast_on_every_ground(role):
    for ground in (DAY.ground, DAY.card):
        assert contrast(getattr(DAY, role), ground) >= 4.5
    assert contrast(getattr(NIGHT, role), NIGHT.ground) >= 7
    assert contrast(DAY.card, DAY.accent) >= 4.5


def test_the_smallest_laptop_holds_the_window_without_scrolling(make_event, operate):
    statement = "Care and health services are here to help adults who need support to live well and have a good life."
    options = ["a", "b", "c", "d", "e", "f", "g", "h"]
    window = operate(make_event(a_question("areas", "choose", options=options, max=3, text=statement)))
    press(window, SPACE, SPACE)
    press(window, *(part for _ in options for part in ("90", ENTER)))
    window.resize(1366, 728)
    settle()

    area = window.columns
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0
    assert cut_off(window) == []
    assert overlapping(window) == []


def test_a_refused_correction_fits_the_smallest_laptop_too(make_event, operate):
    statement = "Care and health services are here to help adults who need support to live well and have a good life."
    window = operate(make_event(a_question("s1", text=statement)))
    press(window, SPACE, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER)
    press(window, "Nobody counted the room.", ENTER, SPACE, SPACE)
    window.vote.correct_button.click()
    window.vote.counter.field_of(AGREE).set_figure(32)
    window.now.next_button.click()
    settle()

    assert "A reason is missing." in window.now.banner.sentence
    assert window.columns.verticalScrollBar().maximum() == 0
    assert cut_off(window) == []


def test_twice_the_text_scrolls_and_cuts_nothing_off(make_event, operate, twice_the_text, words, tmp_path):
    window = operate(make_event(a_question("s1", text="Wherever possible, that means living independently at home.")))
    press(window, SPACE, SPACE)
    press(window, "31", ENTER, "6", ENTER, "90", ENTER)
    settle()
    start = start_window(words, tmp_path)

    assert cut_off(window) == []
    assert cut_off(start) == []
    assert overlapping(window) == []
    assert window.columns.verticalScrollBar().maximum() > 0
    assert window.columns.horizontalScrollBar().maximum() == 0
    assert QRect(0, 0, 1366, 768).contains(window.rect())
