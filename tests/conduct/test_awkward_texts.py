"""Real awkward texts go in as notes and come back to the letter."""

from __future__ import annotations

import hashlib
import json

import pytest

from builders import a_question
from facilitator.conduct.event import open_event
from facilitator.conduct.noting import Note, add_note
from facilitator.conduct.record import event_record
from facilitator.errors import Refused


@pytest.fixture
def example(shared_example):
    return shared_example("e1-awkward-text")


@pytest.fixture
def notes(example):
    lines = (example / "notes.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


@pytest.fixture
def sha256_of(example):
    return json.loads((example / "expected.json").read_text(encoding="utf-8"))["sha256"]


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_every_text_comes_back_from_the_file_as_it_went_in(make_event, notes, sha256_of):
    event = make_event(a_question("s1"))
    added = {add_note(event, Note(note["text"], "one")).hex(): note["note"] for note in notes if note["text"]}
    event.close()

    reopened = open_event(event.path)
    found = {added[note.id]: digest(note.text) for note in event_record(reopened).notes}
    reopened.close()

    assert len(found) == 274
    assert found == {name: sha for name, sha in sha256_of.items() if name in found}


def test_the_one_empty_text_is_refused_with_a_sentence(make_event, notes):
    event = make_event(a_question("s1"))
    (empty,) = [note["text"] for note in notes if not note["text"]]

    with pytest.raises(Refused, match="The note is empty"):
        add_note(event, Note(empty, "one"))
