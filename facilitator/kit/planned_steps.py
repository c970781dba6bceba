"""The steps of one length of the event with their numbers and clock, as they are planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.numbering import NumberedStep, step_numbers
from facilitator.core.programme import Activity, ActivityKind, Programme
from facilitator.document.content import Own
from facilitator.words.message import Message, say

MINUTES_AN_HOUR, MINUTES_A_DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step that is planned; `after_minutes` is how long after the beginning of the event it begins."""

    number: str
    title: str
    kind: ActivityKind
    after_minutes: int
    minutes: int
    prompts: tuple[str, ...]
    questions: tuple[str, ...]

    @property
    def name(self) -> Own:
        """Its number and title, as the run sheet shows them."""
        return Own(f"{self.number}  {self.title}".strip())

    @property
    def planned_minutes(self) -> Own:
        """Its minutes as a figure."""
        return Own(str(self.minutes))

    def clock(self, begins_at: int | None) -> Own:
        """Return when it begins: by the clock where the event's beginning is known, else counted from nought."""
        at = self.after_minutes + (begins_at or 0)
        hours, minutes = divmod(at % MINUTES_A_DAY, MINUTES_AN_HOUR)
        return Own(f"{hours:02}:{minutes:02}" if begins_at is not None else f"{hours}:{minutes:02}")


def planned_steps(programme: Programme, variant: str) -> tuple[PlannedStep, ...]:
    """Return the steps of a length in their order; none where the programme has no such length."""
    length = programme.variant(variant)
    return tuple(_planned(programme, length.activities)) if length is not None else ()


def clock_heading(begins_at: int | None) -> Message:
    """Return what the times of a table of steps are."""
    return say("Clock") if begins_at is not None else say("After")


def _planned(programme: Programme, activities: tuple[Activity, ...]) -> Iterator[PlannedStep]:
    places = [NumberedStep(str(one.stage), one.kind, str(one.key), None) for one in activities]
    numbers = step_numbers(places, [str(stage.key) for stage in programme.stages])
    after = 0
    for number, one in zip(numbers, activities, strict=True):
        prompts = tuple(prompt.text for prompt in one.prompts)
        asked = tuple(str(key) for key in one.questions)
        yield PlannedStep(number, one.title.text, one.kind, after, one.minutes, prompts, asked)
        after += one.minutes
