"""The run sheet of a programme as it is prepared: each step with its number, when it begins and what it must ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.numbering import NumberedStep, step_numbers
from facilitator.core.programme import Activity, ActivityKind, Programme
from facilitator.words.message import Message, say, say_many

BEGINS_MINUTE = 10 * 60  # where nobody said when: ten o'clock, as in the conversation that ships with the program
MINUTES_A_DAY = 24 * 60

KIND_NAMES: dict[ActivityKind, Message] = {
    ActivityKind.WELCOME: say("Welcome"),
    ActivityKind.GO_ROUND: say("Go-round at the tables"),
    ActivityKind.READ_ALOUD: say("Read aloud"),
    ActivityKind.TABLE_TALK: say("Table talk"),
    ActivityKind.VOTE: say("Vote"),
    ActivityKind.SETTLE: say("See and settle"),
    ActivityKind.THEMING: say("Is an area missing?"),
    ActivityKind.CARRY_FORWARD: say("Carry areas forward"),
    ActivityKind.EVIDENCE: say("Evidence cards"),
    ActivityKind.PLAY_BACK: say("Play-back of the main points"),
    ActivityKind.COMMITMENTS: say("Commitments and offers"),
    ActivityKind.NEXT_STEPS: say("What happens next"),
    ActivityKind.FORMS: say("Forms"),
    ActivityKind.BREAK: say("Break"),
    ActivityKind.THANKS: say("Thanks"),
}


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step as the page shows it: `number` such as 2.4, `begins` such as 10:43, the must-have votes it asks."""

    step: Activity
    number: str
    begins: str
    must_have: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its number and title."""
        return f"{self.number} {self.step.title.text}".strip()


def planned_steps(programme: Programme, variant: str, *, begins_minute: int = BEGINS_MINUTE) -> tuple[PlannedStep, ...]:
    """Return the run sheet of a length, in order; its first step begins at `begins_minute` of the day."""
    steps = steps_of(programme, variant)
    stages = [stage.key for stage in programme.stages]
    numbers = step_numbers([NumberedStep(one.stage, one.kind, one.key) for one in steps], stages)
    return tuple(
        PlannedStep(step, number, clock(minute), must_have_of(programme, step))
        for step, number, minute in zip(steps, numbers, _beginnings(steps, begins_minute), strict=True)
    )


def steps_of(programme: Programme, variant: str) -> tuple[Activity, ...]:
    """Return the steps of a length; none where the programme has no such length."""
    length = programme.variant(variant)
    return length.activities if length is not None else ()


def must_have_of(programme: Programme, step: Activity) -> tuple[str, ...]:
    """Return the wordings of the must-have questions that a step asks."""
    asked = (programme.question(key) for key in step.questions)
    return tuple(question.wording.text for question in asked if question.must_have)


def minutes_of(programme: Programme, variant: str) -> int:
    """Return how long all steps of a length take together."""
    return sum(step.minutes for step in steps_of(programme, variant))


def must_have_warning(count: int) -> Message:
    """Return what is lost where a step that asks so many must-have questions is left out."""
    return say_many(
        "This step asks a must-have question. Without it your event cannot be compared with others there.",
        "This step asks must-have questions. Without them your event cannot be compared with others there.",
        count=count,
    )


def length_told(minutes: int, promised: int) -> Message:
    """Return how far the steps are from the length that the programme was issued with."""
    if minutes > promised:
        return say_many(
            "{count} minute more than the length of {length}.", "{count} minutes more than the length of {length}.",
            count=minutes - promised, length=promised,
        )  # fmt: skip
    if minutes < promised:
        return say_many(
            "{count} minute less than the length of {length}.", "{count} minutes less than the length of {length}.",
            count=promised - minutes, length=promised,
        )  # fmt: skip
    return say("As long as the programme says.")


def clock(minute: int) -> str:
    """Return a minute of the day as a time such as 09:05."""
    hours, minutes = divmod(minute % MINUTES_A_DAY, 60)
    return f"{hours:02}:{minutes:02}"


def _beginnings(steps: tuple[Activity, ...], minute: int) -> Iterator[int]:
    for step in steps:
        yield minute
        minute += step.minutes
