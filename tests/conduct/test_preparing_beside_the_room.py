"""Preparing beside the room: what people and the run of the event changed since is neither lost nor asked twice."""

from __future__ import annotations

import pytest

from facilitator.conduct.cutting import change_minutes
from facilitator.conduct.preparing import (
    differences_now,
    prepare,
    prepare_again,
    prepared_now,
    programme_as_asked,
)
from facilitator.conduct.record import event_record
from facilitator.conduct.results import results
from facilitator.conduct.room_areas import add_room_made_area, take_back_room_made_area
from facilitator.conduct.voting import ask_again, void_question
from facilitator.core.keys import Source
from facilitator.core.plan import edits
from facilitator.core.plan.difference import DifferenceKind
from facilitator.core.plan.putting_back import moved_question, step_put_back
from facilitator.errors import Refused
from facilitator.programme.shipped import find_programme
from tests.conduct.steps import state

SHIPPED = find_programme("living-well-here").programme
S2 = SHIPPED.question("s2").wording.text
A1 = SHIPPED.question("areas").options[0].wording.text


def area_texts(event):
    return [option.text for one in results(event) if one.key == "areas" for option in one.options]


def words(event, key):
    return next(one.text for one in results(event) if one.key == key)


def minutes(event, key):
    return next(step.minutes for step in event.store.reading.run_sheet() if step.key == key)


def taken_back(event):
    return [one.key for one in event_record(event).taken_back]


def asked(programme, step="vote-goals"):
    return next(one.questions for one in programme.variant("full").activities if one.key == step)


def test_an_area_that_the_room_made_is_not_added_again(default_event):
    add_room_made_area(default_event, "areas", "Benches")

    for text in ("Benches", " benches", "BENCHES"):
        with pytest.raises(Refused, match="The room has added"):
            prepare(default_event, edits.with_option(SHIPPED, "areas", text))

    assert area_texts(default_event).count("Benches") == 1
    assert default_event.programme == SHIPPED


def test_no_area_is_worded_as_one_that_the_room_made(default_event):
    add_room_made_area(default_event, "areas", "Benches")

    with pytest.raises(Refused, match="The room has added “Benches”"):
        prepare(default_event, edits.reworded_option(SHIPPED, "areas", "a1", "Benches"))

    assert area_texts(default_event).count("Benches") == 1


def test_an_area_that_the_room_made_instead_is_not_brought_back_beside_it(default_event):
    with_it = edits.with_option(SHIPPED, "areas", "Benches")
    prepare(default_event, with_it)
    prepare(default_event, SHIPPED)
    made = add_room_made_area(default_event, "areas", "Benches")

    with pytest.raises(Refused, match="The room has added"):
        prepare(default_event, with_it)
    take_back_room_made_area(default_event, "areas", made)
    prepare(default_event, with_it)

    assert area_texts(default_event).count("Benches") == 1


def test_the_room_does_not_make_an_area_that_is_there_in_capital_letters(default_event):
    prepare(default_event, edits.with_option(SHIPPED, "areas", "Benches"))

    with pytest.raises(Refused, match="on the list already"):
        add_room_made_area(default_event, "areas", "BENCHES")


def test_a_question_taken_back_with_a_reason_does_not_come_back_by_preparing(default_event):
    void_question(default_event, "s2", why="It hurt somebody")
    left_out = edits.without_question(SHIPPED, "full", "s2")
    prepare(default_event, left_out)

    for back in (SHIPPED, edits.with_statement(left_out, "full", "vote-goals", S2)):
        with pytest.raises(Refused, match="was taken back with a reason"):
            prepare(default_event, back)

    assert state(default_event, "s2") == "void"
    assert taken_back(default_event) == ["s2"]


def test_a_question_taken_back_stays_so_when_its_step_is_changed_left_out_and_put_back(default_event):
    void_question(default_event, "s2", why="It hurt somebody")

    programme = moved_question(moved_question(SHIPPED, "full", "s3", -1), "full", "s2", 2)
    prepare(default_event, programme)
    prepare(default_event, edits.without(programme, "full", "vote-goals"))
    prepare(default_event, step_put_back(default_event.programme, SHIPPED, "full", "vote-goals"))

    assert state(default_event, "s2") == "void"
    assert [state(default_event, key) for key in ("s1", "s3", "s4")] == ["ready"] * 3
    assert taken_back(default_event) == ["s2"]


def test_a_question_that_only_preparing_left_out_can_come_back(default_event):
    prepare(default_event, edits.without_question(SHIPPED, "full", "s2"))

    prepare(default_event, SHIPPED)

    assert state(default_event, "s2") == "ready"
    assert taken_back(default_event) == []


def test_words_that_the_room_gave_are_not_prepared_away(default_event):
    ask_again(default_event, "s2", "Words of the room.", why="Unclear")

    with pytest.raises(Refused, match="The room changed these words; change them at the vote"):
        prepare(default_event, edits.reworded(SHIPPED, "s2", "Words of the organiser."))

    assert words(default_event, "s2") == "Words of the room."


