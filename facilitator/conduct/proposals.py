"""Areas that people proposed and that do not stand on the list: kept as notes that say where each one went."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import the_question
from facilitator.conduct.noting import Note, NoteId, NoteKind, add_note
from facilitator.core.keys import EntryId
from facilitator.errors import Refused
from facilitator.words.message import say
from facilitator.words.translator import Translator


def park_proposal(event: Event, activity: str, text: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> NoteId:
    """Keep a proposed area for later, as a parked note in the words of the room."""
    return add_note(event, _note(event, activity, text, NoteKind.PARKED), by=by, entry_id=entry_id)


def merge_proposal(
    event: Event, activity: str, key: str, text: str, area: str, *, by: str = LEAD, entry_id: EntryId | None = None
) -> NoteId:
    """Keep a proposed area as a note about the area of the question `key` that it belongs to."""
    reading = event.store.reading
    options = {option.key: option.text for option in reading.options(the_question(reading, key).id)}
    if area not in options:
        raise Refused(say("There is no such area on the list."), say("Choose the area that this one belongs to."))
    _refuse_empty(text)
    words = Translator(event.details.language)
    merged = words(say("{proposal} (merged into “{area}”)", proposal=text.strip(), area=options[area]))
    note = _note(event, activity, merged, NoteKind.WORDING_CHANGE, about=area)
    return add_note(event, note, by=by, entry_id=entry_id)


def _note(event: Event, activity: str, text: str, kind: NoteKind, *, about: str = "") -> Note:
    return Note(text.strip(), activity, kind=kind, about=about, language=event.details.language)


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise Refused(say("The proposal has no words."), say("Write what was proposed."))
