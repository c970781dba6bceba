"""The first page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator.conduct.event import Event
from facilitator.programme.shipped import find_programme
from ui.start.start_page import StartPage


@pytest.fixture
def opened() -> list[Event]:
    return []


@pytest.fixture
def page(qapp, words, tmp_path: Path, opened: list[Event]):
    programme = find_programme("living-well-here")
    page = StartPage(words, programme, today=date(2026, 11, 20), folder=tmp_path, choose_file=lambda _: None)
    page.event_opened.connect(opened.append)
    yield page
    for event in opened:
        event.close()


def test_the_defaults_are_enough_to_start(page: StartPage, opened: list[Event], tmp_path: Path):
    page.start_button.click()

    (event,) = opened
    assert event.path == tmp_path / "Living well here 2026-11-20.event"
    assert (event.details.title, event.details.held_on, event.details.variant) == (
        "Living well here", "2026-11-20", "full",
    )  # fmt: skip
    assert event.details.tables is None


def test_the_page_says_where_the_file_will_be(page: StartPage, tmp_path: Path):
    page.title.setText("Riverside: a talk/2")

    assert page.file.text().replace("\u200b", "") == f"Saved as Riverside a talk 2 2026-11-20.event in {tmp_path}"


def test_an_event_without_a_name_is_refused_beside_the_fields(page: StartPage, opened: list[Event], tmp_path: Path):
    page.title.setText("  ")

    page.start_button.click()

    assert page.banner.sentence == "⚠  The event has no name. Give it one; it is printed on everything."
    assert not opened
    assert not list(tmp_path.glob("*.event"))


def test_a_second_event_of_the_same_name_does_not_touch_the_first(page: StartPage, opened: list[Event]):
    page.start_button.click()
    before = opened[0].path.read_bytes()

    page.start_button.click()

    assert "There is already a file called" in page.banner.sentence
    assert opened[0].path.read_bytes() == before


def test_a_file_that_is_no_event_is_refused_in_a_sentence(page: StartPage, opened: list[Event], tmp_path: Path):
    strange = tmp_path / "holiday.event"
    strange.write_bytes(b"not an event")

    page.open_file(strange)

    assert page.banner.sentence.startswith("⚠")
    assert not opened


def test_a_file_somebody_gave_is_opened(page: StartPage, opened: list[Event]):
    page.start_button.click()
    first = opened.pop()
    first.close()

    page.open_file(first.path)

    assert [event.path for event in opened] == [first.path]
    assert page.banner.sentence == ""


def test_enter_in_a_field_goes_on_and_starts_nothing(page: StartPage, opened: list[Event], qtbot):
    page.show()
    page.title.setFocus()

    qtbot.keyClick(page.title, Qt.Key.Key_Return)

    assert opened == []
    assert not page.title.hasFocus()
