"""The safeguarding key: who to call and what to say, a slip on paper, and nothing stored anywhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from builders import MORNING
from facilitator.conduct.event import open_event
from facilitator.conduct.safeguarding import SafeguardingLead, tell_safeguarding
from facilitator.kit.what_to_say import DANGER, DO, DO_NOT
from tests.document.pdf.reading import text_of
from tests.ui.auditing import cut_off, nameless, overlapping
from tests.ui.conftest import end
from tests.ui.pressing import press, settle
from ui.application import Windows, own_folder
from ui.room_screen.room_window import RoomWindow
from ui.room_screen.scene import spoken
from ui.run import safeguarding_window
from ui.run.desk import Desk
from ui.run.finish_files import Outside
from ui.run.paper_slip import FOLDER, PaperSlip
from ui.run.safeguarding_window import SafeguardingWindow

ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


@pytest.fixture
def slips(tmp_path_factory) -> Path:
    """Return the temporary folder of these tests: no other test takes its slips away."""
    return tmp_path_factory.mktemp("slips")


@pytest.fixture
def help_on(qapp, words, outside, slips) -> Iterator[Callable[..., SafeguardingWindow]]:
    made: list[SafeguardingWindow] = []

    def make(event, outside_of_it: Outside = outside) -> SafeguardingWindow:
        desk = Desk(event, words, place_and_date="Village hall", now=lambda: MORNING)
        window = SafeguardingWindow(desk, words, outside=outside_of_it)
        window.slip._temporary_folder = lambda: str(slips)
        window.resize(1080, 720)
        window.show()
        settle()
        made.append(window)
        return window

    yield make
    for window in made:
        end(window)


def _in_use(self: Path, *, missing_ok: bool = False) -> None:
    """Refuse to remove a file, as Windows does while a viewer holds it."""
    raise PermissionError(32, "in use by another program")


def said(window: SafeguardingWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def test_it_says_who_to_call_and_what_to_do_and_what_not(help_on, make_default_event):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890", "Ring twice.")

    window = help_on(event)

    for told in ("Jane Okafor", "01234 567890", "Ring twice.", str(DANGER), *map(str, DO + DO_NOT)):
        assert told in said(window)


def test_where_nobody_is_named_it_says_so_and_where_to_set_it_and_999(help_on, make_default_event):
    window = help_on(make_default_event())

    assert "Nobody is named to call yet" in said(window)
    assert "Prepare (E)" in said(window)
    assert "call 999" in said(window)


@pytest.mark.parametrize(
    ("name", "phone", "missing"), [("Jane", "", "No number is told"), ("", "01234", "No name is told")]
)
def test_half_of_it_is_told_as_half(help_on, make_default_event, name, phone, missing):
    event = make_default_event()
    tell_safeguarding(event, name, phone)

    assert missing in said(help_on(event))


def test_a_name_told_while_it_is_open_appears(help_on, make_default_event):
    event = make_default_event()
    window = help_on(event)

    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    window.show_event()

    assert "Jane Okafor" in said(window)


def everything_in(*folders: Path) -> dict[str, str]:
    """Return the digest of every file below some folders, but for the memory that readers of an open event share."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    files = (path for path in found if not path.name.endswith("-shm"))
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def test_opening_reading_printing_and_closing_store_nothing_anywhere(
    help_on, make_default_event, tmp_path, caplog, words, qapp
):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    own = tmp_path / "own"
    own.mkdir()
    windows = Windows(qapp, words, folder=tmp_path, own_folder=own)
    windows._recent.opened(event.path)
    before = everything_in(tmp_path), event.last_entry(), event.last_written()
    assert any(path.endswith("riverside.event") for path in before[0])
    caplog.set_level(0)

    window = help_on(event)
    press(window, "p")
    slip = window.slip.path
    window.show_event()
    press(window, ESCAPE)
    settle()

    assert (everything_in(tmp_path), event.last_entry(), event.last_written()) == before
    assert caplog.records == []
    assert slip is not None
    assert not slip.exists()
    assert not slip.parent.exists()


def test_the_event_file_is_byte_for_byte_the_same_whether_the_key_was_pressed_or_not(
    help_on, make_default_event, tmp_path
):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    event.close()
    looked, left_alone = (shutil.copy(event.path, tmp_path / f"{name}.event") for name in ("looked", "left alone"))

    opened = open_event(Path(looked))
    press(help_on(opened), "p", ESCAPE)
    opened.close()
    open_event(Path(left_alone)).close()

    assert Path(looked).read_bytes() == Path(left_alone).read_bytes()


def test_nothing_is_written_in_the_programs_own_folder(help_on, make_default_event):
    before = everything_in(own_folder()) if own_folder().is_dir() else {}

    press(help_on(make_default_event()), "p", ESCAPE)

    assert (everything_in(own_folder()) if own_folder().is_dir() else {}) == before


def test_the_slip_is_opened_and_it_is_told_where_it_lies_and_until_when(help_on, make_default_event, opened_files):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    window = help_on(event)

    press(window, ENTER)

    assert opened_files == [window.slip.path]
    assert "Jane Okafor" in text_of(window.slip.path.read_bytes())
    told = window.banner.sentence.replace("\u200b", "")
    assert str(window.slip.path) in told
    assert "when you close this page" in told


def test_a_second_slip_takes_the_place_of_the_first(help_on, make_default_event):
    window = help_on(make_default_event())
    press(window, "p")
    first = window.slip.path

    press(window, "p")

    assert not first.exists()
    assert window.slip.path.exists()


