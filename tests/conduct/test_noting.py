"""Notes and table sessions: every edition is kept, and what is withdrawn stays withdrawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.counting import correct_count
from facilitator.conduct.noting import (
    LONGEST_NOTE,
    Note,
    NoteId,
    NoteKind,
    Strength,
    TableSession,
    add_note,
    bring_back_note,
    edit_note,
    record_table,
    table_sessions,
    tick_table,
    withdraw_note,
)
from facilitator.conduct.record import event_record
from facilitator.conduct.room_areas import add_room_made_area
from facilitator.conduct.seating import record_headcount
from facilitator.conduct.voting import ask_again
from facilitator.core.tables import table_number, table_place
from facilitator.errors import Refused
from tests.conduct.steps import areas_sheet, changes, vote_areas

ENTRY = b"sixteen bytes id"
NOTE = NoteId(b"one note's own i")
BUSES = Note("More buses in the evening", "one", "table 4", NoteKind.BARRIER, about="s1")


@pytest.fixture
def event(make_event):
    return make_event()


def texts(event):
    return [note.text for note in event_record(event).notes]


def test_a_note_is_in_the_record_to_the_letter(event):
    text = "  Dim bws ar ôl 6!\n“Not one”, she said — {twice}. 🚌 "

    add_note(event, replace(BUSES, text=text, language="cy"))

    note = event_record(event).notes[0]
    assert (note.text, note.language, note.place, note.kind, note.about) == (
        text, "cy", "table 4", NoteKind.BARRIER, "s1",
    )  # fmt: skip
    assert (note.activity, note.stage) == ("one", "one")


@pytest.mark.parametrize("kind", NoteKind)
def test_every_kind_of_note_is_kept(event, kind):
    add_note(event, replace(BUSES, kind=kind))

    assert event_record(event).notes[0].kind is kind


def test_notes_stand_in_the_order_they_were_first_written(event):
    first = add_note(event, replace(BUSES, text="One"))
    add_note(event, replace(BUSES, text="Two"))
    edit_note(event, first, replace(BUSES, text="One, edited"))

    assert texts(event) == ["One, edited", "Two"]


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_an_empty_note_is_refused(event, text):
    with pytest.raises(Refused, match="The note is empty"):
        add_note(event, replace(BUSES, text=text))


def test_the_longest_note_is_taken_and_a_longer_one_refused(event):
    add_note(event, replace(BUSES, text="x" * LONGEST_NOTE))

    with pytest.raises(Refused, match="19001 characters; 19000 is the most"):
        add_note(event, replace(BUSES, text="x" * (LONGEST_NOTE + 1)))


def test_a_note_of_an_activity_the_run_sheet_does_not_have_is_refused(event):
    with pytest.raises(Refused, match="no activity called “two”"):
        add_note(event, replace(BUSES, activity="two"))


def test_the_same_note_sent_twice_is_one_note(event):
    add_note(event, BUSES, note_id=NOTE)
    add_note(event, BUSES, note_id=NOTE)

    assert texts(event) == ["More buses in the evening"]
    assert [change.verb for change in changes(event)] == ["start event", "add note"]


def test_the_same_words_in_two_notes_are_two_notes(event):
    add_note(event, BUSES)
    add_note(event, replace(BUSES, place="table 5"))

    assert len(texts(event)) == 2


def test_other_words_under_the_same_id_are_refused_and_nothing_is_lost(event):
    add_note(event, BUSES, note_id=NOTE)

    with pytest.raises(Refused, match="stored with other words"):
        add_note(event, replace(BUSES, text="Fewer buses"), note_id=NOTE)
    assert texts(event) == ["More buses in the evening"]


def test_the_first_edition_sent_again_behind_an_edit_changes_nothing(event):
    add_note(event, BUSES, note_id=NOTE)
    edit_note(event, NOTE, replace(BUSES, text="More late buses"))
    add_note(event, BUSES, note_id=NOTE)

    assert texts(event) == ["More late buses"]


def test_an_edit_keeps_the_earlier_editions_in_the_file(event):
    note = add_note(event, BUSES)
    edit_note(event, note, replace(BUSES, text="More late buses"))

    editions = event.store.reading.note_editions(note)

    assert [(one.edition, one.text) for one in editions] == [(1, "More buses in the evening"), (2, "More late buses")]


def test_an_edit_to_nothing_is_refused(event):
    note = add_note(event, BUSES)

    with pytest.raises(Refused, match="The note is empty"):
        edit_note(event, note, replace(BUSES, text=" "))
    assert texts(event) == ["More buses in the evening"]


def test_a_note_that_is_not_there_is_neither_edited_nor_withdrawn(event):
    with pytest.raises(Refused, match="no such note"):
        edit_note(event, NOTE, BUSES)
    with pytest.raises(Refused, match="no such note"):
        withdraw_note(event, NOTE, why="A name")


def test_a_withdrawn_note_is_in_no_record_and_the_file_keeps_what_it_said(event):
    note = add_note(event, BUSES)
    withdraw_note(event, note, why="It names a neighbour")

    assert texts(event) == []
    assert [one.withdrawn for one in event.store.reading.note_editions(note)] == [0, 1]
    assert (changes(event)[-1].verb, changes(event)[-1].why) == ("withdraw note", "It names a neighbour")


def test_a_note_is_not_withdrawn_without_a_reason(event):
    note = add_note(event, BUSES)

    with pytest.raises(Refused, match="A reason is missing"):
        withdraw_note(event, note, why=" ")


def test_an_edit_that_arrives_behind_the_withdrawal_does_not_bring_the_note_back(event):
    note = add_note(event, BUSES)
    withdraw_note(event, note, why="It names a neighbour")

    with pytest.raises(Refused):
        edit_note(event, note, replace(BUSES, text="More buses, says my neighbour Mrs Smith"))
    assert texts(event) == []


def test_a_withdrawn_note_sent_again_does_not_come_back(event):
    add_note(event, BUSES, note_id=NOTE)
    withdraw_note(event, NOTE, why="It names a neighbour")
    add_note(event, BUSES, note_id=NOTE)

    assert texts(event) == []


def test_the_history_does_not_repeat_the_words_of_a_note(event):
    add_note(event, BUSES)

    change = changes(event)[-1]

    assert (change.verb, change.about, change.detail) == ("add note", "one", "table 4 barrier, edition 1")


def test_t01_every_verb_on_notes_sent_twice_is_done_once(event):
    note = add_note(event, BUSES)
    edit_note(event, note, replace(BUSES, text="More late buses"), entry_id=ENTRY)
    edit_note(event, note, replace(BUSES, text="More late buses"), entry_id=ENTRY)
    withdraw_note(event, note, why="A name", entry_id=b"another entry id")
    withdraw_note(event, note, why="A name", entry_id=b"another entry id")

    assert [one.edition for one in event.store.reading.note_editions(note)] == [1, 2, 3]


def test_t01_a_note_sent_twice_is_one_note_and_its_id_is_that_of_the_note(event):
    add_note(event, BUSES, entry_id=ENTRY)
    note = add_note(event, BUSES, entry_id=ENTRY)

    edit_note(event, note, replace(BUSES, text="More late buses"))

    assert texts(event) == ["More late buses"]


@pytest.fixture
def event_whose_area_left(default_event):
    """Return an event that took a note at a2's evidence step, and then did not carry a2 after all."""
    vote_areas(default_event, a1=60, a2=50, a3=40, a4=30, a5=20)
    carry_forward(default_event, decided_by="the room")
    add_note(default_event, Note("Mrs Smith waits for a carer", "evidence-a2", "table 4"), note_id=NOTE)
    correct_count(default_event, "areas", areas_sheet(a1=60, a2=30, a3=40, a4=38, a5=20), why="a2 and a4 were crossed")
    carry_forward(default_event, decided_by="the room")
    return default_event


