"""On two screens: what is for the operator alone comes up on the laptop, and never where the room looks."""

from __future__ import annotations

import pytest

from builders import MORNING
from facilitator.conduct.safeguarding import tell_safeguarding
from facilitator.venue.findings import Standing
from facilitator.venue.screens import judged_screens
from tests.ui.on_screens.conftest import screen_named
from tests.ui.pressing import settle
from ui.room_screen.off_the_room import is_on_the_room_screen
from ui.run.desk import Desk
from ui.run.safeguarding_window import SafeguardingWindow
from ui.venue.around_here import screens_here


@pytest.fixture
def help_window(qapp, words, outside, make_default_event):
    event = make_default_event()
    tell_safeguarding(event, "Jane Okafor", "01234 567890")
    desk = Desk(event, words, place_and_date="Village hall", now=lambda: MORNING)
    window = SafeguardingWindow(desk, words, outside=outside)
    window.resize(600, 500)
    yield window
    window.close()


def test_the_help_comes_up_on_the_laptop_even_where_it_was_to_be_on_the_projector(front, help_window):
    front().begin()
    help_window.setScreen(screen_named("Projector"))
    help_window.move(screen_named("Projector").geometry().center())

    help_window.show()
    settle()

    assert help_window.screen() is screen_named("Laptop")
    assert screen_named("Laptop").geometry().contains(help_window.frameGeometry())
    assert help_window.page.isVisible()


def test_dragged_to_the_projector_its_words_are_hidden_and_back_on_the_laptop_they_are_there(front, help_window):
    front().begin()
    help_window.show()
    settle()

    help_window.move(screen_named("Projector").geometry().topLeft())
    settle()
    assert is_on_the_room_screen(help_window)
    assert not help_window.page.isVisible()

    help_window.move(screen_named("Laptop").geometry().topLeft())
    settle()
    assert help_window.page.isVisible()


def test_while_no_room_screen_is_shown_it_may_be_anywhere(front, help_window):
    front()
    help_window.move(screen_named("Projector").geometry().topLeft())

    help_window.show()
    settle()

    assert help_window.page.isVisible()


def test_the_venue_check_names_both_screens_and_which_is_the_rooms(front):
    one = front().begin()

    finding = judged_screens(screens_here(one.controls))

    assert finding.standing is Standing.GOOD
    assert str(finding.told).startswith("The room sees Projector, ")
    assert "Your controls are on Laptop" in str(finding.told)


def test_the_venue_check_says_that_the_room_screen_is_not_open(front):
    finding = judged_screens(screens_here(front().controls))

    assert finding.standing is Standing.LOOK
    assert "Laptop" in str(finding.told)
    assert "Projector" in str(finding.told)
