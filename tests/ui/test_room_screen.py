"""What the room sees: never a choice before the closing, never a text cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF

from builders import a_ballot, a_count, a_question, the_default_event
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.results import result
from facilitator.conduct.voting import close_question, open_question
from facilitator.core.disclosure import Audience, shown
from facilitator.document.shapes import Rect, Text
from facilitator.words.translator import Translator
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.fitting import Frame
from ui.room_screen.layout import shapes_of
from ui.room_screen.painting import room_font, room_picture, text_measure
from ui.room_screen.scene import Asking, Closed, Revealed, Scene, Welcome, spoken

SIZES = [QSize(1920, 1080), QSize(1280, 720), QSize(1024, 768), QSize(640, 360)]
LONG = "Everything that helps people live well in the place they call home, whatever that place is, " * 4


def asking(event, key: str = "s1") -> Asking:
    found = result(event, key)
    return Asking(shown(found, Audience.ROOM), found.denominators.present, found.tally.cast)


def pixels(scene: Scene) -> bytes:
    room_picture(scene, Translator(), SIZES[0])  # Qt's first painting of large letters is not quite its second
    picture = room_picture(scene, Translator(), SIZES[0])  # has to outlive the view of its bits
    return bytes(picture.constBits())


def test_while_open_nothing_on_the_screen_depends_on_the_choices(make_event, qapp):
    first, second = make_event(), make_event()
    for event in (first, second):
        open_question(event, "s1", present=84)
    enter_count(first, "s1", a_count(agree=40, unsure=3, disagree=4))
    enter_count(second, "s1", a_count(agree=1, unsure=2, disagree=44))
    cast(first, "s1", a_ballot("agree"))
    cast(second, "s1", a_ballot("disagree"))

    one, other = asking(first), asking(second)

    assert pixels(one) == pixels(other)
    assert spoken(one, Translator()) == spoken(other, Translator())
    assert "48 of 84 have voted." in spoken(one, Translator())


def test_the_pixels_would_tell_a_difference(make_event, qapp):
    event = make_event()
    open_question(event, "s1", present=84)
    before = pixels(asking(event))

    enter_count(event, "s1", a_count(agree=40))

    assert pixels(asking(event)) != before


def test_a_shown_result_says_every_number(make_event, qapp, words: Translator):
    event = make_event()
    open_question(event, "s1", present=84)
    enter_count(event, "s1", a_count(agree=31, unsure=6, disagree=9))
    close_question(event, "s1")
    canvas = RoomCanvas(words, Welcome("A meeting", "Village hall"), moves=False)

    canvas.show_scene(Revealed(shown(result(event, "s1"), Audience.ROOM)))

    assert canvas.accessibleName() == "What about s1?"
    assert "Agree: 31 (67%)" in canvas.accessibleDescription()
    assert "84 people present, 46 voted" in canvas.accessibleDescription()


def test_a_corrected_result_says_so(make_event, qapp):
    event = make_event()
    open_question(event, "s1", present=84)
    enter_count(event, "s1", a_count(agree=31, unsure=6, disagree=9))
    close_question(event, "s1")
    correct_count(event, "s1", a_count(agree=30, unsure=7, disagree=9), why="Miscounted.")

    shapes = drawn(Revealed(shown(result(event, "s1"), Audience.ROOM)), SIZES[0])

    assert any(shape.text.startswith("Corrected result.") for shape in shapes if isinstance(shape, Text))


def drawn(scene: Scene, size: QSize):
    return shapes_of(scene, Translator(), Frame(size.width(), size.height(), text_measure()))


def scenes(tmp_path) -> list[Scene]:
    """Return every kind of scene, on the wordings that ship and on very long ones."""
    event = the_default_event(tmp_path)
    made: list[Scene] = [Welcome(LONG, LONG), Welcome("A meeting", ""), Closed(LONG)]
    counts = {"s1": a_count(agree=31, unsure=6, disagree=9), "areas": a_count(voting=35, a1=9, a4=30)}
    for key, count in counts.items():
        open_question(event, key, present=84)
        made.append(asking(event, key))
        enter_count(event, key, count)
        close_question(event, key)
        made.append(Revealed(shown(result(event, key), Audience.ROOM)))
    event.close()
    return made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_text_leaves_the_screen_or_is_cut_short(tmp_path, qapp, size):
    for scene in scenes(tmp_path):
        for shape in drawn(scene, size):
            if isinstance(shape, Text):
                metrics = QFontMetricsF(room_font(shape.size, shape.weight))
                width = metrics.horizontalAdvance(shape.text)
                left = shape.x - (width if shape.anchor == "end" else 0)
                assert left >= 0, shape
                assert left + width <= size.width(), shape
                assert shape.y - shape.size * 0.8 >= 0, shape
                assert shape.y + shape.size * 0.25 <= size.height(), shape
                assert not shape.text.endswith("…"), shape


def test_options_stand_above_the_foot_and_below_the_question(tmp_path, qapp):
    for scene in scenes(tmp_path)[3:]:
        shapes = drawn(scene, SIZES[0])
        lines = [shape for shape in shapes if isinstance(shape, Rect) and shape.height <= 2]
        bars = [shape for shape in shapes if isinstance(shape, Rect) and shape.height > 2]
        assert all(bar.y + bar.height < lines[0].y for bar in bars)


def test_sizes_are_the_ones_of_the_look(make_event, qapp):
    event = make_event()
    open_question(event, "s1", present=84)

    sizes = {round(shape.size) for shape in drawn(asking(event), SIZES[0]) if isinstance(shape, Text)}

    assert sizes == {round(1080 / 11), round(1080 / 16), round(1080 / 20)}


def test_bars_grow_once_when_a_result_appears_and_not_for_a_correction(make_event, qapp, words):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=84)
    enter_count(event, "s1", a_count(agree=31))
    close_question(event, "s1")
    canvas = RoomCanvas(words, Closed("What about s1?"), moves=True)

    canvas.show_scene(Revealed(shown(result(event, "s1"), Audience.ROOM)))
    grows = canvas.grown < 1.0
    correct_count(event, "s1", a_count(agree=30), why="Miscounted.")
    canvas.show_scene(Revealed(shown(result(event, "s1"), Audience.ROOM)))

    assert grows
    assert canvas.grown == 1.0
