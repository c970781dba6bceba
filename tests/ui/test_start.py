"""The first window: three choices, the recent events, and the form of a new event."""

from __future__ import annotations

import hashlib
import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from builders import a_programme, a_question, an_event
from facilitator.conduct.event import Event
from facilitator.conduct.glancing import Glance
from facilitator.programme.shipped import find_programme
from tests.ui.pressing import every_widget, press, settle
from ui.start.recent_events import RecentEvents
from ui.start.recent_list import RecentList
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow

ENTER, TAB, F1 = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F1
TODAY = date(2026, 11, 20)


def nameless(window: QWidget) -> list[str]:
    """Return the focusable widgets that have no accessible name."""
    found = []
    for widget in every_widget(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow() or widget.objectName().startswith("qt_"):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def cut_off(window: QWidget) -> list[str]:
    """Return what shows less than its whole text."""
    return [told for widget in every_widget(window) if widget.isVisible() for told in _cut_off(widget)]


def _cut_off(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.text():
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        return [widget.text()] if widget.height() < needed else []
    if isinstance(widget, QAbstractButton):
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        hint = widget.minimumSizeHint().width() if widget.hasHeightForWidth() else widget.sizeHint().width()
        return [widget.accessibleName()] if widget.height() < needed or widget.width() < hint else []
    if isinstance(widget, QLineEdit):
        return [widget.accessibleName()] if widget.height() < widget.fontMetrics().height() else []
    return []


@pytest.fixture
def opened() -> Iterator[list[Event]]:
    events: list[Event] = []
    yield events
    for event in events:
        event.close()


@pytest.fixture
def recent(tmp_path: Path) -> RecentEvents:
    return RecentEvents(tmp_path / "program" / "recent.json")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder


@pytest.fixture
def make_window(qapp, words, recent, documents, opened) -> Iterator[Callable[..., StartWindow]]:
    windows: list[StartWindow] = []

    def make(*, width: int = 1366, height: int = 728, **more) -> StartWindow:
        page = StartPage(words, today=TODAY, folder=documents, recent=recent, **more)
        page.event_opened.connect(opened.append)
        window = StartWindow(page)
        window.resize(width, height)
        window.show()
        settle()
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture
def page(make_window) -> StartPage:
    return make_window().page


@pytest.fixture
def closed_event(documents: Path) -> Callable[..., Path]:
    """Return a maker of event files that nobody has open."""

    def make(name: str, **more) -> Path:
        folder = documents / name
        folder.mkdir()
        event = an_event(folder, **more)
        event.close()
        return event.path

    return make


# The three choices


def test_a_newcomer_finds_three_choices_with_the_first_in_focus(page: StartPage):
    tiles = [page.pretend_choice, page.start_choice, page.open_button]

    assert [tile.text() for tile in tiles] == ["Try with a pretend room", "Start my event", "Open a file I was given"]
    assert page.window().focusWidget() is page.pretend_choice
    assert all(tile.accessibleDescription() for tile in tiles)


@pytest.mark.parametrize("keys", [(ENTER,), (Qt.Key.Key_Space,), ("1",)], ids=["enter", "space", "1"])
def test_the_pretend_room_is_asked_for_by_one_key(page: StartPage, keys):
    asked: list[bool] = []
    page.pretend_room_wanted.connect(lambda: asked.append(True))

    press(page.window(), *keys)

    assert asked == [True]


def test_f1_opens_the_guide_at_the_page_for_what_is_shown(page: StartPage):
    window = page.window()
    press(window, F1)
    first = window.guide.page
    window.guide.close()
    page.show_form()
    settle()

    window.activateWindow()
    settle()
    press(window, F1)

    assert (first, window.guide.page) == ("first-rehearsal", "prepare")
    assert window.guide.isVisible()
    window.close()
    assert not window.guide.isVisible()


def test_the_first_page_shows_the_way_to_the_guide(page: StartPage):
    assert page.guide_button.text() == "Guide (F1)"

    page.guide_button.click()

    assert page.window().guide.page == "first-rehearsal"
    page.window().guide.close()


def test_a_rehearsal_among_the_recent_events_is_marked_and_nothing_is_started_like_it(
    make_window, closed_event, recent
):
    for path in (closed_event("plain"), closed_event("rehearsal", rehearsal=True)):
        recent.opened(path)
    rows = make_window().page.recent_list.rows
    for _ in range(20):
        settle()

    assert [row.another_button.isVisible() for row in rows] == [False, True]
    assert rows[0].line.cells[2].startswith("Rehearsal. ")


def test_a_file_is_chosen_and_opened_by_one_key(make_window, closed_event, opened):
    path = closed_event("given")
    page = make_window(choose_file=lambda _: path).page

    press(page.window(), "3")

    assert [event.path for event in opened] == [path]


def test_a_newcomer_reaches_an_event_by_keyboard_alone(page: StartPage, opened, documents: Path):
    window = page.window()

    keys = press(window, TAB, ENTER)  # the second choice
    typed = press(window, "Living well in Riverside")
    keys += press(window, ENTER)
    typed += press(window, "Village hall")
    keys += press(window, ENTER, ENTER)  # the date is today's
    typed += press(window, "10")
    keys += press(window, ENTER, ENTER)  # to the button, and on it

    (event,) = opened
    assert event.path == documents / "Living well in Riverside 2026-11-20.event"
    details = event.details
    assert (details.title, details.place, details.held_on, details.tables, details.variant) == (
        "Living well in Riverside", "Village hall", "2026-11-20", 10, "full",
    )  # fmt: skip
    assert (keys, typed) == (7, 38)


def test_digits_in_a_field_are_typed_and_choose_nothing(page: StartPage):
    press(page.window(), "2", "31")

    assert page.title.text() == "31"
    assert page.form.isVisible()


def test_going_back_keeps_what_was_typed(page: StartPage):
    press(page.window(), "2", "Market day", Qt.Key.Key_Escape)
    assert page.start_choice.isVisible()
    assert not page.form.isVisible()

    page.start_choice.click()

    assert page.title.text() == "Market day"


def test_the_back_button_goes_back(page: StartPage):
    page.show_form()

    page.form.back_button.click()

    assert page.pretend_choice.isVisible()
    assert page.window().focusWidget() is page.start_choice


def test_tab_goes_down_the_form_and_comes_to_the_button(page: StartPage):
    page.show_form()
    form = page.form
    order = [form.place, form.date, form.tables, form.length_button, form.folder_button, form.programme_button]

    walked: list[QWidget] = []
    for _ in range(10):  # a date has three parts to stop at
        press(page.window(), TAB)
        walked.append(page.window().focusWidget())

    assert list(dict.fromkeys(walked)) == [*order, form.start_button, form.back_button]


# The form


def test_the_defaults_are_enough_to_start(page: StartPage, opened, documents: Path):
    page.show_form()

    page.start_button.click()

    (event,) = opened
    assert event.path == documents / "Living well here 2026-11-20.event"
    assert (event.details.title, event.details.held_on, event.details.variant) == (
        "Living well here", "2026-11-20", "full",
    )  # fmt: skip
    assert event.details.tables is None


def test_the_form_says_where_the_file_will_be(page: StartPage, documents: Path):
    page.title.setText("Riverside: a talk/2")

    told = page.form.file.text().replace("\u200b", "")
    assert told == f"Saved as Riverside a talk 2 2026-11-20.event in {documents}"


def test_another_folder_holds_the_file(make_window, tmp_path: Path):
    page = make_window(choose_folder=lambda _: tmp_path).page

    page.form.folder_button.click()

    assert page.path.parent == tmp_path


def test_another_length_is_chosen_behind_change(page: StartPage, opened):
    page.show_form()
    assert page.form.length_line.text() == "Length: Three hours, 180 minutes"
    assert not page.length.isVisible()

    page.form.length_button.click()
    assert page.length.isVisible()
    page.length.choose("slot")
    page.start_button.click()

    assert opened[0].details.variant == "slot"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("10", "10 tables: about 80 people. They take 3 areas into the last stage."),
        ("5", "5 tables: about 40 people. They take 2 areas into the last stage."),
        ("1", "1 table: about 8 people. They take 1 area into the last stage."),
        ("", "You can leave this empty and say it when you know."),
        ("0", "Give 1 to 1000 tables, or leave it empty."),
    ],
)
def test_the_tables_say_how_many_people_and_areas_that_is(page: StartPage, typed, told):
    page.tables.setText(typed)

    assert page.form.tables_row.hint.text() == told


