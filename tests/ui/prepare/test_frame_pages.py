"""Details, promise, lists, people, duties, safeguarding and differences, changed by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from facilitator.conduct.duties import DutyState, duties_now
from facilitator.conduct.event import Event, open_event
from facilitator.conduct.meeting import Openness, PartnerKind, PartnerRole, Profile, meeting_now, partners_now
from facilitator.conduct.preparing import prepare as store_programme
from facilitator.conduct.safeguarding import safeguarding_now
from facilitator.conduct.timing import go_to_activity
from facilitator.core.plan.difference import DifferenceKind, differences
from facilitator.core.plan.edits import (
    moved,
    reworded,
    with_evidence,
    with_minutes,
    with_option,
    without,
    without_option,
)
from facilitator.core.programme import EvidenceCard, PromiseLevel
from tests.ui.prepare.test_prepare_window import shortcut
from tests.ui.pressing import press, settle
from ui.prepare.afterwards_page import AfterwardsPage
from ui.prepare.details_page import DetailsPage
from ui.prepare.differences_page import DifferencesPage
from ui.prepare.duties_page import DutiesPage
from ui.prepare.people_page import PeoplePage
from ui.prepare.prepare_window import PrepareWindow
from ui.prepare.promise_page import PromisePage
from ui.prepare.safeguarding_page import SafeguardingPage

UP, DOWN, TAB, ENTER, SPACE = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
)
RIGHT, DELETE = Qt.Key.Key_Right, Qt.Key.Key_Delete


@pytest.fixture
def event(make_default_event) -> Event:
    return make_default_event()


@pytest.fixture
def window(prepare, event) -> PrepareWindow:
    return prepare(event)


def anew(window: PrepareWindow, *keys: Qt.Key | str) -> None:
    """Type over all that stands in the field with the focus."""
    shortcut(window, Qt.Key.Key_A)
    press(window, *keys)


def back(window: PrepareWindow) -> None:
    shortcut(window, Qt.Key.Key_Z)


def texts(wordings: tuple) -> list[str]:
    return [wording.text for wording in wordings]


# Details


def test_all_details_are_typed_one_after_the_other_with_enter(window, event):
    window.show_page(DetailsPage)

    anew(window, "Living well in Oxmead", ENTER)
    anew(window, "Church hall", ENTER)
    press(window, UP, ENTER)
    anew(window, "7", ENTER)
    press(window, "Oxmead Council", ENTER, "Oxmead", ENTER)

    details = event.details
    assert (details.title, details.place, details.tables) == ("Living well in Oxmead", "Church hall", 7)
    assert (details.held_on, details.convenor, details.area) == ("2026-11-21", "Oxmead Council", "Oxmead")
    assert "3 areas" in window.page._tables_row.hint.text()


def test_tables_can_be_unknown_again(window, event):
    window.show_page(DetailsPage)
    window.page.tables.setFocus()

    press(window, DELETE, TAB)

    assert event.details.tables is None


def test_what_is_no_whole_number_of_tables_is_not_stored(window, event):
    window.show_page(DetailsPage)
    window.page.tables.setFocus()

    press(window, "7.5", TAB)

    assert event.details.tables == 10
    assert window.page.tables.figure == 10 or window.page.tables.is_refused


def test_another_event_like_this_one_is_asked_for_by_key(window):
    asked: list[bool] = []
    window.copy_wanted.connect(lambda: asked.append(True))
    window.show_page(DetailsPage)
    window.page.another.setFocus()

    press(window, SPACE)

    assert asked == [True]


# Promise, givens, ground rules


def test_the_level_is_chosen_with_the_arrow_keys(window, event):
    window.show_page(PromisePage)

    press(window, DOWN)

    assert event.programme.promise is PromiseLevel.COLLABORATE


def test_the_sentence_of_the_promise_is_typed(window, event):
    window.show_page(PromisePage)
    window.page.sentence.setFocus()

    anew(window, "What you say decides what comes first.", TAB)

    assert event.programme.promise_wording.text == "What you say decides what comes first."
    assert event.programme.promise is PromiseLevel.INVOLVE


def test_a_level_without_a_sentence_waits_for_it_and_is_not_saved(prepare, make_event):
    event = make_event()
    window = prepare(event)
    window.show_page(PromisePage)

    press(window, SPACE)
    assert event.programme.promise is None
    assert window.page.levels[PromiseLevel.INFORM].isChecked()
    assert str(window.preparing.saved).startswith("Not saved")
    window.page.sentence.setFocus()
    press(window, "We tell you what was decided.", TAB)

    assert event.programme.promise is PromiseLevel.INFORM
    assert str(window.preparing.saved).startswith("Saved")


def test_a_given_is_added_at_the_end(window, event):
    window.show_page(PromisePage)
    window.page.givens.adding.setFocus()

    press(window, "The hall closes at one.", ENTER)

    assert texts(event.programme.givens)[-1] == "The hall closes at one."
    assert window.page.givens.adding.hasFocus()
    assert window.page.givens.adding.words == ""


def test_a_ground_rule_is_reworded_moved_and_taken_out(window, event):
    before = texts(event.programme.ground_rules)
    window.show_page(PromisePage)
    rules = window.page.ground_rules
    rules.focus_line(0)

    anew(window, "One person at a time.", ENTER)
    assert rules.rows[1].fields[0].hasFocus()
    shortcut(window, UP)
    assert texts(event.programme.ground_rules)[:2] == [before[1], "One person at a time."]
    assert rules.rows[0].fields[0].hasFocus()
    shortcut(window, DELETE)

    assert texts(event.programme.ground_rules) == ["One person at a time.", *before[2:]]
    assert rules.rows[0].fields[0].hasFocus()


def test_a_line_that_is_left_empty_is_taken_out(window, event):
    before = texts(event.programme.givens)
    window.show_page(PromisePage)
    window.page.givens.focus_line(0)

    anew(window, DELETE, TAB)

    assert texts(event.programme.givens) == before[1:]
    assert len(window.page.givens.rows) == len(before) - 1


def test_once_the_event_has_begun_the_promise_is_only_to_read(window, event):
    go_to_activity(event, "welcome")
    go_to_activity(event, event.programme.variant("full").activities[1].key)
    window.show_event()
    window.show_page(PromisePage)
    settle()

    assert "has begun" in window.page._fixed.sentence
    assert window.page.sentence.isReadOnly()
    assert not window.page.givens.adding.isVisible()
    assert not any(button.isEnabled() for button in window.page.levels.values())


# Access and next steps


def test_a_next_step_is_added_with_who_does_it(window, event):
    window.show_page(AfterwardsPage)
    window.page.next_steps.adding.setFocus()

    press(window, "We meet again.", ENTER, "Riverside Council", ENTER)

    line = event.programme.next_steps[-1]
    assert (line.wording.text, line.who) == ("We meet again.", "Riverside Council")


def test_a_means_of_access_that_stands_there_already_is_refused_and_stays_typed(window, event):
    before = event.programme.access
    window.show_page(AfterwardsPage)
    window.page.access.adding.setFocus()

    press(window, "Hearing loop", ENTER)

    assert event.programme.access == before
    assert window.page.access.adding.words == "Hearing loop"
    assert "a second time" in window.banner.sentence


# People


def test_a_meeting_is_opened_by_key(window, event):
    window.show_page(PeoplePage)

    press(window, SPACE)

    assert meeting_now(event).openness is Openness.OPEN


def test_a_closed_meeting_waits_for_its_reason(window, event):
    window.show_page(PeoplePage)
    press(window, SPACE)

    press(window, RIGHT)
    assert meeting_now(event).openness is Openness.OPEN
    assert window.page.openness.reason.hasFocus()
    assert str(window.preparing.saved).startswith("Not saved")
    press(window, "Only carers may come.", TAB)

    assert meeting_now(event).openness is Openness.CLOSED
    assert meeting_now(event).reason == "Only carers may come."
    assert str(window.preparing.saved).startswith("Saved")
    assert not window.banner.warns


def test_a_group_of_children_has_other_duties(window, event):
    window.show_page(DutiesPage)
    usual = list(window.page.choices)
    window.show_page(PeoplePage)
    window.page.under_16.setFocus()

    press(window, SPACE)
    window.show_page(DutiesPage)

    assert meeting_now(event).profile is Profile.UNDER_16
    assert list(window.page.choices) == [duty.key for duty in duties_now(event)] != usual


def test_a_partner_is_added_with_kind_and_role_and_taken_out(window, event):
    window.show_page(PeoplePage)
    window.page.partners.adding.setFocus()

    press(window, "Riverside Council", ENTER)
    row = window.page.partners.rows[0]
    row.kind.setFocus()
    press(window, UP, UP, UP, UP)
    row.role.setFocus()
    press(window, UP)
    (partner,) = partners_now(event)
    assert (partner.name, partner.kind, partner.role) == (
        "Riverside Council", PartnerKind.COUNCIL, PartnerRole.CONVENOR,
    )  # fmt: skip
    row.remove.setFocus()
    press(window, SPACE)
    assert partners_now(event) == ()
    assert window.page.partners.adding.hasFocus()

    back(window)
    assert partners_now(event) == (partner,)


def test_an_organisation_that_is_named_twice_is_refused(window, event):
    window.show_page(PeoplePage)
    window.page.partners.adding.setFocus()

    press(window, "Riverside Council", ENTER, "Riverside Council", ENTER)

    assert len(partners_now(event)) == 1
    assert "on the list already" in window.banner.sentence


def test_adding_a_partner_is_undone_and_done_again(window, event):
    window.show_page(PeoplePage)
    window.page.partners.adding.setFocus()
    press(window, "Riverside Council", ENTER)

    back(window)
    assert partners_now(event) == ()
    shortcut(window, Qt.Key.Key_Y)

    assert [partner.name for partner in partners_now(event)] == ["Riverside Council"]


# Duties


def test_a_duty_is_done_by_key(window, event):
    window.show_page(DutiesPage)

    press(window, RIGHT)

    assert duties_now(event)[0].state is DutyState.DONE


def test_a_duty_that_is_not_needed_says_why(window, event):
    window.show_page(DutiesPage)

    press(window, RIGHT, RIGHT, "The council is not ours.", TAB)

    duty = duties_now(event)[0]
    assert (duty.state, duty.remark) == (DutyState.NOT_NEEDED, "The council is not ours.")
    back(window)
    assert duties_now(event)[0].state is DutyState.DONE


# Safeguarding


def test_the_safeguarding_lead_is_named(window, event):
    window.show_page(SafeguardingPage)

    press(window, "Ann Example", ENTER, "01632 960001", ENTER, "Room 2 is free.", ENTER, "Ask at the desk.", TAB)

    lead = safeguarding_now(event)
    assert (lead.name, lead.phone) == ("Ann Example", "01632 960001")
    assert lead.advice == "Room 2 is free.\nAsk at the desk."


def test_it_is_said_what_holds_the_safeguarding_lead_and_what_to_destroy(window):
    window.show_page(SafeguardingPage)

    said = " ".join(label.text() for label in window.page.findChildren(QLabel))
    for told in ("in the event file and copies", "run sheet to hand over", "that PDF file after", "Forget originals"):
        assert told in said


# What differs


EDITS = {
    DifferenceKind.QUESTION_REWORDED: lambda one: reworded(one, "s1", "Care is there for everybody."),
    DifferenceKind.STEP_MOVED: lambda one: moved(one, "full", one.variant("full").activities[1].key, 2),
    DifferenceKind.MINUTES: lambda one: with_minutes(one, "full", one.variant("full").activities[1].key, 25),
    DifferenceKind.STEP_LEFT_OUT: lambda one: without(one, "full", one.variant("full").activities[1].key),
    DifferenceKind.OPTION_ADDED: lambda one: with_option(one, "areas", "Getting about"),
    DifferenceKind.OPTION_LEFT_OUT: lambda one: without_option(one, "areas", "a2"),
    DifferenceKind.EVIDENCE: lambda one: with_evidence(one, "a1", EvidenceCard(headline="New")),
}


@pytest.mark.parametrize("kind", EDITS, ids=str)
def test_what_differs_is_put_back_by_key(window, event, kind):
    store_programme(event, EDITS[kind](event.programme))
    window.show_event()
    assert [one.kind for one in differences(event.issued, event.programme, "full")] == [kind]
    window.show_page(DifferencesPage)

    press(window, SPACE)

    assert event.programme == event.issued
    assert window.page.told == ["Nothing: everything is as it was issued."]


def test_must_haves_come_first_and_are_named_in_words(window, event):
    step = event.programme.variant("full").activities[1].key
    store_programme(event, reworded(with_minutes(event.programme, "full", step, 25), "s1", "Care is for all."))
    window.show_event()

    window.show_page(DifferencesPage)

    assert "Care is for all." in window.page.told[0]
    assert "25 minutes" in window.page.told[1]


def test_what_was_prepared_is_there_when_the_file_is_opened_again(window, event):
    window.show_page(PromisePage)
    press(window, DOWN)
    path = event.path
    window.close()
    event.close()

    again = open_event(path)

    assert again.programme.promise is PromiseLevel.COLLABORATE
    again.close()


def test_a_key_in_a_list_moves_nothing_beyond_its_ends(window, event):
    before = texts(event.programme.givens)
    window.show_page(PromisePage)
    window.page.givens.focus_line(0)

    shortcut(window, UP)
    QTest.keyClick(window.page.givens.rows[-1].fields[0], DOWN, Qt.KeyboardModifier.ControlModifier)

    assert texts(event.programme.givens) == before
