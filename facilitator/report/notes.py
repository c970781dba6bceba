"""Notes in the report: people's own words, by activity and kind, without the table they came from (D12)."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.notes import NoteKind, Strength
from facilitator.document.content import Block, Bullets, Note, NoteList, Own, Paragraph, Section, Tone
from facilitator.gate.published_event import PublishedEvent, PublishedNote, PublishedTables
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

_STRENGTHS = {
    Strength.ONE: say("said by one at the table"),
    Strength.SOME: say("said by some of the table"),
    Strength.MOST: say("said by most of the table"),
    Strength.ALL: say("said by all of the table"),
}


def notes_section(event: PublishedEvent, stage: str) -> Iterator[Section]:
    """Yield the notes of a stage, each activity with what people were asked there."""
    notes = [note for note in event.notes if note.stage == stage]
    silent = {step.key for step in event.steps if step.stage == stage and step.has_gathered_notes}
    activities = [one for one in _activities(event) if one in silent or any(note.activity == one for note in notes)]
    if activities:
        parts = tuple(_activity(event, activity, notes) for activity in activities)
        yield Section(say("What people said"), (Paragraph(_how_many(len(notes)), Tone.QUIET), *parts))


def other_notes_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the notes whose activity is no longer in a stage of the run sheet, so that none is lost."""
    stages = {stage.key for stage in event.stages}
    notes = [note for note in event.notes if note.stage not in stages]
    if notes:
        yield Section(say("Other notes"), tuple(_kinds(event, notes)))


def _how_many(notes: int) -> Message:
    return say_many(
        "{count} note, as it was written. Notes are what somebody said; how many there are says nothing of how many "
        "people think so.",
        "{count} notes, as they were written. Notes are what somebody said; how many there are says nothing of how "
        "many people think so.",
        count=notes,
    )


def _activities(event: PublishedEvent) -> list[str]:
    return list(dict.fromkeys([*(step.key for step in event.steps), *(note.activity for note in event.notes)]))


def _activity(event: PublishedEvent, activity: str, notes: list[PublishedNote]) -> Section:
    here = [note for note in notes if note.activity == activity]
    step = next((step for step in event.steps if step.key == activity), None)
    asked: tuple[Block, ...] = (
        (Bullets(tuple(Own(prompt) for prompt in step.prompts)),) if step and step.prompts else ()
    )
    returned = tuple(Paragraph(words, Tone.QUIET) for words in _returned(event, activity, here))
    return Section(Own(_title(event, activity)), (*asked, *returned, *_kinds(event, here)))


def _returned(event: PublishedEvent, activity: str, here: list[PublishedNote]) -> Iterator[Message]:
    """Yield from how many tables notes came (T29), never from which; a table without notes has views too (T30)."""
    if not here:
        yield say("No notes returned. That does not say that people had no views.")
    elif tables := next((step.tables for step in event.steps if step.key == activity), None):
        yield _tables_in_words(tables)


def _tables_in_words(tables: PublishedTables) -> Message:
    if tables.there is None:
        return say_many("Notes from {count} table.", "Notes from {count} tables.", count=tables.returned)
    told = say_many(
        "Notes from {returned} of {count} table.", "Notes from {returned} of {count} tables.", count=tables.there,
        returned=tables.returned,
    )  # fmt: skip
    missing = tables.there - tables.returned
    return say("{told} No notes returned from the others.", told=told) if missing else told


def _title(event: PublishedEvent, activity: str) -> str:
    planned = (step for variant in event.programme.variants for step in variant.activities)
    titles = {str(step.key): step.title.text for step in planned} | {step.key: step.title for step in event.steps}
    return titles.get(activity, activity)


def _kinds(event: PublishedEvent, notes: list[PublishedNote]) -> Iterator[Section]:
    names = named_things(event)
    notes = sorted(notes, key=lambda note: (note.about, note.id))  # by random id, so that no order of time shows
    for kind, heading in _KINDS.items():
        here = tuple(_note(note, names) for note in notes if note.kind is kind)
        if here:
            yield Section(heading, (NoteList(here),))


def _note(note: PublishedNote, names: dict[str, str]) -> Note:
    told: Message | None = None
    for more in _told_of(note, names):
        told = more if told is None else say("{before} · {next}", before=told, next=more)
    return Note(Own(note.text, note.language), told)


def _told_of(note: PublishedNote, names: dict[str, str]) -> Iterator[Message]:
    if note.about:
        yield say("On: {what}", what=names.get(note.about, note.about))
    if note.verbatim:
        yield say("in somebody’s exact words")
    if note.strength is not Strength.UNKNOWN:
        yield _STRENGTHS[note.strength]
    if note.minority and note.kind is not NoteKind.MINORITY_VIEW:
        yield say("a minority view")
