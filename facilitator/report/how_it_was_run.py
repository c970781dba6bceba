"""How the event was run: its length, how people voted, read-back, and what was not as planned, with the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator.core.keys import Channel
from facilitator.document.content import Block, Bullets, Own, Paragraph, Section, Words
from facilitator.gate.published_event import PublishedEvent, PublishedStep
from facilitator.report.meeting import duty_sections, for_whom, partner_sections, who_could_come
from facilitator.report.plain_words import why_in_words
from facilitator.report.prepared import prepared_blocks
from facilitator.report.ways_of_voting import ways_in_words
from facilitator.words.message import Message, say, say_many


def how_it_was_run_section(event: PublishedEvent) -> Section:
    """Return how the event was run, departures from the plan last."""
    blocks = (
        Bullets(tuple(_in_short(event))), *_read_back(event), *prepared_blocks(event), *_departures(event),
        *_taken_out(event), *partner_sections(event), *duty_sections(event),
    )  # fmt: skip
    return Section(say("How it was run"), blocks)


def _in_short(event: PublishedEvent) -> Iterator[Message]:
    title, version = event.programme.title.text, event.programme.version
    yield say("It followed the programme “{title}”, version {version}.", title=title, version=version)
    if variant := event.programme.variant(event.details.variant):
        title, minutes = variant.title.text, variant.minutes
        yield say("Its length was “{title}”, planned for {minutes} minutes.", title=title, minutes=minutes)
    yield _length(event)
    yield who_could_come(event)
    yield from for_whom(event)
    if event.details.tables is not None:
        yield say_many("There was {count} table.", "There were {count} tables.", count=event.details.tables)
    if ways := _ways(event):
        yield say("How the votes came, all questions together: {ways}. No result is told by way of voting.", ways=ways)


def _length(event: PublishedEvent) -> Message:
    took = [step.actual_minutes for step in event.steps if step.skipped is None]
    known = [minutes for minutes in took if minutes is not None]
    if not known:
        return say("How long the steps took is not recorded.")
    if len(known) < len(took):
        return say("How long the steps took is recorded for {known} of {steps}.", known=len(known), steps=len(took))
    return say_many("It took {count} minute.", "It took {count} minutes, pauses left out.", count=sum(known))


def _ways(event: PublishedEvent) -> Message | None:
    cast: Counter[Channel] = Counter()
    for result in event.closed_results:
        cast.update(dict(result.cast_by_channel))
    return ways_in_words(sorted(cast.items()))


def _read_back(event: PublishedEvent) -> Iterator[Block]:
    """Yield how many tables heard their notes read back: what a table never heard, it could not put right."""
    told = [_read_back_in_words(step) for step in event.steps if is_read_back_known(step)]
    if told:
        yield Paragraph(say("Read-back: the notes were read aloud to the table that said them."))
        yield Bullets(tuple(told))


def is_read_back_known(step: PublishedStep) -> bool:
    """Return whether tables were to hear their notes read back in this step, or some did."""
    return step.tables is not None and (step.tables.read_back > 0 or step.has_gathered_notes)


def _read_back_in_words(step: PublishedStep) -> Message:
    assert step.tables is not None
    return say_many(
        "{step}: {heard} of {count} table with notes heard its notes read back.",
        "{step}: {heard} of {count} tables with notes heard their notes read back.",
        count=step.tables.returned, step=step.title, heard=step.tables.read_back,
    )  # fmt: skip


def _departures(event: PublishedEvent) -> Iterator[Block]:
    parts = (
        *_part(say("Skipped:"), [_skipped(step) for step in event.steps if step.skipped is not None]),
        *_part(say("Given other minutes than planned:"), _other_minutes(event)),
        *_part(say("Why the count was closed although figures did not fit, in the organiser’s words:"), _closed(event)),
    )  # fmt: skip
    yield from parts or (Paragraph(say("No step was skipped, and none was given other minutes than planned.")),)


def _part(heading: Message, items: list[Words]) -> tuple[Block, ...]:
    return (Paragraph(heading), Bullets(tuple(items))) if items else ()


def _skipped(step: PublishedStep) -> Words:
    return say("{step}. {why}", step=step.title, why=_why(step.skipped or ""))


def _why(why: str) -> Message:
    return why_in_words(why) if why else say("No reason was recorded.")


def _other_minutes(event: PublishedEvent) -> list[Words]:
    return [_minutes(step) for step in event.steps if step.skipped is None and _has_other_minutes(step)]


def _has_other_minutes(step: PublishedStep) -> bool:
    return step.minutes_at_first != step.planned_minutes


def _minutes(step: PublishedStep) -> Words:
    return say_many(
        "{step}: {count} minute in place of {first}. {why}", "{step}: {count} minutes in place of {first}. {why}",
        count=step.planned_minutes, step=step.title, first=step.minutes_at_first,
        why=_why("; ".join(step.why_other_minutes)),
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