def test_a_note_keeps_its_stage_when_its_area_is_not_carried_any_more(event_whose_area_left):
    assert [note.stage for note in event_record(event_whose_area_left).notes] == ["approach"]


def test_a_note_can_be_edited_when_its_area_is_not_carried_any_more(event_whose_area_left):
    edit_note(event_whose_area_left, NOTE, Note("People wait for a carer", "evidence-a2", "table 4"))

    assert texts(event_whose_area_left) == ["People wait for a carer"]


def test_the_newest_record_of_a_table_holds(event):
    record_table(event, "one", "table 4", headcount=8)
    record_table(event, "one", "table 4", headcount=7, complete=True, played_back=True)
    record_table(event, "one", "table 5", headcount=None)

    sessions = event.store.reading.table_sessions()

    assert [(one.place, one.headcount, one.complete, one.played_back) for one in sessions] == [
        ("table 4", 7, 1, 1), ("table 5", None, 0, 0),
    ]  # fmt: skip


def test_t28_a_table_that_was_not_counted_is_unknown_in_the_changes(event):
    record_table(event, "one", "table 5", headcount=None)

    assert (changes(event)[-1].verb, changes(event)[-1].detail) == ("record table", "table 5: unknown people")


def test_a_table_of_fewer_than_none_or_of_no_activity_is_refused(event):
    with pytest.raises(Refused, match="below zero"):
        record_table(event, "one", "table 4", headcount=-1)
    with pytest.raises(Refused, match="no activity called “two”"):
        record_table(event, "two", "table 4", headcount=8)


def test_t01_a_table_sent_twice_is_recorded_once(event):
    record_table(event, "one", "table 4", headcount=8, entry_id=ENTRY)
    record_table(event, "one", "table 4", headcount=8, entry_id=ENTRY)

    assert [change.verb for change in changes(event)] == ["start event", "record table"]


def test_what_the_table_ticked_comes_back_with_the_note(event):
    add_note(event, replace(BUSES, verbatim=True, strength=Strength.MOST, minority=True))
    add_note(event, BUSES)

    ticked, plain = event_record(event).notes

    assert (ticked.verbatim, ticked.strength, ticked.minority) == (True, Strength.MOST, True)
    assert (plain.verbatim, plain.strength, plain.minority) == (False, Strength.UNKNOWN, False)


