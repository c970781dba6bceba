"""The papers of the guide's window: written beside the event file, opened, and never over something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.conduct.safeguarding import tell_safeguarding
from tests.document.pdf.reading import pages, text_of
from tests.ui.pressing import settle
from ui.guide.guide_window import GuideWindow
from ui.guide.papers import PapersToPrint
from ui.run.finish_files import Outside

NAMES = ("crib sheet facilitator", "crib sheet note-takers", "run sheet")


@pytest.fixture
def event(make_default_event):
    return make_default_event()


@pytest.fixture
def guide_of(words, outside, operate):
    """Return a maker of the guide's window over an operator's, with the papers to print."""

    def make(event, outside=outside) -> GuideWindow:
        window = operate(event)
        papers = PapersToPrint(window.desk, words, outside, window.now.next_button.accessibleName)
        guide = GuideWindow(words, "en", papers=papers)
        guide.operator = window
        guide.resize(1120, 720)
        guide.show()
        settle()
        return guide

    return make


def beside(event, name: str) -> Path:
    return event.path.with_name(f"{event.path.stem} {name}.pdf")


def test_each_button_writes_its_paper_beside_the_event_and_opens_it(event, guide_of, opened_files):
    guide = guide_of(event)
    for button in guide.paper_buttons:
        button.click()

    assert opened_files == [beside(event, name) for name in NAMES]
    assert all("Living well in Riverside" in text_of(path.read_bytes()) for path in opened_files)
    assert "It is written; print it where it opens." in guide.banner.sentence
    assert "If nothing opened, it lies here: " in guide.banner.sentence
    assert "run sheet.pdf" in guide.banner.sentence.replace("\u200b", "")


def test_the_folder_of_a_paper_can_be_shown_once_there_is_one(event, guide_of, opened_files):
    guide = guide_of(event)
    before = guide.written.folder_button.isVisible()
    guide.paper_buttons[2].click()

    guide.written.folder_button.click()

    assert not before
    assert opened_files == [beside(event, "run sheet"), event.path.parent]


def test_where_no_program_opens_it_the_window_says_where_it_is(event, guide_of):
    guide = guide_of(event, Outside(lambda path: False, lambda asked: None))
    guide.paper_buttons[0].click()

    assert "It lies here; open it yourself." in guide.banner.sentence
    assert "crib sheet facilitator.pdf" in guide.banner.sentence.replace("\u200b", "")


def test_a_file_of_somebody_else_is_never_written_over(event, guide_of, opened_files):
    path = beside(event, "run sheet")
    path.write_text("mine")
    guide = guide_of(event)
    guide.paper_buttons[2].click()

    assert path.read_text() == "mine"
    assert "no page that this program wrote" in guide.banner.sentence
    assert opened_files == []


def test_the_run_sheet_says_what_the_big_button_says_and_is_new_each_time(event, guide_of, opened_files):
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    guide = guide_of(event)
    guide.paper_buttons[2].click()
    before = text_of(opened_files[-1].read_bytes())
    guide.operator.now.press_next()
    settle()
    guide.paper_buttons[2].click()
    after = text_of(opened_files[-1].read_bytes())

    assert "Next action: Begin the event (Space)." in before
    assert "Welcome: 0 of 10 minutes are gone." in after
    assert "Jane Okafor" in after


def test_the_crib_sheets_clock_is_known_once_the_event_has_begun(event, guide_of, opened_files):
    guide = guide_of(event)
    guide.paper_buttons[0].click()
    assert "The steps; “after” counts" in text_of(opened_files[-1].read_bytes())

    guide.operator.now.press_next()
    guide.paper_buttons[0].click()
    assert "The steps, by the clock" in text_of(opened_files[-1].read_bytes())


def test_only_the_run_sheet_has_who_to_call(event, guide_of, opened_files):
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    guide = guide_of(event)
    for button in guide.paper_buttons:
        button.click()

    assert ["Jane Okafor" in text_of(path.read_bytes()) for path in opened_files] == [False, False, True]
    assert [len(pages(path.read_bytes())) for path in opened_files[:2]] == [1, 1]


def test_without_papers_the_guide_has_no_buttons_for_them(words, qapp):
    assert GuideWindow(words, "en").paper_buttons == []
