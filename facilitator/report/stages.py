"""The stages in the report: what was voted on, what went forward, and what people said, by area if there are any."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.programme import Stage
from facilitator.document.content import Block, Own, Paragraph, Section, Tone
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.carried import carried_section
from facilitator.report.notes import activity_sections, area_note_sections, area_prompt_blocks
from facilitator.report.owed import TOLD_APART
from facilitator.report.questions import (
    area_question_sections,
    areas_asked_about,
    question_blocks,
    whole_room_section,
    without_result_sections,
)
from facilitator.words.message import say


def stage_section(event: PublishedEvent, stage: Stage, number: int) -> Iterator[Section]:
    """Yield a stage as one part, unless nothing is known of it."""
    areas = _areas(event, stage)
    blocks = (
        *_by_area(event, stage, areas),
        *(whole_room_section(event, stage.key) if areas else question_blocks(event, stage.key)),
        *carried_section(event, stage.key),
        *activity_sections(event, stage.key, told=areas),
        *_told_apart(event, stage),
        *without_result_sections(event, stage.key),
    )
    if blocks:
        yield Section(say("Stage {number}: {title}", number=number, title=stage.title.text), blocks)


def _areas(event: PublishedEvent, stage: Stage) -> tuple[str, ...]:
    """Return the areas that this stage works on: the carried ones after the vote on them, in their order."""
    asked = areas_asked_about(event, stage.key)
    if event.carried is None or not _comes_after(event, stage, event.carried.stage):
        return asked
    carried = [area for area, _ in event.carried.areas]
    noted = {note.about for note in event.notes if note.stage == stage.key}
    return tuple(dict.fromkeys([*(area for area in carried if area in asked or area in noted), *asked]))


def _comes_after(event: PublishedEvent, stage: Stage, other: str) -> bool:
    keys = [str(one.key) for one in event.stages]
    return other in keys and keys.index(stage.key) > keys.index(other)


def _by_area(event: PublishedEvent, stage: Stage, areas: tuple[str, ...]) -> Iterator[Block]:
    texts = dict(event.carried.areas) if event.carried else {}
    yield from area_prompt_blocks(event, stage.key, areas)
    for area in areas:
        blocks = (*area_question_sections(event, stage.key, area), *area_note_sections(event, stage.key, area))
        nothing = (Paragraph(say("Nothing on this area was recorded.")),)
        yield Section(Own(texts.get(area, area)), blocks or nothing)


def _told_apart(event: PublishedEvent, stage: Stage) -> Iterator[Block]:
    if any(note.stage == stage.key and note.kind in TOLD_APART for note in event.notes):
        apart = say("Offers, commitments, questions and what there is here already stand together further down.")
        yield Paragraph(apart, Tone.QUIET)
