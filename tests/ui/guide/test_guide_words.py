"""What the guide calls by name is called so in the windows, and what it shows is small enough to ship."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.resources import guide
from ui.guide.pages import PAGES, file_of

ROOT = Path(__file__).resolve().parents[3]
NAMES = [page.name for page in PAGES]
NAMED = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
FOREIGN = {"extend", "duplicate"}  # of the computer's own settings
LARGEST_BYTES, LARGEST_SUM_BYTES, MOST_WORDS = 150_000, 2_500_000, 600


@pytest.fixture(scope="module")
def words_of_the_program() -> str:
    sources = (path for folder in ("ui", "facilitator") for path in (ROOT / folder).rglob("*.py"))
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


@pytest.mark.parametrize("name", NAMES)
def test_every_button_and_field_it_names_is_there(name, words_of_the_program):
    named = {one for one in NAMED.findall(file_of(name, "en").read_text(encoding="utf-8")) if one[-1] not in ".”"}

    assert [one for one in named - FOREIGN if one not in words_of_the_program] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("trouble", "keys")])
def test_a_page_is_no_longer_than_a_screen_and_a_half(name):
    assert len(file_of(name, "en").read_text(encoding="utf-8").split()) <= MOST_WORDS


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("trouble", "keys", "first-rehearsal")])
def test_every_job_says_what_can_go_wrong_and_shows_one_to_three_pictures(name):
    text = file_of(name, "en").read_text(encoding="utf-8")

    assert "## What can go wrong" in text
    assert 1 <= text.count("](pictures/") <= 3


def test_the_pictures_are_small():
    sizes = [path.stat().st_size for path in guide("pictures").glob("*.png")]

    assert max(sizes) < LARGEST_BYTES
    assert sum(sizes) < LARGEST_SUM_BYTES
