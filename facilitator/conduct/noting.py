"""Notes and table sessions: one point each, in people's own words, every edition kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NewType

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import refuse_unknown_activity
from facilitator.core.forms import Form
from facilitator.core.hidden import fits_a_name
from facilitator.core.keys import EntryId
from facilitator.core.methods import Method
from facilitator.core.notes import NoteKind as NoteKind
from facilitator.core.notes import Strength as Strength
from facilitator.core.tables import place_key
from facilitator.document.visible import in_one_line
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import Reading
from facilitator.store.rows import MainPointRow, NoteRow, Row, TableSessionRow
from facilitator.words.message import say

NoteId = NewType("NoteId", bytes)

LONGEST_NOTE = 19_000  # characters; with its guard a cell of a pack still holds it
LONGEST_LANGUAGE = 40  # characters
LONGEST_OWNER = 200  # characters; of who sees to it, and of by when


@dataclass(frozen=True, slots=True)
class Note:
    """One point: which activity and table it comes from, what it is about, and its words to the letter.

    `about` is the key of a question or of an area, the id of a question of a paper form (a comment), or empty. A note
    of the kind minority view is always `minority`.
    `owner` is who sees to a commitment or an offer, or answers a question, and `by_when` until when, both in words.
    """

    text: str
    activity: str
    place: str = ""
    kind: NoteKind = NoteKind.POINT
    about: str = ""
    language: str = "en"
    verbatim: bool = False
    strength: Strength = Strength.UNKNOWN
    minority: bool = False
    owner: str = ""
    by_when: str = ""


@dataclass(frozen=True, slots=True)
class TableSession:
    """One table in one activity; a headcount of None is not known (T28)."""

    activity: str
    place: str
    headcount: int | None = None
    complete: bool = False
    played_back: bool = False


def add_note(
    event: Event, note: Note, *, note_id: NoteId | None = None, by: str = LEAD, entry_id: EntryId | None = None
) -> NoteId:
    """Store a note and return its id; the same `note_id` (or `entry_id`) and words again is one note (T32).

    Raises `Refused` for an empty text, for one over 19,000 characters, for an activity the event does not have, for
    something it is about that the event does not ask, and for an owner or `by_when` that is no line of 200 characters.
    """
    entry_id = entry_id or EntryId(event.random_bytes(16))
    new_id = note_id or NoteId(entry_id)

    def rule(moment: Moment) -> Decision[None]:
        refuse_unusable(moment, note, event.programme.forms)
        if editions := moment.note_editions(new_id):
            _refuse_other_words(editions[0], note)
            return Decision(None)
        return Decision(None, Said("add note", note.activity, by), [_row(moment, new_id, 1, note)])

    event.decide(rule, entry_id)
    return new_id


def edit_note(event: Event, note_id: NoteId, note: Note, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Store a new edition of a note; earlier editions stay in the file (T31)."""

    def rule(moment: Moment) -> Decision[None]:
        refuse_unusable(moment, note, event.programme.forms)
        edition = _standing_edition(moment, note_id).edition + 1
        return Decision(None, Said("edit note", note.activity, by), [_row(moment, note_id, edition, note)])

    event.decide(rule, entry_id)


def reworded(moment: Moment, note_id: NoteId, text: str) -> NoteRow:
    """Return the next edition of a note in other words, for a decision; raises `Refused` as `edit_note` does."""
    last = _standing_edition(moment, note_id)
    _refuse_unusable_text(text)
    return last._replace(id=moment.new_id(), entry=moment.entry, edition=last.edition + 1, text=text)


