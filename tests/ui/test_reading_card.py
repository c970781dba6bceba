"""The picture to read from the back row: each size that the room screen has, and each sign in its colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from facilitator.document.shapes import Mark, MarkKind, Text
from facilitator.look import ROOM_FOOT, ROOM_OPTION, ROOM_QUESTION
from ui.room_screen.painting import pages, room_shapes
from ui.room_screen.scene import ReadingCard, spoken

SIZES = [QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}")
@pytest.mark.parametrize("rehearsal", [False, True], ids=["real", "rehearsal"])
def test_it_has_a_line_of_each_size_and_is_one_page(qapp, words, size, rehearsal):
    shapes = room_shapes(ReadingCard(), words, size, rehearsal=rehearsal)

    sizes = {round(shape.size / size.height(), 4) for shape in shapes if isinstance(shape, Text)}
    assert sizes == {round(part, 4) for part in (ROOM_QUESTION, ROOM_OPTION, ROOM_FOOT)}
    assert pages(ReadingCard(), words, size, rehearsal=rehearsal) == 1


def test_the_three_signs_stand_beside_their_words_in_their_colours(qapp, words):
    shapes = room_shapes(ReadingCard(), words, SIZES[0])

    marks = {(shape.kind, shape.colour_role) for shape in shapes if isinstance(shape, Mark)}
    assert marks == {(MarkKind.TICK, "agree"), (MarkKind.TILDE, "unsure"), (MarkKind.CROSS, "disagree")}
    texts = {shape.text: shape.colour_role for shape in shapes if isinstance(shape, Text)}
    assert (texts["Agree"], texts["Unsure"], texts["Disagree"]) == ("agree", "unsure", "disagree")


def test_the_smallest_line_asks_whether_it_can_be_read(words):
    assert "Can you read it from the back row?" in spoken(ReadingCard(), words)
