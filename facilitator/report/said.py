"""What was said: notes of the same words at one step taken together, with at how many tables (T29)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.core.notes import NoteKind, Strength
from facilitator.document.content import Own, Words
from facilitator.gate.published_event import PublishedNote
from facilitator.report.plain_words import joined
from facilitator.words.message import Message, say, say_many

_STRENGTHS = {
    Strength.ONE: say("said by one at the table"),
    Strength.SOME: say("said by some of the table"),
    Strength.MOST: say("said by most of the table"),
    Strength.ALL: say("said by all of the table"),
}


@dataclass(frozen=True, slots=True)
class Saying:
    """Notes that say the same in the same words; `tables` counts the tables, which is nothing about people."""

    notes: tuple[PublishedNote, ...]

    @property
    def first(self) -> PublishedNote:
        """The note whose spelling stands for all."""
        return self.notes[0]

    @property
    def tables(self) -> int:
        """At how many tables it was said."""
        return len({note.session for note in self.notes if note.session})

    @property
    def minority(self) -> bool:
        """Whether it was marked as a minority view."""
        return any(note.minority or note.kind is NoteKind.MINORITY_VIEW for note in self.notes)

    @property
    def text(self) -> Own:
        """The words."""
        return Own(self.first.text, self.first.language)


def sayings(notes: Iterable[PublishedNote]) -> tuple[Saying, ...]:
    """Return the notes with those of the same words taken together, what more tables said first.

    Ties stand by random id, so that no order of time shows. Notes of two steps stay apart: a table would count twice.
    """
    together: dict[tuple[str, ...], list[PublishedNote]] = {}
    for note in sorted(notes, key=lambda note: note.id):
        plain = " ".join(note.text.split()).casefold()
        same = (note.activity, note.kind, note.about, note.language, note.owner, note.by_when, plain)
        together.setdefault(same, []).append(note)
    found = (Saying(tuple(alike)) for alike in together.values())
    return tuple(sorted(found, key=lambda saying: (-saying.tables, saying.first.id)))


def how_it_was_said(saying: Saying, *, about: str = "") -> Message | None:
    """Return what is known of a saying beside its words; `about` is the name of what it is on, where that is told."""
    return joined(_remarks(saying, about))


def with_remarks(saying: Saying) -> Words:
    """Return the words of a saying, for a table; at how many tables it was said and a minority view in brackets."""
    remarks = joined(_remarks_for_a_table(saying))
    return saying.text if remarks is None else say("{text} ({remarks})", text=saying.first.text, remarks=remarks)


def _remarks_for_a_table(saying: Saying) -> Iterator[Message]:
    if saying.tables > 1:
        yield _at_tables(saying.tables)
    if saying.minority:
        yield say("a minority view")


def _at_tables(tables: int) -> Message:
    return say_many("said at {count} table", "said at {count} tables", count=tables)


def _remarks(saying: Saying, about: str) -> Iterator[Message]:
    if about:
        yield say("On: {what}", what=about)
    if saying.tables > 1:
        yield _at_tables(saying.tables)
    elif (strength := saying.first.strength) is not Strength.UNKNOWN:
        yield _STRENGTHS[strength]
    if any(note.verbatim for note in saying.notes) and saying.first.kind is not NoteKind.QUOTE:
        yield say("in somebody’s exact words")
    if saying.minority and saying.first.kind is not NoteKind.MINORITY_VIEW:
        yield say("a minority view")
