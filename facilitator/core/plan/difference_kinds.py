"""What a difference between an issued and a prepared programme is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.words.message import Message


class DifferenceKind(StrEnum):
    """What was changed; the values are stable names."""

    PROMISE = "promise"
    GIVENS = "givens"
    GROUND_RULES = "ground rules"
    ACCESS = "access"
    NEXT_STEPS = "next steps"
    STEP_LEFT_OUT = "step left out"
    STEP_ADDED = "step added"
    STEP_MOVED = "step moved"
    STEP_RENAMED = "step renamed"
    MINUTES = "minutes"
    PROMPTS = "prompts"
    QUESTION_LEFT_OUT = "question left out"
    QUESTION_ADDED = "question added"
    QUESTION_REWORDED = "question reworded"
    QUESTION_MOVED = "question moved"
    MARKS = "marks"
    OPTION_LEFT_OUT = "option left out"
    OPTION_ADDED = "option added"
    OPTION_REWORDED = "option reworded"
    OPTIONS_REORDERED = "options reordered"
    EVIDENCE = "evidence"
    MODELS = "models"
    AREAS_CARRIED = "areas carried"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `where` is the key of the step, question or option, empty for the frame of the conversation.

    `must_have` says that a question every event of the programme is to ask was left out, or changed so that its result
    cannot be added to those of other events.
    """

    kind: DifferenceKind
    where: str
    told: Message
    must_have: bool = False
