"""Every kind of scene at every size: nothing is clipped, nothing too small, everything said, and a rehearsal marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF

from facilitator.core.disclosure import without_figures
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import PromiseLevel
from facilitator.document.base import base_sentence
from facilitator.document.shapes import Anchor, Mark, Rect, Shape, Text
from facilitator.words.translator import Translator
from tests.ui import room_gallery as gallery
from ui.room_screen import canvas as canvas_module
from ui.room_screen import glyphs, layout
from ui.room_screen.canvas import RoomCanvas
from ui.room_screen.glyphs import drawable, without_glyph
from ui.room_screen.painting import is_figures, pages, room_font, room_frame, room_picture, room_shapes
from ui.room_screen.scene import (
    REHEARSAL,
    Areas,
    Asking,
    Blank,
    BreakTime,
    Carried,
    Closed,
    Evidence,
    MainPoints,
    Outcome,
    Prompt,
    ReadAloud,
    Revealed,
    Scene,
    Tie,
    Welcome,
    carried_areas,
    contents,
    headline,
    on_page,
    rendered,
    spoken,
)

SIZES = [QSize(1920, 1080), QSize(1024, 768), QSize(1366, 768), QSize(3840, 2160)]
HD = SIZES[0]
WORDS = Translator()
SCENES = gallery.every_scene()
GOALS = Prompt("The shared goals", gallery.GOALS, "1.3")
EVERY_SCENE = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")


def every_page(scene: Scene, size: QSize, *, rehearsal: bool = False) -> tuple[tuple[Shape, ...], ...]:
    return layout.every_page(scene, WORDS, room_frame(size, WORDS), rehearsal=rehearsal)


def texts(shapes: tuple[Shape, ...]) -> list[Text]:
    return [shape for shape in shapes if isinstance(shape, Text)]


def seen(scene: Scene, *, rehearsal: bool = False) -> str:
    """Return all the words on all the pages of a scene."""
    return " ".join(text.text for shapes in every_page(scene, HD, rehearsal=rehearsal) for text in texts(shapes))


def left_and_right(text: Text) -> tuple[float, float]:
    width = QFontMetricsF(room_font(text.size, text.weight)).horizontalAdvance(text.text)
    part = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    return text.x - width * part, text.x + width * (1 - part)


@EVERY_SIZE
@EVERY_SCENE
def test_nothing_leaves_the_screen(qapp, scene, size):
    for shapes in every_page(scene, size, rehearsal=True):
        for text in texts(shapes):
            left, right = left_and_right(text)
            assert left >= 0, text
            assert right <= size.width(), text
            assert text.y - text.size * 0.8 >= 0, text
            assert text.y + text.size * 0.25 <= size.height(), text


@EVERY_SIZE
@EVERY_SCENE
def test_what_must_be_read_is_a_twentieth_of_the_height(qapp, scene, size):
    least = size.height() / 20

    sizes = [text.size for shapes in every_page(scene, size) for text in texts(shapes)]

    assert all(found >= least - 0.5 for found in sizes)


@EVERY_SCENE
def test_no_two_texts_of_a_scene_stand_on_each_other(qapp, scene):
    for shapes in every_page(scene, SIZES[1], rehearsal=True):
        boxes = [(*left_and_right(text), text.y - text.size * 0.7, text.y) for text in texts(shapes)]
        for at, (left, right, top, bottom) in enumerate(boxes):
            for other_left, other_right, other_top, other_bottom in boxes[at + 1 :]:
                beside = right <= other_left or other_right <= left
                assert beside or bottom <= other_top or other_bottom <= top


@EVERY_SCENE
def test_the_pages_together_hold_every_word(qapp, scene):
    said = contents(scene)
    needed = {word for one in said.paragraphs for word in rendered(one.text, WORDS).split() if word.isalpha()}

    words_on_screen = set(seen(scene).split())

    assert {word for word in needed if len(word) < 20} <= words_on_screen


@EVERY_SCENE
def test_a_rehearsal_is_marked_and_covers_nothing(qapp, scene):
    mark = WORDS(REHEARSAL)

    for size in SIZES[:2]:
        for shapes in every_page(scene, size, rehearsal=True):
            band = next(shape for shape in shapes if isinstance(shape, Rect))
            inside = [text.text for text in texts(shapes) if text.y <= band.height]
            below = [text for text in texts(shapes) if text.y > band.height]
            assert " ".join(inside) == mark
            assert all(text.y - text.size * 0.8 >= band.y + band.height for text in below)
    assert mark in spoken(scene, WORDS, rehearsal=True)
    assert mark not in spoken(scene, WORDS)
    assert mark not in seen(scene)


@pytest.mark.parametrize("scene", [*gallery.votes().values(), *gallery.talk().values()])
def test_whoever_hears_the_screen_hears_every_word_on_it(qapp, scene):
    heard = (
        f"{rendered(headline(scene), WORDS)} {spoken(scene, WORDS)}".lower()
        .replace(",", " ")
        .replace(".", " ")
        .replace(";", " ")
    )

    shown = seen(scene).lower().replace(",", " ").replace(".", " ").replace(";", " ").replace("•", " ")

    missing = {word.strip(":()") for word in shown.split()} - {word.strip(":;()") for word in heard.split()}
    assert {word for word in missing if word not in {"1=", "2=", "3=", *map(str, range(1, 13))}} <= {"of"}


def test_six_long_statements_stand_on_one_wide_screen_and_on_two_narrow_ones(qapp):
    scene = GOALS

    assert pages(scene, WORDS, HD) == 1
    assert pages(scene, WORDS, SIZES[1]) == 2
    narrow = [text.text for text in texts(room_shapes(on_page(scene, 1), WORDS, SIZES[1]))]
    assert "2 of 2" in narrow


def test_a_page_past_the_last_is_the_last(qapp):
    scene = GOALS

    assert room_shapes(on_page(scene, 9), WORDS, SIZES[1]) == room_shapes(on_page(scene, 1), WORDS, SIZES[1])


def test_the_canvas_says_which_page_it_shows(qapp):
    canvas = RoomCanvas(WORDS, on_page(GOALS, 1), moves=False)
    canvas.resize(1024, 768)
    canvas.grab()

    assert canvas.pages == 2
    assert canvas.accessibleDescription().endswith("2 of 2.")


def test_a_blank_screen_has_nothing_on_it_and_says_so(qapp):
    picture = room_picture(Blank(), WORDS, HD)

    colours = {picture.pixel(x, y) for x in range(0, 1920, 40) for y in range(0, 1080, 40)}

    assert len(colours) == 1
    assert room_shapes(Blank(), WORDS, HD) == ()
    assert rendered(headline(Blank()), WORDS) == "The screen is blank"


@pytest.mark.parametrize(
    ("minutes", "line"), [(12, "12 minutes left"), (1, "1 minute left"), (0, "We start again now."), (None, "")]
)
def test_a_break_says_when_it_ends_and_how_long_that_is(qapp, minutes, line):
    scene = BreakTime("11:50", minutes)

    assert [text.text for text in texts(room_shapes(scene, WORDS, HD))] == [
        "Break",
        "Back at 11:50",
        *filter(None, [line]),
    ]


def test_a_tie_names_the_level_areas_with_their_figures_and_their_base(qapp):
    scene = gallery.votes()["tie"]

    shown = seen(scene)

    assert "2 areas are level for 1 place. The room decides." in shown
    assert shown.count("30 (38%)") == 2
    assert "Getting going again" not in shown
    assert rendered(base_sentence(scene.result), WORDS).split(";")[0] in shown


def test_a_tie_without_figures_tells_none(qapp):
    bare = gallery.a_result(Method.CHOOSE, gallery.AREAS[:3], figures=False)

    shown = seen(Tie(bare, tuple(option.key for option in bare.options), 1))

    assert "3 areas are level for 1 place." in shown
    assert "%" not in shown


def test_carried_areas_are_numbered_only_where_the_figures_may_be_seen(qapp):
    figured = gallery.a_result(Method.CHOOSE, {"Buses": 30, "Visits": 40, "Meals": 30})
    bare = gallery.a_result(Method.CHOOSE, ("Buses", "Visits", "Meals"), figures=False)
    keys = [OptionKey("Visits"), OptionKey("Buses")]

    assert carried_areas(keys, figured, "") == Carried(("Visits", "Buses"), "", ("1", "2="))
    assert carried_areas(keys, bare, "") == Carried(("Buses", "Visits"), "")


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (OutcomeKind.ADOPTED, "Adopted"),
        (OutcomeKind.CHANGED, "Adopted with changes"),
        (OutcomeKind.LEFT, "Not adopted"),
    ],
)
def test_an_outcome_has_its_mark_and_its_word(qapp, kind, word):
    shapes = room_shapes(Outcome("We plan together.", kind), WORDS, HD)

    marks = {shape.kind.value for shape in shapes if isinstance(shape, Mark)}

    assert marks == {{"adopted": "tick", "changed": "tilde", "left": "cross"}[kind.value]}
    assert word in [text.text for text in texts(shapes)]


def test_an_area_without_evidence_says_so_and_asks(qapp):
    shown = seen(Evidence("Buses", "", "", empty=True))

    assert "We brought no figures." in shown
    assert "Who will find out, by when?" in shown


def test_a_minority_view_is_marked_by_a_word(qapp):
    scene = MainPoints((("More visits", False), ("Fewer meetings", True)), 1)

    assert "Minority view" in seen(scene)
    assert "Minority view" in spoken(scene, WORDS)
    assert "Minority view" not in seen(replace(scene, current=0))
    assert seen(replace(scene, current=None)).count("Minority view") == 1


def test_tables_are_told_that_they_count_their_own_votes(qapp):
    result = gallery.a_result(Method.STATEMENT, gallery.STATEMENT, figures=False)

    by_tables = seen(Asking(result, 84, None, (Channel.TALLY,)))

    assert "Your table counts its own votes." in by_tables
    assert "Raise your hand" not in by_tables


def test_a_provisional_result_says_so(qapp):
    result = gallery.a_result(Method.STATEMENT, gallery.STATEMENT)
    provisional = Revealed(replace(result, provisional=True))
    told = "Provisional: counted at the tables, checked against the paper later."

    assert told not in seen(Revealed(result))
    assert told in seen(provisional)
    assert told in spoken(provisional, WORDS)


def test_practice_is_marked_while_it_is_asked_and_when_it_is_shown(qapp):
    result = replace(gallery.a_result(Method.SINGLE, {"Tea": 3, "Coffee": 2}, "Tea?"), practice=True)

    for scene in (Asking(result, 84, None), Revealed(result)):
        assert "Practice: this does not count" in seen(scene)
        assert "Practice: this does not count" in spoken(scene, WORDS)


def test_a_text_that_reads_from_right_to_left_stands_at_the_right(qapp):
    shapes = room_shapes(Prompt("Title", (gallery.AWKWARD[2],)), WORDS, HD)

    hebrew = [text for text in texts(shapes) if text.text != "Title"]

    assert all(text.anchor is Anchor.END and text.x > 1800 for text in hebrew)


def test_a_new_scene_is_announced_and_a_vote_that_came_in_is_not(qapp, monkeypatch):
    heard = []
    monkeypatch.setattr(canvas_module, "announce", lambda widget, text: heard.append(text))
    canvas = RoomCanvas(WORDS, Welcome("A meeting", "Village hall"), moves=False, rehearsal=True)
    asking = gallery.votes()["asking-statement"]

    canvas.show_scene(asking)
    canvas.show_scene(replace(asking, voted=62))
    canvas.show_scene(BreakTime("11:50", 12))
    canvas.show_scene(BreakTime("11:50", 11))

    assert len(heard) == 2
    assert "61 of 84 have voted." in heard[0]
    assert "Back at 11:50." in heard[1]
    assert all(WORDS(REHEARSAL) in announced for announced in heard)


def test_a_page_that_is_turned_to_is_announced_alone(qapp, monkeypatch):
    heard = []
    monkeypatch.setattr(canvas_module, "announce", lambda widget, text: heard.append(text))
    scene = ReadAloud("Goals", ("We plan together.", "We listen."))
    canvas = RoomCanvas(WORDS, scene, moves=False)

    canvas.show_scene(on_page(scene, 1))

    assert heard == ["Goals 2 of 2 We listen."]


def test_what_is_read_aloud_stands_alone_with_its_place_and_then_in_the_list(qapp):
    first, second, last = every_page(ReadAloud("Goals", ("We plan together.", "We listen.")), HD)

    assert [text.text for text in texts(first)] == ["Goals", "1 of 2", "We plan together."]
    assert [text.text for text in texts(second)] == ["Goals", "2 of 2", "We listen."]
    assert [text.text for text in texts(last)] == ["Goals", "1", "We plan together.", "2", "We listen."]
    assert spoken(ReadAloud("Goals", ("We plan.", "We listen.")), WORDS) == "1 of 2. We plan. 2 of 2. We listen."


def test_the_welcome_says_in_plain_words_how_far_people_can_change_what_is_decided(qapp):
    promises = [seen(Welcome("A meeting", "", level)) for level in PromiseLevel]

    assert len(set(promises)) == len(PromiseLevel)
    assert all("What we promise you" in promise for promise in promises)
    assert "What we promise you" not in seen(Welcome("A meeting", ""))


def test_the_welcome_has_a_page_each_for_promise_givens_and_rules(qapp):
    scene = gallery.talk()["welcome"]

    welcome, promise, givens, rules = (" ".join(text.text for text in texts(page)) for page in every_page(scene, HD))

    assert "Village hall" in welcome
    assert "it cannot change" in promise
    assert "There is less money than before." in givens
    assert "No jargon." in rules


def test_an_area_of_the_room_is_marked_as_its_own(qapp):
    shown = seen(Areas("", "Anything missing?", (("Buses: in the evening", True), ("Visits", False))))

    assert shown.count("Made in this room") == 1
    assert "Buses" in shown


def test_a_closed_vote_keeps_what_was_asked_and_tells_no_figure(qapp):
    result = gallery.a_result(Method.CHOOSE, {"Buses": 30, "Visits": 41}, "Which?")

    bare = without_figures(result)

    assert [option.text for option in bare.options] == [option.text for option in result.options]
    assert all(option.count is option.points is option.percent is option.rank is None for option in bare.options)
    assert bare.accounting is bare.base is None
    assert "Buses" in seen(Closed("Which?", asked=bare))
    assert not any(figure in seen(Closed("Which?", asked=bare)) for figure in ("30", "41", "79", "84"))


def test_letters_without_a_font_are_counted_and_pictures_named(qapp, monkeypatch):
    monkeypatch.setattr(glyphs, "has_glyph", lambda character: character.isascii())

    assert drawable("care 照顾", WORDS) == "care [2 letters that this computer cannot show]"
    assert drawable("Well done \U0001f44f\U0001f3fd", WORDS) == "Well done (clapping hands sign)"
    assert without_glyph("照顾 照 \u2764\ufe0f") == "照顾\u2764"


def test_of_marks_heaped_on_a_letter_one_above_and_one_below_stay(qapp):
    assert drawable("x\u0323\u0301\u0302\u0324", WORDS) == "x\u0323\u0301"


def test_the_canvas_knows_what_it_cannot_show(qapp, monkeypatch):
    monkeypatch.setattr(glyphs, "has_glyph", lambda character: character.isascii())

    assert RoomCanvas(WORDS, Prompt("", ("照顾",)), moves=False).unshown == "照顾"
    assert RoomCanvas(WORDS, Prompt("", ("care",)), moves=False).unshown == ""


def test_more_options_than_a_screen_holds_go_over_several(qapp):
    scene = gallery.votes()["revealed-twelve"]

    shown = [[text.text for text in texts(page)] for page in every_page(scene, HD)]

    assert len(shown) == 2
    assert all(any("84 people present" in line for line in page) for page in shown)
    assert "1 of 2" in shown[0]
    assert "2 of 2" in shown[1]


def test_the_numbers_of_a_column_are_all_of_one_width(qapp):
    wide = {QFontMetricsF(room_font(60, 700, tabular=True)).horizontalAdvance(figure) for figure in "0123456789"}

    assert len(wide) == 1
    assert is_figures("100%")
    assert not is_figures("Back at 11:50")