@pytest.mark.parametrize("tables", ["0", "1001"])
def test_an_impossible_number_of_tables_is_refused_beside_the_field(page: StartPage, opened, documents, tables):
    page.show_form()
    page.tables.setText(tables)

    page.start_button.click()

    told = f"{tables} tables cannot be right. Give 1 to 1000, or leave it out."
    assert page.form.tables_row.warning == f"⚠  {told}"
    assert page.tables.accessibleDescription() == told
    assert page.window().focusWidget() is page.tables
    assert not opened
    assert list(documents.iterdir()) == []
    press(page.window(), "12")
    assert page.form.tables_row.warning == ""


def test_what_is_no_number_of_tables_is_refused_and_starts_nothing(page: StartPage, opened):
    page.show_form()
    page.tables.setFocus()

    press(page.window(), "ten")
    assert page.form.tables_row.warning.startswith("⚠  ")
    page.start_button.click()

    assert "not a whole number" in page.form.tables_row.warning
    assert not opened


def test_an_event_without_a_name_is_refused_beside_the_name(page: StartPage, opened, documents: Path):
    page.show_form()
    page.title.setText("  ")

    page.start_button.click()

    assert page.form.title_row.warning == "⚠  The event has no name. Give it one; it is printed on everything."
    assert page.form.open_there_button.isHidden()
    assert page.form.other_name_button.isHidden()
    assert page.window().focusWidget() is page.title
    assert not opened
    assert list(documents.iterdir()) == []


