"""A rehearsal that plays itself: all that may happen at an event happens, and the same for the same seed."""

from __future__ import annotations

import pytest

from builders import an_event
from facilitator.conduct.noting import NoteKind
from facilitator.core.keys import Channel
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.ranking import TieRule
from facilitator.core.tables import table_place
from facilitator.errors import Refused
from facilitator.pack.checking import check_pack
from facilitator.rehearsal.clock import PretendClock
from facilitator.rehearsal.crowd import a_crowd
from facilitator.rehearsal.deciding import TIE_RULES
from facilitator.rehearsal.playing import play
from tests.pack.written import write_pack
from tests.rehearsal.rehearsals import DAY, played
from tests.report.event_records import let_through


def test_every_question_of_the_run_sheet_has_a_result(whole):
    states = {found.key: found.status for found in whole.record.results}

    assert states.pop("s3") == "corrected"
    assert set(states.values()) == {"closed"}
    assert {"s1", "s6", "areas", "j1", "j5"} <= set(states)
    assert whole.record.count_closed


def test_the_late_table_is_counted_from_then_on_and_never_before(whole):
    present = {found.key: found.denominators.present for found in whole.record.results}

    assert [present[key] for key in ("s1", "s6", "areas", "j1")] == [72, 72, 80, 78]
    assert whole.record.attended == 80
    assert "8 people came late." in [note.text for note in whole.record.notes]


def test_more_never_voted_than_were_present(whole):
    assert all(found.tally.cast <= found.denominators.present for found in whole.record.results)
    assert all(not found.denominators.explanation for found in whole.record.results)


def test_two_tellers_differed_and_counted_again(whole):
    assert whole.verbs("s2") == [
        "open question", "enter count", "enter second count", "replace count", "close question", "settle statement",
    ]  # fmt: skip


def test_the_tables_counted_and_a_wrong_figure_was_corrected_with_its_reason(whole):
    verbs = whole.verbs("s3")
    correction = next(change for change in whole.record.changes if change.verb == "correct result")

    assert verbs.count("enter count") == 9
    assert verbs.index("correct result") > verbs.index("close question")
    assert correction.why == "The count of one table was written down wrongly"


def test_no_reason_that_is_published_has_a_figure(tmp_path):
    held = played(tmp_path, people=24, seed=TIE_RULES.index(TieRule.ROOM_DECIDES), length="slot")

    reasons = "".join(change.why for change in held.record.changes)

    assert reasons
    assert not any(character.isdigit() for character in reasons)


def test_single_ballots_came_by_phone_and_paper_and_some_too_late(whole):
    ballots = whole.result("s4")

    assert set(ballots.tally.cast_by_channel) == {Channel.PAPER, Channel.PHONE}
    assert ballots.denominators.groups_disjoint
    assert ballots.late > 0


def test_a_run_off_settled_the_tie(whole):
    run_off = whole.result("areas-run-off")

    assert whole.record.carried.tie_rule == TieRule.RUN_OFF
    assert run_off.status == "closed"
    assert len(whole.record.carried.areas) == 3


def test_the_last_stage_is_made_of_what_was_carried(whole):
    carried = {key for key, _ in whole.record.carried.areas}

    assert {found.from_area for found in whole.record.results} - {None} == carried
    assert {step.from_area for step in whole.record.steps} - {None} == carried


def test_the_room_made_an_area_before_the_vote(whole):
    verbs = whole.verbs("areas")

    assert "room-1" in [option.key for option in whole.result("areas").options]
    assert verbs.index("add room-made area") < verbs.index("open question")


def test_statements_were_adopted_changed_and_left(whole):
    kinds = [outcome.kind for outcome in whole.record.outcomes]

    assert len(kinds) == 6
    assert [kinds.count(kind) for kind in (OutcomeKind.CHANGED, OutcomeKind.LEFT)] == [1, 1]


def test_notes_of_every_kind_came_from_every_table_but_one(whole):
    places = {note.place for note in whole.record.notes}
    quiet = whole.crowd.quiet_table

    assert {note.kind for note in whole.record.notes} == set(NoteKind)
    assert places == {""} | {table_place(table) for table in range(1, 11) if table != quiet}


