"""A saved copy is whole, holds no key of a voter, and takes the place of nothing."""

from __future__ import annotations

import errno
import os
import threading

import pytest

from builders import a_ballot, a_question
from facilitator.conduct.casting import cast
from facilitator.conduct.event import open_event
from facilitator.conduct.voting import open_question
from facilitator.errors import Refused
from facilitator.store import copies
from store.looking import (
    ballots_of,
    hasher,
    is_one_plain_file,
    is_whole,
    refused_in_plain_words,
    rows,
    secret_keys,
)


@pytest.fixture
def event(make_event):
    event = make_event(a_question("s1"), a_question("s2"))
    for question in ("s1", "s2"):
        open_question(event, question, present=10_000)
    for number in range(200):
        cast(event, "s1", a_ballot("agree", code=f"early-{number}", sender=f"{number}".encode()))
    return event


@pytest.fixture
def voting(event):
    """Return the codes acknowledged so far, while four threads go on voting."""
    acknowledged = []
    enough = threading.Event()

    def vote(name):
        number = 0
        while not enough.is_set():
            number += 1
            code = f"{name}-{number}"
            cast(event, "s1", a_ballot("agree", code=code, sender=code.encode()))
            acknowledged.append(code)

    threads = [threading.Thread(target=vote, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    yield acknowledged
    enough.set()
    for thread in threads:
        thread.join()


def test_a_copy_made_while_people_vote_is_whole(event, voting, tmp_path):
    voter = hasher(event.path, "s1")
    acknowledged = []

    for number in range(5):
        acknowledged.append(list(voting))
        event.save_a_copy(tmp_path / f"copy-{number}.event")

    for number in range(5):
        copy = tmp_path / f"copy-{number}.event"
        stored = {hashed for hashed, _ in ballots_of(copy, "s1")}
        assert {voter(code) for code in acknowledged[number]} <= stored
        assert is_whole(copy)
        assert is_one_plain_file(copy)
    assert len(acknowledged[-1]) > len(acknowledged[0])


def test_a_copy_holds_no_key(event, tmp_path):
    copy = tmp_path / "copy.event"
    keys = secret_keys(event.path)

    event.save_a_copy(copy)

    assert len(keys) == 2
    assert rows(copy, "SELECT * FROM secret") == []
    assert [key for key in keys if key in copy.read_bytes()] == []
    assert sorted(secret_keys(event.path)) == sorted(keys)


def test_a_copy_opens_and_takes_no_ballot(event, tmp_path):
    event.save_a_copy(tmp_path / "copy.event")

    copy = open_event(tmp_path / "copy.event")

    with pytest.raises(Refused, match="saved copy"):
        cast(copy, "s1", a_ballot("agree", code="again"))
    assert copy.store.reading.ballots_safe() == 200
    copy.close()


@pytest.mark.parametrize("name", ["notes.txt", "meeting.event", "folder"])
def test_a_copy_takes_the_place_of_nothing(event, name):
    folder = event.path.parent
    (folder / "notes.txt").write_text("precious")
    (folder / "folder").mkdir()

    refused_in_plain_words(lambda: event.save_a_copy(folder / name))

    assert (folder / "notes.txt").read_text() == "precious"
    assert event.store.reading.ballots_safe() == 200
    assert not list(folder.glob("*.part"))


def test_a_copy_to_a_folder_that_is_gone_is_told(event, tmp_path):
    destination = tmp_path / "stick" / "copy.event"

    error = refused_in_plain_words(lambda: event.save_a_copy(destination), destination.parent)

    assert "stick" in str(error), "the advice must be about the stick or folder of the copy"
    assert "open the copy" not in str(error.advice), "there is no copy to open"


def test_a_copy_to_a_full_disk_is_told_and_leaves_nothing(event, small_disk):
    (small_disk / "holiday-photos").write_bytes(bytes(1_000_000))

    refused_in_plain_words(lambda: event.save_a_copy(small_disk / "copy.event"), small_disk)

    assert [one.name for one in small_disk.iterdir()] == ["holiday-photos"]
    cast(event, "s1", a_ballot("agree", code="goes on"))


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_copy_that_the_disk_loses_is_told_and_leaves_nothing(event, tmp_path, monkeypatch, broken):
    def failing(*arguments):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(copies.os, broken, failing)
    destination = tmp_path / "copies" / "copy.event"
    destination.parent.mkdir()

    refused_in_plain_words(lambda: event.save_a_copy(destination), destination.parent)
    monkeypatch.undo()

    assert os.listdir(destination.parent) == []


def test_what_a_copy_that_was_cut_off_left_behind_is_no_hindrance(event, tmp_path):
    (tmp_path / "copy.event.part").write_bytes(b"half a copy")

    event.save_a_copy(tmp_path / "copy.event")

    assert is_whole(tmp_path / "copy.event")
    assert not list(tmp_path.glob("*.part"))
