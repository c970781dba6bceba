"""Evidence: a card with its source, or who will find out and by when; never a figure made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from builders import MORNING
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.event import create_event
from facilitator.conduct.evidence import promised_figures
from facilitator.conduct.record import event_record
from facilitator.conduct.starting import EventDetails
from facilitator.programme.reading import read_programme_file
from facilitator.programme.shipped import find_programme
from tests.conduct.steps import vote_areas
from tests.ui.panel_host import every_name_is_told, hosted
from tests.ui.pressing import press
from ui.run.evidence_panel import EvidencePanel
from ui.run.on_screen import Step

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
CARD = """
[questions.options.evidence]
headline = "One group in three closed since 2019."
cost = "£86,000 a year"
cost_year = "2025-26"
staff = "We hear of groups by chance."
source = "County grants register"
date = "March 2026"

[[questions.options]]
key = "a2"
"""


def carry(event):
    vote_areas(event, a1=60, a2=50, a3=40)
    carry_forward(event, decided_by="the room")
    return event


@pytest.fixture
def bare_event(make_default_event):
    return carry(make_default_event())


@pytest.fixture
def event_with_card(tmp_path: Path):
    """Return an event on the shipped programme with a card for its first area."""
    path = tmp_path / "ours.toml"
    text = find_programme("living-well-here").text
    path.write_text(text.replace('\n[[questions.options]]\nkey = "a2"\n', CARD), encoding="utf-8")
    details = EventDetails("Living well", "2026-11-20", "Village hall", 10, variant="full")
    event = create_event(tmp_path / "ours.event", read_programme_file(path), details, clock=lambda: MORNING)
    yield carry(event)
    event.close()


@pytest.fixture
def host_at(qapp, words):
    hosts = []

    def host(event, activity):
        hosts.append(hosted(EvidencePanel(words, event), event, activity))
        return hosts[-1]

    yield host
    for one in hosts:
        one.close()


def test_the_card_of_the_area_is_shown_with_source_and_date(host_at, event_with_card):
    told = host_at(event_with_card, "evidence-a1").texts()

    assert "Staying well and connected" in told
    assert "One group in three closed since 2019." in told
    assert "£86,000 a year, 2025-26" in told
    assert "County grants register, March 2026" in told
    assert "We brought no figures" not in told


def test_what_the_card_does_not_say_is_not_shown(host_at, event_with_card):
    told = host_at(event_with_card, "evidence-a1").texts()

    assert "Staff say" in told
    assert "Inspectors say" not in told


def test_an_area_without_a_card_asks_who_will_find_out(host_at, event_with_card):
    host = host_at(event_with_card, "evidence-a2")

    assert "We brought no figures. Who will find out, by when?" in host.texts()
    assert host.next_name == ""


def test_who_will_find_out_is_typed_and_saved_by_keyboard(host_at, bare_event):
    host = host_at(bare_event, "evidence-a2")
    press(host, "Riverside Care")
    assert (host.next_name, host.missing) == ("Save who will find out", "By when is missing.")

    press(host, ENTER, "the end of March", ENTER)
    told = "We brought no figures for “Living well at home”: Riverside Care will find out by the end of March."
    assert [note.text for note in promised_figures(event_record(bare_event), "evidence-a2")] == [told]
    assert told in host.texts()
    assert host.next_name == ""


def test_the_next_step_saves_what_was_typed(host_at, bare_event):
    host = host_at(bare_event, "evidence-a2")
    press(host, "Riverside Care", ENTER, "March")
    host.next_button.setFocus()
    press(host, SPACE)

    assert len(event_record(bare_event).notes) == 1


def test_half_of_it_is_refused_and_stays_typed(host_at, bare_event):
    host = host_at(bare_event, "evidence-a2")
    press(host, "Riverside Care")
    host.next_button.setFocus()
    press(host, SPACE)

    assert "By when is missing" in host.refusals[0]
    assert host.panel.who.text() == "Riverside Care"


def test_before_areas_are_carried_there_is_nothing_to_show(host_at, make_default_event):
    host = host_at(make_default_event(), "evidence")

    assert "No area is carried forward yet" in host.texts()
    assert not host.panel.who.isVisible()


def test_the_room_sees_the_step_when_the_operator_wants_it(host_at, bare_event):
    host = host_at(bare_event, "evidence-a2")
    host.panel.to_the_room.click()

    assert host.screens == [Step("evidence-a2")]


def test_every_control_has_a_name(host_at, bare_event):
    assert every_name_is_told(host_at(bare_event, "evidence-a2"))
