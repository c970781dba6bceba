"""How a prepared programme differs from the issued one: told in whole sentences, must-haves marked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from facilitator.core.plan import edits
from facilitator.core.plan.difference import DifferenceKind, differences
from facilitator.core.plan.edits import NewStep
from facilitator.core.plan.issued_words import with_issued_words
from facilitator.core.programme import ActivityKind, EvidenceCard, PromiseLevel
from facilitator.programme.shipped import find_programme
from tests.core.plan.random_edits import EDITS, edited

SHIPPED = find_programme("living-well-here").programme


def told(programme, variant="full"):
    return [str(one.told) for one in differences(SHIPPED, programme, variant)]


def must_haves(programme):
    return [one.where for one in differences(SHIPPED, programme, "full") if one.must_have]


def test_the_issued_programme_differs_in_nothing():
    assert differences(SHIPPED, SHIPPED, "full") == ()


def test_a_step_left_out_is_told_by_its_number_with_what_it_asked():
    sentences = told(edits.without(SHIPPED, "full", "vote-approach"))

    assert sentences[0] == "3.4 Vote on the joint approach was left out."
    assert sentences[1].startswith("Statement 1 of “3.4 Vote on the joint approach”, “Say plainly what happens now")
    assert sentences[1].endswith("”, is not asked.")


def test_a_step_without_a_must_have_may_be_left_out():
    assert must_haves(edits.without(SHIPPED, "full", "talk-goals")) == []
    assert must_haves(edits.without(SHIPPED, "full", "vote-approach")) == [
        "vote-approach",
        "j1",
        "j2",
        "j3",
        "j4",
        "j5",
    ]


def test_a_must_have_in_other_words_cannot_be_compared():
    programme = edits.reworded(SHIPPED, "s2", "Home first.")

    assert told(programme) == ["Statement 2 of “1.4 Vote on the goals” is worded differently: “Home first.”"]
    assert must_haves(programme) == ["s2"]


def test_the_practice_question_is_no_must_have():
    assert must_haves(edits.without_question(SHIPPED, "full", "tea")) == []


def test_white_space_alone_is_no_difference():
    assert told(edits.reworded(SHIPPED, "s6", "A lot about how  we support people\nhas to change.")) == []


def test_minutes_are_told_beside_those_of_the_programme():
    assert told(edits.with_minutes(SHIPPED, "full", "talk-approach", 20)) == [
        "3.2 Table work on the areas: 20 minutes in place of 18."
    ]


def test_a_moved_step_is_told_with_what_it_comes_after():
    assert told(edits.moved(SHIPPED, "full", "what-matters", 2)) == [
        "1.1 What matters to you comes after “1.3 Table talk about the goals”."
    ]


def test_an_added_step_and_statement_are_told():
    programme = edits.added(SHIPPED, "full", "welcome", NewStep(ActivityKind.BREAK, "goals", "Tea", 1))
    programme = edits.with_statement(programme, "full", "vote-goals", "Buses matter.")

    assert told(programme) == ["Tea was added, with 1 minute.", "The organiser asks besides: “Buses matter.”"]


def test_answers_are_told_by_the_question_they_belong_to():
    programme = edits.with_option(edits.without_option(SHIPPED, "areas", "a3"), "areas", "Buses")

    sentences = told(programme)

    assert sentences[0].startswith("“Choose up to three areas that would make most difference here.”: “Good days:")
    assert sentences[1] == "“Choose up to three areas that would make most difference here.”: “Buses” was added."


def test_other_lengths_are_not_told():
    assert told(edits.with_minutes(SHIPPED, "short", "welcome", 10)) == []


def test_the_frame_of_the_conversation_is_told():
    programme = edits.promised(SHIPPED, PromiseLevel.DEVOLVE, "You decide.")
    programme = edits.with_givens(programme, (SHIPPED.givens[0].text, "No new road."))
    programme = edits.with_evidence(programme, "a1", EvidenceCard(headline="Known"))

    assert told(programme) == [
        "The promise is the organiser’s own: “You decide.”",
        "What is not up for decision: 1 added, 1 taken out.",
        "What is known about “Staying well and connected: helping everyone stay healthy, in touch…” was changed.",
    ]


@settings(max_examples=40)
@given(EDITS)
def test_every_difference_is_a_sentence_of_a_known_kind(changes):
    for one in differences(SHIPPED, edited(SHIPPED, changes), "full"):
        assert str(one.told).rstrip("”").endswith((".", "!", "?")) or str(one.told).endswith("”")
        assert isinstance(one.kind, DifferenceKind)


def test_fewer_areas_to_choose_from_that_lower_how_many_go_forward_are_told():
    areas = replace(SHIPPED.question("areas"), room_made=0)
    issued = replace(SHIPPED, questions=tuple(areas if one.key == "areas" else one for one in SHIPPED.questions))
    prepared = issued
    for option in ("a1", "a2", "a3"):
        prepared = edits.without_option(prepared, "areas", option)

    found = [one for one in differences(issued, prepared, "full") if one.kind is DifferenceKind.AREAS_CARRIED]
    assert [str(one.told.english()) for one in found] == [
        "At most 2 areas go forward in place of 3, as there are fewer to choose from."
    ]
    assert with_issued_words(replace(prepared, questions=issued.questions), issued) == issued