def test_a_place_with_a_hidden_character_is_refused_beside_the_place(page: StartPage, opened):
    page.show_form()
    page.place.setText("Village\u202ehall")

    page.start_button.click()

    assert "has a character that cannot be seen" in page.form.place_row.warning
    assert not opened


def test_a_name_that_is_taken_offers_the_event_or_another_name(page: StartPage, opened, documents: Path):
    page.show_form()
    page.start_button.click()
    first = opened.pop()
    first.close()
    before = first.path.read_bytes()

    page.start_button.click()

    assert page.form.title_row.warning == "⚠  There is already a file called Living well here 2026-11-20.event."
    assert not opened
    assert page.form.other_name_button.text() == "Use the name “Living well here 2”"
    assert page.window().focusWidget() is page.form.open_there_button
    page.form.other_name_button.click()
    page.start_button.click()
    assert [event.path.name for event in opened] == ["Living well here 2 2026-11-20.event"]
    assert first.path.read_bytes() == before


def test_a_name_that_is_taken_can_be_opened_with_one_key(page: StartPage, opened):
    page.show_form()
    page.start_button.click()
    first = opened.pop()
    first.close()
    page.start_button.click()

    press(page.window(), ENTER)

    assert [event.path for event in opened] == [first.path]


def test_a_name_that_is_taken_is_told_as_soon_as_the_form_is_shown(make_window, opened):
    first = make_window().page
    first.show_form()
    first.start_button.click()

    second = make_window().page
    second.show_form()

    assert "There is already a file called" in second.form.title_row.warning
    press(second.window(), "Market day")
    assert second.form.title_row.warning == ""


def test_what_is_off_stays_told_when_the_field_is_left(page: StartPage):
    page.show_form()
    page.title.setText(" ")
    page.start_button.click()

    press(page.window(), ENTER)

    assert "The event has no name." in page.form.title_row.warning


