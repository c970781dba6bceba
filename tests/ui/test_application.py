"""Start-up, mistakes and the whole thread."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from builders import an_event
from facilitator.conduct.event import open_event
from facilitator.conduct.record import event_record
from facilitator.errors import Refused
from facilitator.look import FONT_FAMILY
from facilitator.words.message import say
from ui import application
from ui.application import MistakeWatch, Windows
from ui.walkthrough import TODAY, walk


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


def test_a_file_on_the_command_line_is_opened_at_once(qapp, words, tmp_path: Path):
    event = an_event(tmp_path)
    event.close()
    windows = Windows(qapp, words, folder=tmp_path, today=TODAY)

    windows.begin(event.path)

    assert windows.operator is not None
    assert windows.operator.windowTitle() == "A meeting"
    windows.operator.close()
    assert open_event(event.path).details.title == "A meeting"


def test_a_file_that_cannot_be_opened_is_told_on_the_first_page(qapp, words, tmp_path: Path):
    windows = Windows(qapp, words, folder=tmp_path, today=TODAY)

    windows.begin(tmp_path / "nothing.event")

    assert windows.operator is None
    assert windows.start is not None
    assert "There is no event file at" in windows.start.page.banner.sentence
    windows.start.close()


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


def test_the_whole_thread_ends_in_a_pack_that_checks(qapp, tmp_path: Path):
    made = walk(tmp_path / "thread")

    assert made.pack is not None
    assert made.pack.is_file()
    assert made.report is not None
    assert "54" in made.report.read_text(encoding="utf-8")
    assert all(picture.stat().st_size > 5_000 for picture in made.pictures)
    (path,) = made.out.glob("*.event")
    event = open_event(path)
    record = event_record(event)
    event.close()
    assert [note.text for note in record.notes] == ["No bus after six.\nPeople with a late appointment pay for a taxi."]
    assert {result.key: result.tally.cast for result in record.results if result.tally.cast} == {"s1": 82, "areas": 80}