def test_taking_back_other_words_does_not_take_back_the_rooms(default_event):
    before = prepared_now(default_event)
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Words of the organiser."))
    after = prepared_now(default_event)
    ask_again(default_event, "s2", "Words of the room.", why="Unclear")

    with pytest.raises(Refused, match="The room changed these words"):
        prepare_again(default_event, before, after)

    assert words(default_event, "s2") == "Words of the room."


def test_an_own_statement_that_comes_back_has_the_words_that_the_room_gave_it(default_event):
    prepare(default_event, edits.with_statement(SHIPPED, "full", "vote-goals", "Buses matter."))
    key = asked(default_event.programme)[-1]
    ask_again(default_event, key, "Buses in the evening matter.", why="Unclear")
    before = prepared_now(default_event)
    prepare(default_event, SHIPPED)

    prepare_again(default_event, before, prepared_now(default_event))

    assert words(default_event, key) == "Buses in the evening matter."


def test_the_programme_is_shown_with_the_words_of_the_room(default_event):
    ask_again(default_event, "s2", "Words of the room.", why="Unclear")

    shown = programme_as_asked(default_event)

    assert (shown.question("s2").wording.text, shown.question("s2").wording.source) == (
        "Words of the room.",
        Source.ROOM,
    )
    assert shown.question("s1") == SHIPPED.question("s1")


def test_an_edit_of_minutes_that_is_taken_back_leaves_those_that_the_event_gave_since(default_event):
    before = prepared_now(default_event)
    prepare(default_event, edits.with_minutes(SHIPPED, "full", "talk-goals", 20))
    after = prepared_now(default_event)
    change_minutes(default_event, "talk-goals", 4, why="Late")

    prepare_again(default_event, before, after)
    assert (minutes(default_event, "talk-goals"), default_event.programme) == (4, SHIPPED)

    prepare_again(default_event, after, before)
    assert minutes(default_event, "talk-goals") == 4


def test_an_edit_of_minutes_that_is_taken_back_brings_those_that_the_event_gave_before(default_event):
    change_minutes(default_event, "talk-goals", 4, why="Late")
    before = prepared_now(default_event)
    prepare(default_event, edits.with_minutes(SHIPPED, "full", "talk-goals", 20))
    after = prepared_now(default_event)
    assert minutes(default_event, "talk-goals") == 20

    prepare_again(default_event, before, after)
    assert minutes(default_event, "talk-goals") == 4

    prepare_again(default_event, after, before)
    assert minutes(default_event, "talk-goals") == 20


def test_a_step_that_comes_back_has_the_minutes_that_the_event_gave_it(default_event):
    change_minutes(default_event, "talk-goals", 4, why="Late")
    before = prepared_now(default_event)
    prepare(default_event, edits.without(SHIPPED, "full", "talk-goals"))

    prepare_again(default_event, before, prepared_now(default_event))

    assert minutes(default_event, "talk-goals") == 4


def test_a_statement_left_out_and_typed_anew_is_the_programmes(default_event):
    prepare(default_event, edits.without_question(SHIPPED, "full", "s2"))
    prepare(default_event, edits.with_statement(default_event.programme, "full", "vote-goals", S2))

    assert asked(default_event.programme) == ("s1", "s3", "s4", "s5", "s6", "s2")
    assert [one for one in differences_now(default_event) if one.must_have] == []
    assert DifferenceKind.QUESTION_ADDED not in {one.kind for one in differences_now(default_event)}


def test_a_statement_in_other_words_that_was_left_out_and_typed_in_the_issued_ones_is_the_programmes(default_event):
    prepare(default_event, edits.reworded(SHIPPED, "s2", "Home first."))
    prepare(default_event, edits.without_question(default_event.programme, "full", "s2"))
    prepare(default_event, edits.with_statement(default_event.programme, "full", "vote-goals", S2))

    assert asked(default_event.programme)[-1] == "s2"
    assert default_event.programme.question("s2") == SHIPPED.question("s2")
    assert differences_now(default_event) == ()


def test_an_area_left_out_and_typed_anew_is_the_programmes(default_event):
    prepare(default_event, edits.without_option(SHIPPED, "areas", "a1"))
    prepare(default_event, edits.with_option(default_event.programme, "areas", A1))

    assert [one.key for one in default_event.programme.question("areas").options] == ["a2", "a3", "a4", "a5", "a1"]
    assert default_event.programme.question("areas").options[-1] == SHIPPED.question("areas").options[0]
    assert [one.kind for one in differences_now(default_event)] == [DifferenceKind.OPTIONS_REORDERED]


def test_the_same_words_beside_the_issued_area_stay_the_organisers(default_event):
    prepare(default_event, edits.reworded_option(SHIPPED, "areas", "a1", "Keeping well"))
    prepare(default_event, edits.with_option(default_event.programme, "areas", A1))

    keys = [one.key for one in default_event.programme.question("areas").options]
    assert keys[:5] == ["a1", "a2", "a3", "a4", "a5"]
    assert keys[5].startswith("own-")
