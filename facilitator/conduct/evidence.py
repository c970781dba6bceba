"""Areas about which nobody brought figures: who will find out, and by when."""

from __future__ import annotations

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import Note, NoteId, NoteKind, add_note
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.core.keys import EntryId
from facilitator.errors import Refused
from facilitator.store.reading import Reading
from facilitator.words.message import say
from facilitator.words.translator import Translator


def promise_figures(
    event: Event, activity: str, *, who: str, by_when: str, by: str = LEAD, entry_id: EntryId | None = None
) -> NoteId:
    """Keep as a question about the area of this step which organisation will find out its figures, and by when."""
    if not who.strip():
        raise Refused(say("Who will find out is missing."), say("Write the organisation, no person's name."))
    if not by_when.strip():
        raise Refused(say("By when is missing."), say("Write a date, such as “the end of March”."))
    area, name = _area_of(event.store.reading, activity)
    text = say(
        "We brought no figures for “{area}”: {who} will find out by {when}.",
        area=name,
        who=who.strip(),
        when=by_when.strip(),
    )
    language = event.details.language
    note = Note(Translator(language)(text), activity, kind=NoteKind.QUESTION, about=area, language=language)
    return add_note(event, note, by=by, entry_id=entry_id)


def promised_figures(record: EventRecord, activity: str) -> tuple[NoteRecord, ...]:
    """Return the questions of a step that are about its area: what somebody will find out."""
    area = next((step.from_area for step in record.steps if step.key == activity), None)
    kept = (note for note in record.notes if note.activity == activity and note.kind is NoteKind.QUESTION)
    return tuple(note for note in kept if area is not None and note.about == area)


def _area_of(reading: Reading, activity: str) -> tuple[str, str]:
    step = next((step for step in reading.activities() if step.key == activity), None)
    area = step.from_area if step is not None else None
    carried = reading.carry_forward()
    options = reading.options(carried.question) if carried is not None else []
    name = next((short_name(option.text) for option in options if option.key == area), None)
    if area is None or name is None:
        raise Refused(say("This step is about no carried area."), say("Carry areas forward first."))
    return area, name
