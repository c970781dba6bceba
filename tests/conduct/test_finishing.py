"""Closing the count: voting ends for good and the keys of the voters are gone."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from builders import a_ballot, a_count, a_question
from facilitator.conduct.attending import Measure, record_attendance
from facilitator.conduct.carrying import ask_run_off
from facilitator.conduct.casting import cast
from facilitator.conduct.counting import correct_count, correct_present, enter_count
from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count, count_is_closed
from facilitator.conduct.importing import import_votes
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.record import event_record
from facilitator.conduct.results import result, results
from facilitator.conduct.settling import settle_statement
from facilitator.conduct.voting import ask_again, close_question, open_question, reopen_question
from facilitator.core.keys import Channel
from facilitator.core.outcomes import OutcomeKind
from facilitator.errors import EventFileError, Refused
from tests.conduct.steps import changes, counts, vote, vote_areas


@pytest.fixture
def event(make_event):
    """Return an event with one closed question of two phone votes, and one question nobody asked."""
    event = make_event(a_question("s1"), a_question("s2"))
    open_question(event, "s1", present=50)
    cast(event, "s1", a_ballot("agree", code="one"))
    cast(event, "s1", a_ballot("disagree", code="two"))
    close_question(event, "s1")
    return event


def keys_of(event):
    connection = sqlite3.connect(event.path)
    keys = [key for (key,) in connection.execute("SELECT key FROM secret")]
    connection.close()
    return keys


def bytes_of(path):
    beside = [path.with_name(path.name + end) for end in ("", "-wal", "-shm", "-journal")]
    return b"".join(found.read_bytes() for found in beside if found.exists())


def test_before_the_count_is_closed_the_keys_are_in_the_file(event):
    assert len(keys_of(event)) == 1
    assert all(key in bytes_of(event.path) for key in keys_of(event))


def test_when_the_count_is_closed_no_byte_of_a_key_is_left_in_the_file_or_beside_it(event):
    keys = keys_of(event)

    close_the_count(event)

    assert keys_of(event) == []
    assert not any(key[start : start + 8] in bytes_of(event.path) for key in keys for start in range(0, 32, 8))


def test_when_the_count_is_closed_the_keys_are_gone_for_a_reader_that_had_the_file_open_too(event):
    keys = keys_of(event)
    results(event)

    close_the_count(event)

    assert not any(key in bytes_of(event.path) for key in keys)


def test_when_the_event_is_closed_no_byte_of_a_key_is_left_either(event):
    keys = keys_of(event)

    close_the_count(event)
    event.close()

    assert not any(key in bytes_of(event.path) for key in keys)
    assert [found.name for found in event.path.parent.glob(event.path.name + "*")] == [event.path.name]


def test_closing_the_count_changes_no_result(event):
    before = results(event)

    close_the_count(event)

    assert results(event) == before
    assert count_is_closed(event)
    assert event_record(event).count_closed


def test_a_question_that_is_open_keeps_the_count_open(event):
    open_question(event, "s2", present=50)

    with pytest.raises(Refused, match="“What about s2\\?” is still open"):
        close_the_count(event, why="We are done")
    assert not count_is_closed(event)


def test_an_open_practice_question_keeps_the_count_open(make_default_event):
    event = make_default_event()
    open_question(event, "tea", present=84)

    with pytest.raises(Refused, match="still open"):
        close_the_count(event)


def test_the_count_is_closed_once(event):
    close_the_count(event)

    with pytest.raises(Refused, match="closed already"):
        close_the_count(event)


@pytest.mark.parametrize(
    "verb",
    [
        lambda event: open_question(event, "s2", present=50),
        lambda event: reopen_question(event, "s1", why="One more"),
        lambda event: ask_again(event, "s1", "New words", why="The room changed them"),
        lambda event: cast(event, "s1", a_ballot("agree", code="three")),
        lambda event: cast(event, "s1", a_ballot("agree", code="one")),
    ],
)
def test_after_the_count_nobody_votes_any_more(event, verb):
    close_the_count(event)
    before = results(event)

    with pytest.raises(Refused, match="The count of this event is closed"):
        verb(event)
    assert results(event) == before


def test_after_the_count_there_is_no_run_off(default_event):
    vote_areas(default_event, a1=60, a2=40, a3=40, a4=40, a5=20)
    close_the_count(default_event)

    with pytest.raises(Refused, match="The count of this event is closed"):
        ask_run_off(default_event)


def test_after_the_count_no_file_of_votes_is_taken(event, tmp_path):
    path = tmp_path / "votes.csv"
    path.write_text("question,voter,choice\ns1,one,agree\n", encoding="utf-8")
    close_the_count(event)

    with pytest.raises(Refused, match="The count of this event is closed, and nobody can vote any more"):
        import_votes(event, path)


def test_after_the_count_a_count_with_a_reason_corrects_instead_of_the_ballots(event):
    close_the_count(event)

    sheet = replace(a_count("room", Channel.PHONE, agree=3, disagree=1), instead_of_ballots=True)
    correct_count(event, "s1", sheet, why="Two phones had not been heard")

    assert counts(event, "s1") == {"agree": 3, "unsure": 0, "disagree": 1}
    assert (result(event, "s1").status, changes(event)[-1].why) == ("corrected", "Two phones had not been heard")


def test_after_the_count_a_correction_still_needs_a_reason(event):
    close_the_count(event)

    with pytest.raises(Refused, match="A reason is missing"):
        correct_count(event, "s1", replace(a_count("room", Channel.PHONE, agree=3), instead_of_ballots=True), why="")


def test_after_the_count_the_people_present_and_the_outcomes_are_still_recorded(event):
    close_the_count(event)

    correct_present(event, "s1", 48, why="Two were staff")
    settle_statement(event, "s1", OutcomeKind.LEFT, decided_by="the room")
    add_note(event, Note("Typed from the flip chart", activity="one"))
    record_attendance(event, Measure.ATTENDED, 52)

    record = event_record(event)
    assert (record.attended, len(record.notes), record.outcomes[0].kind) == (52, 1, OutcomeKind.LEFT)


def test_after_the_count_a_hands_count_is_corrected_too(make_event):
    event = make_event(a_question("s1"))
    vote(event, "s1", a_count(agree=31))
    close_the_count(event)

    correct_count(event, "s1", a_count(agree=13), why="31 was 13")

    assert counts(event, "s1")["agree"] == 13


def test_the_reason_given_at_the_end_of_the_count_is_readable_in_the_changes(event):
    close_the_count(event, why="Two sheets are missing")

    assert (changes(event)[-1].verb, changes(event)[-1].why) == ("close the count", "Two sheets are missing")


def test_a_file_whose_count_is_closed_opens_with_the_same_results(event):
    close_the_count(event)
    before = results(event)
    event.close()

    again = open_event(event.path)

    assert results(again) == before
    again.close()


def test_a_saved_copy_opens_with_the_same_record_and_without_a_key(event, tmp_path):
    keys, before = keys_of(event), event_record(event)

    event.save_a_copy(tmp_path / "copy.event")

    copy = open_event(tmp_path / "copy.event")
    assert event_record(copy) == before
    copy.close()
    assert not any(key in bytes_of(tmp_path / "copy.event") for key in keys)
    assert len(keys_of(event)) == 1


def test_a_saved_copy_takes_no_ballots_and_says_why(event, tmp_path):
    open_question(event, "s2", present=50)
    event.save_a_copy(tmp_path / "copy.event")
    copy = open_event(tmp_path / "copy.event")

    with pytest.raises(Refused, match=r"saved copy, and copies take no ballots.* count hands"):
        cast(copy, "s2", a_ballot("agree"))
    enter_count(copy, "s2", a_count(agree=9))

    assert counts(copy, "s2")["agree"] == 9
    copy.close()


def test_a_saved_copy_takes_no_file_of_votes(event, tmp_path):
    path = tmp_path / "votes.csv"
    path.write_text("question,voter,choice\ns2,one,agree\n", encoding="utf-8")
    open_question(event, "s2", present=50)
    event.save_a_copy(tmp_path / "copy.event")
    copy = open_event(tmp_path / "copy.event")

    with pytest.raises(Refused, match="copies take no ballots"):
        import_votes(copy, path)
    copy.close()


def test_a_copy_never_overwrites_a_file(event, tmp_path):
    (tmp_path / "copy.event").write_bytes(b"something else")

    with pytest.raises(EventFileError, match=r"already a file called copy\.event"):
        event.save_a_copy(tmp_path / "copy.event")
    assert (tmp_path / "copy.event").read_bytes() == b"something else"


def test_saving_a_copy_changes_nothing_in_the_event(event, tmp_path):
    before = event_record(event)

    event.save_a_copy(tmp_path / "copy.event")

    assert event_record(event) == before
