"""The venue check by keyboard: rows that fill in, two questions, and a page beside the event."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event as Gate

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from builders import MORNING
from facilitator.conduct.event import Event
from facilitator.conduct.timing import go_to_activity, pause
from facilitator.conduct.voting import open_question
from facilitator.venue.facts import Power, Printers, Screen
from facilitator.venue.findings import Standing, Subject
from tests.document.pdf.reading import pages, text_of
from tests.ui.auditing import cut_off, nameless, overlapping
from tests.ui.conftest import end
from tests.ui.pressing import press, settle
from tests.venue.a_computer import a_computer
from ui.room_screen.room_window import RoomWindow
from ui.room_screen.scene import ReadingCard
from ui.run.desk import Desk
from ui.run.on_screen import Quiet, Reading
from ui.venue.around_here import Surroundings, screens_here
from ui.venue.venue_window import VenueWindow

LAPTOP = Screen("Laptop", 1366, 768, (0, 0), has_controls=True)
PROJECTOR = Screen("EPSON", 1920, 1080, (1366, 0), shows_room=True)
AROUND = Surroundings(a_computer(), lambda controls: (LAPTOP, PROJECTOR), lambda: Printers(("Office",)))
ROOT = Path(__file__).resolve().parents[2]
ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


@pytest.fixture
def check(qapp, words, outside, make_default_event) -> Iterator[Callable[..., VenueWindow]]:
    """Return a maker of shown windows whose look at the computer is done; the room screen is open."""
    made: list[VenueWindow | RoomWindow] = []

    def make(
        around: Surroundings = AROUND, event: Event | None = None, *, is_room_open: bool = True, **more
    ) -> VenueWindow:
        desk = Desk(event or make_default_event(), words, place_and_date="Village hall", now=lambda: MORNING)
        room = RoomWindow(words, desk.scene, moves=False)
        desk.changed.connect(lambda: room.canvas.show_scene(desk.scene))
        window = VenueWindow(desk, words, around=around, outside=outside, **more)
        window.desk, window.room = desk, room
        room.setVisible(is_room_open)
        window.resize(1180, 700)
        made.extend((window, room))
        shown(window)
        return window

    yield make
    for window in made:
        end(window)


def shown(window: VenueWindow) -> None:
    window.show()
    assert window.checking is not None
    window.checking.wait()
    settle()


def standing(window: VenueWindow, subject: Subject) -> Standing | None:
    finding = window.rows.finding(subject)
    return finding.standing if finding is not None else None


def test_the_whole_check_takes_four_keys_and_ends_in_one_page_beside_the_event(check, opened_files):
    window = check()

    keys = press(window, "s", "y", "y", "m")

    page = window.desk.open_event.path.with_name("riverside venue check.pdf")
    assert keys == 4
    assert opened_files == [page]
    assert len(pages(page.read_bytes())) == 1
    assert "Use today Hands" in text_of(page.read_bytes())
    assert "can be read from the back row" in text_of(page.read_bytes())
    assert "It is written; print it where it opens." in window.banner.sentence


def test_enter_presses_the_button_that_has_the_cursor_all_the_way(check, opened_files):
    window = check()

    press(window, ENTER, ENTER, ENTER, ENTER)

    assert len(opened_files) == 1


def test_the_rows_fill_in_one_after_the_other_while_the_window_stays_usable(check):
    asked, gate = Gate(), Gate()

    def slow_printers() -> Printers:
        asked.set()  # printers are the last to be asked
        gate.wait(timeout=60)
        return Printers(("Office",))

    desk_window = check()
    desk_window.hide()
    desk_window._around = replace(AROUND, printers=slow_printers)
    desk_window.show()
    assert asked.wait(timeout=60)
    settle()

    assert standing(desk_window, Subject.SAVING) is Standing.GOOD
    assert standing(desk_window, Subject.PRINTER) is None
    press(desk_window, "s", "y", "y", "m")
    assert "still being looked at" in desk_window.banner.sentence

    gate.set()
    desk_window.checking.wait()
    settle()
    assert standing(desk_window, Subject.PRINTER) is Standing.GOOD


def test_the_picture_is_on_the_room_screen_until_it_was_answered(check):
    window = check()

    press(window, "s")
    assert window.room.canvas.scene == ReadingCard()

    press(window, "n")
    assert window.desk.on_screen == Quiet()
    assert standing(window, Subject.READING) is Standing.FIRST


def test_a_blank_screen_is_blank_again_after_the_picture(check):
    window = check()
    window.desk.blank()

    press(window, "s", "y")

    assert window.desk.is_blank


@pytest.mark.parametrize("way_out", [ESCAPE])
def test_closing_the_window_gives_the_room_back_what_it_saw(check, way_out):
    window = check()
    press(window, "s")

    press(window, way_out)

    assert not window.isVisible()
    assert window.desk.on_screen == Quiet()


def test_what_was_shown_meanwhile_stays(check):
    window = check()
    press(window, "s")
    window.desk.start_here()
    there = window.desk.on_screen

    press(window, "y")

    assert there != Reading()
    assert window.desk.on_screen == there


def test_no_picture_comes_between_the_room_and_an_open_vote(check, make_default_event):
    event = make_default_event()
    open_question(event, "s1", present=80)
    window = check(event=event)

    press(window, "s")

    assert "Close the vote first" in window.banner.sentence
    assert window.desk.on_screen != Reading()


def test_no_picture_is_shown_while_the_clocks_stand_still(check, make_default_event):
    event = make_default_event()
    go_to_activity(event, "welcome")
    pause(event)
    window = check(event=event)

    press(window, "s")

    assert "Go on after the pause first" in window.banner.sentence


def test_the_room_screen_is_opened_for_the_picture(check):
    window = check(is_room_open=False)
    window._open_room = window.room.show

    press(window, "s")

    assert window.room.isVisible()
    assert window.room.canvas.scene == ReadingCard()


def test_without_a_room_screen_nobody_is_asked_whether_it_can_be_read(check):
    window = check(is_room_open=False)

    press(window, "s")

    assert "The room screen is not open." in window.banner.sentence
    assert window.desk.on_screen == Quiet()


def test_nobody_who_can_look_is_told_as_such(check):
    window = check()

    press(window, "l")

    assert standing(window, Subject.READING) is Standing.LOOK
    assert "slips of paper" in window.ask_card.asked


def test_what_fails_is_shown_with_a_word_and_what_to_do(check):
    flat = replace(AROUND, computer=a_computer(battery=lambda: Power(9, False)))

    window = check(flat)

    assert standing(window, Subject.POWER) is Standing.FIRST
    assert window.rows.text_of(Subject.POWER) == (
        "Not plugged in; the battery is at 9 %. Plug it in now, before people sit on the way to the socket."
    )


def test_a_projector_that_is_plugged_in_is_seen_without_a_key(check):
    screens = [LAPTOP]
    window = check(replace(AROUND, screens=lambda controls: tuple(screens)))
    assert standing(window, Subject.SCREENS) is Standing.LOOK

    screens.append(PROJECTOR)
    window._screens_timer.timeout.emit()

    assert standing(window, Subject.SCREENS) is Standing.GOOD


def test_printers_that_cannot_be_asked_end_no_check(check, caplog):
    def broken() -> Printers:
        raise RuntimeError("no such service")

    window = check(replace(AROUND, printers=broken))

    assert window.rows.is_complete
    assert standing(window, Subject.PRINTER) is Standing.LOOK
    assert "could not look at the printers" in caplog.text


def test_a_printer_that_does_not_answer_is_not_known_after_a_while_and_holds_no_page_up(check, opened_files):
    asked, gate = Gate(), Gate()

    def stuck_printers() -> Printers:
        asked.set()
        gate.wait(timeout=60)
        return Printers(("Office",))

    window = check()
    window.hide()
    window._around = replace(AROUND, printers=stuck_printers)
    window.show()
    assert asked.wait(timeout=60)
    settle()

    window._patience.timeout.emit()
    press(window, "s", "y", "y", "m")

    assert len(opened_files) == 1
    assert "does not tell" in window.rows.text_of(Subject.PRINTER)
    assert "Printer This computer does not tell." in text_of(opened_files[0].read_bytes()).replace("Look at it ", "")

    gate.set()
    window.checking.wait()
    settle()
    assert standing(window, Subject.PRINTER) is Standing.GOOD


def test_patience_ends_by_itself_and_only_while_something_is_looked_at(check):
    window = check()
    assert not window._patience.isActive()

    window.look_again()

    assert window._patience.isActive()
    assert 3_000 < window._patience.interval() <= 15_000
    window.hide()
    assert not window._patience.isActive()


def test_screens_that_cannot_be_asked_are_not_known_and_end_no_check(check, caplog):
    def broken(controls: QWidget) -> tuple[Screen, ...]:
        raise RuntimeError("no such screen")

    window = check(replace(AROUND, screens=broken))
    window._screens_timer.timeout.emit()

    assert window.rows.is_complete
    assert standing(window, Subject.SCREENS) is Standing.LOOK
    assert "does not tell" in window.rows.text_of(Subject.SCREENS)
    assert caplog.text.count("could not look at the screens") == 1


def test_closing_the_window_ends_the_writes_and_leaves_no_file_of_them(check):
    written, writing, gate = [], Gate(), Gate()

    def slow_write(file: int, content: bytes) -> None:
        written.append(content)
        writing.set()
        gate.wait(timeout=60)

    window = check()
    window.hide()
    window._around = replace(AROUND, computer=a_computer(write_durably=slow_write))
    window.show()
    assert writing.wait(timeout=60)

    press(window, ESCAPE)
    gate.set()
    window.checking.wait()

    assert len(written) == 1
    assert [path for path in window.desk.open_event.path.parent.iterdir() if "venue-check" in path.name] == []


QUITS_DURING_THE_CHECK = """
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from PySide6.QtCore import QMetaObject, Qt
from facilitator.venue.check import EventFacts
from facilitator.venue.facts import Printers
from tests.venue.a_computer import a_computer
from ui.application import make_application
from ui.venue.around_here import Surroundings
from ui.venue.checking import Checking

