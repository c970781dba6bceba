"""Areas the room makes, before the vote and never after it."""

from __future__ import annotations

import pytest

from builders import a_count, a_question
from facilitator.conduct.carrying import carry_forward
from facilitator.conduct.counting import enter_count
from facilitator.conduct.record import event_record
from facilitator.conduct.results import result
from facilitator.conduct.room_areas import add_room_made_area, room_areas_of_stage, take_back_room_made_area
from facilitator.conduct.voting import ask_again, open_question
from facilitator.core.keys import Source
from facilitator.errors import Refused
from tests.conduct.steps import changes, counts, vote_areas

ENTRY = b"sixteen bytes id"


def test_an_area_of_the_room_stands_behind_those_of_the_programme(default_event):
    key = add_room_made_area(default_event, "areas", "Buses: getting there without a car")

    last = result(default_event, "areas").options[-1]
    assert (last.key, last.text, last.source) == (key, "Buses: getting there without a car", Source.ROOM)
    assert [option.key for option in result(default_event, "areas").options][:5] == ["a1", "a2", "a3", "a4", "a5"]


def test_an_area_of_the_room_can_be_voted_for(default_event):
    add_room_made_area(default_event, "areas", "Buses")
    open_question(default_event, "areas", present=84)
    enter_count(default_event, "areas", a_count(voting=30, **{"room-1": 30}))

    assert counts(default_event, "areas")["room-1"] == 30


def test_the_room_makes_three_areas_at_most(default_event):
    keys = [add_room_made_area(default_event, "areas", text) for text in ("Buses", "Benches", "Toilets")]

    with pytest.raises(Refused, match="takes 3 areas made in the room, and has them"):
        add_room_made_area(default_event, "areas", "Parks")
    assert keys == ["room-1", "room-2", "room-3"]


def test_situation_14_once_the_vote_is_open_no_area_is_added(default_event):
    open_question(default_event, "areas", present=84)

    with pytest.raises(Refused, match=r"fixed once the vote was opened.* Park it as a note"):
        add_room_made_area(default_event, "areas", "Buses")


def test_once_the_vote_is_closed_no_area_is_added(default_event):
    vote_areas(default_event, a1=30, a2=80)

    with pytest.raises(Refused, match="fixed once the vote was opened"):
        add_room_made_area(default_event, "areas", "Buses")


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_area_has_words(default_event, text):
    with pytest.raises(Refused, match="no words"):
        add_room_made_area(default_event, "areas", text)


@pytest.mark.parametrize("text", ["Buses", " Buses ", "Buses\n"])
def test_an_area_is_not_made_twice(default_event, text):
    add_room_made_area(default_event, "areas", "Buses")

    with pytest.raises(Refused, match="on the list already"):
        add_room_made_area(default_event, "areas", text)


def test_an_area_of_the_programme_is_not_made_again(default_event):
    text = result(default_event, "areas").options[0].text

    with pytest.raises(Refused, match="on the list already"):
        add_room_made_area(default_event, "areas", text)


def test_a_question_that_takes_no_areas_of_the_room_says_so(make_event):
    event = make_event(a_question("areas", "choose", options=["a1", "a2"], max=1))

    with pytest.raises(Refused, match="takes 0 areas"):
        add_room_made_area(event, "areas", "Buses")


def test_areas_of_the_room_stay_when_the_question_is_asked_again(default_event):
    add_room_made_area(default_event, "areas", "Buses")
    ask_again(default_event, "areas", "Choose up to three of these.", why="The old words were unclear")
    add_room_made_area(default_event, "areas", "Benches")

    assert [option.key for option in result(default_event, "areas").options][5:] == ["room-1", "room-2"]


def test_t01_an_area_sent_twice_is_made_once(default_event):
    add_room_made_area(default_event, "areas", "Buses", entry_id=ENTRY)

    assert add_room_made_area(default_event, "areas", "Buses", entry_id=ENTRY) is None
    assert len(result(default_event, "areas").options) == 6


def test_an_area_of_the_room_is_readable_in_the_changes(default_event):
    add_room_made_area(default_event, "areas", "Buses")

    change = changes(default_event)[-1]

    assert (change.verb, change.about, change.detail) == ("add room-made area", "areas", "Buses")


def keys(event):
    return [option.key for option in result(event, "areas").options]


@pytest.fixture
def with_three(default_event):
    for text in ("Buses", "Benches", "Toilets"):
        add_room_made_area(default_event, "areas", text)
    return default_event


def test_an_area_added_by_mistake_is_taken_back_before_the_vote(with_three):
    take_back_room_made_area(with_three, "areas", "room-2")

    assert keys(with_three)[5:] == ["room-1", "room-3"]
    assert [option.text for option in result(with_three, "areas").options][5:] == ["Buses", "Toilets"]


def test_the_key_of_an_area_taken_back_is_never_given_to_other_words(with_three):
    take_back_room_made_area(with_three, "areas", "room-3")
    take_back_room_made_area(with_three, "areas", "room-1")

    assert add_room_made_area(with_three, "areas", "Parks") == "room-4"
    assert keys(with_three)[5:] == ["room-2", "room-4"]


def test_an_area_taken_back_makes_room_for_another(with_three):
    take_back_room_made_area(with_three, "areas", "room-2")
    add_room_made_area(with_three, "areas", "Parks")

    with pytest.raises(Refused, match="takes 3 areas"):
        add_room_made_area(with_three, "areas", "Shade")


def test_the_list_without_it_is_voted_on_and_carried_as_ever(with_three):
    take_back_room_made_area(with_three, "areas", "room-1")
    vote_areas(with_three, a1=60, a2=50, **{"room-2": 70})

    assert carry_forward(with_three, decided_by="the room") == ("room-2", "a1", "a2")
    assert result(with_three, "direction-room-2").text == "Should we put more, the same or less into benches?"


def test_taking_an_area_back_is_no_vote_taken_back(with_three):
    take_back_room_made_area(with_three, "areas", "room-1")

    record = event_record(with_three)
    assert record.taken_back == ()
    assert [asked.key for asked in record.results].count("areas") == 1


def test_taking_an_area_back_is_readable_in_the_changes(with_three):
    take_back_room_made_area(with_three, "areas", "room-1")

    assert (changes(with_three)[-1].verb, changes(with_three)[-1].about) == (
        "take back room-made area",
        "areas/room-1",
    )


def test_once_the_vote_is_open_no_area_is_taken_back(with_three):
    open_question(with_three, "areas", present=84)

    with pytest.raises(Refused, match="taking one away later is unfair"):
        take_back_room_made_area(with_three, "areas", "room-1")


@pytest.mark.parametrize("area", ["a1", "room-9", ""])
def test_only_an_area_of_the_room_is_taken_back(with_three, area):
    with pytest.raises(Refused, match="Only an area that the room made"):
        take_back_room_made_area(with_three, "areas", area)


def test_t01_an_area_taken_back_twice_is_taken_back_once(with_three):
    take_back_room_made_area(with_three, "areas", "room-1", entry_id=ENTRY)
    take_back_room_made_area(with_three, "areas", "room-1", entry_id=ENTRY)

    assert keys(with_three)[5:] == ["room-2", "room-3"]


def test_where_the_list_stands_is_known_for_its_stage(with_three):
    areas = room_areas_of_stage(with_three, "difference")
    assert (areas.question, areas.made, areas.is_full, areas.fixed) == (
        "areas",
        ("room-1", "room-2", "room-3"),
        True,
        False,
    )

    open_question(with_three, "areas", present=84)
    assert room_areas_of_stage(with_three, "difference").fixed
    assert room_areas_of_stage(with_three, "goals") is None
