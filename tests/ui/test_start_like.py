"""Another event like an earlier one: from the first page and from Prepare, by keys, in the form of a new event."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from builders import MORNING, a_count, the_default_event
from facilitator.conduct.event import Event, change_details, open_event
from facilitator.conduct.meeting import PartnerKind, PartnerRole, add_partner, partners_now
from facilitator.conduct.preparing import prepare
from facilitator.conduct.record import event_record
from facilitator.conduct.timing import go_to_activity
from facilitator.core.keys import State
from facilitator.core.plan import edits
from facilitator.store.format import MIGRATION_SET
from tests.conduct.steps import vote
from tests.ui.conftest import end
from tests.ui.file_bytes import held_in
from tests.ui.pressing import press, settle
from ui.application import Windows
from ui.run.tool_list import PREPARE
from ui.start.recent_events import RecentEvents
from ui.start.start_page import StartPage
from ui.start.start_window import StartWindow

ENTER, ESCAPE, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab
TODAY = date(2027, 3, 1)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Return the file of an event that was prepared, has a partner, and was held."""
    event = the_default_event(tmp_path, variant="short")
    change_details(event, replace(event.details, convenor="Riverside Council", area="Riverside"))
    prepare(event, edits.reworded(event.programme, "s2", "Home first."))
    add_partner(event, "Riverside Carers", PartnerKind.COMMUNITY, PartnerRole.PARTNER)
    go_to_activity(event, "vote-goals")
    vote(event, "s1", a_count(agree=50))
    event.close()
    return event.path


@pytest.fixture
def opened() -> Iterator[list[Event]]:
    events: list[Event] = []
    yield events
    for event in events:
        event.close()


@pytest.fixture
def recent(tmp_path: Path) -> RecentEvents:
    return RecentEvents(tmp_path / "own" / "recent.json")


@pytest.fixture
def window(qapp, words, recent, opened, tmp_path) -> Iterator[StartWindow]:
    (tmp_path / "Documents").mkdir()
    page = StartPage(words, today=TODAY, folder=tmp_path / "Documents", recent=recent)
    page.event_opened.connect(opened.append)
    made = StartWindow(page)
    made.resize(1366, 728)
    made.show()
    settle()
    yield made
    end(made)


def wanted_by_key(window: StartWindow, path: Path) -> None:
    """Go to the row of an event in the list, and press Space on “Start another like it”."""
    window.page.recent_list.show_list()
    settle()
    row = next(row for row in window.page.recent_list.rows if row.path == path)
    row.line.setFocus()
    press(window, TAB)
    assert window.focusWidget() is row.another_button
    press(window, SPACE)


def test_the_form_is_filled_with_what_the_event_was_and_todays_day_is_selected(window, recent, held):
    recent.opened(held)

    wanted_by_key(window, held)

    form = window.page.form
    assert form.isVisible()
    assert (form.title.text(), form.place.text(), form.tables.figure) == (
        "Living well in Riverside",
        "Village hall",
        10,
    )
    assert "90 minutes" in form.length_line.text()
    assert not form.length_button.isVisible()
    assert not form.programme_button.isVisible()
    assert "The convenor stays Riverside Council." in form.programme_line.text()
    assert form.date.held_on == "2027-03-01"
    assert window.focusWidget() is form.date
    assert form.date.lineEdit().selectedText() == "1"


def test_starting_it_takes_the_preparation_over_and_no_vote(window, recent, held, opened):
    recent.opened(held)
    wanted_by_key(window, held)

    press(window, "8", ENTER, ENTER, SPACE)

    (event,) = opened
    assert event.path == window.page._folder / "Living well in Riverside 2027-03-08.event"
    assert (event.details.held_on, event.details.variant) == ("2027-03-08", "short")
    assert (event.details.convenor, event.details.area) == ("Riverside Council", "Riverside")
    assert [partner.name for partner in partners_now(event)] == ["Riverside Carers"]
    asked = {one.key: one for one in event_record(event).results}
    assert asked["s2"].text == "Home first."
    assert {one.state for one in asked.values()} == {State.READY}
    assert not event.is_rehearsal


