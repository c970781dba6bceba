"""Searching the notes as somebody types, in a file that is copied, compacted and only ever added to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.conduct.event import open_event
from facilitator.conduct.noting import Note, NoteKind, add_note, bring_back_note, edit_note, withdraw_note
from facilitator.conduct.searching import find_notes, query_for

TEXTS = (
    "No bus in the evening",
    "Buses only go on Tuesdays; don’t rely on them",
    "Happiness is a café by the harbour",
    "Dim bws ar ôl 6! “Not one”, she said 🚌",
    "Night OR day, nobody answers the phone",
    "مواعيد المساء",
)


@pytest.fixture
def event(make_event):
    event = make_event()
    for text in TEXTS:
        add_note(event, Note(text, "one", "table 4"))
    return event


def found(event, text, **more):
    return [note.text for note in find_notes(event, text, **more).notes]


@pytest.mark.parametrize("whole", ["evening", "happiness", "tuesdays", "answers", "harbour"])
def test_a_word_is_found_at_every_letter_on_the_way_to_it(event, whole):
    for length in range(1, len(whole) + 1):
        assert [text for text in found(event, whole[:length]) if whole in text.lower()], whole[:length]


def test_every_word_typed_begins_a_word_of_the_note(event):
    assert found(event, "bus eve") == [TEXTS[0]]
    assert found(event, "bus") == [TEXTS[1], TEXTS[0]]
    assert found(event, "bus morning") == []


def test_accents_and_capitals_make_no_difference(event):
    assert found(event, "CAFE") == found(event, "café") == found(event, "cafe\u0301") == [TEXTS[2]]
    assert found(event, "ol") == [TEXTS[3]]


def test_another_script_is_searched_too(event):
    assert found(event, "المس") == [TEXTS[5]]


@pytest.mark.parametrize("text", ["", "  ", "-", "“ ”", '"', "🚌", "* ( )"])
def test_without_a_word_the_newest_notes_come_first(event, text):
    assert found(event, text) == [*reversed(TEXTS)]


@pytest.mark.parametrize(
    "text", ["OR", "night OR", "NOT", "NEAR(bus", "text:bus", '"bus', "bus*", "bus -evening", "a\0b"]
)
def test_what_fts_would_take_for_an_operator_is_a_word(event, text):
    assert isinstance(found(event, text), list)


def test_or_is_looked_for_as_a_word(event):
    assert found(event, "night OR") == [TEXTS[4]]
    assert found(event, "evening OR") == []


@given(text=st.text())
def test_nothing_that_can_be_typed_breaks_the_search(event, text):
    assert find_notes(event, text).all >= 0


def test_a_page_pasted_into_the_search_is_no_trouble(event):
    assert found(event, "bus " * 5_000) == [TEXTS[1], TEXTS[0]]
    assert len(query_for("bus " * 5_000).split()) == 50


def test_only_the_words_of_today_are_found(event):
    note = add_note(event, Note("A garden to sit in", "one"))
    edit_note(event, note, Note("A bench to sit on", "one"))

    assert found(event, "garden") == []
    assert found(event, "bench") == ["A bench to sit on"]
    assert (find_notes(event, "garden", most=1).all, find_notes(event, "sit", most=1).all) == (0, 1)


def test_a_withdrawn_note_is_never_found_until_it_is_brought_back(event):
    note = add_note(event, Note("Mrs Smith waits for a carer", "one"))
    withdraw_note(event, note, why="It names a neighbour")

    assert found(event, "smith") == []
    assert "Mrs Smith waits for a carer" not in found(event, "")

    bring_back_note(event, note)

    assert found(event, "smith") == ["Mrs Smith waits for a carer"]


def test_how_many_there_are_is_told_where_not_all_are_shown(event):
    for number in range(30):
        add_note(event, Note(f"Lunch club {number}", "one", kind=NoteKind.OFFER if number % 3 else NoteKind.POINT))
    changed = add_note(event, Note("Lunch is dear", "one"))
    edit_note(event, changed, Note("Lunch costs too much", "one"))
    withdraw_note(event, add_note(event, Note("Lunch, says Mrs Smith", "one")), why="A name")

    some, offers, newest = (
        find_notes(event, "lunch", most=5), find_notes(event, "lunch", kind=NoteKind.OFFER, most=5),
        find_notes(event, "", most=5),
    )  # fmt: skip

    assert (len(some.notes), some.all) == (5, 31)
    assert (len(offers.notes), offers.all) == (5, 20)
    assert (len(newest.notes), newest.all) == (5, 37)
    assert some.notes[0].text == "Lunch costs too much"


def test_a_kind_alone_is_found_by_its_kind(event):
    add_note(event, Note("I can drive on Fridays", "one", kind=NoteKind.OFFER))

    assert found(event, "", kind=NoteKind.OFFER) == ["I can drive on Fridays"]
    assert found(event, "bus", kind=NoteKind.OFFER) == []


def test_the_index_outlives_compacting_a_copy_and_opening_again(event, tmp_path):
    note = add_note(event, Note("A garden to sit in", "one"))
    edit_note(event, note, Note("A bench to sit on", "one"))
    event.store.compact()
    event.save_a_copy(tmp_path / "copy.event")
    add_note(event, Note("A bench by the shop", "one"))

    copy = open_event(tmp_path / "copy.event")
    of_the_copy = (found(copy, "bench"), found(copy, "garden"), found(copy, "bus"))
    copy.close()

    assert found(event, "bench") == ["A bench by the shop", "A bench to sit on"]
    assert found(event, "garden") == []
    assert of_the_copy == (["A bench to sit on"], [], [TEXTS[1], TEXTS[0]])
    event.store._writer.with_connection(
        lambda connection: connection.execute("INSERT INTO note_fts (note_fts) VALUES ('integrity-check')")
    ).result()
