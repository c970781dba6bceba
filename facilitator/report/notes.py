"""Notes in the report: people's own words, by activity and kind, without the table they came from (D12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.core.notes import NoteKind
from facilitator.core.programme import ActivityKind
from facilitator.document.content import Block, Bullets, Note, NoteList, Own, Paragraph, Section, Tone
from facilitator.gate.published_event import PublishedEvent, PublishedNote, PublishedTables
from facilitator.report.headlines import area_names, named_things
from facilitator.report.owed import TOLD_APART
from facilitator.report.plain_words import joined
from facilitator.report.said import Saying, how_it_was_said, sayings
from facilitator.words.message import Message, say, say_many

_KINDS = {
    NoteKind.POINT: say("Points"),
    NoteKind.QUOTE: say("In somebody’s own words"),
    NoteKind.WORDING_CHANGE: say("Other wordings wished for"),
    NoteKind.WHAT_WORKS: say("What works"),
    NoteKind.BARRIER: say("What gets in the way"),
    NoteKind.STORY: say("Stories"),
    NoteKind.MINORITY_VIEW: say("Said by few, and it matters"),
}
_TABLE_WORK = {
    NoteKind.WHAT_WORKS: say("To keep: what works"),
    NoteKind.BARRIER: say("To change: what gets in the way"),
    NoteKind.POINT: say("Trade-offs, who does what, and other points"),
}
_PEOPLE_ARE_ASKED = (
    ActivityKind.GO_ROUND, ActivityKind.TABLE_TALK, ActivityKind.PLAY_BACK, ActivityKind.COMMITMENTS,
    ActivityKind.FORMS,
)  # fmt: skip
_NOT_SORTED = say(
    "A note does not say which of the questions to the tables it answers, such as what could have less or who does "
    "what, so these stand together."
)
_KINDS_ON_AN_AREA = _TABLE_WORK | {kind: words for kind, words in _KINDS.items() if kind not in _TABLE_WORK}
_KIND_OF_ONE = {
    NoteKind.POINT: say("a point"),
    NoteKind.QUOTE: say("in somebody’s own words"),
    NoteKind.WORDING_CHANGE: say("another wording wished for"),
    NoteKind.WHAT_WORKS: say("what works"),
    NoteKind.BARRIER: say("what gets in the way"),
    NoteKind.STORY: say("a story"),
    NoteKind.MINORITY_VIEW: say("said by few, and it matters"),
}


def activity_sections(event: PublishedEvent, stage: str, *, told: Sequence[str] = ()) -> Iterator[Section]:
    """Yield each activity of a stage with what people were asked there and what they said.

    Notes about the areas in `told` are left out: they stand with their areas.
    """
    for activity in _activities(event, stage):
        here = [note for note in event.notes if note.stage == stage and note.activity == activity]
        rest = [note for note in here if note.about not in told]
        if rest or not here:
            yield _activity(event, activity, rest, is_rest=len(rest) < len(here))


def area_note_sections(event: PublishedEvent, stage: str, area: str) -> Iterator[Section]:
    """Yield what people said in a stage about one area, by kind."""
    notes = [note for note in event.notes if note.stage == stage and note.about == area]
    for section in _kinds(event, notes, _KINDS_ON_AN_AREA, names_about=False):
        is_mixed = section.heading == _TABLE_WORK[NoteKind.POINT]
        yield replace(section, blocks=(Paragraph(_NOT_SORTED, Tone.QUIET), *section.blocks)) if is_mixed else section


def area_prompt_blocks(event: PublishedEvent, stage: str, areas: Sequence[str]) -> Iterator[Block]:
    """Yield what the tables were asked where they worked on areas, and how many sent notes."""
    for activity in _activities(event, stage):
        if any(note.activity == activity and note.about in areas and note.stage == stage for note in event.notes):
            yield from _asked(event, activity)
            yield from (Paragraph(words, Tone.QUIET) for words in returned_in_words(event, activity))


def other_notes_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the notes whose activity is no longer in a stage of the run sheet, so that none is lost."""
    stages = {stage.key for stage in event.stages}
    notes = [note for note in event.notes if note.stage not in stages and note.kind not in TOLD_APART]
    if notes:
        yield Section(say("Other notes"), tuple(_kinds(event, notes, _KINDS)))


def title_of(event: PublishedEvent, activity: str) -> str:
    """Return the name of an activity, also of one that is no longer in the run sheet."""
    planned = (step for variant in event.programme.variants for step in variant.activities)
    titles = {str(step.key): step.title.text for step in planned} | {step.key: step.title for step in event.steps}
    return titles.get(activity, activity)


