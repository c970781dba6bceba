"""The play-back: main points in the room's order and words, heard or changed, every edition kept."""

from __future__ import annotations

import pytest

from facilitator.conduct.noting import Note, NoteId, add_note, bring_back_note, withdraw_note
from facilitator.conduct.playing_back import (
    LONGEST_POINT,
    Heard,
    MainPoint,
    PointId,
    add_main_point,
    bring_back_main_point,
    edit_main_point,
    hear,
    main_points,
    missing_from,
    move_main_point,
    withdraw_main_point,
)
from facilitator.conduct.record import event_record
from facilitator.errors import Refused
from tests.conduct.steps import verbs

ENTRY = b"sixteen bytes id"
NOBODY = PointId(b"sixteen bytes no")


@pytest.fixture
def event(make_event):
    return make_event()


def texts(event):
    return [point.text for point in main_points(event)]


def editions(event, point):
    return [(one.text, one.heard, bool(one.withdrawn)) for one in event.store.reading.main_point_editions(point)]


def test_points_stand_in_the_order_they_were_added_and_in_the_record(event):
    first = add_main_point(event, "Buses in the evening")
    add_main_point(event, "Somewhere to sit", minority=True)

    assert texts(event) == ["Buses in the evening", "Somewhere to sit"]
    assert event_record(event).main_points == main_points(event)
    assert main_points(event)[0] == MainPoint(first.hex(), "Buses in the evening")
    assert main_points(event)[1].minority


def test_a_point_made_of_a_note_names_it_and_leaves_it_as_it_is(event):
    note = add_note(event, Note("No bus after six, and the taxi is £14", "one", "table 4"))
    add_main_point(event, "Buses in the evening", note=note)

    assert main_points(event)[0].note == note.hex()
    assert event_record(event).notes[0].text == "No bus after six, and the taxi is £14"


def test_a_note_is_one_main_point_at_most(event):
    note = add_note(event, Note("No bus after six", "one"))
    add_main_point(event, "Buses", note=note)

    with pytest.raises(Refused, match="among the main points already"):
        add_main_point(event, "Buses again", note=note)
    assert texts(event) == ["Buses"]


def test_a_note_that_is_not_there_is_no_main_point(event):
    with pytest.raises(Refused, match="no such note"):
        add_main_point(event, "Buses", note=NoteId(b"sixteen bytes no"))


@pytest.mark.parametrize(("text", "why"), [(" ", "has no words"), ("x" * (LONGEST_POINT + 1), "301 characters")])
def test_a_point_without_words_or_too_long_for_the_screen_is_refused(event, text, why):
    point = add_main_point(event, "x" * LONGEST_POINT)

    with pytest.raises(Refused, match=why):
        add_main_point(event, text)
    with pytest.raises(Refused, match=why):
        edit_main_point(event, point, text)
    with pytest.raises(Refused, match=why):
        hear(event, point, Heard.CHANGED, text)
    assert texts(event) == ["x" * LONGEST_POINT]


@pytest.mark.parametrize(
    ("moved", "place", "order"),
    [(2, 0, "CABD"), (0, 2, "BCAD"), (0, 99, "BCDA"), (3, -1, "DABC"), (1, 1, "ABCD"), (3, 1, "ADBC")],
)
def test_a_point_moves_to_a_place(event, moved, place, order):
    points = [add_main_point(event, text) for text in "ABCD"]

    move_main_point(event, points[moved], place)

    assert "".join(texts(event)) == order


def test_points_can_be_moved_between_the_same_two_many_times(event):
    points = [add_main_point(event, text) for text in "ABC"]

    for turn in range(30):
        move_main_point(event, points[1 + turn % 2], 1)

    assert "".join(texts(event)) == "ACB"


def test_a_change_keeps_the_words_from_before_as_an_edition(event):
    point = add_main_point(event, "Buses in the evening")
    hear(event, point, Heard.CHANGED, "Buses in the evening and on Sundays")

    assert main_points(event)[0].heard is Heard.CHANGED
    assert editions(event, point) == [
        ("Buses in the evening", "", False), ("Buses in the evening and on Sundays", "changed", False),
    ]  # fmt: skip


