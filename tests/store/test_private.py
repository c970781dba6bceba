"""The file does not tell who voted what, nor in which order (domain.md 7a)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import product

import pytest

from builders import a_ballot, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.event import open_event
from facilitator.conduct.finishing import close_the_count
from facilitator.conduct.importing import import_votes
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.voting import Closing, close_question, open_question
from facilitator.errors import FacilitatorError
from facilitator.store import connection as connections
from store.looking import rows, secret_keys


@pytest.fixture
def event(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    for question in ("s1", "s2"):
        open_question(event, question, present=10)
    return event


def vote(event, people):
    for number in range(people):
        code = f"card-{number}"
        cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))


def close_both(event):
    for question in ("s1", "s2"):
        close_question(event, question, Closing(present=10))


def test_a_ballot_has_no_time_no_order_and_no_author(event):
    columns = [name for _, name, *_ in rows(event.path, "PRAGMA table_info(ballot)")]

    assert columns == [
        "question", "voter", "sender", "counter", "edition", "channel", "standing", "marks", "assisted",
    ]  # fmt: skip
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        rows(event.path, "SELECT rowid FROM ballot")


def test_ballots_lie_in_the_order_of_their_hashes_not_of_their_coming(event):
    vote(event, 10)
    voters = [voter for (voter,) in rows(event.path, "SELECT voter FROM ballot")]
    event.close()

    content = event.path.read_bytes()
    lying = sorted(voters, key=content.index)

    assert lying in (sorted(voters), sorted(voters, reverse=True))


def test_ballots_of_a_cut_off_evening_lie_in_no_order_once_the_file_is_closed_again(event, tmp_path):
    vote(event, 10)
    voters = [voter for (voter,) in rows(event.path, "SELECT voter FROM ballot")]
    cut_off = tmp_path / "cut-off.event"
    for ending in ("", "-wal"):
        cut_off.with_name(cut_off.name + ending).write_bytes(
            event.path.with_name(event.path.name + ending).read_bytes()
        )

    open_event(cut_off).close()

    content = cut_off.read_bytes()
    assert sorted(voters, key=content.index) in (sorted(voters), sorted(voters, reverse=True))


def test_a_ballot_does_not_move_the_time_of_the_last_writing(event):
    before = rows(event.path, "SELECT at FROM heartbeat")

    vote(event, 3)

    assert rows(event.path, "SELECT at FROM heartbeat") == before


def test_an_import_keeps_no_seq_that_can_be_read_without_the_keys(event, tmp_path):
    lines = [f"{seq},{question},{voter},agree" for seq, (question, voter) in enumerate(product(("s1", "s2"), range(9)))]
    (tmp_path / "votes.csv").write_text("seq,question,voter,choice\n" + "\n".join(lines), encoding="utf-8")
    import_votes(event, tmp_path / "votes.csv")

    found = rows(event.path, "SELECT sender, counter FROM ballot")

    assert {counter for _, counter in found} == {0}
    assert len({sender[:8] for sender, _ in found}) == 18, "the high bytes of a plain seq would be nought"


def test_a_ballot_leaves_no_entry(event):
    before = rows(event.path, "SELECT * FROM entry")

    vote(event, 10)

    assert rows(event.path, "SELECT * FROM entry") == before


def test_the_history_does_not_tell_how_many_voted_between_two_entries(event):
    add_note(event, Note("Before", activity="one"))
    add_note(event, Note("Still before", activity="one"))
    vote(event, 7)
    add_note(event, Note("After", activity="one"))

    entries = [seq for (seq,) in rows(event.path, "SELECT seq FROM entry ORDER BY seq DESC LIMIT 3")]

    assert entries[0] - entries[1] == entries[1] - entries[2]


def test_the_ballots_of_one_voter_on_two_questions_share_nothing(make_event, tmp_path):
    event = make_event(a_question("s1"), a_question("s2"))
    votes = tmp_path / "votes.csv"
    votes.write_text("question,voter,choice\ns1,keypad-1,agree\ns2,keypad-1,agree\n", encoding="utf-8")

    import_votes(event, votes)

    one, two = rows(event.path, "SELECT voter, sender FROM ballot ORDER BY question")
    assert pieces(*one) & pieces(*two) == set()
    assert pieces(one[0]) & pieces(one[1]) == set()


def pieces(*hashes):
    return {value[start : start + 4] for value in hashes for start in range(len(value) - 3)}


def test_the_code_of_a_card_is_nowhere_in_the_file(event):
    cast(event, "s1", a_ballot("agree", code="K7Q2-UNUSUAL", sender=b"somebody"))
    with_log = event.path.read_bytes() + event.path.with_name("meeting.event-wal").read_bytes()
    event.close()

    assert b"K7Q2-UNUSUAL" not in with_log + event.path.read_bytes()


def test_after_closing_the_count_no_key_is_left_in_the_file_or_beside_it(event):
    vote(event, 10)
    close_both(event)
    keys = secret_keys(event.path)

    close_the_count(event)

    assert len(keys) == 2
    assert keys_left(event.path, keys) == []
    event.close()
    assert keys_left(event.path, keys) == []


def test_closing_the_count_while_a_stranger_reads_leaves_no_key_unsaid(event, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_TIMEOUT_MS", 50)
    event.store._writer.with_connection(lambda writing: writing.execute("PRAGMA busy_timeout = 50")).result()
    vote(event, 10)
    close_both(event)
    keys = secret_keys(event.path)

    with closing(sqlite3.connect(event.path)) as stranger:
        stranger.execute("BEGIN")
        stranger.execute("SELECT count(*) FROM ballot").fetchone()
        told = error_of(lambda: close_the_count(event))
        left = keys_left(event.path, keys)

    assert told is not None or left == [], "the count was said to be closed, but the keys are still on the disk"


def error_of(work):
    try:
        work()
    except FacilitatorError as error:
        return error
    return None


def keys_left(path, keys):
    return [
        (one.name, key.hex()[:8])
        for one in path.parent.glob(f"{path.name}*")
        for key in keys
        if key in one.read_bytes()
    ]
