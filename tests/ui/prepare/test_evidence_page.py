"""Evidence cards in the Prepare window: every field, what is missing, what the room will see, and what is voted on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.conduct.event import Event
from facilitator.conduct.preparing import differences_now
from facilitator.core.plan.difference import DifferenceKind
from facilitator.core.programme import EvidenceCard, evidence_of
from tests.ui.prepare.test_prepare_window import shortcut
from tests.ui.pressing import press, settle
from tests.ui.test_start import cut_off, nameless
from ui.prepare.evidence_page import EvidencePage
from ui.prepare.prepare_window import PrepareWindow

DOWN, TAB, ENTER, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space
HEADLINE = "412 people meet in a group here each week."


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


@pytest.fixture
def window(prepare, event) -> PrepareWindow:
    window = prepare(event)
    window.show_page(EvidencePage)
    settle()
    return window


@pytest.fixture
def page(window) -> EvidencePage:
    return window.page


def field(page: EvidencePage, key: str, area: str = "a1"):
    return page.areas[area].form.fields[key].field


def anew(window: PrepareWindow, *keys: Qt.Key | str) -> None:
    shortcut(window, Qt.Key.Key_A)
    press(window, *keys)


def shown_texts(part) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text())


def missing(page: EvidencePage, area: str = "a1") -> str:
    return page.areas[area].missing.replace("\u00a0", " ")


def test_every_area_says_that_it_has_no_card_yet(window, page):
    assert list(page.choice.areas) == ["a1", "a2", "a3", "a4", "a5"]
    assert shown_texts(page.choice).count("no card yet") == 5
    assert EvidencePage.mark(window.preparing).told.english() == "5 areas without card"
    assert "who will find out" in missing(page)


def test_a_whole_card_is_typed_by_tab_and_stored(window, page, event):
    field(page, "headline").setFocus()
    press(
        window, HEADLINE, TAB, "Count of groups", TAB, "March 2026", TAB, "Nine groups meet.", TAB, "£41,200", TAB,
        "2025/26", TAB, "rent and one worker", TAB, "Good", TAB, "Too few hands", TAB, "We like it", TAB,
        "A bus in Oxmead", TAB, "The carers' forum", TAB,
    )  # fmt: skip

    assert evidence_of(event.programme, "a1") == EvidenceCard(
        headline=HEADLINE, now="Nine groups meet.", cost="£41,200", cost_year="2025/26",
        cost_basis="rent and one worker", inspectors="Good", staff="Too few hands", local_people="We like it",
        models="A bus in Oxmead", source="Count of groups", date="March 2026", balanced_by="The carers' forum",
    )  # fmt: skip
    assert missing(page) == "✓  Nothing is missing on this card."
    assert "nothing is missing" in shown_texts(page.choice)
    assert not window.preparing.has_unsaved
    assert [one.kind for one in differences_now(event)] == [DifferenceKind.EVIDENCE]


def test_what_is_missing_is_told(window, page):
    field(page, "headline").setFocus()
    press(window, "Groups meet here.", TAB)
    assert "No source yet." in missing(page)
    assert "No cost yet." in missing(page)

    field(page, "source").setFocus()
    press(window, "Council", TAB, "March 2026", TAB)
    field(page, "cost").setFocus()
    press(window, "£41,200", TAB)
    assert "The cost is without its year." in missing(page)
    assert "It is not said what the cost counts." in missing(page)


def test_a_figure_waits_for_its_source_and_all_of_the_card_is_stored_with_it(window, page, event):
    field(page, "headline").setFocus()
    press(window, HEADLINE, TAB)
    assert "its source or date is missing" in window.banner.sentence
    assert evidence_of(event.programme, "a1") is None
    assert field(page, "headline").words == HEADLINE
    assert window.preparing.has_unsaved

    press(window, "Count of groups", TAB, "March 2026", TAB)
    assert evidence_of(event.programme, "a1").headline == HEADLINE
    assert not window.preparing.has_unsaved
    assert not window.banner.warns


def test_a_draft_of_one_area_never_comes_into_another(window, page, event):
    field(page, "headline").setFocus()
    press(window, HEADLINE, TAB)
    page.choice.areas["a1"].setFocus()
    press(window, DOWN)

    assert page.choice.current == "a2"
    assert field(page, "headline", "a2").words == ""
    assert not page.areas["a1"].isVisible()

    page.choice.areas["a1"].click()
    settle()
    assert field(page, "headline").words == HEADLINE


def test_a_card_that_is_emptied_is_no_card(window, page, event):
    field(page, "now").setFocus()
    press(window, "Groups meet here.", TAB)
    assert evidence_of(event.programme, "a1") is not None

    field(page, "now").setFocus()
    anew(window, Qt.Key.Key_Delete, TAB)

    assert evidence_of(event.programme, "a1") is None


def test_the_preview_shows_what_the_room_will_see_while_it_is_typed(window, page):
    assert "We brought no figures" in page.preview.picture.accessibleName()

    field(page, "headline").setFocus()
    press(window, "Groups meet here.")

    assert "Groups meet here." in page.preview.picture.accessibleName()
    assert page.preview.told == "✓  It fits on one screen, large enough to be read at the back."


def test_the_preview_shows_what_happens_now_where_there_is_no_headline_as_the_room_does(window, page):
    field(page, "now").setFocus()
    press(window, "Nine groups meet.")

    assert "Nine groups meet." in page.preview.picture.accessibleName()


def test_a_headline_that_needs_more_screens_is_told(window, page):
    field(page, "headline").setFocus()
    field(page, "headline").setPlainText("Groups of people meet in the halls and churches here each week. " * 14)
    settle()

    assert page.preview.told.startswith("⚠  It needs ")
    assert "Say it in fewer words." in page.preview.told


def test_what_is_voted_on_is_worded_added_and_taken_out(window, page, event):
    models = page.areas["a1"].models
    models.models[0].field.setFocus()
    anew(window, "Clubs where people meet", TAB)
    models.new.field.setFocus()
    press(window, "Walking groups", ENTER)
    models.models[1].take_out.setFocus()
    press(window, SPACE)

    area = event.programme.question("areas").options[0]
    assert [one.wording.text for one in area.models] == ["Clubs where people meet", "Walking groups"]
    assert models.models[0].asked.text() == (
        "The room is asked: Should we put more, the same or less into clubs where people meet?"
    )
    assert models.issued.told == (
        "In the programme: groups where people meet others nearby · health checks for people who feel well"
    )


def test_what_is_voted_on_is_put_back_with_its_keys(window, page, event):
    models = page.areas["a1"].models
    models.models[0].field.setFocus()
    anew(window, "Clubs where people meet", TAB)

    models.issued.button.setFocus()
    press(window, SPACE)

    assert event.programme.question("areas") == event.issued.question("areas")
    assert differences_now(event) == ()


def test_an_area_without_models_says_what_is_voted_on_then(window, page):
    models = page.areas["a1"].models
    for _ in range(2):
        models.models[0].take_out.click()
        settle()

    assert "the vote is about the area as a whole" in shown_texts(models)


def test_a_programme_that_carries_no_areas_says_so(prepare, make_event):
    window = prepare(make_event())
    window.show_page(EvidencePage)
    settle()

    assert "carries no areas forward" in shown_texts(window.page)
    assert EvidencePage.mark(window.preparing) is None


def test_every_control_has_a_name_and_tab_follows_sight(window, page):
    assert nameless(page) == []

    page.choice.areas["a1"].setFocus()
    reached = []
    for _ in range(4):
        press(window, TAB)
        reached.append(window.focusWidget())
    assert reached == [field(page, key) for key in ("headline", "source", "date", "now")]


@pytest.mark.parametrize("width", [1366, 1024])
def test_nothing_is_clipped_and_nothing_scrolls_sideways(prepare, event, width):
    window = prepare(event, width=width)
    window.show_page(EvidencePage)
    settle()

    assert cut_off(window.page) == []
    assert window.area.horizontalScrollBar().maximum() == 0


def test_at_twice_the_text_it_scrolls_and_nothing_is_clipped(twice_the_text, prepare, event):
    window = prepare(event)
    window.show_page(EvidencePage)
    settle()

    assert cut_off(window.page) == []
    assert window.area.horizontalScrollBar().maximum() == 0
    assert window.area.verticalScrollBar().maximum() > 0
