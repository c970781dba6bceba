"""What covers the room screen: blank, a message, the logo; how one key takes it off, and that nothing of it is kept."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from builders import MORNING
from facilitator.conduct.timing import go_to_activity
from facilitator.document.shapes import Text
from facilitator.errors import Refused
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.conduct.steps import verbs
from tests.ui.pressing import press, settle, spoken_now
from ui.room_screen.cover_words import MOST_LETTERS
from ui.room_screen.fitting import Frame
from ui.room_screen.kinds import Logo
from ui.room_screen.layout import every_page
from ui.room_screen.logo_file import KEPT, LogoFile
from ui.room_screen.logo_place import LARGEST_GROWTH, logo_box
from ui.room_screen.painting import room_frame, room_picture, text_measure
from ui.room_screen.scene import Blank, Prompt, RoomMessage, Welcome, headline, rendered
from ui.run.message_window import MessageWindow
from ui.run.message_words import likely_back_at, typed_time
from ui.run.operator_window import OperatorWindow
from ui.run.thumbnail import PROJECTOR

SIZES = [QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160)]
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
DRAWING = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">
<image width="200" height="100" xlink:href="secret.png"/></svg>"""


@pytest.fixture
def front(make_default_event, operate, tmp_path) -> OperatorWindow:
    """A window at a step of talk, with the program's own folder in a new place."""
    event = make_default_event()
    go_to_activity(event, "talk-goals")
    return operate(event, own_folder=tmp_path / "own")


def seen(window: OperatorWindow) -> object:
    return window.room.canvas.scene


def messages(window: OperatorWindow) -> MessageWindow:
    if not window.desk.message:
        window.screens.message()
    settle()
    assert window.screens.messages is not None
    return window.screens.messages