def test_what_the_disk_refuses_is_told_on_the_form(page: StartPage, opened, documents: Path):
    page.show_form()
    documents.rmdir()

    page.start_button.click()

    assert "There is no folder" in page.form.banner.sentence
    assert not opened


def test_enter_in_a_field_goes_on_and_starts_nothing(page: StartPage, opened):
    page.show_form()

    press(page.window(), ENTER, ENTER, ENTER, ENTER)

    assert opened == []
    assert page.window().focusWidget() is page.start_button


def test_one_shipped_programme_needs_no_choice_and_several_have_one(make_window, words, documents, tmp_path):
    page = make_window().page
    page.show_form()
    assert not page.form.programmes.isVisible()
    assert page.form.programme_line.text() == "Programme: Living well here"

    page.form.use_programme(_programme_file(tmp_path))

    assert page.form.programmes.isVisible()
    assert page.form.programmes.count() == 2


def _programme_file(folder: Path) -> Path:
    a_programme(folder, a_question("s1"), title="Buses after six")
    return folder / "small.json"


def test_a_programme_file_that_was_given_is_followed(make_window, opened, tmp_path):
    page = make_window(choose_programme=lambda _: _programme_file(tmp_path)).page
    page.show_form()

    page.form.programme_button.click()
    assert page.title.text() == "Buses after six"
    page.tables.setText("10")
    assert page.form.tables_row.hint.text() == "10 tables: about 80 people."
    page.start_button.click()

    assert opened[0].programme.title.text == "Buses after six"
    assert opened[0].details.variant == "whole"


def test_a_name_that_was_typed_outlives_another_programme(page: StartPage, tmp_path):
    page.title.setText("Market day")

    page.form.use_programme(_programme_file(tmp_path))

    assert page.title.text() == "Market day"


def test_a_programme_file_that_cannot_be_used_is_refused_in_words(page: StartPage, tmp_path):
    strange = tmp_path / "strange.toml"
    strange.write_text("format = 1", encoding="utf-8")
    page.show_form()

    page.form.use_programme(strange)

    assert page.form.banner.sentence.startswith("⚠")
    assert page.form.programme.programme.key == "living-well-here"


# Opening


def test_a_file_that_is_no_event_is_refused_in_a_sentence(page: StartPage, opened, tmp_path: Path):
    strange = tmp_path / "holiday.event"
    strange.write_bytes(b"not an event")

    page.open_file(strange)

    assert page.banner.sentence.startswith("⚠")
    assert not opened


def test_an_opened_file_and_a_started_one_head_the_list(page: StartPage, opened, closed_event, recent):
    path = closed_event("given")

    page.open_file(path)
    page.show_form()
    page.start_button.click()

    assert page.banner.sentence == ""
    assert recent.paths() == (opened[1].path, path)


def test_without_a_list_everything_else_works(qapp, words, documents, opened):
    page = StartPage(words, find_programme("living-well-here"), today=TODAY, folder=documents)
    page.event_opened.connect(opened.append)

    page.start_event()

    assert len(opened) == 1
    assert page.recent_list is None


# Recent events


def states(page: StartPage) -> list[str]:
    return [row.line.cells[2] for row in page.recent_list.rows]


def test_recent_events_are_listed_with_their_state(make_window, closed_event, recent, tmp_path):
    holiday = tmp_path / "holiday.event"
    holiday.write_bytes(b"not an event")
    for path in (closed_event("plain"), closed_event("rehearsal", rehearsal=True), holiday, tmp_path / "gone.event"):
        recent.opened(path)

    page = make_window().page

    assert states(page) == [
        "⚠ Moved or deleted", "⚠ Damaged, or not an event file", "Rehearsal. Not begun", "Not begun",
    ]  # fmt: skip
    line = page.recent_list.rows[3].line
    assert line.accessibleName() == "A meeting, Village hall, 20 November 2026, Not begun"
    assert page.recent_list.rows[0].off_button.accessibleName() == "Take gone off the list; the file stays"