def test_the_earlier_file_is_left_as_it_was(window, recent, held, opened):
    recent.opened(held)
    before = held_in(held)

    wanted_by_key(window, held)
    press(window, "8", ENTER, ENTER, SPACE)

    assert len(opened) == 1
    assert held_in(held) == before


def test_escape_goes_back_to_the_event_in_the_list_and_the_usual_form_is_empty_again(window, recent, held):
    recent.opened(held)
    wanted_by_key(window, held)

    press(window, ESCAPE)

    page = window.page
    assert window.focusWidget() is page.recent_list.rows[0].line
    page.show_form()
    settle()
    assert page.form.place.text() == ""
    assert page.form.length_button.isVisible()


def _gone(path: Path) -> None:
    path.unlink()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        values = (MIGRATION_SET, "of_next_year", "2027")
        file.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)", values)
        file.commit()


def _damaged(path: Path) -> None:
    path.write_bytes(b"no event" * 100)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(_gone, "There is no event file at"), (_newer, "newer"), (_damaged, "is damaged or is not an event file")],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(window, recent, held, spoil, told):
    recent.opened(held)
    spoil(held)

    wanted_by_key(window, held)

    page = window.page
    assert told in page.banner.sentence
    assert page.recent_list.isVisible()
    assert window.focusWidget() is page.recent_list.rows[0].line


def test_a_name_that_is_taken_is_said_and_can_be_changed(window, recent, held, opened):
    recent.opened(held)
    wanted_by_key(window, held)
    window.page.form.path.write_bytes(b"")

    window.page.form.start_button.setFocus()
    press(window, SPACE)
    assert opened == []
    assert "There is already a file called" in window.page.form.title_row.warning

    window.page.form.other_name_button.setFocus()
    press(window, SPACE, SPACE)
    assert opened[0].details.title == "Living well in Riverside 2"


@pytest.fixture
def windows(qapp, words, tmp_path: Path) -> Iterator[Windows]:
    (tmp_path / "documents").mkdir()
    made = Windows(qapp, words, folder=tmp_path / "documents", own_folder=tmp_path / "own", now=lambda: MORNING)
    yield made
    for window in (made.operator, made.start):
        if window is not None:
            end(window)


def test_from_prepare_the_events_window_closes_and_the_form_is_there(windows, held):
    windows.begin(held)
    operator = windows.operator
    preparing = operator.tools.open(PREPARE)
    settle()
    preparing.page.another.setFocus()

    press(preparing, SPACE)

    assert not operator.isVisible()
    assert not preparing.isVisible()
    assert windows.operator is None
    assert windows.start.isVisible()
    assert windows.start.page.form.earlier.path == held
    open_event(held).close()  # its file is let go


def test_what_is_typed_and_not_stored_is_asked_about_first(windows, held):
    windows.begin(held)
    operator = windows.operator
    preparing = operator.tools.open(PREPARE)
    operator.notes.focus_text()
    press(operator, "A garden to sit")

    preparing.page.another.setFocus()
    press(preparing, SPACE)
    assert operator.isVisible()
    assert "A note is typed and not saved yet." in operator.now.banner.sentence

    preparing.page.another.setFocus()
    press(preparing, SPACE)
    assert not operator.isVisible()
    assert windows.start.page.form.earlier.path == held


def test_a_window_that_stayed_open_leads_nowhere_when_it_is_closed_later(windows, held):
    windows.begin(held)
    operator = windows.operator
    operator.notes.focus_text()
    press(operator, "A garden to sit")
    operator.copy_wanted.emit()

    operator.close()

    assert not operator.isVisible()
    assert not windows.start.isVisible()
