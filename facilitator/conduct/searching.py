"""Searching the notes as somebody types: every word typed is the beginning of a word of the note."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.event import Event
from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import NoteRecord, note_record

MOST_SHOWN = 500
MOST_WORDS = 50


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The newest notes that were found, newest first, and how many there are in all."""

    notes: tuple[NoteRecord, ...]
    all: int


def find_notes(event: Event, text: str, *, kind: NoteKind | None = None, most: int = MOST_SHOWN) -> FoundNotes:
    """Return the notes in whose words of today every word of `text` begins one; without words, the newest notes.

    Accents and capitals make no difference. Only the newest edition of a note is looked at, never a withdrawn note.
    """
    reading = event.store.reading
    query, wanted = query_for(text), kind.value if kind is not None else ""
    rows = reading.found_notes(query, most, wanted) if query else reading.newest_notes(most, wanted)
    number = len(rows)
    if number == most:
        number = reading.number_of_found_notes(query, wanted) if query else reading.number_of_notes(wanted)
    stages = reading.known_activities()
    return FoundNotes(tuple(note_record(row, stages) for row in rows), number)


def query_for(text: str) -> str:
    """Return the FTS5 query for what was typed; empty where there is no word in it.

    Each word stands in quotes, so that none is taken for an operator of FTS5.
    """
    sayable = text.encode("utf-8", "ignore").decode().replace("\0", " ")
    words = [word for word in sayable.split() if any(letter.isalnum() for letter in word)]
    return " ".join('"{}"*'.format(word.replace('"', '""')) for word in words[:MOST_WORDS])
