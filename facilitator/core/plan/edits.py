"""Everything that can be changed of a programme when an event is prepared: each edit returns another programme.

Keys stay, new things have new keys, and changed words are marked as the organiser's. An edit raises `Refused`, with a
sentence and what to do, for what no programme may be. Whether an event can still be given the programme is for
`facilitator.conduct.preparing` to say.
"""

from __future__ import annotations

from facilitator.core.plan.evidence import with_evidence, with_models
from facilitator.core.plan.frame import promised, with_access, with_givens, with_ground_rules, with_next_steps
from facilitator.core.plan.options import moved_option, reworded_option, with_option, without_option
from facilitator.core.plan.questions import reworded, with_max_marks, with_statement, without_question
from facilitator.core.plan.steps import (
    NewStep,
    added,
    moved,
    with_minutes,
    with_step_prompts,
    with_step_title,
    without,
)

__all__ = [
    "NewStep",
    "added",
    "moved",
    "moved_option",
    "promised",
    "reworded",
    "reworded_option",
    "with_access",
    "with_evidence",
    "with_givens",
    "with_ground_rules",
    "with_max_marks",
    "with_minutes",
    "with_models",
    "with_next_steps",
    "with_option",
    "with_statement",
    "with_step_prompts",
    "with_step_title",
    "without",
    "without_option",
    "without_question",
]
