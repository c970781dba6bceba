"""Carrying areas into stage 3: the cut, ties settled by people, corrections, and what stage 3 becomes."""

from __future__ import annotations

import pytest

from builders import a_count, a_question
from facilitator.conduct.carried_stage import StageToCome, stage_to_come
from facilitator.conduct.carrying import (
    CarryStep,
    TieDecision,
    areas_to_carry,
    ask_run_off,
    carried_now,
    carry_forward,
    carry_standing,
    cut_now,
    keep_carried,
    stage_was_asked,
    stale_warning,
)
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.record import event_record
from facilitator.conduct.results import result
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.voting import (
    Closing,
    ask_again,
    close_question,
    open_question,
    reopen_question,
    void_question,
)
from facilitator.core.keys import Source
from facilitator.core.ranking import TieRule
from facilitator.errors import Refused
from tests.conduct.steps import areas_sheet, changes, counts, directions, state, vote, vote_areas

ENTRY = b"sixteen bytes id"
ROOM = "the room"
WHY = "We talked about it"
TIED = ("a2", "a3", "a4")
CARRY_ALL, RUN_OFF = TieDecision(TieRule.CARRY_ALL), TieDecision(TieRule.RUN_OFF)


def room_decides(*areas):
    return TieDecision(TieRule.ROOM_DECIDES, areas)


@pytest.fixture
def clear_event(default_event):
    """Return an event whose vote left no tie: a1, a2, a3."""
    vote_areas(default_event, a1=60, a2=50, a3=40, a4=30, a5=20)
    return default_event


@pytest.fixture
def tied_event(default_event):
    """Return an event with a1 inside and a2, a3, a4 tied for two places."""
    vote_areas(default_event, a1=60, a2=40, a3=40, a4=40, a5=20)
    return default_event


def hold_run_off(event, people=80, **lines):
    ask_run_off(event)
    vote(event, "areas-run-off", a_count(voting=people, **lines))


@pytest.mark.parametrize(("tables", "areas"), [(12, 3), (8, 3), (6, 3), (5, 2), (4, 2), (3, 1), (2, 1)])
def test_the_number_of_tables_says_how_many_areas_go_forward(make_default_event, tables, areas):
    event = make_default_event(tables=tables)
    vote_areas(event, a1=60, a2=50, a3=40, a4=30, a5=20)

    carried = carry_forward(event, decided_by=ROOM)

    assert areas_to_carry(event) == areas
    assert carried == ("a1", "a2", "a3")[:areas]


def test_a_slot_carries_one_area_and_need_not_know_its_tables(make_default_event):
    event = make_default_event(variant="slot", tables=None)
    vote_areas(event, a1=60, a2=50, a3=40, a4=30, a5=20)

    assert carry_forward(event, decided_by=ROOM) == ("a1",)


def test_the_room_may_carry_another_number_of_areas(clear_event):
    assert carry_forward(clear_event, decided_by=ROOM, places=2) == ("a1", "a2")


def test_without_a_tie_the_areas_with_most_go_forward_by_rank(default_event):
    vote_areas(default_event, a1=20, a2=30, a3=40, a4=50, a5=60)

    assert carry_forward(default_event, decided_by=ROOM) == ("a5", "a4", "a3")


def test_what_was_carried_is_recorded(clear_event):
    carry_forward(clear_event, decided_by=ROOM, why="It was clear")

    carried = event_record(clear_event).carried

    assert [key for key, _ in carried.areas] == ["a1", "a2", "a3"]
    assert carried.areas[0][1].startswith("Staying well and connected")
    assert (carried.question, carried.revision, carried.tie_rule) == ("areas", 1, "")
    assert (carried.decided_by, carried.why, carried.stale) == (ROOM, "It was clear", False)


def test_what_was_carried_is_readable_in_the_changes(clear_event):
    carry_forward(clear_event, decided_by=ROOM, why="It was clear")

    change = changes(clear_event)[-1]

    assert (change.verb, change.about, change.why) == ("carry forward", "areas", "It was clear")
    assert change.detail == "carried a1, a2, a3; decided by the room"