app, folder = make_application(["test"]), Path(sys.argv[1])

def write(file, content):
    QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)
    checking.unwanted.wait(timeout=60)

facts = EventFacts(folder, date(2026, 11, 20), datetime(2026, 11, 20, tzinfo=UTC))
around = Surroundings(a_computer(write_durably=write), lambda controls: (), lambda: Printers(()))
checking = Checking(facts, around)
checking.begin()
app.exec()
print(sorted(path.name for path in folder.iterdir()))
"""


def test_the_program_ends_during_the_check_and_leaves_no_file_of_it(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", QUITS_DURING_THE_CHECK, str(tmp_path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert (ended.returncode, ended.stdout.strip()) == (0, "[]"), ended.stderr


def test_a_late_answer_of_an_earlier_look_changes_nothing(check):
    window = check()
    earlier = window.checking

    window.look_again()
    earlier.found.emit(replace(window.rows.finding(Subject.READING), standing=Standing.GOOD))
    window.checking.wait()
    settle()

    assert standing(window, Subject.READING) is Standing.LOOK


def test_a_page_that_cannot_be_written_is_told_where_the_work_is(check):
    window = check()
    page = window.desk.open_event.path.with_name("riverside venue check.pdf")
    page.write_bytes(b"somebody's own")

    press(window, "s", "y", "y", "m")

    assert "no page that this program wrote" in window.banner.sentence
    assert page.read_bytes() == b"somebody's own"


def test_phones_are_told_as_not_in_this_version(check):
    window = check()

    assert standing(window, Subject.PHONES) is Standing.LATER
    assert "Use hands, tables or paper." in window.rows.text_of(Subject.PHONES)


def test_the_check_stores_nothing_in_the_event(check):
    window = check()
    before = window.desk.open_event.last_entry()

    press(window, "s", "y", "y", "m")

    assert window.desk.open_event.last_entry() == before


def test_the_screens_of_this_computer_are_told_with_which_is_the_rooms(check):
    window = check()

    found = screens_here(window)

    assert [(one.has_controls, one.shows_room) for one in found] == [(True, True)]
    assert found[0].width_px > 0


def sound(window: VenueWindow) -> None:
    assert cut_off(window) == []
    assert overlapping(window) == []
    assert nameless(window) == []
    assert window.columns.horizontalScrollBar().maximum() == 0


def test_the_window_fits_the_smallest_laptop_in_every_step(check):
    window = check()
    sound(window)
    for key in "syym":
        press(window, key)
        sound(window)


def test_twice_the_text_scrolls_by_keys_and_cuts_nothing_off(check, twice_the_text):
    window = check()
    window.resize(1180, 700)
    settle()
    sound(window)

    press(window, Qt.Key.Key_PageDown)

    assert window.columns.verticalScrollBar().value() > 0


def test_the_page_goes_where_the_event_is_and_nowhere_else(check, tmp_path):
    window = check()
    folder: Path = window.desk.open_event.path.parent

    press(window, "s", "y", "y", "m")

    beside = {path.name for path in folder.iterdir() if not path.name.startswith("riverside.event")}
    assert beside == {"riverside venue check.pdf"}


def test_the_check_keeps_the_keyboard_when_it_opens_the_room_screen_over_one_screen(
    qapp, words, outside, make_default_event, operate
):
    front = operate(make_default_event())
    window = VenueWindow(
        front.desk, words, controls=front, open_room=front.screens.projector.open_or_close, around=AROUND,
        outside=outside,
    )  # fmt: skip
    window.resize(1180, 700)
    shown(window)
    window.activateWindow()
    settle()

    press(window, "s")
    settle()

    assert front.room.isVisible()
    assert qapp.activeWindow() is window
    end(window)
