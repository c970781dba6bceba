"""How the event was run: what was skipped, shortened or taken out again, each with the reason somebody gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitator.conduct.record import EventRecord, StepRecord
from facilitator.conduct.run_times import time_of_day
from facilitator.core.timing import SECONDS_A_MINUTE
from facilitator.document.content import Block, Bullets, Fact, Own, Paragraph, Section, Words
from facilitator.words.message import Message, say, say_many

TOLD_TO_MINUTES = 5  # no time finer than this is published
_OTHER_MINUTES = ("catch up", "change minutes")


def began_and_ended(record: EventRecord) -> Iterator[Fact]:
    """Yield when the event began and ended, in this computer's time and to five minutes; unknown is left out."""
    started = [step.started_at for step in record.steps if step.started_at is not None]
    ended = [step.ended_at for step in record.steps if step.ended_at is not None]
    if started:
        yield Fact(say("Began"), say("about {time}", time=_about(min(started))))
    if started and len(ended) == len(started):
        yield Fact(say("Ended"), say("about {time}", time=_about(max(ended))))


def how_it_was_run_section(record: EventRecord) -> Iterator[Section]:
    """Yield what did not go as planned, with the reasons; nothing where all did or nobody marked the steps."""
    parts = (
        *_part(say("Skipped:"), [_skipped(step) for step in record.steps if step.skipped is not None]),
        *_part(say("Given other minutes than planned:"), _other_minutes(record)),
        *_part(say("Why the count was closed although something did not add up:"), _closed(record)),
        *_taken_out(record),
    )
    if parts:
        yield Section(say("How it was run"), parts)


def _part(heading: Message, items: list[Words]) -> tuple[Block, ...]:
    return (Paragraph(heading), Bullets(tuple(items))) if items else ()


def _skipped(step: StepRecord) -> Words:
    return say("{step}. Why: {why}", step=step.title, why=step.skipped or "")


def _other_minutes(record: EventRecord) -> list[Words]:
    changed = (step for step in record.steps if step.skipped is None and _has_other_minutes(step))
    return [_minutes(record, step) for step in changed]


def _has_other_minutes(step: StepRecord) -> bool:
    return step.minutes_at_first is not None and step.minutes_at_first != step.planned_minutes


def _minutes(record: EventRecord, step: StepRecord) -> Words:
    reasons = [
        change.why
        for change in record.changes
        if change.verb in _OTHER_MINUTES and step.key in change.about.split(", ") and change.why
    ]
    return say_many(
        "{step}: {count} minute in place of {first}. Why: {why}",
        "{step}: {count} minutes in place of {first}. Why: {why}",
        count=step.planned_minutes, step=step.title, first=step.minutes_at_first or 0,
        why="; ".join(dict.fromkeys(reasons)),
    )  # fmt: skip


def _taken_out(record: EventRecord) -> Iterator[Block]:
    """Yield how many notes are out; why stays in the event file, since it may tell what the note told."""
    verbs = Counter(change.verb for change in record.changes)
    if out := verbs["withdraw note"] - verbs["bring back note"]:
        yield Paragraph(
            say_many(
                "{count} note was taken out again after it was written, and is nowhere in this report.",
                "{count} notes were taken out again after they were written, and are nowhere in this report.",
                count=out,
            )
        )


def _closed(record: EventRecord) -> list[Words]:
    return [Own(change.why) for change in record.changes if change.verb == "close the count" and change.why]


def _about(moment: datetime) -> str:
    """Return the time of day to the nearest five minutes."""
    step = TOLD_TO_MINUTES * SECONDS_A_MINUTE
    steps = (moment.minute * SECONDS_A_MINUTE + moment.second + step // 2) // step
    return time_of_day(moment.replace(minute=0, second=0, microsecond=0) + timedelta(seconds=steps * step))