def withdraw_note(event: Event, note_id: NoteId, *, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a note, and main points made of it, out of everything shown or exported; the file keeps what it said."""

    def rule(moment: Moment) -> Decision[None]:
        _refuse_without_reason(why)
        last = _the_editions(moment, note_id)[-1]
        if last.withdrawn:
            raise Refused(say("This note was withdrawn already."), say("Nothing more to do."))
        points = [point for point in moment.main_points() if point.note == note_id]
        rows = [_after(moment, last, withdrawn=True), *(_point_after(moment, one, withdrawn=True) for one in points)]
        return Decision(None, Said("withdraw note", last.activity, by, why), rows)

    event.decide(rule, entry_id)


def bring_back_note(event: Event, note_id: NoteId, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Undo the withdrawal of a note, and of the main points that went with it; each is a new edition."""

    def rule(moment: Moment) -> Decision[None]:
        last = _the_editions(moment, note_id)[-1]
        if not last.withdrawn:
            raise Refused(say("This note is not withdrawn."), say("Nothing more to do."))
        points = (moment.main_point_editions(point)[-1] for point in moment.points_ever_made_of(note_id))
        gone = [point for point in points if point.withdrawn and point.entry == last.entry]
        rows = [_after(moment, last, withdrawn=False), *(_point_after(moment, one, withdrawn=False) for one in gone)]
        return Decision(None, Said("bring back note", last.activity, by), rows)

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
    session = TableSession(activity, place, headcount, complete, played_back)
    event.decide(_table_rule(activity, place, lambda _: session, by), entry_id)


def tick_table(
    event: Event,
    activity: str,
    place: str,
    *,
    complete: bool | None = None,
    played_back: bool | None = None,
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Tick that all notes of a table are in, or that it heard them read back; None leaves a tick as it is."""

    def ticked(stands: TableSession) -> TableSession:
        return replace(
            stands,
            complete=stands.complete if complete is None else complete,
            played_back=stands.played_back if played_back is None else played_back,
        )

    event.decide(_table_rule(activity, place, ticked, by), entry_id)


def table_sessions(event: Event, activity: str) -> tuple[TableSession, ...]:
    """Return the tables of an activity as they stand; a table of which nothing was recorded is not among them."""
    return tuple(one for one in sessions_now(event.store.reading) if one.activity == activity)


def sessions_now(reading: Reading) -> tuple[TableSession, ...]:
    """Return every table in every activity as it stands; of two spellings of one table, the newest record."""
    newest = {(row.activity, place_key(row.place)): row for row in reading.table_sessions()}
    return tuple(
        TableSession(row.activity, row.place, row.headcount, bool(row.complete), bool(row.played_back))
        for row in newest.values()
    )


def _table_rule(
    activity: str, place: str, changed: Callable[[TableSession], TableSession], by: str
) -> Callable[[Moment], Decision[None]]:
    def rule(moment: Moment) -> Decision[None]:
        refuse_unknown_activity(moment, activity)
        here = (one for one in sessions_now(moment) if one.activity == activity)
        stands = next((one for one in here if place_key(one.place) == place_key(place)), None)
        session = changed(stands or TableSession(activity, place))
        if session.headcount is not None and session.headcount < 0:
            raise Refused(say("A head-count is below zero."), say("Enter a whole number, 0 or more."))
        row = TableSessionRow(
            moment.new_id(),
            moment.entry,
            activity,
            stands.place if stands else place,
            session.headcount,
            session.complete,
            session.played_back,
        )
        return Decision(None, Said("record table", activity, by), [row])

    return rule


def _row(moment: Moment, note_id: NoteId, edition: int, note: Note) -> NoteRow:
    return NoteRow(
        moment.new_id(), moment.entry, note_id, edition, note.activity, note.place, note.kind, note.about, note.text,
        note.language, withdrawn=False, verbatim=note.verbatim, strength=note.strength,
        minority=note.minority or note.kind is NoteKind.MINORITY_VIEW, owner=note.owner.strip(),
        by_when=note.by_when.strip(),
    )  # fmt: skip


def _after(moment: Moment, last: NoteRow, *, withdrawn: bool) -> Row:
    return last._replace(id=moment.new_id(), entry=moment.entry, edition=last.edition + 1, withdrawn=withdrawn)


def _point_after(moment: Moment, last: MainPointRow, *, withdrawn: bool) -> Row:
    return last._replace(id=moment.new_id(), entry=moment.entry, edition=last.edition + 1, withdrawn=withdrawn)


def refuse_unusable(reading: Reading, note: Note, forms: tuple[Form, ...]) -> None:
    """Raise `Refused` for a note that cannot be stored, as `add_note` would."""
    _refuse_unusable_text(note.text)
    if not fits_a_name(note.language) or len(note.language) > LONGEST_LANGUAGE:
        raise Refused(
            say("“{language}” is not the code of a language.", language=note.language[:20]),
            say("Write it like en or cy."),
        )
    refuse_unfit_line(note.owner, LONGEST_OWNER)
    refuse_unfit_line(note.by_when, LONGEST_OWNER)
    refuse_unknown_activity(reading, note.activity)
    if note.about not in {form.id_of(question) for form in forms for question in form.comments}:
        _refuse_unknown_thing(reading, note.about)


def refuse_unfit_line(text: str, most: int) -> None:
    """Raise `Refused` for a text that is longer than `most` characters, or no line of characters that can be seen."""
    if len(text) > most:
        raise Refused(
            say("“{text}…” has {length} characters; {most} is the most.", text=text[:20], length=len(text), most=most),
            say("Say it in fewer words."),
        )
    if not fits_a_name(text):
        raise Refused(
            say("“{text}” has a line end, or a character that cannot be seen.", text=in_one_line(text)[:80]),
            say("Type it again by hand, on one line."),
        )


def _refuse_without_reason(why: str) -> None:
    if not why.strip():  # no report prints it: it may tell what the note told
        raise Refused(say("A reason is missing."), say("Write in a few words why; only the event file keeps it."))


def _refuse_unknown_thing(reading: Reading, about: str) -> None:
    if not about or reading.current_question(about) is not None:
        return
    ranked = (question for question in reading.questions() if Method(question.method).ranks_options)
    if not any(option.key == about for question in ranked for option in reading.options(question.id)):
        raise Refused(
            say("This event asks about nothing called “{about}”.", about=about[:80]),
            say("Choose a statement or an area of this event, or none."),
        )


def _refuse_other_words(first: NoteRow, note: Note) -> None:
    if first.text != note.text:
        raise Refused(
            say("A note with this id is stored with other words."), say("Send a change as a new edition of the note.")
        )


def _refuse_unusable_text(text: str) -> None:
    if not text.strip():
        raise Refused(say("The note is empty."), say("Write what was said, then save it."))
    if len(text) > LONGEST_NOTE:
        raise Refused(
            say("The note has {length} characters; {most} is the most.", length=len(text), most=LONGEST_NOTE),
            say("Split it into several notes, one point each."),
        )


def _standing_edition(reading: Reading, note_id: NoteId) -> NoteRow:
    last = _the_editions(reading, note_id)[-1]
    if last.withdrawn:
        raise Refused(say("This note was withdrawn."), say("Write a new one if it is to be said after all."))
    return last


def _the_editions(reading: Reading, note_id: NoteId) -> list[NoteRow]:
    editions = reading.note_editions(note_id)
    if not editions:
        raise Refused(say("There is no such note."), say("Look for it in the list of notes."))
    return editions