def test_an_answer_can_be_taken_back_with_the_words_it_changed(event):
    point = add_main_point(event, "Buses in the evening")
    hear(event, point, Heard.CHANGED, "Buses on Sundays")
    hear(event, point, Heard.NOT_ASKED)

    assert (texts(event), main_points(event)[0].heard) == (["Buses in the evening"], Heard.NOT_ASKED)
    assert main_points(event)[0].editions == 3


def test_yes_keeps_the_words_and_other_words_have_not_been_heard(event):
    point = add_main_point(event, "Buses in the evening")
    hear(event, point, Heard.YES)
    assert main_points(event)[0] == MainPoint(point.hex(), "Buses in the evening", heard=Heard.YES, editions=2)

    edit_main_point(event, point, "Buses on Sundays")
    assert main_points(event)[0].heard is Heard.NOT_ASKED


def test_to_move_or_mark_a_point_does_not_take_back_that_it_was_heard(event):
    point = add_main_point(event, "Buses in the evening")
    hear(event, point, Heard.YES)
    move_main_point(event, point, 0)
    edit_main_point(event, point, "Buses in the evening", minority=True)

    assert (main_points(event)[0].heard, main_points(event)[0].minority) == (Heard.YES, True)


def test_a_point_taken_from_the_list_can_be_brought_back_and_nothing_else_is_done_to_it(event):
    point = add_main_point(event, "Buses")
    withdraw_main_point(event, point)

    assert texts(event) == []
    with pytest.raises(Refused, match="taken from the list"):
        hear(event, point, Heard.YES)

    bring_back_main_point(event, point)
    assert texts(event) == ["Buses"]
    with pytest.raises(Refused, match="on the list"):
        bring_back_main_point(event, point)


def test_a_point_that_is_not_there_is_refused_in_words(event):
    for verb in (withdraw_main_point, bring_back_main_point):
        with pytest.raises(Refused, match="no such main point"):
            verb(event, NOBODY)


def test_a_withdrawn_note_takes_its_main_point_along_and_brings_it_back(event):
    note = add_note(event, Note("Mrs Smith waits for a carer", "one"))
    point = add_main_point(event, "Mrs Smith waits for a carer", note=note)
    add_main_point(event, "Buses")
    withdraw_note(event, note, why="It names a neighbour")

    assert texts(event) == ["Buses"]
    with pytest.raises(Refused, match="no such note"):
        bring_back_main_point(event, point)

    bring_back_note(event, note)
    assert texts(event) == ["Mrs Smith waits for a carer", "Buses"]


def test_a_point_taken_off_before_its_note_was_withdrawn_stays_off(event):
    note = add_note(event, Note("Mrs Smith waits for a carer", "one"))
    withdraw_main_point(event, add_main_point(event, "A carer", note=note))
    withdraw_note(event, note, why="It names a neighbour")
    bring_back_note(event, note)

    assert texts(event) == []


def test_t01_every_verb_on_main_points_sent_twice_is_done_once(event):
    for _ in range(2):
        point = add_main_point(event, "Buses", entry_id=ENTRY)
        hear(event, point, Heard.YES, entry_id=b"sixteen bytes 01")
        edit_main_point(event, point, "Late buses", entry_id=b"sixteen bytes 02")
        move_main_point(event, point, 0, entry_id=b"sixteen bytes 03")
        withdraw_main_point(event, point, entry_id=b"sixteen bytes 04")
        bring_back_main_point(event, point, entry_id=b"sixteen bytes 05")

    assert len(verbs(event)) == 7
    assert texts(event) == ["Late buses"]


def test_the_history_does_not_repeat_the_words_of_a_point(event):
    add_main_point(event, "Mrs Smith waits")

    assert "Mrs Smith" not in str(event.store.reading.changes())


@pytest.mark.parametrize(("number", "told"), [(0, 1), (4, 1), (5, 0), (7, 0), (8, 1)])
def test_five_to_seven_points_are_a_play_back(number, told):
    points = [MainPoint(str(one), "A point", minority=one == 0) for one in range(number)]

    assert len(missing_from(points, [])) == told


def test_a_minority_view_is_missed_only_where_the_notes_have_one():
    five = [MainPoint(str(number), "A point") for number in range(5)]

    assert missing_from(five, [False]) == ()
    assert [message.text for message in missing_from(five, [False, True])] == [
        "No minority view is among the points, and there are some in the notes."
    ]
    assert missing_from([*five, MainPoint("x", "Few said", minority=True)], [True]) == ()
