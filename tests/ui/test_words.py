"""Every word that people see comes from the catalogue: in a made-up language, no English is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from builders import MORNING
from facilitator.conduct.access import access_list
from facilitator.conduct.event import Event
from facilitator.conduct.record import event_record
from tests.ui.made_up_language import MadeUpLanguage
from tests.ui.pressing import every_widget, settle
from ui.application import Windows

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
LETTER = re.compile(r"[A-Za-z]{2,}")
# Names of days and months come from Qt, in the computer's own language.
DATES = tuple(QLocale().dayName(day) for day in range(1, 8)) + tuple(QLocale().monthName(m) for m in range(1, 13))
NAMES = ("Facilitator", "Ctrl", "Shift", "Enter", "Space", "Esc", ".event", *DATES)


def texts_of(window: QWidget) -> Iterator[str]:
    """Yield all that a window shows or reads out now."""
    yield window.windowTitle()
    for widget in every_widget(window):
        if isinstance(widget.parent(), QTabBar):
            continue  # Qt's own buttons for more tabs than fit
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(number) for number in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(number) for number in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from cells_of(widget)


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in roles)
    for orientation, sections in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, model.rowCount())):
        yield from (str(model.headerData(section, orientation) or "") for section in range(sections))


def strays(texts: Iterator[str], data: list[str]) -> list[str]:
    """Return what has English words outside the brackets that are no data of the event."""
    return sorted({text for text in texts if LETTER.search(bared(text.replace("\u200b", ""), data))})


def bared(text: str, data: list[str]) -> str:
    for known in data:
        text = text.replace(known, " ")
    while (shorter := INNERMOST.sub(" ", text)) != text:
        text = shorter
    return text


def data_of(event: Event) -> list[str]:
    """Return the event's own texts, the longest first."""
    record = event_record(event)
    path = event.path
    found = {record.details.title, record.details.place, str(path.parent), path.stem, "report.html", "zip", *NAMES}
    for step in record.steps:
        found |= {step.title, *step.prompts}
    for question in (*event.programme.questions, *record.results):
        wording = getattr(question, "wording", None)
        found.add(wording.text if wording is not None else question.text)
        for option in question.options:
            text = option.wording.text if hasattr(option, "wording") else option.text
            found |= {text, text.partition(":")[0]}
    found |= {note.text for note in record.notes} | {note.place for note in record.notes}
    found |= {stage.title.text for stage in record.stages}
    programme = record.programme
    found |= {part for note in record.notes for part in (note.owner, note.by_when)}
    found |= {means.what for means in access_list(event)} | {line.wording.text for line in programme.next_steps}
    found |= {part for one in record.next_steps for part in (one.step.text, one.step.who, one.step.by_when)}
    for form in programme.forms:
        found.add(form.title.text)
        for asked in form.questions:
            found |= {asked.wording.text, *(one.wording.text for one in (*asked.options, *asked.groups))}
    found |= {rule.text for rule in (*programme.givens, *programme.ground_rules)}
    if programme.promise_wording is not None:
        found.add(programme.promise_wording.text)
    return sorted((text for text in found if text), key=len, reverse=True)


@pytest.fixture
def windows(qapp, tmp_path: Path) -> Iterator[Windows]:
    made = Windows(qapp, MadeUpLanguage(), folder=tmp_path, own_folder=tmp_path / "own", now=lambda: MORNING)
    yield made
    if made.operator is not None:
        made.operator.close()
    if made.start is not None:
        made.start.close()
    settle()


def test_the_first_window_has_no_words_of_its_own(windows, tmp_path):
    windows.begin(None)
    page = windows.start.page
    page.show_form()
    settle()

    programme = ["Living well here", "Three hours", "Ninety minutes", str(tmp_path), *NAMES]
    assert strays(texts_of(windows.start), programme) == []


def test_the_pretend_room_has_no_words_of_its_own_at_any_place(windows):
    windows.begin(None)
    windows.open_pretend_room()
    operator = windows.operator
    found: set[str] = set()

    for place in [row.place for row in operator.desk.rows]:
        operator.desk.go_to(place)
        operator.now.press_next()
        for _ in range(12):
            windows.pretend.act_once()
        operator.desk.refresh()
        data = data_of(operator.desk.open_event)
        found |= set(strays(texts_of(operator), data)) | set(strays(texts_of(operator.room), data))

    assert found == set()