def test_nothing_is_carried_before_the_vote_is_closed(default_event):
    open_question(default_event, "areas", present=84)

    with pytest.raises(Refused, match="vote on the areas is not closed"):
        carry_forward(default_event, decided_by=ROOM)


def test_nothing_is_carried_without_who_decided(clear_event):
    with pytest.raises(Refused, match="Who decided is missing"):
        carry_forward(clear_event, decided_by=" ")


def test_where_nobody_voted_nothing_is_carried(default_event):
    vote(default_event, "areas")

    with pytest.raises(Refused, match="Nobody chose an area"):
        carry_forward(default_event, decided_by=ROOM)


def test_areas_with_no_votes_are_never_carried_to_fill_a_place(default_event):
    vote_areas(default_event, people=20, a2=20, a4=15)

    assert carry_forward(default_event, decided_by=ROOM) == ("a2", "a4")


def test_a_programme_that_carries_nothing_says_so(make_event):
    with pytest.raises(Refused, match="carries nothing forward"):
        areas_to_carry(make_event(a_question("s1")))


def test_t23_a_tie_across_the_line_is_never_settled_without_people(tied_event):
    with pytest.raises(Refused, match="are tied for 2 places"):
        carry_forward(tied_event, decided_by=ROOM)

    assert carried_now(tied_event) is None
    assert cut_now(tied_event).tied == ("a2", "a3", "a4")


def test_t23_all_that_are_tied_may_be_carried(tied_event):
    carried = carry_forward(tied_event, decided_by=ROOM, tie=CARRY_ALL, why="No one wants to lose one")

    assert carried == ("a1", "a2", "a3", "a4")
    assert changes(tied_event)[-1].detail == "carried a1, a2, a3, a4; tie rule carry_all; decided by the room"


def test_t23_the_room_may_choose_between_the_tied(tied_event):
    carried = carry_forward(tied_event, decided_by=ROOM, tie=room_decides("a4", "a2"), why=WHY)

    assert set(carried) == {"a1", "a2", "a4"}
    assert event_record(tied_event).carried.tie_rule == "room_decides"


@pytest.mark.parametrize("chosen", [(), ("a2",), ("a2", "a3", "a4"), ("a2", "a2"), ("a2", "a5"), ("a2", "a1"), ("a9",)])
def test_t23_the_room_chooses_as_many_of_the_tied_as_there_are_places(tied_event, chosen):
    with pytest.raises(Refused, match="The room must choose 2 of: "):
        carry_forward(tied_event, decided_by=ROOM, tie=room_decides(*chosen))


def test_t23_a_run_off_between_the_tied_decides(tied_event):
    hold_run_off(tied_event, a2=30, a3=50, a4=60)

    carried = carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)

    assert set(carried) == {"a1", "a3", "a4"}
    assert event_record(tied_event).carried.tie_rule == "run_off"


def test_a_run_off_has_the_tied_areas_as_the_room_knows_them(tied_event):
    ask_run_off(tied_event)

    run_off = result(tied_event, "areas-run-off")

    assert [option.key for option in run_off.options] == ["a2", "a3", "a4"]
    assert run_off.options[0].text == result(tied_event, "areas").options[1].text
    assert (run_off.max_marks, run_off.status, run_off.stage) == (2, "ready", "difference")


def test_a_run_off_does_not_ask_for_more_areas_than_it_takes(tied_event):
    ask_run_off(tied_event)

    run_off = result(tied_event, "areas-run-off")

    assert run_off.max_marks == 2
    assert "three" not in run_off.text


def test_a_run_off_is_not_asked_without_a_tie(clear_event):
    with pytest.raises(Refused, match="No areas are tied"):
        ask_run_off(clear_event)


def test_a_run_off_is_not_asked_while_the_vote_on_the_areas_is_open(default_event):
    open_question(default_event, "areas", present=84)
    enter_count(default_event, "areas", areas_sheet(a1=60, a2=40, a3=40, a4=40, a5=20))

    with pytest.raises(Refused, match="not closed"):
        ask_run_off(default_event)


