"""What the room reads is large, clear and free as it was painted; and the measuring finds what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QTextLayout

from facilitator.document.shapes import Shape, Text
from facilitator.look import NIGHT, ROOM_FOOT
from facilitator.words.translator import Translator
from tests.ui import room_gallery as gallery
from tests.ui.ink import complaints, overlaps
from ui.room_screen import layout, painting
from ui.room_screen.painting import paint_ground, paint_shapes, room_font, room_frame
from ui.room_screen.scene import Scene

WORDS = Translator()
HD, NARROW, LARGE = QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160)
SHIPPED = {**gallery.votes(), **gallery.talk(), **gallery.welsh()}
EVERY_SCENE = pytest.mark.parametrize("scene", gallery.every_scene().values(), ids=gallery.every_scene().keys())


def every_page(scene: Scene, size: QSize) -> tuple[tuple[Shape, ...], ...]:
    return layout.every_page(scene, WORDS, room_frame(size, WORDS))


def painted(shapes, size: QSize, palette=NIGHT) -> QImage:
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_ground(painter, size)
    paint_shapes(painter, shapes, palette)
    painter.end()
    return picture


def complaints_about(scene: Scene, size: QSize) -> list[str]:
    return [str(one) for shapes in every_page(scene, size) for one in complaints(painted(shapes, size), shapes)]


@pytest.mark.parametrize("size", [HD, NARROW], ids=["1920x1080", "1024x768"])
@EVERY_SCENE
def test_every_letter_is_large_and_clear_and_off_the_edge(qapp, scene, size):
    assert complaints_about(scene, size) == []


@pytest.mark.parametrize("scene", list(SHIPPED.values())[::4], ids=list(SHIPPED)[::4])
def test_so_it_is_on_a_very_large_screen(qapp, scene):
    assert complaints_about(scene, LARGE) == []


@pytest.mark.parametrize("size", [HD, NARROW], ids=["1920x1080", "1024x768"])
@EVERY_SCENE
def test_no_text_is_painted_on_another(qapp, scene, size):
    found = [str(one) for shapes in every_page(scene, size) for one in overlaps(size, shapes)]

    assert found == []


@EVERY_SCENE
def test_no_letter_is_an_empty_box(qapp, scene):
    for shapes in every_page(scene, HD):
        for text in (shape for shape in shapes if isinstance(shape, Text)):
            layout_of_text = QTextLayout(text.text, room_font(text.size, text.weight))
            layout_of_text.beginLayout()
            layout_of_text.createLine()
            layout_of_text.endLayout()
            assert all(glyph for run in layout_of_text.glyphRuns() for glyph in run.glyphIndexes()), text.text


# The measuring finds what is planted


PLANTED = gallery.talk()["evidence"]


def planted(**changes: object) -> list[str]:
    """Return what is found wrong where one text of a scene was changed."""
    (shapes,) = every_page(PLANTED, HD)
    at = next(number for number, shape in enumerate(shapes) if isinstance(shape, Text))
    changed = (*shapes[:at], replace(shapes[at], **changes), *shapes[at + 1 :])
    return [one.what for one in complaints(painted(changed, HD), changed)]


def test_a_scene_as_it_ships_has_nothing_planted(qapp):
    assert complaints_about(PLANTED, HD) == []


@pytest.mark.parametrize("part", [1 / 22, 1 / 30, 1 / 60])
def test_a_text_that_is_too_small_is_found(qapp, part):
    assert part < ROOM_FOOT
    assert planted(size=1080 * part) == ["too small"]


def test_letters_that_are_painted_smaller_than_was_laid_out_are_found(qapp, monkeypatch):
    shapes = every_page(PLANTED, HD)[0]
    right_font = painting.room_font
    monkeypatch.setattr(painting, "room_font", lambda size, weight, **more: right_font(size * 0.7, weight, **more))

    found = [one.what for one in complaints(painted(shapes, HD), shapes)]

    assert "too small" in found


@pytest.mark.parametrize("muted", ["#33474F", "#7A868E"])
def test_a_text_that_is_too_pale_is_found(qapp, muted):
    shapes = every_page(PLANTED, HD)[0]

    found = complaints(painted(shapes, HD, replace(NIGHT, muted=muted)), shapes)

    assert {one.what for one in found} >= {"too pale"}
    assert all(one.text.startswith("Source") for one in found)


@pytest.mark.parametrize("place", [{"x": 4.0}, {"y": 30.0}, {"y": 1076.0}, {"x": 1700.0}])
def test_a_text_at_the_edge_is_found(qapp, place):
    assert "ink at the edge" in planted(**place)


def test_a_text_on_another_is_found(qapp):
    shapes = [shape for shape in every_page(PLANTED, HD)[0] if isinstance(shape, Text)]
    moved = replace(shapes[1], x=shapes[0].x + 10, y=shapes[0].y + 5)

    assert overlaps(HD, shapes) == []
    assert [one.what for one in overlaps(HD, [shapes[0], moved])] == ["on another text"]