def test_only_this_user_can_read_the_slips_folder(help_on, make_default_event):
    window = help_on(make_default_event())

    press(window, "p")

    assert window.slip.path.parent.stat().st_mode & 0o077 == 0


def test_where_no_slip_can_be_made_any_sheet_of_paper_does(help_on, make_default_event):
    window = help_on(make_default_event())

    def full() -> str:
        raise OSError(28, "No space left on device")

    window.slip._temporary_folder = full
    press(window, "p")

    assert "Take any sheet of paper" in window.banner.sentence
    assert window.slip.path is None


def lying_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_slip_that_is_held_is_told_with_its_place_and_goes_at_the_next_opening(
    help_on, make_default_event, slips, monkeypatch
):
    window = help_on(make_default_event())
    press(window, "p")
    first = window.slip.path
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", _in_use)
        window.close()
        told = window.banner.sentence.replace("\u200b", "")
        assert window.isVisible()
        assert "could not be removed" in told
        assert str(first) in told

        window.close()
        assert not window.isVisible()
        assert lying_in(slips) == [first]

    window.show()
    settle()
    assert list(slips.iterdir()) == []
    assert window.banner.sentence == ""


def test_a_second_slip_lets_none_be_forgotten_while_the_first_is_held(help_on, make_default_event, slips, monkeypatch):
    window = help_on(make_default_event())
    press(window, "p")
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", _in_use)
        press(window, "p")
        assert len(lying_in(slips)) == 2

    window.close()

    assert not window.isVisible()
    assert list(slips.iterdir()) == []


def test_a_held_slip_is_told_when_the_event_is_closed_and_goes_with_it_once_it_is_free(
    make_default_event, operate, slips, monkeypatch
):
    operator = operate(make_default_event())
    window = operator.tools.open(Qt.Key.Key_G)
    window.slip._temporary_folder = lambda: str(slips)
    press(window, "p")
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", _in_use)
        assert not operator.close()
        assert str(window.slip.path) in operator.now.banner.sentence.replace("\u200b", "")

    assert operator.close()
    assert list(slips.iterdir()) == []


def test_a_disk_that_fills_up_leaves_no_half_slip(help_on, make_default_event, slips, monkeypatch):
    window, write = help_on(make_default_event()), Path.write_bytes

    def half(self: Path, content: bytes) -> int:
        write(self, content[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    press(window, "p")

    assert "Take any sheet of paper" in window.banner.sentence
    assert list(slips.iterdir()) == []


def test_what_a_crash_left_goes_when_the_page_is_opened_next_and_nothing_else_does(
    help_on, make_default_event, slips, words
):
    PaperSlip(words, lambda: str(slips)).make(SafeguardingLead("Jane Okafor", "01234 567890"))
    assert len(lying_in(slips)) == 1
    other = slips / "another folder"
    other.mkdir()
    (other / "slip.pdf").write_bytes(b"not ours")

    help_on(make_default_event())

    assert lying_in(slips) == [other / "slip.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_that_somebody_else_laid_is_not_followed(slips, words, tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "slip.pdf").write_bytes(b"somebody's own")
    (slips / f"{FOLDER}link").symlink_to(kept)

    assert PaperSlip(words, lambda: str(slips)).remove() == ()

    assert (kept / "slip.pdf").exists()


def test_a_glance_at_the_title_or_the_large_words_tells_nobody_what_it_is_about(help_on, make_default_event):
    window = help_on(make_default_event())

    assert window.windowTitle() == "Help for a person"
    for word in ("abuse", "safeguard", "disclosure", "harm"):
        assert word not in said(window).lower()


def test_the_room_screen_and_its_small_picture_show_nothing_of_it(help_on, make_default_event, operate, words):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    operator = operate(event)
    operator.room.show()
    before = operator.room.canvas.scene

    window = help_on(event)
    press(window, "p")

    assert operator.room.canvas.scene == before
    assert "Okafor" not in spoken(operator.room.canvas.scene, words)
    assert not operator.room.isAncestorOf(window)


def test_on_the_screen_of_the_room_its_words_are_hidden(help_on, make_default_event, monkeypatch):
    window = help_on(make_default_event())

    monkeypatch.setattr(safeguarding_window, "is_on_the_room_screen", lambda one: True)
    window.move(window.x() + 10, window.y())
    window._cover_from_the_room()

    assert not window.page.isVisible()
    assert window.cover.isVisible()
    assert window.cover.text() == "Drag this window to your own screen."


@pytest.mark.parametrize("step", ["open", "slip"])
def test_it_fits_and_everything_has_a_name(help_on, make_default_event, step):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890", "In the kitchen until 12; then by phone.")
    window = help_on(event)
    if step == "slip":
        press(window, "p")

    assert cut_off(window) == []
    assert overlapping(window) == []
    assert nameless(window) == []


def test_twice_the_text_cuts_nothing_off(help_on, make_default_event, twice_the_text):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor-Williamson", "01234 567890", "In the kitchen until 12; then by phone.")
    window = help_on(event)
    window.resize(1080, 720)
    press(window, "p")

    assert cut_off(window) == []
    assert overlapping(window) == []
    press(window, Qt.Key.Key_PageDown)
    assert window.area.verticalScrollBar().value() > 0


def test_it_never_stops_the_work(help_on, make_default_event):
    window = help_on(make_default_event())
    assert not window.isModal()

    window.close_button.click()

    assert not window.isVisible()


def test_a_room_window_that_is_no_full_screen_hides_no_help(help_on, make_default_event, words):
    window = help_on(make_default_event())
    room = RoomWindow(words, window._desk.scene, moves=False)
    room.show()

    window._cover_from_the_room()

    assert window.page.isVisible()
    end(room)