def test_a_run_off_without_a_result_decides_nothing(tied_event):
    with pytest.raises(Refused, match="run-off has no result yet"):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)
    ask_run_off(tied_event)

    with pytest.raises(Refused, match="run-off has no result yet"):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)


def test_t23_a_run_off_that_ties_again_decides_nothing(tied_event):
    hold_run_off(tied_event, a2=60, a3=50, a4=50)

    with pytest.raises(Refused, match="did not decide between them"):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)


def test_after_a_run_off_that_ties_again_the_room_decides(tied_event):
    hold_run_off(tied_event, a2=60, a3=50, a4=50)

    with pytest.raises(Refused, match="run-off already"):
        ask_run_off(tied_event)
    carried = carry_forward(tied_event, decided_by=ROOM, tie=room_decides("a2", "a4"), why=WHY)

    assert set(carried) == {"a1", "a2", "a4"}


def test_a_run_off_nobody_voted_in_decides_nothing(tied_event):
    ask_run_off(tied_event)
    vote(tied_event, "areas-run-off")

    with pytest.raises(Refused, match="did not decide"):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)


def test_t23_a_run_off_between_others_does_not_settle_a_new_tie(tied_event):
    hold_run_off(tied_event, a2=60, a3=50, a4=10)
    correct_count(tied_event, "areas", areas_sheet(a1=60, a2=40, a3=40, a4=20, a5=40), why="a4 and a5 were crossed")

    with pytest.raises(Refused):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)


def test_t23_a_run_off_of_a_vote_that_was_asked_again_does_not_settle_the_new_one(tied_event):
    hold_run_off(tied_event, a2=60, a3=50, a4=10)
    ask_again(tied_event, "areas", "Choose up to three.", why="Half the room did not hear it")
    vote_areas(tied_event, a1=60, a2=40, a3=40, a4=40, a5=20)

    with pytest.raises(Refused):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)


def test_a_new_tie_after_the_vote_was_asked_again_may_have_its_own_run_off(tied_event):
    hold_run_off(tied_event, a2=60, a3=50, a4=10)
    ask_again(tied_event, "areas", "Choose up to three.", why="Half the room did not hear it")
    vote_areas(tied_event, a1=60, a2=40, a3=40, a4=40, a5=20)

    ask_run_off(tied_event)

    assert state(tied_event, "areas-run-off") == "ready"


@pytest.mark.parametrize("tie", [CARRY_ALL, RUN_OFF, room_decides("a4")])
def test_a_tie_rule_without_a_tie_changes_nothing(clear_event, tie):
    assert carry_forward(clear_event, decided_by=ROOM, tie=tie) == ("a1", "a2", "a3")
    assert event_record(clear_event).carried.tie_rule == ""


def test_t24_the_decision_keeps_the_revision_of_the_result_it_used(clear_event):
    correct_count(clear_event, "areas", areas_sheet(a1=61, a2=50, a3=40, a4=30, a5=20), why="60 was 61")
    carry_forward(clear_event, decided_by=ROOM)

    assert (carried_now(clear_event).revision, carried_now(clear_event).stale) == (2, False)