def test_a_note_of_the_kind_minority_view_is_one(event):
    add_note(event, replace(BUSES, kind=NoteKind.MINORITY_VIEW))

    assert event_record(event).notes[0].minority


@pytest.mark.parametrize("about", ["a1", "s3", "room-1", ""])
def test_a_note_is_about_an_area_a_statement_or_neither(default_event, about):
    add_room_made_area(default_event, "areas", "A warm place to meet")

    add_note(default_event, Note("More buses", "talk-areas", about=about))

    assert event_record(default_event).notes[0].about == about


@pytest.mark.parametrize("about", ["a99", "agree", "nothing", "A1"])
def test_a_note_about_what_the_event_does_not_ask_is_refused(default_event, about):
    with pytest.raises(Refused, match="asks about nothing called"):
        add_note(default_event, Note("More buses", "talk-areas", about=about))


def test_a_note_about_a_statement_asked_in_other_words_can_still_be_edited(default_event):
    note = add_note(default_event, Note("Too strong", "talk-goals", about="s6"))
    ask_again(default_event, "s6", "Some of it has to change.", why="“A lot” was too strong.")

    edit_note(default_event, note, Note("Much too strong", "talk-goals", about="s6"))

    assert texts(default_event) == ["Much too strong"]


def test_a_note_brought_back_is_a_new_edition_with_its_words(event):
    note = add_note(event, BUSES)
    withdraw_note(event, note, why="A name")
    bring_back_note(event, note)

    assert texts(event) == ["More buses in the evening"]
    assert event_record(event).notes[0].editions == 3
    with pytest.raises(Refused, match="is not withdrawn"):
        bring_back_note(event, note)


def test_a_tick_keeps_the_headcount_and_a_headcount_keeps_the_ticks(event):
    record_headcount(event, "one", "table 4", 8)
    tick_table(event, "one", "table 4", complete=True)
    tick_table(event, "one", "table 4", played_back=True)
    record_headcount(event, "one", "table 4", 9)

    assert table_sessions(event, "one") == (TableSession("one", "table 4", 9, complete=True, played_back=True),)
    assert event_record(event).table_sessions == table_sessions(event, "one")


def test_a_tick_can_be_taken_away(event):
    tick_table(event, "one", "table 4", complete=True, played_back=True)
    tick_table(event, "one", "table 4", complete=False)

    assert table_sessions(event, "one") == (TableSession("one", "table 4", None, complete=False, played_back=True),)


def test_t28_a_table_that_is_only_ticked_has_no_headcount(event):
    tick_table(event, "one", "table 4", complete=True)

    assert table_sessions(event, "one")[0].headcount is None


def test_the_sessions_of_another_activity_are_not_among_them(default_event):
    record_headcount(default_event, "talk-goals", "table 4", 8)
    record_headcount(default_event, "talk-areas", "table 4", 7)

    assert [one.headcount for one in table_sessions(default_event, "talk-areas")] == [7]


def test_a_headcount_below_zero_is_refused_and_the_tick_stays(event):
    tick_table(event, "one", "table 4", complete=True)

    with pytest.raises(Refused, match="below zero"):
        record_headcount(event, "one", "table 4", -1)
    assert table_sessions(event, "one")[0].complete


def test_a_table_in_another_spelling_is_the_same_table(event):
    record_table(event, "one", "table 4", headcount=8, complete=True)

    record_headcount(event, "one", "Table  4", 9)
    tick_table(event, "one", "TABLE 4", played_back=True)

    assert table_sessions(event, "one") == (TableSession("one", "table 4", 9, complete=True, played_back=True),)


@pytest.mark.parametrize(
    ("place", "number"),
    [("table 7", 7), ("Table 12", 12), (" table 3 ", 3), ("room", None), ("", None), ("table seven", None)],
)
def test_a_table_is_known_by_its_number(place, number):
    assert table_number(place) == number


def test_the_name_of_a_table_tells_its_number():
    assert table_number(table_place(7)) == 7


def test_who_sees_to_a_note_and_by_when_are_kept_through_its_editions(event):
    note = add_note(event, replace(BUSES, kind=NoteKind.COMMITMENT, owner=" the council ", by_when="18 December"))
    edit_note(event, note, replace(BUSES, kind=NoteKind.COMMITMENT, owner="the council", by_when="8 January"))
    withdraw_note(event, note, why="said twice")
    bring_back_note(event, note)

    editions = [(one.owner, one.by_when) for one in event.store.reading.note_editions(note)]
    assert editions == [("the council", "18 December"), *[("the council", "8 January")] * 3]


def test_a_note_without_an_owner_has_none(event):
    add_note(event, BUSES)

    assert [(one.owner, one.by_when) for one in event.store.reading.notes()] == [("", "")]


@pytest.mark.parametrize("field", ["owner", "by_when"])
@pytest.mark.parametrize(
    ("text", "sentence"), [("x" * 201, "200 is the most"), ("a\nb", "line end"), ("\u202e", "seen")]
)
def test_an_owner_and_a_day_are_one_short_line(event, field, text, sentence):
    with pytest.raises(Refused, match=sentence):
        add_note(event, replace(BUSES, **{field: text}))
