"""Notes in the report: people's own words, by activity and kind, without the table they came from (D12)."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.conduct.noting import NoteKind
from facilitator.conduct.record import EventRecord, NoteRecord
from facilitator.document.content import Block, Bullets, Note, NoteList, Own, Paragraph, Section, Tone, Words
from facilitator.report.headlines import named_things
from facilitator.words.message import Message, say, say_many

_KINDS = {
    NoteKind.POINT: say("Points"),
    NoteKind.QUOTE: say("In somebody’s own words"),
    NoteKind.WORDING_CHANGE: say("Other wordings wished for"),
    NoteKind.BARRIER: say("What gets in the way"),
    NoteKind.WHAT_WORKS: say("What works"),
    NoteKind.ASSET: say("What there is here already"),
    NoteKind.OFFER: say("What people and groups offer"),
    NoteKind.QUESTION: say("Questions"),
    NoteKind.STORY: say("Stories"),
    NoteKind.PARKED: say("Kept for later"),
    NoteKind.MINORITY_VIEW: say("Said by few, and it matters"),
    NoteKind.COMMITMENT: say("What was promised"),
}


def notes_section(record: EventRecord, stage: str) -> Iterator[Section]:
    """Yield the notes of a stage, each activity with what people were asked there."""
    notes = [note for note in record.notes if note.stage == stage]
    if notes:
        activities = [activity for activity in _activities(record) if any(note.activity == activity for note in notes)]
        parts = tuple(_activity(record, activity, notes) for activity in activities)
        yield Section(say("What people said"), (Paragraph(_how_many(len(notes)), Tone.QUIET), *parts))


def other_notes_section(record: EventRecord) -> Iterator[Section]:
    """Yield the notes whose activity is no longer in a stage of the run sheet, so that none is lost."""
    stages = {stage.key for stage in record.stages}
    notes = [note for note in record.notes if note.stage not in stages]
    if notes:
        yield Section(say("Other notes"), tuple(_kinds(record, notes)))


def _how_many(notes: int) -> Message:
    return say_many(
        "{count} note, as it was written. Notes are what somebody said; how many there are says nothing of how many "
        "people think so.",
        "{count} notes, as they were written. Notes are what somebody said; how many there are says nothing of how "
        "many people think so.",
        count=notes,
    )


def _activities(record: EventRecord) -> list[str]:
    return list(dict.fromkeys([*(step.key for step in record.steps), *(note.activity for note in record.notes)]))


def _activity(record: EventRecord, activity: str, notes: list[NoteRecord]) -> Section:
    here = [note for note in notes if note.activity == activity]
    step = next((step for step in record.steps if step.key == activity), None)
    asked: tuple[Block, ...] = (
        (Bullets(tuple(Own(prompt) for prompt in step.prompts)),) if step and step.prompts else ()
    )
    return Section(Own(_title(record, activity)), (*asked, *_kinds(record, here)))


def _title(record: EventRecord, activity: str) -> str:
    planned = (step for variant in record.programme.variants for step in variant.activities)
    titles = {str(step.key): step.title.text for step in planned} | {step.key: step.title for step in record.steps}
    return titles.get(activity, activity)


def _kinds(record: EventRecord, notes: list[NoteRecord]) -> Iterator[Section]:
    names = named_things(record)
    notes = sorted(notes, key=lambda note: (note.about, note.id))  # by random id, so that no order of time shows
    for kind, heading in _KINDS.items():
        here = tuple(_note(note, names) for note in notes if note.kind is kind)
        if here:
            yield Section(heading, (NoteList(here),))


def _note(note: NoteRecord, names: dict[str, str]) -> Note:
    about: Words | None = say("On: {what}", what=names.get(note.about, note.about)) if note.about else None
    return Note(Own(note.text, note.language), about)
