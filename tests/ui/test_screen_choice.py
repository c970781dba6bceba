"""Which screen is the room's, as plain values: by name, by serial number, and where two say the same of themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.words.translator import Translator
from ui.room_screen.screen_choice import (
    ScreenName,
    ScreenPair,
    ScreenSeen,
    is_wrong_way_round,
    names_to_tell,
    screen_for_the_room,
)
from ui.room_screen.screen_memory import MOST_PAIRS, ScreenMemory

LAPTOP = ScreenSeen(ScreenName("eDP-1"), 0, 0, is_operators=True, is_primary=True)
HALL = ScreenSeen(ScreenName("HDMI-1", "Epson", "EB-X41", "X4RT"), 1366, 0)
TELEVISION = ScreenSeen(ScreenName("HDMI-2", "Sony", "KD-55"), 3286, 0)


def told(*screens: ScreenSeen) -> list[str]:
    return [Translator()(name) for name in names_to_tell(screens)]


def test_one_screen_alone_is_the_operators():
    assert screen_for_the_room([LAPTOP], [ScreenPair(LAPTOP.name, HALL.name)]) is None


def test_a_projector_at_another_plug_is_known_by_its_serial_number():
    remembered = [ScreenPair(replace(HALL.name, name="DP-3"), LAPTOP.name)]

    assert screen_for_the_room([LAPTOP, TELEVISION, HALL], remembered) == 2


def test_another_projector_of_the_same_make_is_another_screen():
    assert not HALL.name.is_same(replace(HALL.name, serial="X4RU"))


def test_the_primary_screen_is_the_last_choice():
    outside = [replace(LAPTOP, is_primary=False), replace(HALL, is_primary=True), TELEVISION]

    assert screen_for_the_room(outside, []) == 2
    assert screen_for_the_room(outside[:2], []) == 1


def test_the_last_use_of_two_screens_tells_which_way_round_they_are():
    wrong = [replace(LAPTOP, is_operators=False), replace(HALL, is_operators=True)]
    as_now, the_other_way = ScreenPair(LAPTOP.name, HALL.name), ScreenPair(HALL.name, LAPTOP.name)

    assert is_wrong_way_round(wrong, [the_other_way, as_now])
    assert not is_wrong_way_round(wrong, [as_now, the_other_way])
    assert not is_wrong_way_round(wrong, [])


def test_screens_that_say_the_same_of_themselves_are_left_as_they_are():
    left, right = ScreenSeen(HALL.name, 0, 0, is_operators=True), HALL

    assert not is_wrong_way_round([left, right], [ScreenPair(HALL.name, HALL.name)])
    assert screen_for_the_room([left, right], [ScreenPair(HALL.name, HALL.name)]) == 1


def test_a_screen_is_called_by_what_stands_on_it_and_else_by_its_plug():
    assert told(LAPTOP, HALL) == ["“eDP-1”", "“EB-X41”"]


def test_screens_of_one_name_are_told_by_where_they_stand():
    assert told(HALL, replace(HALL, x=0)) == ["“EB-X41”, the right one", "“EB-X41”, the left one"]
    assert told(HALL, replace(HALL, y=-1080)) == ["“EB-X41”, the lower one", "“EB-X41”, the upper one"]
    assert told(HALL, replace(HALL, x=0), replace(HALL, x=5000))[0] == "“EB-X41”, number 2 from the left"


def test_screens_are_remembered_the_last_first_and_no_more_than_needed(tmp_path):
    memory = ScreenMemory(tmp_path / "new folder" / "screens.json")
    for number in range(MOST_PAIRS + 2):
        memory.used(ScreenPair(ScreenName(f"HDMI-{number}", serial="Zoë"), LAPTOP.name))

    pairs = ScreenMemory(tmp_path / "new folder" / "screens.json").pairs()

    assert len(pairs) == MOST_PAIRS
    assert pairs[0] == ScreenPair(ScreenName(f"HDMI-{MOST_PAIRS + 1}", serial="Zoë"), LAPTOP.name)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"screens": [3]}', '{"screens": [{"room": {}, "operator": {}}]}', "\xff", "[" * 50_000]
)
def test_a_damaged_memory_is_empty_and_is_written_anew(tmp_path, content):
    path = tmp_path / "screens.json"
    path.write_text(content, encoding="latin-1")
    memory = ScreenMemory(path)

    before = memory.pairs()
    memory.used(ScreenPair(HALL.name, LAPTOP.name))

    assert (before, memory.pairs()) == ((), (ScreenPair(HALL.name, LAPTOP.name),))


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "taken").write_text("a file where the folder would be", encoding="utf-8")
    memory = ScreenMemory(tmp_path / "taken" / "screens.json")

    memory.used(ScreenPair(HALL.name, LAPTOP.name))

    assert memory.pairs() == ()
