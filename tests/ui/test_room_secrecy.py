"""While a question is open the room screen cannot tell what was chosen: for every method, in pixels and in words."""

from __future__ import annotations

import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QSize

from builders import a_ballot, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.results import result
from facilitator.conduct.voting import open_question
from facilitator.core.disclosure import Audience, ShownResult, shown
from facilitator.core.keys import Channel
from facilitator.words.translator import Translator
from ui.room_screen import kinds, scene
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.painting import room_picture
from ui.room_screen.scene import Asking, Scene, headline, rendered, spoken

WORDS, SIZE = Translator(), QSize(960, 540)
OPTIONS = ["a", "b", "c"]
METHODS = {
    "statement": ({}, [("agree",), ("unsure",), ("disagree",)]),
    "direction": ({}, [("more",), ("same",), ("less",), ("not_sure",)]),
    "single": ({"options": OPTIONS}, [("a",), ("b",), ("c",)]),
    "choose": ({"options": OPTIONS, "max": 2}, [("a",), ("a", "b"), ("b", "c"), ("c",)]),
    "dots": ({"options": OPTIONS, "max": 3}, [("a:3",), ("a:1", "b:2"), ("c:3",), ("b:1",)]),
}


def seen_and_heard(scene: Scene) -> tuple[bytes, str, str]:
    picture = room_picture(scene, WORDS, SIZE, rehearsal=True)
    return bytes(picture.constBits()), spoken(scene, WORDS), rendered(headline(scene), WORDS)


def asking(event) -> Asking:
    found = result(event, "q1")
    return Asking(shown(found, Audience.ROOM), found.denominators.present, found.tally.cast, tuple(Channel))


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=6)
@given(chosen=some.data())
def test_no_pixel_and_no_word_of_an_open_question_tells_what_was_chosen(make_event, qapp, method, chosen):
    more, ballots = METHODS[method]
    first, second = make_event(a_question("q1", method, **more)), make_event(a_question("q1", method, **more))
    people = chosen.draw(some.integers(1, 4))
    for event in (first, second):
        open_question(event, "q1", present=84)
        for person in range(people):
            voted = a_ballot(*chosen.draw(some.sampled_from(ballots)), code=f"K7Q{person + 2}", sender=b"%d" % person)
            cast(event, "q1", voted)
    seen_and_heard(asking(first))  # Qt's first painting of large letters is not quite its second

    assert seen_and_heard(asking(first)) == seen_and_heard(asking(second))


def test_the_canvas_itself_says_and_paints_nothing_of_the_choices(make_event, qapp):
    canvases = []
    for choice in ("agree", "agree", "disagree"):
        event = make_event(a_question("q1"))
        open_question(event, "q1", present=84)
        cast(event, "q1", a_ballot(choice))
        canvas = RoomCanvas(WORDS, asking(event), moves=True)
        canvas.resize(SIZE)
        image = canvas.grab().toImage()  # its bits are only there as long as it is
        canvases.append((bytes(image.constBits()), canvas.accessibleDescription()))

    assert canvases[1] == canvases[2]


def test_only_what_the_gate_returned_can_be_shown():
    fields = [
        annotation
        for kind in (kinds.Asking, kinds.Revealed, kinds.Tie)
        for name, annotation in typing.get_type_hints(kind).items()
        if name == "result"
    ]

    assert fields == [ShownResult] * 3
    assert typing.get_type_hints(scene.carried_areas)["result"] is ShownResult


def test_the_room_screen_knows_no_result_that_did_not_pass_the_gate():
    modules = [kinds, scene]

    assert not [module.__name__ for module in modules if hasattr(module, "QuestionResult")]
