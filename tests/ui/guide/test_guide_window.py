"""The guide: a page for every job with its pictures, opened at the job under way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from facilitator.core.programme import ActivityKind
from facilitator.resources import guide
from tests.ui.pressing import settle
from ui.guide.guide_window import GuideWindow
from ui.guide.pages import BY_KIND, PAGES, file_of, page_at

PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
NAMES = [page.name for page in PAGES]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_there_with_its_pictures_and_links(name):
    text = file_of(name, "en").read_text(encoding="utf-8")

    assert text.startswith("# ")
    for told, picture in PICTURE.findall(text):
        assert told.strip(), f"{picture} has no words for those who do not see it"
        assert not QImage(str(guide(picture))).isNull(), picture
    assert [link for link in LINK.findall(text) if link.removesuffix(".md") not in NAMES] == []


def test_no_picture_lies_about_unused():
    used = {Path(picture).name for name in NAMES for _, picture in PICTURE.findall(file_of(name, "en").read_text())}

    assert {path.name for path in guide("pictures").glob("*.png")} == used


def test_it_opens_at_the_job_under_way(make_default_event, operate):
    window = operate(make_default_event())
    desk = window.desk
    found = {}
    for row in desk.rows:
        desk.go_to(row.place)
        found[row.place] = page_at(desk)

    assert set(found.values()) >= {"run", "notes", "vote", "settle", "areas", "close", "people"}
    assert all(found[place] == "vote" for place in found if place.question)


def test_every_kind_of_step_has_a_page():
    named = {*BY_KIND, ActivityKind.WELCOME, ActivityKind.READ_ALOUD, ActivityKind.BREAK}

    assert named == set(ActivityKind)
    assert set(BY_KIND.values()) <= set(NAMES)


def test_a_link_turns_the_page_and_nothing_else_is_opened(words, qapp):
    window = GuideWindow(words, "en")
    window.turn_to("vote")
    assert window.page == "vote"

    window.text.anchorClicked.emit("settle.md")
    assert window.page == "settle"
    window.text.anchorClicked.emit("https://example.org/elsewhere")
    assert window.page == "settle"


def test_pictures_are_no_wider_than_the_window(words, qapp):
    window = GuideWindow(words, "en")
    window.resize(900, 600)
    window.show()
    for name in NAMES:
        window.turn_to(name)
        settle()
        assert window.text.horizontalScrollBar().maximum() == 0, name


def test_another_language_falls_back_to_english():
    assert file_of("vote", "xx") == guide("vote.md")