def test_looking_at_the_list_leaves_the_folder_as_it_was(make_window, closed_event, recent):
    path = closed_event("plain")
    recent.opened(path)

    def folder() -> dict[str, str]:
        return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in path.parent.iterdir()}

    before = folder()
    page = make_window().page

    assert states(page) == ["Not begun"]
    assert folder() == before


def test_the_window_is_there_before_the_files_are_looked_at(qapp, words, recent, tmp_path):
    recent.opened(tmp_path / "slow.event")
    looked: list[bool] = []

    def look(path: Path) -> Glance:
        looked.append(shown.isVisible())
        return Glance(path.stem)

    shown = RecentList(recent, words, look)
    settle()
    assert looked == []
    shown.show()
    settle()

    assert looked == [True]
    shown.close()


def test_enter_and_a_click_open_a_recent_event(make_window, closed_event, recent, opened):
    path = closed_event("plain")
    recent.opened(path)
    page = make_window().page

    press(page.window(), TAB, TAB, TAB, ENTER)
    opened.pop().close()
    page.recent_list.rows[0].line.click()

    assert [event.path for event in opened] == [path]


def test_the_arrow_keys_go_from_event_to_event(make_window, recent, tmp_path):
    for name in "abc":
        recent.opened(tmp_path / f"{name}.event")
    page = make_window().page
    rows = page.recent_list.rows
    rows[0].line.setFocus()

    press(page.window(), Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)

    assert page.window().focusWidget() is rows[1].line


def test_taking_an_event_off_the_list_leaves_its_file(make_window, closed_event, recent):
    kept, off = closed_event("kept"), closed_event("off")
    recent.opened(kept)
    recent.opened(off)
    page = make_window().page
    page.recent_list.rows[0].line.setFocus()

    press(page.window(), Qt.Key.Key_Delete)
    assert recent.paths() == (kept,)
    page.recent_list.rows[0].off_button.click()
    settle()

    assert recent.paths() == ()
    assert not page.recent_list.isVisible()
    assert kept.is_file()
    assert off.is_file()


def test_an_event_that_cannot_be_opened_says_why_and_is_looked_at_again(make_window, closed_event, recent, opened):
    path = closed_event("plain")
    recent.opened(path)
    page = make_window().page
    path.unlink()

    page.recent_list.rows[0].line.click()
    settle()

    assert "There is no event file at" in page.banner.sentence
    assert states(page) == ["⚠ Moved or deleted"]
    assert not opened


# The file of recent events


def test_the_list_keeps_eight_with_the_newest_first(recent, tmp_path):
    for number in range(10):
        recent.opened(tmp_path / f"{number}.event")
    recent.opened(tmp_path / "5.event")

    assert [path.stem for path in recent.paths()] == ["5", "9", "8", "7", "6", "4", "3", "2"]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"events": "x"}', b"[" * 50_000, b"9" * 50_000,
        b'{"events": []}' * 9_000,
    ],
    ids=["empty", "half", "no text", "list", "null", "no list", "deep", "number", "huge"],
)  # fmt: skip
def test_a_damaged_list_is_empty_with_a_line_in_the_log_and_is_made_anew(recent, tmp_path, caplog, content):
    file = tmp_path / "program" / "recent.json"
    file.parent.mkdir()
    file.write_bytes(content)

    with caplog.at_level(logging.WARNING):
        assert recent.paths() == ()
    recent.opened(tmp_path / "a.event")

    assert len(caplog.records) >= 1
    assert recent.paths() == (tmp_path / "a.event",)


def test_strange_entries_of_the_list_are_passed_over(recent, tmp_path):
    file = tmp_path / "program" / "recent.json"
    file.parent.mkdir()
    named = [1, None, "", "a\0b", {"x": 1}, str(tmp_path / "a.event"), str(tmp_path / "a.event")]
    file.write_text(json.dumps({"events": named}), encoding="utf-8")

    assert recent.paths() == (tmp_path / "a.event",)