def returned_in_words(event: PublishedEvent, activity: str) -> Iterator[Message]:
    """Yield from how many tables notes came (T29), never from which; a table without notes has views too (T30)."""
    if not any(note.activity == activity for note in event.notes):
        yield say("No notes returned. That does not say that people had no views.")
    elif tables := next((step.tables for step in event.steps if step.key == activity), None):
        yield _tables_in_words(tables)


def _activities(event: PublishedEvent, stage: str) -> list[str]:
    notes = {note.activity for note in event.notes if note.stage == stage and note.kind not in TOLD_APART}
    silent = {step.key for step in event.steps if step.stage == stage and step.has_gathered_notes}
    every = dict.fromkeys([*(step.key for step in event.steps), *(note.activity for note in event.notes)])
    return [activity for activity in every if activity in notes | silent]


def _activity(event: PublishedEvent, activity: str, notes: list[PublishedNote], *, is_rest: bool) -> Section:
    title = title_of(event, activity)
    if is_rest:
        return Section(say("{step}: not about one area", step=title), tuple(_by_area_or_kind(event, notes)))
    if _is_told_by_organisers(event, activity):
        return Section(say("Noted by the organisers: {step}", step=title), tuple(_by_area_or_kind(event, notes)))
    returned = (Paragraph(words, Tone.QUIET) for words in returned_in_words(event, activity))
    blocks = (*_asked(event, activity), *returned, *_by_area_or_kind(event, notes))
    return Section(say("What people said: {step}", step=title), blocks)


def _is_told_by_organisers(event: PublishedEvent, activity: str) -> bool:
    """Return whether nobody was asked anything at a step and no table sent a note: then it is not what people said."""
    step = next((step for step in event.steps if step.key == activity), None)
    if step is None or step.kind in _PEOPLE_ARE_ASKED or step.prompts or step.has_gathered_notes:
        return False
    return not any(note.session for note in event.notes if note.activity == activity)


def _asked(event: PublishedEvent, activity: str) -> Iterator[Block]:
    step = next((step for step in event.steps if step.key == activity), None)
    if step and step.prompts:
        yield Paragraph(say("The tables were asked:"))
        yield Bullets(tuple(Own(prompt) for prompt in step.prompts))


def _tables_in_words(tables: PublishedTables) -> Message:
    if tables.there is None:
        return say_many("Notes from {count} table.", "Notes from {count} tables.", count=tables.returned)
    told = say_many(
        "Notes from {returned} of {count} table.", "Notes from {returned} of {count} tables.", count=tables.there,
        returned=tables.returned,
    )  # fmt: skip
    missing = tables.there - tables.returned
    return say("{told} No notes returned from the others.", told=told) if missing else told


def _by_area_or_kind(event: PublishedEvent, notes: list[PublishedNote]) -> Iterator[Section]:
    """Yield the notes by area where tables talked about areas, else by kind."""
    areas = area_names(event)
    about = [area for area in areas if any(note.about == area and note.kind not in TOLD_APART for note in notes)]
    for area in about:
        here = [note for note in notes if note.about == area]
        yield Section(Own(areas[area]), (_list(here),))
    rest = [note for note in notes if note.about not in about]
    kinds = tuple(_kinds(event, rest, _KINDS))
    if about and kinds:
        yield Section(say("Not about one area"), kinds)
    else:
        yield from kinds


def _list(notes: Sequence[PublishedNote]) -> NoteList:
    """Return the notes on one area as one list, each with its kind: headings over one note each help nobody."""
    ordered = {kind: [note for note in notes if note.kind is kind] for kind in _KINDS_ON_AN_AREA}
    said = [saying for here in ordered.values() for saying in sayings(here)]
    return NoteList(tuple(_note_of_a_kind(saying) for saying in said))


def _note_of_a_kind(saying: Saying) -> Note:
    kind, remarks = _KIND_OF_ONE[saying.first.kind], how_it_was_said(saying)
    return Note(saying.text, joined([kind, remarks] if remarks else [kind]))


def _kinds(
    event: PublishedEvent,
    notes: Sequence[PublishedNote],
    headings: dict[NoteKind, Message],
    *,
    names_about: bool = True,
) -> Iterator[Section]:
    names = named_things(event) if names_about else {}
    for kind, heading in headings.items():
        said = sayings(note for note in notes if note.kind is kind)
        if said:
            yield Section(heading, (NoteList(tuple(_note(saying, names) for saying in said)),))


def _note(saying: Saying, names: dict[str, str]) -> Note:
    about = names.get(saying.first.about, saying.first.about) if names else ""
    return Note(saying.text, how_it_was_said(saying, about=about))