def test_t24_a_correction_makes_the_decision_stale(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    correct_count(clear_event, "areas", areas_sheet(a1=60, a2=50, a3=40, a4=45, a5=20), why="30 was 45")

    carried = carried_now(clear_event)

    assert (carried.revision, carried.stale, carried.areas) == (1, True, ("a1", "a2", "a3"))


def test_t24_opening_the_vote_again_makes_the_decision_stale(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    reopen_question(clear_event, "areas", why="A table was forgotten")

    assert carried_now(clear_event).stale


def test_t24_taking_the_vote_back_makes_the_decision_stale(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    void_question(clear_event, "areas", why="The wrong list was on the screen")

    assert carried_now(clear_event).stale


def test_t24_a_correction_of_the_run_off_makes_the_decision_stale(tied_event):
    hold_run_off(tied_event, a2=30, a3=40, a4=60)
    carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)
    correct_count(tied_event, "areas-run-off", a_count(voting=80, a2=55, a3=40, a4=60), why="30 was 55")

    assert carried_now(tied_event).stale


def test_t24_carrying_again_settles_it(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    correct_count(clear_event, "areas", areas_sheet(a1=60, a2=50, a3=40, a4=45, a5=20), why="30 was 45")

    carried = carry_forward(clear_event, decided_by=ROOM, why="The corrected vote")

    assert carried == ("a1", "a2", "a4")
    assert (carried_now(clear_event).stale, carried_now(clear_event).revision) == (False, 2)


def test_t01_carrying_sent_twice_is_one_decision(clear_event):
    carry_forward(clear_event, decided_by=ROOM, entry_id=ENTRY)
    before = changes(clear_event)

    assert carry_forward(clear_event, decided_by=ROOM, entry_id=ENTRY) is None
    assert changes(clear_event) == before


def test_t01_a_run_off_sent_twice_is_one_run_off(tied_event):
    ask_run_off(tied_event, entry_id=ENTRY)
    ask_run_off(tied_event, entry_id=ENTRY)

    assert [found.key for found in event_record(tied_event).results].count("areas-run-off") == 1


def test_each_model_of_a_carried_area_has_a_direction_question(clear_event):
    carry_forward(clear_event, decided_by=ROOM)

    assert directions(clear_event, "ready") == [
        "direction-meeting-groups",
        "direction-health-checks",
        "direction-home-visits",
        "direction-carer-breaks",
        "direction-day-centres",
        "direction-job-support",
    ]
    first = result(clear_event, "direction-meeting-groups")
    assert first.text == "Should we put more, the same or less into groups where people meet others nearby?"
    assert [option.key for option in first.options] == ["more", "same", "less", "not_sure"]
    assert (first.stage, first.activity, first.from_area) == ("approach", "vote-direction", "a1")


def test_the_direction_questions_stand_between_the_areas_and_the_joint_approach(clear_event):
    carry_forward(clear_event, decided_by=ROOM)

    keys = [found.key for found in event_record(clear_event).results]

    assert keys.index("areas") < keys.index("direction-meeting-groups")
    assert keys.index("direction-job-support") < keys.index("j1")


def test_an_area_of_the_room_has_one_direction_question_in_the_rooms_own_words(default_event):
    add_room_made_area(default_event, "areas", "Buses: getting there without a car")
    vote_areas(default_event, a1=60, a2=50, a3=20, **{"room-1": 70})
    carry_forward(default_event, decided_by=ROOM)

    asked = result(default_event, "direction-room-1")

    assert asked.text == "Should we put more, the same or less into buses?"
    assert asked.source is Source.ROOM


def test_each_carried_area_has_its_evidence_step_and_the_minutes_stay_the_same(clear_event):
    carry_forward(clear_event, decided_by=ROOM)

    steps = [step for step in event_record(clear_event).steps if step.kind == "evidence"]

    assert [step.from_area for step in steps] == ["a1", "a2", "a3"]
    assert [step.planned_minutes for step in steps] == [3, 3, 3]
    assert steps[0].title == "Evidence cards: Staying well and connected"
    assert sum(step.planned_minutes for step in event_record(clear_event).steps) == 180


def test_the_minutes_of_the_event_stay_the_same_when_all_tied_areas_are_carried(tied_event):
    carry_forward(tied_event, decided_by=ROOM, tie=CARRY_ALL, why=WHY)

    assert sum(step.planned_minutes for step in event_record(tied_event).steps) == 180


def test_the_direction_questions_can_be_voted_on(clear_event):
    carry_forward(clear_event, decided_by=ROOM)

    vote(clear_event, "direction-meeting-groups", a_count(more=30, same=20, less=10, not_sure=4))

    assert counts(clear_event, "direction-meeting-groups") == {"more": 30, "same": 20, "less": 10, "not_sure": 4}


@pytest.fixture
def carried_again(clear_event):
    """Return an event that carried a1, a2, a3 and after a correction a1, a3, a4."""
    carry_forward(clear_event, decided_by=ROOM)
    correct_count(clear_event, "areas", areas_sheet(a1=60, a2=30, a3=40, a4=38, a5=20), why="a2 and a4 were crossed")
    carry_forward(clear_event, decided_by=ROOM, why="The corrected vote")
    return clear_event


def test_carried_again_the_questions_of_an_area_that_left_are_taken_back(carried_again):
    assert directions(carried_again, "void") == ["direction-home-visits", "direction-carer-breaks"]


def test_carried_again_the_questions_of_areas_that_stay_are_kept_and_new_ones_are_made(carried_again):
    assert set(directions(carried_again, "ready")) == {
        "direction-meeting-groups",
        "direction-health-checks",
        "direction-day-centres",
        "direction-job-support",
        "direction-care-homes",
        "direction-flats-with-care",
    }


def test_carried_again_the_questions_of_an_area_stand_together(carried_again):
    assert directions(carried_again, "ready")[2:] == [
        "direction-day-centres",
        "direction-job-support",
        "direction-care-homes",
        "direction-flats-with-care",
    ]


def test_carried_again_the_run_sheet_has_the_steps_of_the_areas_that_hold(carried_again):
    steps = [step for step in event_record(carried_again).steps if step.kind == "evidence"]

    assert [step.from_area for step in steps] == ["a1", "a3", "a4"]
    assert sum(step.planned_minutes for step in event_record(carried_again).steps) == 180


def test_carried_again_the_decision_is_readable_in_the_changes(carried_again):
    change = changes(carried_again)[-1]

    assert change.detail == "carried a1, a3, a4; decided by the room"
    assert change.why == "The corrected vote"


def test_an_area_that_left_can_be_carried_once_more(carried_again):
    correct_count(carried_again, "areas", areas_sheet(a1=60, a2=50, a3=40, a4=30, a5=20), why="They were right before")

    carried = carry_forward(carried_again, decided_by=ROOM)

    assert carried == ("a1", "a2", "a3")
    assert "direction-home-visits" in directions(carried_again, "ready")


def test_carried_again_a_question_that_was_answered_keeps_its_answer(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    vote(clear_event, "direction-home-visits", a_count(more=30))
    vote(clear_event, "direction-day-centres", a_count(less=30))
    correct_count(clear_event, "areas", areas_sheet(a1=60, a2=30, a3=40, a4=38, a5=20), why="a2 and a4 were crossed")
    carry_forward(clear_event, decided_by=ROOM)

    assert state(clear_event, "direction-home-visits") == "closed"
    assert counts(clear_event, "direction-day-centres")["less"] == 30
    assert directions(clear_event, "void") == ["direction-carer-breaks"]


def test_carrying_the_same_areas_again_makes_nothing_twice(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    before = directions(clear_event, "ready")
    carry_forward(clear_event, decided_by=ROOM)

    assert directions(clear_event, "ready") == before
    assert directions(clear_event, "void") == []


def test_a_direction_question_that_people_took_back_stays_taken_back_when_its_area_stays(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    void_question(clear_event, "direction-home-visits", why="Nobody here runs them")

    carry_forward(clear_event, decided_by=ROOM)

    assert state(clear_event, "direction-home-visits") == "void"


@pytest.mark.parametrize("places", [-1, -3])
def test_fewer_areas_than_none_are_refused_with_a_sentence(clear_event, places):
    with pytest.raises(Refused):
        carry_forward(clear_event, decided_by=ROOM, places=places)


def test_the_slot_variant_carries_one_area_and_asks_no_directions(make_default_event):
    event = make_default_event(variant="slot", tables=3)
    vote_areas(event, people=20, a1=20, a2=10)

    assert carry_forward(event, decided_by=ROOM) == ("a1",)
    assert directions(event, "ready") == []


def test_t10_a_run_off_taken_back_decides_nothing(tied_event):
    hold_run_off(tied_event, a2=30, a3=50, a4=60)
    void_question(tied_event, "areas-run-off", why="A table did not hear it")

    with pytest.raises(Refused, match="run-off has no result"):
        carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)


def test_a_run_off_closes_like_every_vote(tied_event):
    ask_run_off(tied_event)
    open_question(tied_event, "areas-run-off", present=10)
    enter_count(tied_event, "areas-run-off", a_count(voting=12, a2=12))

    with pytest.raises(Refused, match="2 too many"):
        close_question(tied_event, "areas-run-off")
    close_question(tied_event, "areas-run-off", Closing(present=12))


@pytest.mark.parametrize("tie", [CARRY_ALL, room_decides("a2", "a3")])
def test_t23_who_settles_a_tie_says_why(tied_event, tie):
    with pytest.raises(Refused, match="A reason is missing"):
        carry_forward(tied_event, decided_by=ROOM, tie=tie, why=" ")

    assert carried_now(tied_event) is None


def test_a_run_off_needs_no_other_reason(tied_event):
    hold_run_off(tied_event, a2=30, a3=50, a4=60)

    assert set(carry_forward(tied_event, decided_by=ROOM, tie=RUN_OFF)) == {"a1", "a3", "a4"}


def test_no_area_at_all_is_refused_and_not_taken_for_the_usual_number(clear_event):
    with pytest.raises(Refused, match="At least one area"):
        carry_forward(clear_event, decided_by=ROOM, places=0)


@pytest.fixture
def stale_event(clear_event):
    """Return an event that carried a1, a2, a3; the corrected vote says a1, a2, a4."""
    carry_forward(clear_event, decided_by=ROOM)
    vote(clear_event, "direction-day-centres", a_count(less=30))
    correct_count(clear_event, "areas", areas_sheet(a1=60, a2=50, a3=40, a4=45, a5=20), why="30 was 45")
    return clear_event


def test_t24_stage_three_on_an_old_result_is_told_in_a_sentence(stale_event):
    assert str(stale_warning(event_record(stale_event))) == (
        "The vote on the areas was corrected after these areas were carried forward. "
        "Stage 3 is based on the old result."
    )


def test_t24_where_nothing_was_corrected_there_is_no_warning(clear_event):
    assert stale_warning(event_record(clear_event)) is None
    carry_forward(clear_event, decided_by=ROOM)

    assert stale_warning(event_record(clear_event)) is None


def test_t24_the_areas_may_be_kept_on_the_corrected_result_with_a_reason(stale_event):
    keep_carried(stale_event, decided_by=ROOM, why="The tables worked on it already")

    carried = event_record(stale_event).carried
    assert [area for area, _ in carried.areas] == ["a1", "a2", "a3"]
    assert (carried.revision, carried.stale, carried.tie_rule, carried.why) == (
        2,
        False,
        "kept",
        "The tables worked on it already",
    )


def test_t24_keeping_the_areas_changes_no_vote_and_no_step_of_stage_three(stale_event):
    before, steps = directions(stale_event, "ready"), event_record(stale_event).steps
    keep_carried(stale_event, decided_by=ROOM, why="The tables worked on it already")

    assert directions(stale_event, "ready") == before
    assert counts(stale_event, "direction-day-centres")["less"] == 30
    assert event_record(stale_event).steps == steps


def test_t24_keeping_the_areas_needs_a_reason_and_who_decided(stale_event):
    with pytest.raises(Refused, match="A reason is missing"):
        keep_carried(stale_event, decided_by=ROOM, why="")
    with pytest.raises(Refused, match="Who decided is missing"):
        keep_carried(stale_event, decided_by="", why="We like them")


def test_areas_on_a_result_that_stands_are_not_kept_once_more(clear_event):
    carry_forward(clear_event, decided_by=ROOM)

    with pytest.raises(Refused, match="nothing to keep"):
        keep_carried(clear_event, decided_by=ROOM, why="We like them")


def test_t24_nothing_is_kept_while_the_vote_is_open_again(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    reopen_question(clear_event, "areas", why="A table was forgotten")

    with pytest.raises(Refused, match="not closed"):
        keep_carried(clear_event, decided_by=ROOM, why="We like them")


def test_after_keeping_another_correction_makes_it_stale_again(stale_event):
    keep_carried(stale_event, decided_by=ROOM, why="The tables worked on it already")
    correct_count(stale_event, "areas", areas_sheet(a1=60, a2=50, a3=40, a4=46, a5=20), why="45 was 46")

    assert carried_now(stale_event).stale


def test_the_carrying_stands_where_the_votes_put_it(make_default_event):
    event = make_default_event(tables=None)
    assert carry_standing(event).step is CarryStep.VOTE_NOT_CLOSED

    vote_areas(event, a1=60, a2=40, a3=40, a4=40, a5=20)
    assert carry_standing(event).step is CarryStep.PLACES_UNKNOWN
    assert carry_standing(event, 1).step is CarryStep.CLEAR
    assert carry_standing(event, 3).step is CarryStep.TIE


def test_the_standing_follows_the_run_off(tied_event):
    ask_run_off(tied_event)
    assert carry_standing(tied_event).step is CarryStep.RUN_OFF_TO_HOLD

    vote(tied_event, "areas-run-off", a_count(voting=80, a2=60, a3=50, a4=50))
    level = carry_standing(tied_event)
    assert (level.step, level.run_off_is_possible) == (CarryStep.RUN_OFF_LEVEL, False)

    correct_count(tied_event, "areas-run-off", a_count(voting=80, a2=55, a3=51, a4=50), why="60 was 55, 50 was 51")
    decided = carry_standing(tied_event)
    assert (decided.step, decided.run_off_chose) == (CarryStep.RUN_OFF_DECIDED, ("a2", "a3"))


def test_where_nobody_chose_an_area_the_standing_says_so(default_event):
    vote(default_event, "areas")

    assert carry_standing(default_event).step is CarryStep.NOBODY_CHOSE


def test_a_programme_that_carries_nothing_stands_at_nothing(make_event):
    assert carry_standing(make_event(a_question("s1"))).step is CarryStep.NOTHING_TO_CARRY


def test_the_run_off_stands_in_the_run_sheet_right_behind_the_vote(tied_event):
    ask_run_off(tied_event)

    record = event_record(tied_event)
    keys = [asked.key for asked in record.results]
    assert keys.index("areas-run-off") == keys.index("areas") + 1
    assert record.results[keys.index("areas-run-off")].activity == "vote-areas"


def test_more_areas_have_less_time_each_and_more_directions(clear_event):
    assert stage_to_come(clear_event, ["a1", "a2", "a3"]) == StageToCome(3, 3, 6)
    assert stage_to_come(clear_event, ["a1", "a2", "a3", "a4"]) == StageToCome(2, 3, 8)


def test_the_slot_has_no_directions_to_come(make_default_event):
    assert stage_to_come(make_default_event(variant="slot", tables=3), ["a1"]) == StageToCome(3, 3, 0)


def test_the_directions_of_the_shipped_programme_may_be_dropped(clear_event):
    carry_forward(clear_event, decided_by=ROOM)

    asked = clear_event.store.reading.current_question("direction-day-centres")
    assert not asked.must_have


def test_stage_three_was_asked_once_a_direction_was_opened(clear_event):
    carry_forward(clear_event, decided_by=ROOM)
    assert not stage_was_asked(event_record(clear_event))

    open_question(clear_event, "direction-day-centres", present=80)
    assert stage_was_asked(event_record(clear_event))


def test_a_tie_that_is_not_settled_names_the_areas_as_people_call_them(default_event):
    vote_areas(default_event, a1=60, a2=40, a3=40, a4=40, a5=20)
    names = [one.text.partition(":")[0] for one in result(default_event, "areas").options if one.key in TIED]

    with pytest.raises(Refused) as unsettled:
        carry_forward(default_event, decided_by=ROOM)
    with pytest.raises(Refused) as badly_settled:
        carry_forward(default_event, decided_by=ROOM, tie=room_decides("a2"), why=WHY)

    assert str(unsettled.value.message) == f"{', '.join(names)} are tied for 2 places."
    assert str(badly_settled.value.message) == f"The room must choose 2 of: {', '.join(names)}."


def test_areas_that_are_tied_for_one_place_are_told_so(default_event):
    vote_areas(default_event, a1=60, a2=50, a3=40, a4=40)

    with pytest.raises(Refused, match=r" are tied for 1 place\."):
        carry_forward(default_event, decided_by=ROOM)
