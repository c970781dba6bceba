"""Notes and table sessions: one point each, in people's own words, every edition kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import refuse_unknown_activity
from facilitator.core import lifecycle
from facilitator.core.hidden import fits_a_name
from facilitator.core.keys import EntryId
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import NoteRow, TableSessionRow
from facilitator.words.message import say

NoteId = NewType("NoteId", bytes)

LONGEST_NOTE = 19_000  # characters; with its guard a cell of a pack still holds it
LONGEST_LANGUAGE = 40  # characters


class NoteKind(StrEnum):
    """What a note is (domain.md section 2)."""

    POINT = "point"
    QUOTE = "quote"
    WORDING_CHANGE = "wording_change"
    BARRIER = "barrier"
    WHAT_WORKS = "what_works"
    ASSET = "asset"
    OFFER = "offer"
    QUESTION = "question"
    STORY = "story"
    PARKED = "parked"
    MINORITY_VIEW = "minority_view"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class Note:
    """One point: which activity and table it comes from, what it is about, and its words to the letter."""

    text: str
    activity: str
    place: str = ""
    kind: NoteKind = NoteKind.POINT
    about: str = ""
    language: str = "en"


def add_note(
    event: Event, note: Note, *, note_id: NoteId | None = None, by: str = LEAD, entry_id: EntryId | None = None
) -> NoteId:
    """Store a note and return its id; the same `note_id` (or `entry_id`) and words again is one note (T32).

    Raises `Refused` for an empty text, for one over 20,000 characters and for an activity the event does not have.
    """
    entry_id = entry_id or EntryId(event.random_bytes(16))
    new_id = note_id or NoteId(entry_id)

    def rule(moment: Moment) -> Decision[None]:
        _refuse_unusable(moment, note)
        if editions := moment.note_editions(new_id):
            _refuse_other_words(editions[0], note)
            return Decision(None)
        return Decision(None, Said("add note", note.activity, by), [_row(moment, new_id, 1, note)])

    event.decide(rule, entry_id)
    return new_id


def edit_note(event: Event, note_id: NoteId, note: Note, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Store a new edition of a note; earlier editions stay in the file (T31)."""

    def rule(moment: Moment) -> Decision[None]:
        _refuse_unusable(moment, note)
        last = _the_editions(moment, note_id)[-1]
        if last.withdrawn:
            raise Refused(say("This note was withdrawn."), say("Write a new one if it is to be said after all."))
        edition = last.edition + 1
        return Decision(None, Said("edit note", note.activity, by), [_row(moment, note_id, edition, note)])

    event.decide(rule, entry_id)


def withdraw_note(event: Event, note_id: NoteId, *, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a note out of everything that is shown or exported; the file keeps what it said."""

    def rule(moment: Moment) -> Decision[None]:
        lifecycle.refuse_without_reason(why)
        last = _the_editions(moment, note_id)[-1]
        row = last._replace(id=moment.new_id(), entry=moment.entry, edition=last.edition + 1, withdrawn=True)
        return Decision(None, Said("withdraw note", last.activity, by, why), [row])

    event.decide(rule, entry_id)


def record_table(
    event: Event,
    activity: str,
    place: str,
    *,
    headcount: int | None,
    complete: bool = False,
    played_back: bool = False,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record a table's session in an activity; the newest record of a table and activity holds."""

    def rule(moment: Moment) -> Decision[None]:
        refuse_unknown_activity(moment, activity)
        if headcount is not None and headcount < 0:
            raise Refused(say("A head-count is below zero."), say("Enter a whole number, 0 or more."))
        row = TableSessionRow(moment.new_id(), moment.entry, activity, place, headcount, complete, played_back)
        return Decision(None, Said("record table", activity, by), [row])

    event.decide(rule, entry_id)


def _row(moment: Moment, note_id: NoteId, edition: int, note: Note) -> NoteRow:
    return NoteRow(
        moment.new_id(), moment.entry, note_id, edition, note.activity, note.place, note.kind, note.about, note.text,
        note.language, withdrawn=False,
    )  # fmt: skip


def _refuse_unusable(reading: Reading, note: Note) -> None:
    if not note.text.strip():
        raise Refused(say("The note is empty."), say("Write what was said, then save it."))
    if len(note.text) > LONGEST_NOTE:
        raise Refused(
            say("The note has {length} characters; {most} is the most.", length=len(note.text), most=LONGEST_NOTE),
            say("Split it into several notes, one point each."),
        )
    if not fits_a_name(note.language) or len(note.language) > LONGEST_LANGUAGE:
        raise Refused(
            say("“{language}” is not the code of a language.", language=note.language[:20]),
            say("Write it like en or cy."),
        )
    refuse_unknown_activity(reading, note.activity)


def _refuse_other_words(first: NoteRow, note: Note) -> None:
    if first.text != note.text:
        raise Refused(
            say("A note with this id is stored with other words."), say("Send a change as a new edition of the note.")
        )


def _the_editions(reading: Reading, note_id: NoteId) -> list[NoteRow]:
    editions = reading.note_editions(note_id)
    if not editions:
        raise Refused(say("There is no such note."), say("Look for it in the list of notes."))
    return editions
