"""What is missing before an event leaves: said in words, with where to go, and held up only where it must be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_count, a_question
from facilitator.conduct import finishing
from facilitator.conduct.attending import Measure, count_at_the_door, record_attendance
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.counting import correct_count, enter_count
from facilitator.conduct.finishing import close_the_count, what_hinders
from facilitator.conduct.forms import tally_form
from facilitator.conduct.meeting import (
    DutyState,
    Openness,
    Profile,
    duties_now,
    mark_duty,
    tell_openness,
    tell_profile,
)
from facilitator.conduct.next_steps import NextStep, add_next_step
from facilitator.conduct.noting import Note, NoteKind, add_note
from facilitator.conduct.playing_back import add_main_point
from facilitator.conduct.reviewing import keep, to_read
from facilitator.conduct.timing import go_to_activity
from facilitator.conduct.voting import Closing, open_question
from facilitator.core.accounting import Blocker
from facilitator.core.keys import Channel
from facilitator.errors import Refused
from facilitator.handover.packs import make_pack
from facilitator.handover.readiness import Blocks, Card, Where, missing
from facilitator.words.message import say
from tests.conduct.steps import vote, vote_areas


def sentences(event) -> list[str]:
    return [str(one.what) for one in missing(event)]


def told(event, part: str):
    """Return the one thing whose sentence has this part, or None."""
    found = [one for one in missing(event) if part in str(one.what)]
    assert len(found) < 2
    return found[0] if found else None


@pytest.fixture
def event(make_default_event):
    return make_default_event()


def test_an_open_question_comes_first_and_holds_up_the_pack(event, tmp_path):
    add_note(event, Note("More buses", "talk-goals", "Table 7"))
    open_question(event, "s1", present=84)

    first = missing(event)[0]

    assert "still open" in str(first.what)
    assert "then the count can be closed and the pack made" in str(first.what)
    assert first.blocks is Blocks.PACK
    assert first.where == Where("vote-goals", "s1")
    with pytest.raises(Refused):
        make_pack(event, tmp_path)


def test_unread_notes_hold_up_nothing_and_those_of_the_sheet_are_told_apart(event):
    add_note(event, Note("The council prints the map", "talk-goals", "Table 7", NoteKind.COMMITMENT))
    add_note(event, Note("More buses", "talk-goals", "Table 7"))
    add_note(event, Note("More benches", "talk-goals", "Table 7"))

    for_the_sheet, others = told(event, "same-day sheet"), told(event, "other notes")

    assert str(for_the_sheet.what).startswith("1 note that belongs on the same-day sheet")
    assert str(others.what).startswith("2 other notes are not read yet")
    assert {for_the_sheet.blocks, others.blocks} == {Blocks.NOTHING}
    assert {for_the_sheet.where.card, others.where.card} == {Card.READING}


def test_what_was_read_is_not_missing(event):
    add_note(event, Note("More buses", "talk-goals", "Table 7"))

    keep(event, [one.digest for one in to_read(event)])

    assert told(event, "not read") is None


def test_other_words_that_nobody_read_are_told_by_themselves(event):
    add_main_point(event, "Nobody rings back")

    found = told(event, "beside the notes")

    assert str(found.what).startswith("1 text beside the notes is not read yet")
    assert found.where.card is Card.READING


def test_an_open_count_says_what_hinders_closing_it(event):
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5))
    explained = Closing(explanation="Two people came in late.")
    vote(event, "s2", a_count(agree=60, unsure=10, disagree=5), closing=explained)

    assert told(event, "The count is not closed").where.card is Card.FINISH
    assert what_hinders(event) == ()
    close_the_count(event)
    assert told(event, "The count is not closed") is None


def test_an_accounting_that_does_not_balance_holds_up_the_closing_of_the_count(event, monkeypatch):
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5))
    # No verb lets a closed question come out of balance; a file of an older program might have one.
    found = Blocker(say("105 votes from 84 people present: 21 too many."), can_be_explained=True)
    monkeypatch.setattr(finishing, "blockers", lambda *_: [found])

    hinders = told(event, "does not balance")

    assert hinders.blocks is Blocks.COUNT
    assert hinders.where == Where("vote-goals", "s1")
    with pytest.raises(Refused, match="does not balance"):
        close_the_count(event)
    close_the_count(event, why="The sheet is lost.")


def test_t28_people_who_came_are_missing_until_somebody_told(event):
    assert told(event, "How many people came is not known").where.card is Card.PEOPLE

    record_attendance(event, Measure.ATTENDED, 86)

    assert told(event, "How many people came") is None


def test_what_does_not_fit_among_the_people_is_told(event):
    count_at_the_door(event, "welcome", people_in=40)
    vote(event, "s1", a_count(agree=60, unsure=10, disagree=5))

    found = told(event, "84 people were in the room at once")

    assert found.where.card is Card.PEOPLE


def test_a_result_counted_from_paper_at_a_table_is_provisional(event):
    open_question(event, "s1", present=8)
    from_paper = a_count("Table 1", Channel.TALLY, agree=6, unsure=1, disagree=1)
    enter_count(event, "s1", replace(from_paper, provisional=True))

    vote_is_told = [one for one in sentences(event) if "provisional" in one]

    assert len(vote_is_told) == 1
    assert told(event, "provisional").where == Where("vote-goals", "s1")


def test_tables_that_sent_no_notes_are_counted_and_a_step_that_was_not_held_is_not_asked_about(event):
    go_to_activity(event, "talk-goals")
    assert told(event, "No table has sent notes of").where == Where("talk-goals")

    add_note(event, Note("More buses", "talk-goals", "Table 7"))

    assert "came from 1 of 10 tables" in str(told(event, "Notes of").what)


def test_stage_three_rests_on_an_older_vote_once_that_is_corrected(event):
    vote_areas(event, a1=41, a2=52, a3=20, a4=33, a5=31)
    carry_forward(event, decided_by="the room")
    assert told(event, "went forward") is None

    correct_count(event, "areas", a_count(voting=80, a1=41, a2=52, a3=20, a4=33, a5=32), why="Counted twice.")

    assert told(event, "went forward").where == Where("carry-areas")


def test_next_steps_are_missing_until_one_of_them_has_a_date(event):
    assert told(event, "No next steps are recorded").where == Where("next-steps")

    add_next_step(event, NextStep("We write to everybody", "The council"))
    assert told(event, "No next steps are recorded") is None
    assert told(event, "No next step has a date").where == Where("next-steps")

    add_next_step(event, NextStep("We meet again", "The council", "2027-01-15"))
    assert told(event, "No next step has a date") is None


def test_a_minority_view_is_missed_among_the_main_points(event):
    assert told(event, "There are no main points").where == Where("play-back")

    add_main_point(event, "More buses")
    add_note(event, Note("I like it as it is", "talk-goals", "Table 7", minority=True))
    assert told(event, "there are some in the notes").where == Where("play-back")

    add_main_point(event, "One person likes it as it is", minority=True)
    assert told(event, "minority view") is None


def test_forms_that_are_not_typed_can_come_later(event):
    assert told(event, "No equality forms are typed").where == Where("forms")

    tally_form(event, "equality", {"age": ("25-34",)})

    assert told(event, "No equality forms") is None
    assert told(event, "No evaluation forms") is not None


def test_duties_nobody_ticked_are_a_hint_that_holds_up_nothing(event):
    hint = told(event, "neither ticked nor marked")

    for duty in duties_now(event):
        mark_duty(event, duty.key, DutyState.NOT_NEEDED, "A rehearsal in the office.")

    assert (hint.blocks, hint.where) == (Blocks.NOTHING, Where(card=Card.PREPARE))
    assert str(hint.what).startswith("13 duties of the organiser are")
    assert told(event, "neither ticked nor marked") is None


def test_that_nobody_said_whether_it_was_open_is_a_hint(event):
    assert told(event, "open to everybody is not told").blocks is Blocks.NOTHING

    tell_openness(event, Openness.OPEN)

    assert told(event, "open to everybody") is None


def test_forms_that_children_are_not_asked_are_not_missing(make_event):
    ages = [{"key": key, "text": key} for key in ("young", "old")]
    age = {"key": "age", "kind": "one", "text": "How old?", "options": ages}
    event = make_event(forms={"equality": {"title": "About you", "questions": [age]}})
    assert told(event, "No equality forms") is not None

    tell_profile(event, Profile.UNDER_16)

    assert told(event, "No equality forms") is None


def test_a_programme_without_forms_misses_none(make_event):
    event = make_event(a_question("s1"))

    assert told(event, "forms are typed") is None


def test_looking_for_what_is_missing_writes_nothing(event):
    add_note(event, Note("More buses", "talk-goals", "Table 7"))
    before = event.last_entry()

    missing(event)

    assert event.last_entry() == before
