"""What a person must read before anything is published, in which order, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_count
from conduct.steps import verbs
from facilitator.conduct.access import Told, record_access
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.event import change_details
from facilitator.conduct.next_steps import NextStep, add_next_step
from facilitator.conduct.noting import Note, NoteKind, add_note, bring_back_note, edit_note
from facilitator.conduct.playing_back import Heard, add_main_point, hear, main_points
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import REMOVED, change, change_back, keep, remove, suggested, to_read
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.voting import Closing, close_question, open_question, void_question
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.sensitive import Concern
from facilitator.core.wording import words_digest
from facilitator.errors import Refused
from tests.report.event_records import vote

WHY_TAKEN_BACK = "Mrs Lennox said it was unclear"


@pytest.fixture
def event(default_event):
    return default_event


def a_note(event, text, kind=NoteKind.POINT, **more):
    return add_note(event, Note(text, "talk-areas", "Table 3", kind, **more))


def texts(event):
    return [one.text for one in to_read(event)]


def digests(event):
    return [one.digest for one in to_read(event)]


def notes(event):
    return [note.text for note in event_record(event).notes]


def test_every_note_is_to_be_read_even_where_nothing_was_found(event):
    a_note(event, "No bus after six")

    (one,) = to_read(event)

    assert (one.text, one.findings, one.digest) == ("No bus after six", (), words_digest("No bus after six"))
    assert one.note.kind is NoteKind.POINT


def test_what_the_same_day_sheet_waits_for_comes_first_then_the_most_worrying(event):
    a_note(event, "plain point")
    a_note(event, "the only deaf Polish family", NoteKind.STORY)
    a_note(event, "few say so", minority=True)
    a_note(event, "my son was refused")
    a_note(event, "ring 07700 900123")
    a_note(event, "plain offer", NoteKind.OFFER)
    a_note(event, "Dr Patel will look into it", NoteKind.COMMITMENT)

    assert texts(event) == [
        "Dr Patel will look into it", "plain offer", "ring 07700 900123", "my son was refused",
        "the only deaf Polish family", "few say so", "plain point",
    ]  # fmt: skip
    assert [one.concern for one in to_read(event)][-3:] == [Concern.PERSONAL, Concern.PERSONAL, Concern.PLAIN]


def test_words_that_a_person_kept_are_not_to_be_read_again(event):
    a_note(event, "No bus after six")
    a_note(event, "A taxi is dear")

    keep(event, digests(event))

    assert to_read(event) == ()


def test_keeping_many_is_one_entry_and_keeping_again_none(event):
    a_note(event, "No bus after six")
    a_note(event, "A taxi is dear")
    wanted = digests(event)

    keep(event, wanted)
    keep(event, [*wanted, *wanted])

    assert verbs(event).count("let words through") == 1
    assert event.store.reading.words_read() == frozenset(wanted)


def test_words_that_do_not_stand_are_not_let_through_nor_those_kept_with_them(event):
    note = a_note(event, "No bus after six")
    before = digests(event)
    edit_note(event, note, Note("No bus after seven", "talk-areas"))

    with pytest.raises(Refused):
        keep(event, [*before, *digests(event)])

    assert texts(event) == ["No bus after seven"]


def test_a_note_that_is_changed_after_it_was_read_is_to_be_read_again(event):
    note = a_note(event, "No bus after six")
    keep(event, digests(event))

    edit_note(event, note, Note("No bus after seven", "talk-areas"))

    assert texts(event) == ["No bus after seven"]


def test_a_letter_written_in_another_form_of_unicode_is_the_same_words(event):
    note = a_note(event, "caf\u00e9")
    keep(event, digests(event))

    edit_note(event, note, Note("cafe\u0301", "talk-areas"))

    assert to_read(event) == ()


def test_a_note_changed_here_is_let_through_in_the_same_entry(event):
    note = a_note(event, "Ask Dr Patel")
    before = len(verbs(event))

    change(event, note, suggested("Ask Dr Patel"))

    assert notes(event) == ["Ask [removed: name]"]
    assert to_read(event) == ()
    assert verbs(event)[before:] == ["edit note"]


def test_t31_the_original_stays_in_the_file_when_a_note_is_changed_or_removed(event):
    changed, removed = a_note(event, "Ask Dr Patel"), a_note(event, "Ask Dr Khan")

    change(event, changed, "Ask the doctor")
    remove(event, removed)

    assert [one.text for one in event.store.reading.note_editions(changed)] == ["Ask Dr Patel", "Ask the doctor"]
    bring_back_note(event, removed)
    assert notes(event) == ["Ask the doctor", "Ask Dr Khan"]


def test_changing_a_note_to_the_words_it_has_lets_them_through(event):
    note = a_note(event, "No bus after six")

    change(event, note, "No bus after six")
    change(event, note, "No bus after six")

    assert to_read(event) == ()
    assert len(event.store.reading.note_editions(note)) == 1


def test_a_note_cannot_be_changed_into_nothing(event):
    note = a_note(event, "No bus after six")

    with pytest.raises(Refused):
        change(event, note, "  ")

    assert texts(event) == ["No bus after six"]


def test_a_main_point_that_repeats_a_note_is_changed_with_it(event):
    note = a_note(event, "Ask\nDr Patel")
    add_main_point(event, "Ask Dr Patel", note=note)
    add_main_point(event, "The room in its own words")

    change(event, note, "Ask the doctor")

    assert [point.text for point in main_points(event)] == ["Ask the doctor", "The room in its own words"]


def test_words_too_many_for_the_main_point_are_refused_with_the_note(event):
    note = a_note(event, "Ask Dr Patel")
    add_main_point(event, "Ask Dr Patel", note=note)

    with pytest.raises(Refused):
        change(event, note, "word " * 100)

    assert notes(event) == ["Ask Dr Patel"]


def test_a_removed_note_is_no_longer_to_be_read_nor_is_its_main_point(event):
    note = a_note(event, "Ask Dr Patel")
    add_main_point(event, "Ask Dr Patel", note=note)

    remove(event, note)
    remove(event, note)

    assert (to_read(event), notes(event), main_points(event)) == ((), [], ())
    assert [one.why for one in event.store.reading.changes() if one.verb == "withdraw note"] == [REMOVED]


def test_all_other_printed_words_are_to_be_read_whether_or_not_something_was_found(event):
    open_question(event, "s1", present=10)
    close_question(event, "s1", Closing(explanation="one card was lost"))
    void_question(event, "s1", why=WHY_TAKEN_BACK)
    add_main_point(event, "Nobody rings Mr Khan back")
    add_next_step(event, NextStep("Send the report round", "Cllr Haldane", "May"))

    found = {one.text: str(one.what) for one in to_read(event)}

    assert found == {
        "one card was lost": "Why something was changed or decided",
        WHY_TAKEN_BACK: "Why something was changed or decided",
        "Nobody rings Mr Khan back": "Main point",
        "Send the report round": "Next step",
        "Cllr Haldane": "Who does the next step, and by when",
        "May": "Who does the next step, and by when",
    }


def test_words_of_the_programme_are_not_to_be_read_nor_what_was_made_of_an_area(event):
    area = add_room_made_area(event, "areas", "Buses: later ones")
    record_access(event, event.programme.access[0].text, asked=Told.YES)
    add_next_step(event, NextStep(event.programme.next_steps[0].wording.text))
    vote(event, "areas", a_count(voting=30, **{area: 25, "a1": 20}), present=30)
    carry_forward(event, decided_by="the room", places=2)

    assert {one.text: str(one.what) for one in to_read(event)} == {
        "Buses: later ones": "Area or option made in the room", "the room": "Who decided",
    }  # fmt: skip


def test_what_the_sheet_prints_comes_first_and_the_same_words_once(event):
    a_note(event, "plain point")
    settle = ("the room, by hands", "Nobody spoke against it")
    for key in ("s1", "s2"):
        vote(event, key, a_count(agree=20, unsure=0, disagree=0), present=20)
        settle_statement(event, key, OutcomeKind.ADOPTED, decided_by=settle[0], why=settle[1])
    a_note(event, "More benches", NoteKind.OFFER, owner="the parish")
    add_main_point(event, "plain bus")

    assert texts(event) == ["More benches", "the parish", "plain bus", "plain point", *reversed(settle)]
    assert [one.waits_for_the_sheet for one in to_read(event)] == [True] * 3 + [False] * 3


def test_a_main_point_that_was_read_to_the_room_is_read_and_so_is_one_that_repeats_a_waiting_note(event):
    note = a_note(event, "No bus after six")
    add_main_point(event, "No bus after six", note=note)
    heard = add_main_point(event, "A taxi is dear")
    hear(event, heard, Heard.YES)

    (one,) = to_read(event)

    assert one.note is not None
    assert one.waits_for_the_sheet


def test_what_was_announced_is_to_be_read_only_where_something_was_found(event):
    assert to_read(event) == ()

    change_details(event, replace(event.details, place="12 Mill Lane, ring 07700 900123"))

    assert [str(one.what) for one in to_read(event)] == ["Place of the event"]
    keep(event, digests(event))
    assert to_read(event) == ()


def test_other_words_are_kept_like_notes(event):
    add_main_point(event, "Nobody rings Mr Khan back")

    keep(event, digests(event))

    assert to_read(event) == ()


def test_who_sees_to_a_commitment_and_by_when_are_read(event):
    a_note(event, "More benches", NoteKind.COMMITMENT, owner="Cllr Haldane", by_when="May")
    keep(event, [words_digest("More benches")])

    assert texts(event) == ["Cllr Haldane", "May"]


def test_why_a_note_was_withdrawn_is_never_printed_so_never_read(event):
    note = a_note(event, "No bus")
    remove(event, note)

    assert to_read(event) == ()


def test_a_change_that_is_taken_back_waits_to_be_read_again_and_takes_its_main_point_along(event):
    note = add_note(event, Note("Ring Mrs Jones", "talk-goals", "Table 7"))
    add_main_point(event, "Ring Mrs Jones", note=note)
    change(event, note, "Ring [removed: name]")

    change_back(event, note, "Ring Mrs Jones")

    assert [point.text for point in main_points(event)] == ["Ring Mrs Jones"]
    assert [one.text for one in to_read(event) if one.note is not None] == ["Ring Mrs Jones"]