def test_a_list_that_cannot_be_written_leaves_a_line_in_the_log(tmp_path, caplog):
    in_the_way = tmp_path / "program"
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")
    recent = RecentEvents(in_the_way / "recent.json")

    with caplog.at_level(logging.WARNING):
        recent.opened(tmp_path / "a.event")

    assert "cannot be written" in caplog.text
    assert recent.paths() == ()


def test_a_list_that_is_written_leaves_nothing_beside_it(recent, tmp_path):
    recent.opened(tmp_path / "half a letter \udc80.event")

    assert [one.name for one in (tmp_path / "program").iterdir()] == ["recent.json"]
    assert recent.paths() == (tmp_path / "half a letter \udc80.event",)


# Looks and access


def eight_states(recent: RecentEvents, closed_event, tmp_path: Path) -> None:
    for number in range(5):
        recent.opened(closed_event(f"event-{number}"))
    for name in ("gone", "A very long name of a file that somebody else gave to it", "x" * 90):
        recent.opened(tmp_path / f"{name}.event")


def test_everything_that_takes_the_focus_has_a_name(make_window, recent, closed_event, tmp_path):
    eight_states(recent, closed_event, tmp_path)
    window = make_window()
    window.page.show_form()

    assert nameless(window) == []


def test_the_smallest_laptop_holds_both_pages_without_scrolling(make_window, recent, closed_event, tmp_path):
    eight_states(recent, closed_event, tmp_path)
    window = make_window(width=1366, height=728)
    assert window.area.verticalScrollBar().maximum() == 0
    assert cut_off(window) == []

    window.page.show_form()
    window.page.title.setText(" ")
    window.page.start_button.click()
    settle()

    assert window.page.form.title_row.warning
    assert window.area.verticalScrollBar().maximum() == 0
    assert cut_off(window) == []


@pytest.mark.parametrize("width", [1366, 1000])
def test_twice_the_text_scrolls_and_cuts_nothing_off(
    make_window, recent, closed_event, tmp_path, twice_the_text, width
):
    eight_states(recent, closed_event, tmp_path)
    window = make_window(width=width)
    assert window.area.verticalScrollBar().maximum() > 0
    assert window.area.horizontalScrollBar().maximum() == 0
    assert cut_off(window) == []

    window.page.show_form()
    window.page.title.setText(" ")
    window.page.start_button.click()
    settle()

    assert window.area.horizontalScrollBar().maximum() == 0
    assert cut_off(window) == []


def test_what_has_the_focus_is_in_sight(make_window, recent, closed_event, tmp_path, twice_the_text):
    eight_states(recent, closed_event, tmp_path)
    window = make_window()
    last = window.page.recent_list.rows[-1].line

    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    last.setFocus()
    settle()

    top = last.mapTo(window.area.viewport(), last.rect().topLeft())
    assert QRect(0, 0, window.area.viewport().width(), window.area.viewport().height()).contains(top)


def test_the_first_window_imports_nothing_heavy():
    heavy = "{'sqlite_utils', 'sqlite3', 'reportlab', 'qrcode', 'jinja2', 'tomllib', 'facilitator.conduct.event'}"
    asked = f"import ui.start.start_window, sys; print({heavy} & set(sys.modules))"

    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.strip() == "set()"


def test_the_programme_is_read_only_when_the_form_is_wanted(make_window, monkeypatch):
    read: list[str] = []
    monkeypatch.setattr(
        "facilitator.programme.shipped.find_programme", lambda name: read.append(name) or find_programme(name)
    )
    page = make_window().page
    assert read == []

    page.show_form()

    assert read == ["living-well-here"]


def test_an_open_event_is_told_to_be_open(make_window, make_event, recent):
    event = make_event(a_question("s1"))
    recent.opened(event.path)

    page = make_window().page

    assert states(page) == ["Open in another window"]