def test_no_table_writes_the_same_sentence_twice_in_a_step(whole):
    written = [(note.activity, note.place, note.text) for note in whole.record.notes]

    assert len(set(written)) == len(written)


def test_main_points_were_read_back_one_was_changed_and_one_is_a_minority_view(whole):
    points = whole.record.main_points

    assert 5 <= len(points) <= 7
    assert [point.heard for point in points].count("changed") == 1
    assert [point.minority for point in points].count(True) == 1


def test_there_was_a_pause_and_every_step_began_when_it_was_planned(whole):
    times = [change.at[11:16] for change in whole.record.changes if change.verb == "start activity"]
    verbs = [change.verb for change in whole.record.changes]

    assert verbs.index("go on after pause") == verbs.index("pause") + 1
    assert (times[0], times[-1], len(times)) == ("10:00", "13:02", len(whole.record.steps))


def test_the_report_says_that_it_is_a_rehearsal(whole):
    assert "This was a rehearsal." in whole.report
    assert "Rehearsal: Living well here" in whole.report


def test_the_pack_says_so_too_and_is_whole(whole, tmp_path):
    summary = check_pack(write_pack(let_through(whole.record), tmp_path, rehearsal=True))

    assert summary.rehearsal
    assert summary.questions == len(whole.record.results)


def test_without_being_asked_for_no_pack_is_made_of_a_rehearsal(whole, tmp_path):
    with pytest.raises(Refused, match="rehearsal"):
        write_pack(let_through(whole.record), tmp_path)


def test_the_same_seed_gives_the_same_pack_to_the_byte_and_the_same_story(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()

    one, two = (played(folder, people=24, seed=4, length="slot") for folder in folders)
    packs = [
        write_pack(let_through(each.record), folder, rehearsal=True)
        for each, folder in zip((one, two), folders, strict=True)
    ]

    assert one.told == two.told
    assert one.record == two.record
    assert packs[0].read_bytes() == packs[1].read_bytes()


def test_another_seed_gives_another_event(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()

    one, two = (
        played(folder, people=24, seed=seed, length="slot") for folder, seed in zip(folders, (4, 5), strict=True)
    )

    assert [found.tally for found in one.record.results] != [found.tally for found in two.record.results]
    assert {note.text for note in one.record.notes} != {note.text for note in two.record.notes}


@pytest.mark.parametrize("seed", range(len(TIE_RULES)))
def test_the_seed_says_how_the_tie_is_settled(tmp_path, seed):
    held = played(tmp_path, people=48, seed=seed, length="slot")

    assert held.record.carried.tie_rule == TIE_RULES[seed]


@pytest.mark.parametrize(
    ("people", "tables", "length"),
    [(6, 1, "full"), (6, 6, "slot"), (7, None, "short"), (30, 30, "slot"), (61, 60, "slot"), (400, 20, "slot")],
)
def test_a_rehearsal_of_any_size_and_length_gives_a_pack_that_is_whole(tmp_path, people, tables, length):
    held = played(tmp_path, people=people, tables=tables, seed=people, length=length)

    assert check_pack(write_pack(let_through(held.record), tmp_path, rehearsal=True)).rehearsal
    assert held.record.attended == people
    assert held.record.carried.tie_rule


@pytest.mark.parametrize("seed", range(20, 28))
def test_no_seed_stops_on_the_way(tmp_path, seed):
    held = played(tmp_path, people=10 + seed % 5, tables=1 + seed % 4, seed=seed, length="slot")

    assert held.told[-1].startswith("The count is closed.")


def test_a_real_event_is_never_played(tmp_path):
    event = an_event(tmp_path)
    before = event.store.reading.last_entry()

    with pytest.raises(Refused, match="real event"):
        next(play(event, a_crowd(80, 10, 1), PretendClock(DAY)))

    assert event.store.reading.last_entry() == before
    event.close()
