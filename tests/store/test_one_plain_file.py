"""A closed event is one plain file that can be copied like any other."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing

import pytest

from builders import a_ballot, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.event import open_event
from facilitator.conduct.voting import open_question
from facilitator.errors import EventFileError
from facilitator.store import connection as connections
from store.looking import ballots_of, hasher, is_one_plain_file, is_whole


@pytest.fixture
def event(make_event):
    event = make_event(a_question("s1"))
    open_question(event, "s1", present=100)
    cast(event, "s1", a_ballot("agree"))
    return event


def test_a_closed_event_is_one_plain_file(event):
    event.close()

    assert is_one_plain_file(event.path)


def test_an_event_is_one_plain_file_though_threads_have_read_it(event, started):
    assert event.store.reading.ballots_safe() == 1
    open_beside = {one.name for one in event.path.parent.iterdir() if one.name.startswith("meeting")}

    event.close()

    assert open_beside == {"meeting.event", "meeting.event-wal", "meeting.event-shm"}
    assert is_one_plain_file(event.path)


def test_an_event_that_was_cut_off_is_one_plain_file_after_the_next_closing(event, started):
    event.close()
    process = started("full_load.py", "vote", event.path, "cut")
    told = process.stdout.read(64)
    process.kill()
    told += process.communicate()[0]
    assert not is_one_plain_file(event.path)

    open_event(event.path).close()

    assert is_one_plain_file(event.path)
    assert is_whole(event.path)
    voter = hasher(event.path, "s1")
    codes = [line.split()[0] for line in told.decode().splitlines()[:-1]]
    assert {voter(code) for code in codes} <= {voter for voter, _ in ballots_of(event.path, "s1")}


def test_closing_while_a_stranger_reads_loses_nothing(event, monkeypatch):
    event.close()
    monkeypatch.setattr(connections, "BUSY_TIMEOUT_MS", 50)
    again = open_event(event.path)
    cast(again, "s1", a_ballot("unsure", code="late comer", sender=b"other"))

    with closing(sqlite3.connect(event.path)) as stranger:
        assert stranger.execute("SELECT count(*) FROM ballot").fetchone() == (2,)
        with contextlib.suppress(EventFileError):
            again.close()
    open_event(event.path).close()

    assert len(ballots_of(event.path, "s1")) == 2
    assert is_one_plain_file(event.path)


def test_closing_twice_is_closing_once(event):
    event.close()
    event.close()

    assert is_one_plain_file(event.path)


def test_no_lock_is_left_behind_in_the_systems_folder(event, tmp_path, monkeypatch):
    event.close()
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    open_event(event.path).close()

    assert list(folder.iterdir()) == []