def a_picture(path: Path, size: QSize | None = None, colour: str = "#0A5A6B") -> Path:
    image = QImage(size or QSize(600, 200), QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def test_undo_does_not_bring_back_own_words_that_the_room_saw_or_that_were_left(front):
    window = messages(front)
    window.own.setFocus()
    press(window, "Ann is wanted", ENTER)
    front.desk.uncover()
    window = messages(front)
    window.own.setFocus()

    QTest.keyClick(window.own, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.own.text() == ""

    press(window, "Ben is wanted")
    window.close()
    window = messages(front)
    window.own.setFocus()
    window.own.undo()
    assert window.own.text() == ""


def test_a_time_and_enter_tell_the_room_when_it_goes_on(front):
    window = messages(front)

    press(window, "1150", ENTER)

    assert seen(front) == RoomMessage("Back at 11:50")
    assert not window.isVisible()
    assert spoken_now(front).startswith("Back at 11:50")


def test_own_words_are_shown_by_the_operator_s_own_act_and_kept_nowhere(front):
    before = verbs(front.desk.open_event)
    window = messages(front)
    window.own.setText("  A red Fiesta   stands before the gate. ")

    press(window.own, ENTER)

    assert seen(front) == RoomMessage("A red Fiesta stands before the gate.")
    assert window.own.text() == ""
    assert verbs(front.desk.open_event) == before
    kept = (path.read_bytes() for path in front.desk.open_event.path.parent.iterdir())
    assert all(b"Fiesta" not in content for content in kept)


def test_words_that_are_typed_and_not_shown_are_gone_with_the_window(front):
    messages(front).own.setText("Perhaps not")
    messages(front).close()

    assert messages(front).own.text() == ""


def test_ready_messages_are_one_press(front):
    window = messages(front)

    next(button for button in window.findChildren(QPushButton) if button.text().startswith("Fire alarm")).click()

    assert seen(front) == RoomMessage("Fire alarm: leave by the nearest exit")


def test_the_one_next_action_takes_the_message_off_and_shows_what_was_there(front):
    before = seen(front)
    front.desk.say_to_the_room("Lunch is served")

    press(front, SPACE)

    assert isinstance(before, Prompt)
    assert seen(front) == before


def test_the_key_of_the_message_takes_it_off_again(front):
    before = seen(front)
    front.desk.say_to_the_room("Lunch is served")

    press(front, Qt.Key.Key_M)

    assert seen(front) == before
    assert front.screens.messages is None


def test_where_the_screens_are_is_told_anew_and_anything_else_that_was_told_stays(front):
    told, before = front.screens.projector.told, front.now.banner.sentence
    told.emit(say("The room screen is here."), say("Press W."))
    told.emit(say("The room screen is there."), say("Press W."))
    anew = front.now.banner.sentence
    front.tell(say("The computer was cut off."), say("Go on."))
    told.emit(say("The room screen is here."), say("Press W."))

    assert not before
    assert anew == "The room screen is there. Press W."
    assert front.now.banner.sentence == "The computer was cut off. Go on."


def test_the_key_of_the_message_opens_its_window_and_the_key_of_the_screens_tells_that_there_is_but_one(front):
    press(front, Qt.Key.Key_M)
    press(front, Qt.Key.Key_W)

    assert front.screens.messages is not None
    assert front.screens.messages.isVisible()
    assert front.now.banner.sentence.startswith("⚠  There is only one screen.")


def test_blank_covers_a_message_and_what_was_there_comes_back(front):
    before = seen(front)
    front.desk.say_to_the_room("Lunch is served")

    front.desk.blank()
    blank = seen(front)
    front.desk.blank()

    assert (blank, seen(front)) == (Blank(), before)


def test_what_is_shown_to_the_room_takes_the_message_off(front):
    front.desk.say_to_the_room("Lunch is served")

    front.desk.go_on()

    assert not front.desk.message


def test_what_is_no_time_is_refused_in_a_sentence_and_stays_in_its_field(front):
    window = messages(front)

    press(window, "soon", ENTER)

    assert window.banner.sentence == "⚠  “soon” is no time of day. Type it as 11:50."
    assert window.time.text() == "soon"
    assert isinstance(seen(front), Prompt)


@pytest.mark.parametrize("text", ["11:50", "1150", " 11.50 ", "11h50"])
def test_a_time_is_understood_however_it_is_typed(text):
    assert typed_time(text) == "11:50"


@pytest.mark.parametrize("text", ["", "25:00", "11:60", "11", "ten to twelve", "11:50 or so"])
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(Refused):
        typed_time(text)


def test_the_time_that_is_offered_is_the_end_of_the_break_or_a_full_five_minutes():
    at = MORNING.replace(minute=2, second=30)

    assert likely_back_at(at, at.replace(minute=47)) == f"{at.replace(minute=47).astimezone():%H:%M}"
    assert likely_back_at(at, None) == f"{at.replace(minute=20).astimezone():%H:%M}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("text", ["W" * MOST_LETTERS, "Wm " * (MOST_LETTERS // 3), "Back at 11:50"])
def test_the_longest_message_stands_on_one_screen_and_is_never_too_small(qapp, size, text):
    pages = every_page(RoomMessage(text), Translator(), room_frame(size, Translator()), rehearsal=True)

    lines = [shape for shape in pages[0] if isinstance(shape, Text)]
    assert len(pages) == 1
    assert min(line.size for line in lines) >= size.height() / 20 - 0.01
    assert "".join(line.text for line in lines if line.colour_role == "text").replace(" ", "") == text.replace(" ", "")


# The logo.


def test_a_logo_is_chosen_once_and_there_the_next_time(front, tmp_path):
    front.screens.choose_picture = lambda asked: a_picture(tmp_path / "logo.jpg")
    messages(front).choose_logo.click()
    again = LogoFile(tmp_path / "own" / "logo.png").read()

    assert front.desk.logo is not None
    assert again == front.desk.logo
    assert (again.width, again.height) == (600, 200)


def test_the_logo_covers_the_screen_and_says_the_convenor_s_name(front, tmp_path):
    front.desk.use_logo(LogoFile().choose(a_picture(tmp_path / "logo.png")))
    details = replace(front.desk.snapshot.record.details, convenor="Riverside Council")
    front.desk.snapshot = replace(front.desk.snapshot, record=replace(front.desk.snapshot.record, details=details))

    front.room_card.logo_button.click()

    assert isinstance(seen(front), Logo)
    assert front.room.canvas.accessibleName() == "Riverside Council"
    assert front.room_card.logo_button.text() == "Logo off"
    front.room_card.logo_button.click()
    assert isinstance(seen(front), Prompt)


def test_without_a_logo_its_button_says_where_to_choose_one(front):
    front.room_card.logo_button.click()

    assert front.now.banner.sentence == "⚠  There is no logo yet. Choose its picture under Message (M)."


def test_the_welcome_shows_the_logo_above_its_words_and_never_over_them(front, tmp_path):
    logo = LogoFile().choose(a_picture(tmp_path / "logo.png"))
    long = "A very long name of an event that goes on and on, in a hall far away, " * 3

    for size in SIZES:
        scene, frame = Welcome(long, long, logo=logo), Frame(size.width(), size.height(), text_measure())
        box = logo_box(scene, frame)
        texts = [shape for shape in every_page(scene, Translator(), frame)[0] if isinstance(shape, Text)]

        assert box is not None
        assert min(text.y - text.size for text in texts) >= box.y + box.height


def test_the_logo_is_painted_for_the_room_and_in_the_small_picture(front, tmp_path):
    logo = LogoFile().choose(a_picture(tmp_path / "logo.png", colour="#8A2457"))
    front.desk.use_logo(logo)
    front.desk.show_logo()
    settle()

    shown = room_picture(Logo(logo, "us"), Translator(), PROJECTOR)
    small = front.room_card.picture.grab().toImage()

    assert shown.pixelColor(960, 540) == QColor("#8A2457")
    assert small.pixelColor(small.width() // 2, small.height() // 2) == QColor("#8A2457")


def test_a_small_picture_is_not_blown_up(tmp_path):
    small = LogoFile().choose(a_picture(tmp_path / "small.png", QSize(60, 30)))

    box = logo_box(Logo(small, ""), room_frame(PROJECTOR, Translator()))

    assert box.width - 2 * box.padding == pytest.approx(60 * LARGEST_GROWTH)


@pytest.mark.parametrize("name", ["logo.svg", "logo.png", "logo"])
@pytest.mark.parametrize("packed", [bytes, gzip.compress], ids=["plain", "packed"])
def test_a_drawing_is_refused_whatever_its_name_for_it_may_draw_in_other_files_and_never_end(tmp_path, name, packed):
    a_picture(tmp_path / "secret.png")
    (tmp_path / name).write_bytes(packed(DRAWING.encode()))

    with pytest.raises(Refused) as refused:
        LogoFile().choose(tmp_path / name)

    assert "PNG" in str(refused.value)


def test_a_drawing_is_told_what_to_save_it_as(front, tmp_path):
    (tmp_path / "logo.svg").write_text(DRAWING, encoding="utf-8")
    front.screens.choose_picture = lambda asked: tmp_path / "logo.svg"

    messages(front).choose_logo.click()

    assert messages(front).banner.sentence == "⚠  A drawing (SVG) cannot be shown here. Save it as PNG first."
    assert front.desk.logo is None


def test_a_logo_that_cannot_be_kept_is_shown_today_as_is_said(front, tmp_path):
    (tmp_path / "own").write_text("no folder", encoding="utf-8")
    front.screens.choose_picture = lambda asked: a_picture(tmp_path / "logo.png")

    messages(front).choose_logo.click()

    assert "The logo is shown today, but it cannot be kept" in messages(front).banner.sentence
    assert front.desk.logo is not None
    assert messages(front).forget_logo.isVisible()


def test_a_logo_that_cannot_be_deleted_is_off_today_and_said_to_come_back(front, tmp_path, monkeypatch):
    front.screens.choose_picture = lambda asked: a_picture(tmp_path / "logo.png")
    messages(front).choose_logo.click()

    def in_use(path: Path, **_more: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "unlink", in_use)
    messages(front).forget_logo.click()

    assert front.desk.logo is None
    assert "comes back" in messages(front).banner.sentence


def test_a_huge_picture_is_kept_no_larger_than_a_projector_shows(tmp_path):
    picture = LogoFile().choose(a_picture(tmp_path / "huge.png", QSize(5000, 3000)))

    assert picture.height == KEPT.height()


def no_picture(folder: Path) -> Path:
    (folder / "a.png").write_text("words", encoding="utf-8")
    return folder / "a.png"


def broken(folder: Path) -> Path:
    path = a_picture(folder / "b.png")
    path.write_bytes(path.read_bytes()[:60])
    return path


def tiny(folder: Path) -> Path:
    return a_picture(folder / "c.png", QSize(4, 4))


def too_many_bytes(folder: Path) -> Path:
    (folder / "d.png").write_bytes(b"\x89PNG" + bytes(11_000_000))
    return folder / "d.png"


def another_kind(folder: Path) -> Path:
    return a_picture(folder / "e.bmp")


def too_many_dots(folder: Path) -> Path:
    path = a_picture(folder / "f.png", QSize(100, 100))
    content = path.read_bytes()
    path.write_bytes(content[:16] + (50_000).to_bytes(4, "big") * 2 + content[24:])
    return path


@pytest.mark.parametrize("make", [no_picture, broken, tiny, too_many_bytes, another_kind, too_many_dots, Path.joinpath])
def test_what_cannot_be_a_logo_is_refused_in_a_sentence_and_the_one_before_stays(
    front, tmp_path, make: Callable[[Path], Path]
):
    front.desk.use_logo(LogoFile().choose(a_picture(tmp_path / "good.png")))
    front.screens.choose_picture = lambda asked: make(tmp_path)
    before = front.desk.logo

    messages(front).choose_logo.click()

    assert messages(front).banner.warns
    assert front.desk.logo is before


def test_a_damaged_logo_is_none_and_stops_nothing(tmp_path):
    (tmp_path / "logo.png").write_text("not a picture", encoding="utf-8")

    assert LogoFile(tmp_path / "logo.png").read() is None


def test_a_logo_can_be_given_up(front, tmp_path):
    front.screens.choose_picture = lambda asked: a_picture(tmp_path / "logo.png")
    messages(front).choose_logo.click()

    messages(front).forget_logo.click()

    assert front.desk.logo is None
    assert not (tmp_path / "own" / "logo.png").exists()


# One display.


def test_with_one_display_nothing_opens_by_itself_and_a_window_beside_the_controls_when_asked(front):
    front.screens.begin()
    before = front.room.isVisible()

    front.screens.projector.open_or_close()
    settle()

    assert (before, front.room.isVisible(), front.room.isFullScreen()) == (False, True, False)
    assert front.room_card.where.text() == "In a window of its own"
    assert front.room_card.open_button.text() == "Close the window"


def test_with_one_display_there_is_nothing_to_swap(front):
    front.screens.swap()

    assert front.now.banner.sentence.startswith("⚠  There is only one screen.")
    assert not front.room.isVisible()


def test_a_projector_that_comes_takes_the_room_screen_only_where_it_is_another_screen(front, qapp):
    front.screens.begin()

    qapp.screenAdded.emit(qapp.primaryScreen())
    settle()

    assert not front.room.isVisible()


def test_the_small_pictures_say_what_they_show(front):
    press(front, SPACE)

    assert front.room_card.picture.accessibleName() == f"The room sees: {rendered(headline(seen(front)), Translator())}"
    before = front.room_card.next_picture.accessibleName().removeprefix("The room sees next: ")
    press(front, SPACE)
    assert front.room_card.picture.accessibleName() == f"The room sees: {before}"
    assert front.room_card.next_picture.width() < front.room_card.picture.width()


def test_the_small_picture_is_the_room_s_own_pixels(front):
    card = front.room_card

    small = card.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width = card.picture.width()
    own = front.room.canvas.picture(PROJECTOR).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    middle = (width // 2, own.height() // 2)
    assert all(
        small.pixelColor(x, y) == own.pixelColor(x, y) for x in range(20, width - 20) for y in (middle[1], 30, 50)
    )


def test_everything_in_the_message_window_can_be_reached_and_has_a_name(front):
    window = messages(front)

    fields = [window.time, window.own, *window.findChildren(QPushButton)]

    assert all(field.accessibleName() or field.text() for field in fields)


def test_letters_that_this_computer_cannot_show_are_told_to_the_operator(front):
    front.desk.say_to_the_room("照顾 and care")
    settle()
    assert "照顾" in front.room_card.unshown.text()
    assert front.room_card.unshown.isVisible()

    front.desk.uncover()
    settle()
    assert not front.room_card.unshown.isVisible()
