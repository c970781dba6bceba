"""Anything missing: areas of the room, before the vote and never after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import event_record
from facilitator.conduct.results import result
from facilitator.conduct.voting import open_question
from tests.ui.panel_host import every_name_is_told, hosted
from tests.ui.pressing import press, settle
from ui.run.areas_panel import AreasPanel

ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab


@pytest.fixture
def event(make_default_event):
    return make_default_event()


@pytest.fixture
def host(qapp, words, event):
    host = hosted(AreasPanel(words, event), event, "missing-area")
    yield host
    host.close()


def room_made(event):
    return {option.key: option.text for option in result(event, "areas").options if option.key.startswith("room")}


def notes(event):
    return [(note.kind, note.text) for note in event_record(event).notes]


def test_an_area_is_added_in_the_words_of_the_room(host, event):
    press(host, "Buses: getting there", ENTER)

    assert room_made(event) == {"room-1": "Buses: getting there"}
    assert "“Buses: getting there” is on the list." in host.texts()
    assert host.panel.proposal.text() == ""


def test_the_list_says_how_many_more_it_takes(host):
    assert "The room can add 3 more areas, until the vote is opened." in host.texts()

    press(host, "Buses", ENTER, "Benches", ENTER)
    assert "The room can add one more area, until the vote is opened." in host.texts()


def test_beyond_what_the_programme_allows_a_proposal_is_parked_and_not_dropped(host, event):
    press(host, "Buses", ENTER, "Benches", ENTER, "Toilets", ENTER, "Parks")
    assert host.next_name == "Park it as a note"

    press(host, ENTER)
    assert list(room_made(event).values()) == ["Buses", "Benches", "Toilets"]
    assert notes(event) == [(NoteKind.PARKED, "Parks")]


def test_a_proposal_is_merged_into_an_area_and_kept(host, event):
    press(host, "Tea mornings")
    host.panel.merge_into.choose("a1")
    host.panel.merge.click()
    settle()

    assert notes(event)[0][1].startswith("Tea mornings (merged into “Staying well and connected")
    assert room_made(event) == {}


def test_what_is_refused_stays_in_the_field(host):
    press(host, "Buses", ENTER, "Buses", ENTER)

    assert "on the list already" in host.refusals[0]
    assert host.panel.proposal.text() == "Buses"


def test_an_area_added_by_mistake_is_taken_back(host, event):
    press(host, "Buses", ENTER, "Benches", ENTER)
    host.panel.take_back["room-1"].setFocus()
    press(host, SPACE)

    assert room_made(event) == {"room-2": "Benches"}
    assert "“Buses” is off the list again." in host.texts()


def test_adding_can_be_undone_until_the_vote_opens(host, event):
    press(host, "Buses", ENTER)
    host.undos[-1].do()

    assert room_made(event) == {}


def test_once_the_vote_was_opened_the_list_is_fixed(host, event):
    press(host, "Buses", ENTER)
    open_question(event, "areas", present=80)
    host.show_now()

    assert "The list is fixed since the vote was opened" in host.texts()
    assert host.panel.take_back == {}
    assert not host.panel.add.isVisible()


def test_situation_14_after_the_vote_was_opened_a_proposal_is_parked_by_the_next_step(host, event):
    open_question(event, "areas", present=80)
    host.show_now()
    press(host, "None of these", TAB)
    host.next_button.setFocus()
    press(host, SPACE)

    assert room_made(event) == {}
    assert notes(event) == [(NoteKind.PARKED, "None of these")]


def test_with_nothing_typed_the_run_sheet_goes_on(host):
    assert host.next_name == ""


def test_a_stage_without_such_a_list_parks_proposals(qapp, words, event):
    host = hosted(AreasPanel(words, event), event, "read-goals")
    press(host, "Buses", ENTER)

    assert "takes no areas made in the room" in host.texts()
    assert notes(event) == [(NoteKind.PARKED, "Buses")]


def test_every_control_has_a_name(host):
    press(host, "Buses", ENTER)

    assert every_name_is_told(host)
