"""Start-up, mistakes and the whole thread."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase

from builders import MORNING, a_count, an_event, the_default_event
from facilitator.conduct.counting import enter_count
from facilitator.conduct.event import open_event
from facilitator.conduct.record import event_record
from facilitator.conduct.run_times import time_of_day
from facilitator.conduct.timing import go_to_activity
from facilitator.conduct.voting import open_question
from facilitator.core.keys import State
from facilitator.core.methods import AGREE
from facilitator.errors import Refused
from facilitator.look import FONT_FAMILY
from facilitator.pack.checking import check_pack
from facilitator.words.message import say
from tests.conduct.steps import vote
from tests.ui.conftest import end
from tests.ui.pressing import press, spoken_now
from ui import application
from ui.application import MistakeWatch, Windows
from ui.models.run_sheet import Place
from ui.room_screen.scene import Asking, Paused
from ui.walkthrough import walk

SPACE = Qt.Key.Key_Space


def test_a_mistake_is_logged_and_told_without_stopping_the_work(qapp, words, caplog):
    watch = MistakeWatch(words)
    mistake = ZeroDivisionError("secret detail")

    with caplog.at_level(logging.CRITICAL):
        watch.hear(type(mistake), mistake, None)

    assert watch.box is not None
    assert watch.box.isVisible()
    assert not watch.box.isModal()
    assert watch.box.text().startswith("Something in the program went wrong. What is saved is safe.")
    assert "secret detail" not in watch.box.text()
    assert "secret detail" in caplog.text
    watch.box.close()


def test_a_known_error_that_nobody_caught_keeps_its_own_sentence(qapp, words):
    watch = MistakeWatch(words)
    error = Refused(say("The stick is full."), say("Use another one."))

    watch.hear(type(error), error, None)

    assert watch.box is not None
    assert watch.box.text() == "The stick is full. Use another one."
    watch.box.close()


def test_installing_the_watch_makes_it_the_hook(qapp, words, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    watch = MistakeWatch(words)

    watch.install()

    assert sys.excepthook == watch.hear


def test_our_font_is_there(qapp):
    assert FONT_FAMILY in QFontDatabase.families()


@pytest.fixture
def windows(qapp, words, tmp_path: Path) -> Iterator[Windows]:
    (tmp_path / "documents").mkdir()
    made = Windows(qapp, words, folder=tmp_path / "documents", own_folder=tmp_path / "own", now=lambda: MORNING)
    yield made
    if made.operator is not None:
        end(made.operator)
    if made.start is not None:
        end(made.start)


def test_a_file_on_the_command_line_is_opened_at_once(windows, tmp_path: Path):
    event = an_event(tmp_path)
    event.close()

    windows.begin(event.path)

    assert windows.operator is not None
    assert windows.operator.windowTitle() == "A meeting"
    assert not windows.start.isVisible()
    windows.operator.close()
    assert open_event(event.path).details.title == "A meeting"


def test_a_file_that_cannot_be_opened_is_told_on_the_first_page(windows, tmp_path: Path):
    windows.begin(tmp_path / "nothing.event")

    assert windows.operator is None
    assert windows.start is not None
    assert "There is no event file at" in windows.start.page.banner.sentence


def test_a_new_event_goes_straight_to_its_run_sheet(windows, tmp_path: Path):
    windows.begin(None)
    windows.start.page.event_opened.emit(an_event(tmp_path))

    assert windows.operator.now.next_button.accessibleName() == "Begin the event"
    assert not windows.start.isVisible()


def test_the_pretend_room_lies_apart_from_real_events_and_says_what_it_is(windows, tmp_path: Path):
    windows.begin(None)
    windows.open_pretend_room()

    event = windows.operator.desk.open_event
    assert event.is_rehearsal
    assert event.path.is_relative_to(tmp_path / "own")
    assert list((tmp_path / "documents").iterdir()) == []
    assert event.details.title.startswith("Rehearsal: ")
    assert windows.operator.top._rehearsal.isVisible()
    assert "pretend people, not a real result" in spoken_now(windows.operator)


def test_closing_the_pretend_room_brings_the_first_page_back(windows, qapp):
    windows.begin(None)
    windows.open_pretend_room()

    windows.operator.close()
    qapp.processEvents()

    assert (windows.operator, windows.pretend) == (None, None)
    assert windows.start.isVisible()


def test_a_second_pretend_room_in_the_same_second_has_a_file_of_its_own(windows):
    windows.begin(None)
    windows.open_pretend_room()
    first = windows.operator.desk.open_event.path
    windows.operator.close()

    windows.open_pretend_room()

    second = windows.operator.desk.open_event.path
    assert second != first
    assert first.is_file()
    assert first in windows._recent.paths()


def test_a_pretend_room_opened_again_has_its_people(windows):
    windows.begin(None)
    windows.open_pretend_room("slot")
    path = windows.operator.desk.open_event.path
    windows.operator.close()

    windows.start.page.open_file(path)

    assert windows.pretend is not None
    assert windows.operator.guide is not None


def test_an_event_that_was_under_way_goes_on_where_it_was_with_its_clocks_standing_still(windows, tmp_path: Path):
    event = the_default_event(tmp_path)
    go_to_activity(event, "welcome")
    go_to_activity(event, "vote-goals")
    vote(event, "s1", a_count(agree=40, unsure=2, disagree=6))
    open_question(event, "s2", present=84)
    enter_count(event, "s2", a_count(agree=5, unsure=3, disagree=1))
    event.close()

    windows.begin(event.path)

    operator = windows.operator
    assert operator.desk.place == Place("vote-goals", "s2")
    assert operator.desk.times.paused
    assert isinstance(operator.room.canvas.scene, Paused)
    told = operator.now.banner.sentence
    assert "57 votes are safe; the file was last written at" in told
    assert time_of_day(MORNING) in told

    press(operator, SPACE)
    assert not operator.desk.times.paused
    assert isinstance(operator.room.canvas.scene, Asking)
    assert operator.vote.counter.field_of(AGREE).figure == 5


def test_a_clock_behind_the_file_warns_and_nothing_is_lost(qapp, words, tmp_path: Path):
    event = the_default_event(tmp_path)
    go_to_activity(event, "welcome")
    event.close()
    yesterday = MORNING - timedelta(days=1)
    windows = Windows(qapp, words, folder=tmp_path, own_folder=tmp_path / "own", now=lambda: yesterday)

    windows.begin(event.path)

    told = windows.operator.now.banner.sentence
    assert f"clock says {yesterday:%d.%m. %H:%M}, but the file was last written at" in told
    assert "Nothing is lost" in told
    end(windows.operator)


@pytest.mark.parametrize(
    ("platform", "display", "expected"),
    [("linux", "", False), ("linux", ":0", True), ("darwin", "", True), ("win32", "", True)],
)
def test_only_linux_needs_a_display_server(monkeypatch, platform, display, expected):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert application.has_display() is expected


def test_starting_imports_nothing_heavy():
    asked = "import ui.application, sys; print({'sqlite_utils', 'reportlab', 'qrcode', 'jinja2'} & set(sys.modules))"

    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.strip() == "set()"


@pytest.mark.slow
def test_the_walkthrough_ends_in_a_pack_that_checks_with_pictures_of_every_step(qapp, tmp_path: Path):
    made = walk(tmp_path / "thread")

    assert made.pack is not None
    assert check_pack(made.pack) is not None
    assert made.report is not None
    assert len(made.pictures) > 30
    assert all(picture.stat().st_size > 5_000 for picture in made.pictures)
    (path,) = made.out.rglob("*.event")
    event = open_event(path)
    record = event_record(event)
    event.close()
    assert record.rehearsal
    assert record.count_closed
    assert all(result.state is State.CLOSED for result in record.results)
    for result in record.results:
        assert result.base is None or str(result.base) in made.report.read_text(encoding="utf-8")
