"""A whole event of three hours on the shipped programme, conducted without a window, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from builders import a_count, the_default_event
from facilitator.conduct.attending import Measure, Role, participants, record_attendance
from facilitator.conduct.carrying import TieDecision, carried_now, carry_forward
from facilitator.conduct.counting import correct_count, enter_count, enter_second_count
from facilitator.conduct.event import Event, change_details, open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.noting import Note, NoteKind, add_note, edit_note, record_table, withdraw_note
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.voting import Closing, ask_again, close_question, open_question
from facilitator.core.keys import Channel
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.ranking import TieRule
from facilitator.core.result import QuestionResult
from facilitator.core.tally import CountSheet
from tests.conduct.steps import areas_sheet, vote

ROOM = "the room, by hands"
NEW_S2 = "Wherever possible, that means living independently in a place you call home."
DIRECTIONS = (
    "direction-meeting-groups", "direction-health-checks", "direction-home-visits", "direction-carer-breaks",
    "direction-room-1",
)  # fmt: skip


@dataclass(frozen=True)
class Held:
    """The event after it, what it held then, and whether stage 3 was stale after the correction."""

    event: Event
    record: EventRecord
    stale_after_correction: bool

    def result(self, key: str) -> QuestionResult:
        return next(found for found in self.record.results if found.key == key)

    def counts(self, key: str) -> list[int | None]:
        return [option.count for option in self.result(key).options]


def welcome(event):
    record_attendance(event, Measure.ATTENDED, 84, by="desk")
    record_attendance(event, Measure.ATTENDED, 14, role=Role.STAFF, by="desk")
    change_details(event, replace(event.details, tables=12))
    vote(event, "tea", a_count(tea=40, coffee=30, neither=9), present=80)


def stage_one(event):
    add_note(event, Note("A garden to sit in", "what-matters", "table 3", NoteKind.QUOTE), by="table 3")
    open_question(event, "s1", present=84)
    enter_count(event, "s1", a_count(agree=70, unsure=8, disagree=4))
    enter_second_count(event, "s1", a_count(agree=70, unsure=8, disagree=4), by="second counter")
    close_question(event, "s1")
    vote(event, "s2", a_count(agree=30, unsure=20, disagree=30))
    open_question(event, "s3", present=84)
    for table in range(1, 13):
        enter_count(event, "s3", a_count(f"table {table}", Channel.TALLY, agree=5, unsure=1, disagree=1))
    close_question(event, "s3")
    vote(event, "s4", a_count(agree=60, unsure=20))
    vote(event, "s5", CountSheet("room", Channel.HANDS, {"agree": 50, "unsure": 20}, people_voting=76, abstain=6))
    vote(event, "s6", a_count(agree=86), closing=Closing(explanation="Two came in during the vote."))


def settle(event):
    settle_statement(event, "s1", OutcomeKind.ADOPTED, decided_by=ROOM)
    settle_statement(event, "s2", OutcomeKind.CHANGED, text=NEW_S2, decided_by=ROOM, why="Not everyone has a house")
    ask_again(event, "s2", NEW_S2, why="The room changed the wording")
    vote(event, "s2", a_count(agree=78, unsure=2, disagree=1))
    settle_statement(event, "s2", OutcomeKind.ADOPTED, decided_by=ROOM)
    settle_statement(event, "s6", OutcomeKind.LEFT, decided_by=ROOM, why="Too vague")


def stage_two(event):
    add_note(event, Note("No bus after six", "talk-areas", "table 4", NoteKind.BARRIER, about="a1"), by="table 4")
    record_table(event, "talk-areas", "table 4", headcount=7, complete=True, played_back=True, by="table 4")
    add_room_made_area(event, "areas", "Getting about: buses and lifts to where help is")
    add_room_made_area(event, "areas", "Being heard: help that asks before it acts")
    vote(event, "areas", areas_sheet(82, a1=60, a2=50, a3=30, a4=10, a5=30, **{"room-1": 30, "room-2": 5}))
    decision = TieDecision(TieRule.ROOM_DECIDES, ("room-1",))
    carry_forward(event, decided_by=ROOM, tie=decision, why="41 hands for buses, 20 and 12 for the others")


def stage_three(event):
    carer = add_note(event, Note("Mrs Jones next door waits", "evidence-a2", "table 7"), by="table 7")
    edit_note(event, carer, Note("People wait for a carer", "evidence-a2", "table 7"), by="table 7")
    mistake = add_note(event, Note("xxxx", "talk-approach", "table 8"), by="table 8")
    withdraw_note(event, mistake, why="Typed by mistake", by="table 8")
    for key in DIRECTIONS:
        vote(event, key, a_count(more=40, same=20, less=10, not_sure=5), present=83)
    for key in ("j1", "j2", "j3", "j4", "j5"):
        vote(event, key, a_count(agree=70, unsure=5, disagree=2), present=83)


def correct(event):
    corrected = areas_sheet(82, a1=60, a2=50, a3=30, a4=10, a5=30, **{"room-1": 36, "room-2": 5})
    correct_count(event, "areas", corrected, why="36 was heard as 30")
    stale = carried_now(event).stale
    carry_forward(event, decided_by="the lead facilitator", why="The corrected vote has no tie and the same areas")
    return stale


def end(event):
    add_note(
        event,
        Note("By March we will run an evening bus, decided by the board", "commitments", "", NoteKind.COMMITMENT),
    )
    add_note(event, Note("I could drive on Tuesdays", "commitments", "table 2", NoteKind.OFFER), by="table 2")
    add_note(event, Note("Some fear losing the day centre", "play-back", "", NoteKind.MINORITY_VIEW))
    record_attendance(event, Measure.PRESENT, 81, activity="thanks", by="desk")
    close_the_count(event)


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    event = the_default_event(tmp_path_factory.mktemp("whole"), tables=10)
    welcome(event)
    stage_one(event)
    settle(event)
    stage_two(event)
    stage_three(event)
    stale = correct(event)
    end(event)
    yield Held(event, event_record(event), stale)
    event.close()


def test_the_results_stand_in_the_order_of_the_run_sheet_and_practice_is_not_among_them(held):
    keys = [found.key for found in held.record.results]

    assert keys == [
        "s1", "s2", "s3", "s4", "s5", "s6", "areas", *DIRECTIONS, "j1", "j2", "j3", "j4", "j5",
    ]  # fmt: skip


def test_every_question_was_closed_and_only_the_corrected_one_says_so(held):
    statuses = {found.key: found.status for found in held.record.results}

    assert statuses.pop("areas") == "corrected"
    assert set(statuses.values()) == {"closed"}


def test_a_statement_by_hands_has_its_figures(held):
    s1 = held.result("s1")

    assert held.counts("s1") == [70, 8, 4]
    assert [option.share.percent for option in s1.options] == ["85%", "10%", "5%"]
    assert (s1.base, s1.denominators.present, s1.not_voted) == (82, 84, 2)


def test_a_statement_by_twelve_tables_is_their_sum(held):
    assert held.counts("s3") == [60, 12, 12]
    assert held.result("s3").tally.cast_by_channel == {Channel.TALLY: 84}


def test_those_who_would_rather_not_say_are_beside_the_base(held):
    assert (held.result("s5").base, held.result("s5").tally.abstain, held.result("s5").tally.cast) == (70, 6, 76)


def test_more_votes_than_people_are_explained(held):
    assert held.result("s6").denominators.explanation == "Two came in during the vote."


def test_the_statement_in_new_words_has_the_new_vote_alone(held):
    s2 = held.result("s2")

    assert (s2.text, s2.wording_version >= 2, s2.source) == (NEW_S2, True, "room")
    assert held.counts("s2") == [78, 2, 1]


def test_the_vote_on_the_old_words_is_told_apart(held):
    assert [(found.key, found.status, found.tally.cast) for found in held.record.taken_back] == [("s2", "void", 80)]


def test_the_outcomes_are_what_the_room_decided(held):
    outcomes = [(one.question, one.kind, one.text, one.why) for one in held.record.outcomes]

    assert outcomes == [
        ("s1", OutcomeKind.ADOPTED, held.result("s1").text, ""),
        ("s2", OutcomeKind.ADOPTED, NEW_S2, ""),
        ("s6", OutcomeKind.LEFT, held.result("s6").text, "Too vague"),
    ]


def test_the_areas_have_the_corrected_figures_with_those_of_the_room(held):
    areas = held.result("areas")

    assert held.counts("areas") == [60, 50, 30, 10, 30, 36, 5]
    assert [option.rank for option in areas.options] == [1, 2, 4, 6, 4, 3, 7]
    assert (areas.revision, areas.base) == (2, 82)
    assert areas.options[0].share.percent == "73%"


def test_the_correction_warned_that_stage_three_stood_on_an_old_result(held):
    assert held.stale_after_correction


def test_the_areas_that_were_carried_are_recorded_with_who_and_why(held):
    carried = held.record.carried

    assert [key for key, _ in carried.areas] == ["a1", "a2", "room-1"]
    assert (carried.revision, carried.stale, carried.decided_by) == (2, False, "the lead facilitator")
    assert carried.why == "The corrected vote has no tie and the same areas"


def test_the_directions_kept_their_votes_through_the_correction(held):
    assert [held.counts(key) for key in DIRECTIONS] == [[40, 20, 10, 5]] * 5
    assert {held.result(key).from_area for key in DIRECTIONS} == {"a1", "a2", "room-1"}


def test_the_run_sheet_is_still_three_hours(held):
    assert sum(step.planned_minutes for step in held.record.steps) == 180


def test_the_notes_are_those_that_stand_and_the_commitments_are_among_them(held):
    notes = [(note.stage, note.kind, note.text) for note in held.record.notes]

    assert notes == [
        ("goals", NoteKind.QUOTE, "A garden to sit in"),
        ("difference", NoteKind.BARRIER, "No bus after six"),
        ("approach", NoteKind.POINT, "People wait for a carer"),
        ("approach", NoteKind.COMMITMENT, "By March we will run an evening bus, decided by the board"),
        ("approach", NoteKind.OFFER, "I could drive on Tuesdays"),
        ("approach", NoteKind.MINORITY_VIEW, "Some fear losing the day centre"),
    ]


def test_who_came_is_the_participants_alone(held):
    assert held.record.attended == 84
    assert participants(held.event, Measure.PRESENT, "thanks") == 81


def test_the_record_knows_the_event_and_its_programme(held):
    record = held.record

    assert (record.details.title, record.details.tables, record.rehearsal) == ("Living well in Riverside", 12, False)
    assert (record.programme.key, record.count_closed, len(record.programme_digest)) == ("living-well-here", True, 64)


def test_every_decision_can_be_read_in_order(held):
    without_votes = [
        change.verb
        for change in held.record.changes
        if change.verb not in ("open question", "enter count", "close question")
    ]

    assert without_votes == [
        "start event",
        "count people",
        "count people",
        "change details",
        "add note",
        "enter second count",
        "settle statement",
        "settle statement",
        "ask again",
        "settle statement",
        "settle statement",
        "add note",
        "record table",
        "add room-made area",
        "add room-made area",
        "carry forward",
        "add note",
        "edit note",
        "add note",
        "withdraw note",
        "correct result",
        "carry forward",
        "add note",
        "add note",
        "add note",
        "count people",
        "close the count",
    ]


def test_every_question_was_opened_counted_and_closed_in_that_order(held):
    votes = [
        (change.verb, change.about)
        for change in held.record.changes
        if change.verb in ("open question", "close question")
    ]
    asked = ["tea", "s1", "s2", "s3", "s4", "s5", "s6", "s2", "areas", *DIRECTIONS, "j1", "j2", "j3", "j4", "j5"]

    assert votes == [(verb, key) for key in asked for verb in ("open question", "close question")]


def test_the_history_stands_by_sequence_with_a_time_and_a_role(held):
    sequence = [change.seq for change in held.record.changes]

    assert sequence == sorted(set(sequence))
    assert all(change.at and change.by for change in held.record.changes)
    assert {change.by for change in held.record.changes} >= {"lead facilitator", "desk", "table 4", "second counter"}


@pytest.mark.parametrize("verb", ["ask again", "correct result", "withdraw note", "carry forward"])
def test_where_a_reason_is_required_the_history_has_it(held, verb):
    reasons = [change.why for change in held.record.changes if change.verb == verb]

    assert reasons
    assert all(reasons)


@pytest.mark.parametrize(
    ("verb", "details"),
    [
        ("start event", ["Living well in Riverside, 2026-11-20, Village hall"]),
        ("add room-made area", [
            "Getting about: buses and lifts to where help is", "Being heard: help that asks before it acts",
        ]),
        ("enter second count", ["room by hands: agree 70, disagree 4, unsure 8"]),
        ("settle statement", [
            "adopted, decided by the room, by hands: Care and health services are here to help adults who need "
            "ongoing support to live well and have a good life.",
            f"changed, decided by the room, by hands: {NEW_S2}",
            f"adopted, decided by the room, by hands: {NEW_S2}",
            "left, decided by the room, by hands: A lot about how we support people has to change.",
        ]),
        ("carry forward", [
            "carried a1, a2, room-1; tie rule room_decides; decided by the room, by hands",
            "carried a1, a2, room-1; decided by the lead facilitator",
        ]),
        ("correct result", [
            "revision 2, 84 present; room by hands: a1 60, a2 50, a3 30, a4 10, a5 30, room-1 36, room-2 5",
        ]),
        ("record table", ["table 4: 7 people"]),
        ("count people", ["attended participant: 84", "attended staff: 14", "present participant: 81"]),
    ],
)  # fmt: skip
def test_the_detail_of_a_decision_says_what_was_decided(held, verb, details):
    assert [change.detail for change in held.record.changes if change.verb == verb] == details


def test_the_detail_of_a_question_asked_again_is_its_new_wording(held):
    change = next(change for change in held.record.changes if change.verb == "ask again")

    assert NEW_S2 in change.detail


def test_a_copy_of_the_event_holds_all_of_it(held, tmp_path):
    held.event.save_a_copy(tmp_path / "copy.event")

    copy = open_event(tmp_path / "copy.event")

    assert event_record(copy) == held.record
    copy.close()
