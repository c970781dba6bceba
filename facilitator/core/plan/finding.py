"""Finding a part of a programme and putting another in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from facilitator.core.keys import OptionKey
from facilitator.core.plan.limits import MOST_MINUTES
from facilitator.core.programme import Activity, Option, Programme, Question, Variant
from facilitator.errors import Refused
from facilitator.words.message import say


def the_variant(programme: Programme, variant: str) -> Variant:
    """Return a length of the programme; raises `Refused` for one it does not have."""
    found = programme.variant(variant)
    if found is None:
        raise Refused(say("The programme has no length called “{variant}”.", variant=variant), _LOOK)
    return found


def the_activity(programme: Programme, variant: str, activity: str) -> Activity:
    """Return a step of a length; raises `Refused` for one it does not have."""
    steps = the_variant(programme, variant).activities
    found = next((step for step in steps if step.key == activity), None)
    if found is None:
        raise Refused(say("The run sheet has no activity called “{activity}”.", activity=activity), _LOOK)
    return found


def the_question_of(programme: Programme, question: str) -> Question:
    """Return a question of the programme; raises `Refused` for one it does not have."""
    found = next((one for one in programme.questions if one.key == question), None)
    if found is None:
        raise Refused(say("The programme has no question called “{key}”.", key=question), _LOOK)
    return found


def the_option(question: Question, option: str) -> Option:
    """Return an option of a question; raises `Refused` for one it does not have."""
    found = next((one for one in question.options if one.key == option), None)
    if found is None:
        raise Refused(say("The question has no answer called “{option}”.", option=option), _LOOK)
    return found


def with_activities(programme: Programme, variant: str, activities: tuple[Activity, ...]) -> Programme:
    """Return the programme with another run sheet in one length, whose minutes are those of its steps."""
    minutes = sum(step.minutes for step in activities)
    if minutes > MOST_MINUTES:
        raise Refused(
            say("The steps take {minutes} minutes together, which is more than a day.", minutes=minutes),
            say("Give some of them fewer minutes."),
        )
    changed = replace(the_variant(programme, variant), activities=activities, minutes=minutes)
    variants = tuple(changed if one.key == variant else one for one in programme.variants)
    return replace(programme, variants=variants)


def with_activity(programme: Programme, variant: str, changed: Activity) -> Programme:
    """Return the programme with another step in place of the one of that key."""
    steps = the_variant(programme, variant).activities
    return with_activities(programme, variant, tuple(changed if one.key == changed.key else one for one in steps))


def with_question(programme: Programme, changed: Question) -> Programme:
    """Return the programme with another question in place of the one of that key."""
    questions = tuple(changed if one.key == changed.key else one for one in programme.questions)
    return replace(programme, questions=questions)


def with_changed_option(
    programme: Programme, question: str, option: str, change: Callable[[Option], Option]
) -> Programme:
    """Return the programme with an option of a question changed."""
    asked = the_question_of(programme, question)
    changed = change(the_option(asked, option))
    options = tuple(changed if one.key == OptionKey(option) else one for one in asked.options)
    return with_question(programme, replace(asked, options=options))


_LOOK = say("Look at the programme as it stands now.")
