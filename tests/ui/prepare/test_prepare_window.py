"""The window: its pages, saving while typing, undo, what is told at once, and how it looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from facilitator.conduct.duties import DutyState, duties_now
from facilitator.conduct.event import Event
from facilitator.conduct.meeting import Openness, PartnerKind, PartnerRole, add_partner, meeting_now
from facilitator.conduct.safeguarding import safeguarding_now
from facilitator.core.plan.edits import reworded, with_option
from facilitator.errors import Refused
from facilitator.words.message import say
from tests.ui.pressing import every_widget, press, settle
from tests.ui.test_start import cut_off, nameless
from ui.prepare.details_page import DetailsPage
from ui.prepare.differences_page import DifferencesPage
from ui.prepare.duties_page import DutiesPage
from ui.prepare.pages import PAGES
from ui.prepare.people_page import PeoplePage
from ui.prepare.prepare_window import PrepareWindow
from ui.prepare.questions_page import QuestionsPage
from ui.prepare.safeguarding_page import SafeguardingPage
from ui.prepare.typed import PAUSE_MS

DOWN, TAB, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Escape
RIGHT, SPACE = Qt.Key.Key_Right, Qt.Key.Key_Space
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


@pytest.fixture
def window(prepare, event) -> PrepareWindow:
    return prepare(event)


def said(window: PrepareWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def shortcut(window: PrepareWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)
    settle()


def test_the_arrow_keys_turn_the_pages(window):
    assert isinstance(window.page, DetailsPage)

    press(window, *[DOWN] * (len(PAGES) - 1))

    assert type(window.page) is PAGES[-1]
    assert window.page.isVisible()


def test_words_are_saved_when_the_field_is_left(window, event):
    window.page.focus_first()
    window.page.name.selectAll()

    press(window, "Living well in Oxmead")
    assert event.details.title == "Living well in Riverside"
    assert "Saving…" in said(window)
    press(window, TAB)

    assert event.details.title == "Living well in Oxmead"
    assert "Saved " in said(window)
    assert "Prepare: Living well in Oxmead" in said(window)


def test_words_are_saved_after_a_pause_and_the_cursor_stays(window, event):
    window.show_page(DetailsPage)
    field = window.page.name
    field.moveCursor(field.textCursor().MoveOperation.Start)

    press(window, "New ")
    QTest.qWait(2 * PAUSE_MS)

    assert event.details.title == "New Living well in Riverside"
    assert field.textCursor().position() == 4
    assert field.hasFocus()


def test_one_undo_takes_back_a_whole_sentence(window, event):
    window.show_page(DetailsPage)
    press(window, "A whole sentence in one go ", TAB)
    assert event.details.title == "A whole sentence in one go Living well in Riverside"

    shortcut(window, Qt.Key.Key_Z)

    assert event.details.title == "Living well in Riverside"


def test_ctrl_z_and_ctrl_y_reach_through_the_field(window, event):
    window.show_page(DetailsPage)
    press(window, "New ")

    shortcut(window, Qt.Key.Key_Z)
    assert event.details.title == "Living well in Riverside"
    assert window.page.name.words == "Living well in Riverside"

    shortcut(window, Qt.Key.Key_Y)
    assert window.page.name.words == event.details.title
    assert event.details.title != "Living well in Riverside"


def test_escape_stores_what_is_typed_and_closes(window, event):
    window.show_page(DetailsPage)
    press(window, "New ", ESCAPE)

    assert not window.isVisible()
    assert "New" in event.details.title


def test_what_cannot_be_saved_is_said_before_the_window_closes(window, event):
    window.show_page(DetailsPage)
    window.page.name.selectAll()

    press(window, Qt.Key.Key_Delete, ESCAPE)
    assert window.isVisible()
    assert "Details: “Name of the event” – The event has no name." in window.banner.sentence
    assert "Not saved: “Name of the event” – The event has no name." in said(window)
    press(window, ESCAPE)

    assert not window.isVisible()
    assert event.details.title == "Living well in Riverside"
    assert window.half_typed() is None
    window.show()
    assert window.page.name.words == "Living well in Riverside"


def test_a_duty_without_its_reason_is_named_and_gone_once_the_window_is_closed_twice(window, event):
    window.show_page(DutiesPage)
    duty = window.page.choices[duties_now(event)[0].key]
    press(window, RIGHT, RIGHT)
    assert duty.choice == DutyState.NOT_NEEDED
    window.show_page(SafeguardingPage)
    press(window, "Ann Example", TAB, "01632 960001", TAB)

    press(window, ESCAPE)
    assert window.isVisible()
    text = duties_now(event)[0].text.english()
    assert f"Duties: “{text[:30]}" in window.banner.sentence
    assert "has no reason yet." in window.banner.sentence
    press(window, ESCAPE)

    assert not window.isVisible()
    assert window.half_typed() is None
    assert duty.choice == DutyState.DONE
    assert duty.reason.isHidden()
    assert safeguarding_now(event).phone == "01632 960001"


def test_a_choice_that_needs_a_reason_asks_calmly_and_warns_once_it_is_left(window):
    window.show_page(PeoplePage)
    people = window.page

    press(window, SPACE, RIGHT)
    assert people.openness.reason.hasFocus()
    assert not window.banner.warns
    assert "Not saved yet" in said(window)
    QTest.qWait(2 * PAUSE_MS)
    assert not window.banner.warns
    press(window, TAB)

    assert "“Who may come” has no reason yet." in window.banner.sentence


def test_ctrl_z_takes_a_choice_back_that_waits_for_its_reason_and_nothing_else(window, event):
    window.show_page(PeoplePage)
    press(window, SPACE, RIGHT)

    shortcut(window, Qt.Key.Key_Z)

    assert window.page.openness.choice == Openness.OPEN
    assert meeting_now(event).openness is Openness.OPEN
    assert not window.banner.warns


def test_a_refusal_goes_with_the_words_that_were_refused(window):
    window.show_page(DetailsPage)
    window.page.name.selectAll()
    press(window, Qt.Key.Key_Delete, TAB)
    assert window.banner.warns

    shortcut(window, Qt.Key.Key_Z)

    assert window.page.name.words == "Living well in Riverside"
    assert not window.banner.warns
    assert "Not saved" not in said(window)


def test_a_warning_stays_behind_when_the_page_is_turned(window):
    window.preparing.apply(lambda programme: reworded(programme, "s1", "Care is there for everybody."))
    settle()
    assert window.banner.warns

    window.show_page(PeoplePage)

    assert not window.banner.warns


def test_what_turning_the_page_brings_about_is_told_on_the_next_one(window):
    window.show_page(QuestionsPage)
    field = window.page.steps["vote-goals"].cards["s1"].wording.field
    field.setFocus()
    field.selectAll()
    press(window, "Care is there for everybody.")

    window.show_page(PeoplePage)

    assert "can no longer be compared" in window.banner.sentence


def test_a_warning_moves_nothing_on_the_page(window):
    window.show_page(PeoplePage)
    place = window.page.under_16.mapTo(window, QPoint(0, 0))

    press(window, SPACE, RIGHT, TAB)
    assert window.banner.warns
    asked = window.page.under_16.mapTo(window, QPoint(0, 0))
    window.banner.hide()
    settle()

    assert window.page.under_16.mapTo(window, QPoint(0, 0)) == asked
    assert window.page.openness.mapTo(window, QPoint(0, 0)).y() < place.y()


def test_a_very_long_wording_is_cut_in_the_banner(window):
    window.preparing.apply(lambda programme: reworded(programme, "s1", "Care is there for everybody. " * 60))
    settle()

    assert "Care is there for everybody" in window.banner.sentence
    assert "…" in window.banner.sentence
    assert len(window.banner.sentence) < 320


def test_a_telephone_without_a_digit_is_told(window):
    window.show_page(SafeguardingPage)
    press(window, "Ann Example", TAB, "ask at the desk", TAB)

    assert "This has no number yet." in said(window)
    assert SafeguardingPage.mark(window.preparing).told == say("no number yet")
    window.page.phone.setFocus()
    window.page.phone.selectAll()
    press(window, "01632 960001", TAB)

    assert "This has no number yet." not in said(window)


def test_what_the_organiser_added_is_taken_out_and_not_put_back(window):
    window.preparing.apply(lambda programme: with_option(programme, "areas", "Getting about"))
    window.show_page(DifferencesPage)

    assert [button.text() for button in window.page.put_back_buttons] == ["Take it out"]


def test_a_reworded_must_have_is_told_at_once_and_stays_in_the_list(window):
    window.preparing.apply(lambda programme: reworded(programme, "s1", "Care is there for everybody."))
    settle()

    assert window.banner.warns
    assert "can no longer be compared with other events" in window.banner.sentence
    window.banner.hide()
    window.show_page(DifferencesPage)
    assert any("Care is there for everybody." in one for one in window.page.told)


def test_a_must_have_that_was_told_is_not_told_again(window):
    window.preparing.apply(lambda programme: reworded(programme, "s1", "Care is there for everybody."))
    window.show_page(DetailsPage)

    press(window, "New ", TAB)

    assert not window.banner.warns


def test_what_is_stored_is_told_to_whoever_opened_it(window):
    heard: list[bool] = []
    window.event_changed.connect(lambda: heard.append(True))

    window.show_page(DetailsPage)
    press(window, "New ", TAB)

    assert heard == [True]


def test_a_refused_button_says_why(window):
    def refuse() -> None:
        raise Refused(say("The hall is closed."), say("Ask for the key."))

    window.preparing.carry_out(refuse, refuse)
    settle()

    assert window.banner.sentence.endswith("The hall is closed. Ask for the key.")


def test_the_list_of_pages_says_in_words_what_is_missing(window):
    names = [
        window.page_list.item(number).data(Qt.ItemDataRole.AccessibleTextRole)
        for number in range(window.page_list.count())
    ]

    assert "Safeguarding lead, nobody named yet" in names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_everything_that_takes_the_focus_has_a_name(event, window, page):
    add_partner(event, "Riverside Council", PartnerKind.COUNCIL, PartnerRole.CONVENOR)
    window.show_page(page)
    settle()

    assert nameless(window) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_no_page_scrolls_sideways_or_cuts_off(window, page):
    window.show_page(page)
    settle()

    assert window.width() == 1366
    assert window.area.horizontalScrollBar().maximum() == 0
    assert cut_off(window) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_twice_the_text_scrolls_and_cuts_nothing_off(prepare, event, twice_the_text, page):
    window = prepare(event)
    window.show_page(page)
    settle()

    assert window.width() == 1366
    assert window.area.horizontalScrollBar().maximum() == 0
    assert cut_off(window) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_tab_leaves_every_page_again(window, page):
    window.show_page(page)
    here = [widget for widget in every_widget(window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]

    press(window, *[TAB] * (len(here) + 2))
    reached = window.focusWidget()
    press(window, TAB)

    assert window.focusWidget() is not reached
