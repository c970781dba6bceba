"""Carrying forward by keyboard: a clear vote, the three kinds of tie, and a correction afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from builders import a_count, a_question
from facilitator.conduct.carrying import carried_now
from facilitator.conduct.counting import correct_count
from facilitator.conduct.record import event_record
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.voting import open_question, reopen_question
from tests.conduct.steps import areas_sheet, vote, vote_areas
from tests.ui.panel_host import every_name_is_told, hosted
from tests.ui.pressing import press
from ui.models.run_sheet import Place
from ui.run.carry_panel import CarryPanel
from ui.run.on_screen import CarriedAreas, Tie

ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
WHY = "We talked about it"


@pytest.fixture
def host_on(qapp, words):
    hosts = []

    def host(event):
        hosts.append(hosted(CarryPanel(words, event), event, "carry-areas"))
        return hosts[-1]

    yield host
    for one in hosts:
        one.close()


@pytest.fixture
def clear_event(make_default_event):
    event = make_default_event()
    vote_areas(event, a1=60, a2=50, a3=40, a4=30, a5=20)
    return event


@pytest.fixture
def tied_event(make_default_event):
    """Return an event with a1 inside and a2, a3, a4 level for two places."""
    event = make_default_event()
    vote_areas(event, a1=60, a2=40, a3=40, a4=40, a5=20)
    return event


def next_step(host):
    host.next_button.setFocus()
    press(host, SPACE)


def give_reason(host, why=WHY):
    host.panel.decision.why.setFocus()
    press(host, why)


def carried(event):
    found = event_record(event).carried
    return {area for area, _ in found.areas} if found is not None else None


def test_before_the_vote_is_closed_the_panel_leads_to_the_vote(host_on, make_default_event):
    host = host_on(make_default_event())

    assert "The vote on the areas is not closed" in host.texts()
    next_step(host)
    assert host.places == [Place("vote-areas", "areas")]


def test_a_clear_vote_is_carried_with_one_key(host_on, clear_event):
    host = host_on(clear_event)
    assert host.next_name == "Carry these 3 areas forward"
    assert "the line is below place 3" in host.texts()

    next_step(host)
    assert carried(clear_event) == {"a1", "a2", "a3"}
    assert event_record(clear_event).carried.decided_by == "the room, by the vote"
    assert host.screens == [CarriedAreas()]
    assert host.next_name == ""


def test_the_areas_stand_by_rank_with_base_and_figures(host_on, clear_event):
    host = host_on(clear_event)

    assert host.panel.ranked.spoken[0] == "1 Staying well and connected: 60 of 80, 75% ✓ inside"
    assert host.panel.ranked.spoken[4] == "4 A home and support in the community: 30 of 80, 38%"
    assert "84 people present, 80 voted; percentages of 80" in host.texts()


def test_a_small_room_has_no_percentages(host_on, make_default_event):
    event = make_default_event(tables=1)
    vote_areas(event, people=6, a1=5, a2=2)
    host = host_on(event)

    assert host.panel.ranked.spoken[0] == "1 Staying well and connected: 5 of 6 ✓ inside"
    assert "%" not in host.texts()
    assert host.next_name == "Carry this area forward"


def test_where_tables_are_not_known_the_panel_asks_how_many_areas(host_on, make_default_event):
    event = make_default_event(tables=None)
    vote_areas(event, a1=60, a2=50, a3=40)
    host = host_on(event)
    assert "the number of tables, which is not known" in host.missing

    next_step(host)
    press(host, "2")
    next_step(host)
    assert carried(event) == {"a1", "a2"}


def test_areas_nobody_chose_do_not_fill_a_place(host_on, make_default_event):
    event = make_default_event()
    vote_areas(event, people=20, a2=20, a4=15)
    host = host_on(event)
    assert host.next_name == "Carry these 2 areas forward"

    next_step(host)
    assert carried(event) == {"a2", "a4"}


def test_where_nobody_chose_an_area_none_goes_forward_and_the_run_sheet_goes_on(host_on, make_default_event):
    event = make_default_event()
    vote(event, "areas")
    host = host_on(event)

    assert "Nobody chose an area" in host.texts()
    assert host.next_name == ""


def test_a_programme_that_carries_nothing_says_so(qapp, words, make_event):
    event = make_event(a_question("s1"))
    host = hosted(CarryPanel(words, event), event, "one")

    assert "carries nothing forward" in host.texts()
    assert host.next_name == ""


def test_t23_no_way_out_of_a_tie_is_chosen_beforehand(host_on, tied_event):
    host = host_on(tied_event)

    assert host.panel.tie.way is None
    assert host.next_name == "Choose how to settle the tie"
    next_step(host)
    assert carried(tied_event) is None
    assert host.screens == [Tie()]


def test_t23_a_tie_the_room_sees_is_settled_by_a_key_and_not_by_going_on(host_on, tied_event):
    host = host_on(tied_event)
    next_step(host)
    assert (host.screens, host.refusals) == ([Tie()], [])

    press(host, SPACE)

    assert (host.screens, host.panel.tie.way) == ([Tie()], None)
    assert host.refusals == ["How the tie is settled is not chosen yet. Press 1, 2 or 3."]


def test_no_area_at_all_is_refused_in_words(host_on, clear_event):
    host = host_on(clear_event)

    host.panel.places.setFocus()
    host.panel.places.selectAll()
    press(host, "0")

    assert host.missing == "At least one area goes forward."
    assert host.next_name == "Say how many areas go forward"
    next_step(host)
    assert host.panel.places.hasFocus()
    press(host, "2")
    assert (host.missing, host.next_name) == ("", "Carry these 2 areas forward")


def test_the_tied_areas_stand_with_their_figures(host_on, tied_event):
    host = host_on(tied_event)

    assert host.panel.ranked.spoken == (
        "1 Staying well and connected: 60 of 80 ✓ inside",
        "2 places for the areas that are level",
        "2 Living well at home: 40 of 80 = level",
        "2 Good days: 40 of 80 = level",
        "2 A home and support in the community: 40 of 80 = level",
    )


def test_each_way_says_what_follows(host_on, tied_event):
    host = host_on(tied_event)

    assert "No more voting; 1 more than planned. Stage 3: 4 areas, 2 to 3 minutes each, 8 direction votes." in (
        host.texts()
    )
    assert "About 2 minutes; may be level again. Stage 3: 3 areas, 3 minutes each, 6 direction votes." in host.texts()
    assert "About 1 minute; tick the 2 with most hands." in host.texts()


def test_t23_a_tie_where_all_are_carried(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "1")
    assert host.missing == "A reason is missing; the report prints it."

    give_reason(host)
    next_step(host)
    assert carried(tied_event) == {"a1", "a2", "a3", "a4"}
    assert (carried_now(tied_event).tie_rule, carried_now(tied_event).why) == ("carry_all", WHY)


def test_t23_a_tie_settled_by_hands_takes_exactly_as_many_as_there_are_places(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "3", TAB, SPACE)
    assert "1 of 2 chosen." in host.missing

    press(host, TAB, TAB, SPACE)
    give_reason(host)
    assert host.missing == ""
    next_step(host)
    assert carried(tied_event) == {"a1", "a2", "a4"}
    decided = carried_now(tied_event)
    assert (decided.tie_rule, decided.decided_by) == ("room_decides", "the room, by hands")


def test_t23_a_tie_settled_by_hands_without_a_reason_is_refused(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "3", TAB, SPACE, TAB, SPACE)
    next_step(host)

    assert "A reason is missing" in host.refusals[0]
    assert carried(tied_event) is None


def test_t23_a_run_off_is_asked_held_and_carried(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "2")
    assert host.next_name == "Ask the run-off"
    next_step(host)
    assert host.places == [Place("vote-areas", "areas-run-off")]
    assert host.next_name == "Go to the run-off"

    vote(tied_event, "areas-run-off", a_count(voting=80, a2=30, a3=50, a4=60))
    host.show_now()
    assert host.next_name == "Carry the result of the run-off forward"
    next_step(host)
    assert carried(tied_event) == {"a1", "a3", "a4"}
    assert carried_now(tied_event).tie_rule == "run_off"


def test_t23_a_run_off_that_is_level_again_leaves_the_two_other_ways(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "2")
    next_step(host)
    vote(tied_event, "areas-run-off", a_count(voting=80, a2=60, a3=50, a4=50))
    host.show_now()

    assert "The run-off was level again. Choose one of the other two ways." in host.texts()
    assert host.next_name == "Choose how to settle the tie"
    press(host, "2")
    assert host.panel.tie.way is None
    host.panel.tie.focus_first()
    press(host, "1")
    give_reason(host)
    next_step(host)
    assert carried(tied_event) == {"a1", "a2", "a3", "a4"}


def carry_and_correct(host, event):
    next_step(host)
    correct_count(event, "areas", areas_sheet(a1=60, a2=50, a3=40, a4=45, a5=20), why="30 was 45")
    host.show_now()


def test_t24_after_a_correction_the_panel_warns_and_carries_again(host_on, clear_event):
    host = host_on(clear_event)
    carry_and_correct(host, clear_event)
    assert "Stage 3 is based on the old result." in host.texts()
    assert host.next_name == "Carry forward again: 3 areas"

    next_step(host)
    assert carried(clear_event) == {"a1", "a2", "a4"}
    assert "Stage 3 is based on the old result." not in host.texts()


def test_t24_after_a_correction_the_areas_may_be_kept_with_a_reason(host_on, clear_event):
    host = host_on(clear_event)
    carry_and_correct(host, clear_event)
    host.panel.keep.setFocus()
    press(host, SPACE)
    assert host.missing == "A reason is missing; the report prints it."

    press(host, WHY, ENTER)
    assert carried(clear_event) == {"a1", "a2", "a3"}
    assert (carried_now(clear_event).stale, carried_now(clear_event).why) == (False, WHY)


def test_once_decided_the_list_marks_what_was_carried_and_no_tie(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "3", TAB, SPACE, TAB, SPACE)
    give_reason(host)
    next_step(host)

    assert host.panel.ranked.spoken == (
        "1 Staying well and connected: 60 of 80 ✓ inside",
        "2 Living well at home: 40 of 80 ✓ inside",
        "2 Good days: 40 of 80 ✓ inside",
    )


def test_t24_a_vote_that_is_open_again_is_closed_before_anything_is_carried_or_kept(host_on, clear_event):
    host = host_on(clear_event)
    next_step(host)
    reopen_question(clear_event, "areas", why="A table was forgotten")
    host.show_now()

    assert "Stage 3 is based on the old result." in host.texts()
    assert host.next_name == "Go to the vote on the areas"
    assert not host.panel.keep.isVisible()


def test_a_decision_may_be_made_again_until_stage_three_was_asked(host_on, clear_event):
    host = host_on(clear_event)
    next_step(host)
    host.panel.decide_again.setFocus()
    press(host, SPACE)
    host.panel.places.setFocus()
    press(host, "2")
    next_step(host)
    assert carried(clear_event) == {"a1", "a2"}

    open_question(clear_event, "direction-home-visits", present=80)
    host.show_now()
    assert not host.panel.decide_again.isVisible()


def test_an_area_of_the_room_is_carried_like_any_other(host_on, make_default_event):
    event = make_default_event(variant="short", tables=2)
    add_room_made_area(event, "areas", "Buses: getting there")
    vote_areas(event, people=12, a1=5, **{"room-1": 9})
    host = host_on(event)

    next_step(host)
    assert carried(event) == {"room-1"}
    assert "Carried forward: Buses." in host.texts()


def test_in_the_slot_one_area_goes_forward_without_direction_votes(host_on, make_default_event):
    event = make_default_event(variant="slot", tables=3)
    vote_areas(event, people=20, a1=19, a2=5)
    host = host_on(event)

    next_step(host)
    assert "Stage 3: 1 area, 3 minutes each." in host.texts()


def test_every_control_has_a_name(host_on, tied_event):
    host = host_on(tied_event)
    press(host, "3")

    assert every_name_is_told(host)
