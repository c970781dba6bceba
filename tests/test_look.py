"""The look: every text can be read on its ground."""

from __future__ import annotations

import pytest

from facilitator.look import CORNER_PX, DAY, FONT_FILES, GRID_PX, NIGHT, TYPE_SCALE_PX, contrast, luminance
from facilitator.resources import asset

LEAST_CONTRAST = 7
TEXT_COLOURS = ("text", "muted", "accent", "agree", "unsure", "disagree", "warning")


@pytest.mark.parametrize("ground", ["ground", "card"])
@pytest.mark.parametrize("colour", TEXT_COLOURS)
@pytest.mark.parametrize("palette", [DAY, NIGHT], ids=["day", "night"])
def test_every_text_colour_has_a_contrast_of_seven_on_its_ground(palette, colour, ground):
    assert contrast(getattr(palette, colour), getattr(palette, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("palette", [DAY, NIGHT], ids=["day", "night"])
def test_every_colour_of_a_palette_is_a_ground_a_line_or_tested_as_text(palette):
    assert set(palette.__dataclass_fields__) == {"ground", "card", "hairline", *TEXT_COLOURS}


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
