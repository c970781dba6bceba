"""How the event was run: what was skipped, shortened or taken out again, each with the reason somebody gave."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.document.content import Block, Bullets, Own, Paragraph, Section, Words
from facilitator.gate.published_event import PublishedEvent, PublishedStep
from facilitator.words.message import Message, say, say_many


def how_it_was_run_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield what did not go as planned, with the reasons; nothing where all did or nobody marked the steps."""
    parts = (
        *_part(say("Skipped:"), [_skipped(step) for step in event.steps if step.skipped is not None]),
        *_part(say("Given other minutes than planned:"), _other_minutes(event)),
        *_part(say("Why the count was closed although something did not add up:"), _closed(event)),
        *_taken_out(event),
    )
    if parts:
        yield Section(say("How it was run"), parts)


def _part(heading: Message, items: list[Words]) -> tuple[Block, ...]:
    return (Paragraph(heading), Bullets(tuple(items))) if items else ()


def _skipped(step: PublishedStep) -> Words:
    return say("{step}. Why: {why}", step=step.title, why=step.skipped or "")


def _other_minutes(event: PublishedEvent) -> list[Words]:
    return [_minutes(step) for step in event.steps if step.skipped is None and _has_other_minutes(step)]


def _has_other_minutes(step: PublishedStep) -> bool:
    return step.minutes_at_first != step.planned_minutes


def _minutes(step: PublishedStep) -> Words:
    return say_many(
        "{step}: {count} minute in place of {first}. Why: {why}",
        "{step}: {count} minutes in place of {first}. Why: {why}",
        count=step.planned_minutes, step=step.title, first=step.minutes_at_first,
        why="; ".join(step.why_other_minutes),
    )  # fmt: skip


def _taken_out(event: PublishedEvent) -> Iterator[Block]:
    """Yield how many notes are out, and never why: that may tell what the note told."""
    if out := event.notes_taken_out:
        yield Paragraph(
            say_many(
                "{count} note was taken out again after it was written, and is nowhere in this report.",
                "{count} notes were taken out again after they were written, and are nowhere in this report.",
                count=out,
            )
        )


def _closed(event: PublishedEvent) -> list[Words]:
    return [Own(why) for why in event.why_count_closed]
