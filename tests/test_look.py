"""The look: every text can be read on its ground, and every part can be told from what is beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.look import (
    CORNER_PX,
    DAY,
    FONT_FILES,
    GRID_PX,
    HIGH_CONTRAST,
    NIGHT,
    TYPE_SCALE_PX,
    Palette,
    contrast,
    luminance,
    mixed,
)
from facilitator.resources import asset

LEAST_CONTRAST, LEAST_OF_PARTS, LEAST_HIGH = 7, 3, 15
TEXT_COLOURS = ("text", "muted", "accent", "agree", "unsure", "disagree", "warning")
PALETTES = {"day": DAY, "night": NIGHT, "high contrast": HIGH_CONTRAST}
# What is written or drawn on what: words of labels, fields, chips, banners, links, and disabled and placeholder ones.
WORDS = {
    "words on the window": ("text", "ground"), "words on a card": ("text", "card"),
    "what is muted, disabled or a placeholder, on the window": ("muted", "ground"),
    "what is muted, disabled or a placeholder, on a card": ("muted", "card"),
    "a link and a quiet button on the window": ("accent", "ground"), "a quiet button on a card": ("accent", "card"),
    "a quiet button under the mouse": ("accent", "tint"), "the one next action": ("card", "accent"),
    "the next action under the mouse": ("card", "pressed"), "selected words, and a chosen chip": ("card", "accent"),
    "a chosen row": ("text", "tint"), "small print in a chosen row or a good banner": ("muted", "tint"),
    "words a check found": ("text", "found"), "a warning on the window": ("warning", "ground"),
    "a warning in its banner": ("warning", "card"), "agree on a card": ("agree", "card"),
    "unsure on a card": ("unsure", "card"), "disagree on a card": ("disagree", "card"),
}  # fmt: skip
PARTS = {
    "the ring of the focus on the window": ("accent", "ground"), "the ring of the focus on a card": ("accent", "card"),
    "the ring of the focus in a chosen row": ("accent", "tint"), "the ring within what is filled": ("card", "accent"),
    "the outline of a field or a button": ("muted", "card"), "the outline of a banner": ("warning", "card"),
    "the outline of a chip": ("edge", "card"), "the handle to scroll by, on the window": ("edge", "ground"),
    "the handle to scroll by, on a card": ("edge", "card"), "the tick of a done step": ("agree", "tint"),
    "the bar of a result": ("accent", "card"),
}  # fmt: skip


def too_close(palette: Palette, pairs: dict[str, tuple[str, str]], least: float) -> list[str]:
    """Return which pairs of a palette have less contrast than they must."""
    return [
        name
        for name, (front, back) in pairs.items()
        if contrast(getattr(palette, front), getattr(palette, back)) < least
    ]


@pytest.mark.parametrize("ground", ["ground", "card"])
@pytest.mark.parametrize("colour", TEXT_COLOURS)
@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_text_colour_has_a_contrast_of_seven_on_its_ground(palette, colour, ground):
    assert contrast(getattr(palette, colour), getattr(palette, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_all_words_stand_out_seven_to_one_and_all_parts_three_to_one(palette):
    assert too_close(palette, WORDS, LEAST_CONTRAST) == []
    assert too_close(palette, PARTS, LEAST_OF_PARTS) == []


def test_high_contrast_has_fifteen_to_one_for_words_and_lines_as_strong_as_words():
    words = {name: pair for name, pair in WORDS.items() if "words" in name or pair[1] in ("ground", "card")}

    assert too_close(HIGH_CONTRAST, words, LEAST_HIGH) == []
    assert contrast(HIGH_CONTRAST.hairline, HIGH_CONTRAST.ground) >= LEAST_HIGH
    assert HIGH_CONTRAST.ring_px > DAY.ring_px


def test_a_colour_that_is_too_close_is_found_wherever_it_is_used():
    planted = replace(DAY, muted="#8A95A0", accent="#B0D8E0")

    assert "what is muted, disabled or a placeholder, on a card" in too_close(planted, WORDS, LEAST_CONTRAST)
    assert "the one next action" in too_close(planted, WORDS, LEAST_CONTRAST)
    assert "the ring of the focus on a card" in too_close(planted, PARTS, LEAST_OF_PARTS)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_colour_of_a_palette_is_a_ground_a_line_or_tested_as_text(palette):
    assert set(palette.__dataclass_fields__) == {"ground", "card", "hairline", *TEXT_COLOURS}


def test_a_mixed_colour_lies_between_both():
    assert mixed("#FF0000", "#0000FF", 1) == "#FF0000"
    assert mixed("#FF0000", "#0000FF", 0) == "#0000FF"
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"), [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#000000", 21), ("#0A5A6B", "#0A5A6B", 1)]
)
def test_the_contrast_runs_from_one_to_twenty_one(colour, ground, ratio):
    assert contrast(colour, ground) == pytest.approx(ratio)


def test_the_contrast_is_that_of_the_guidelines():
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert luminance("#FF0000") == pytest.approx(0.2126)


def test_every_font_of_the_look_ships():
    assert [name for name in FONT_FILES if not asset(name).is_file()] == []


def test_the_type_scale_grows_and_corners_sit_on_half_the_grid():
    assert sorted(TYPE_SCALE_PX) == list(TYPE_SCALE_PX)
    assert CORNER_PX % (GRID_PX // 2) == 0
