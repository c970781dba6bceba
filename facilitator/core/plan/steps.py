"""Edits of the run sheet: steps with their titles, minutes and prompts, added, moved and left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.core.keys import ActivityKey, QuestionKey, StageKey
from facilitator.core.plan.finding import the_activity, the_variant, with_activities, with_activity
from facilitator.core.plan.limits import MOST_MINUTES
from facilitator.core.plan.new_keys import is_own, new_key
from facilitator.core.plan.running import refuse_what_cannot_run
from facilitator.core.plan.words import a_line, changed, listed, own
from facilitator.core.programme import Activity, ActivityKind, Programme
from facilitator.errors import Refused
from facilitator.words.message import say


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step to be added to a run sheet; `stage` is the key of one of the programme's stages."""

    kind: ActivityKind
    stage: str
    title: str
    minutes: int
    prompts: tuple[str, ...] = ()


def with_step_title(programme: Programme, variant: str, activity: str, text: str) -> Programme:
    """Return the programme with another title of a step."""
    step = the_activity(programme, variant, activity)
    return with_activity(programme, variant, replace(step, title=changed(step.title, a_line(text))))


def with_minutes(programme: Programme, variant: str, activity: str, minutes: int) -> Programme:
    """Return the programme with other minutes of a step; the length of the whole follows."""
    step = the_activity(programme, variant, activity)
    _refuse_minutes(minutes)
    return with_activity(programme, variant, replace(step, minutes=minutes))


def with_step_prompts(programme: Programme, variant: str, activity: str, texts: tuple[str, ...]) -> Programme:
    """Return the programme with these prompts of a step: the questions put to the tables."""
    step = the_activity(programme, variant, activity)
    return with_activity(programme, variant, replace(step, prompts=listed(step.prompts, texts)))


def moved(programme: Programme, variant: str, activity: str, places: int) -> Programme:
    """Return the programme with a step so many places later, or earlier where `places` is negative.

    At either end it stays there. Raises `Refused` where steps for the carried areas would come before their choice.
    """
    step = the_activity(programme, variant, activity)
    steps = list(the_variant(programme, variant).activities)
    place = steps.index(step)
    steps.insert(max(0, place + places), steps.pop(place))
    after = with_activities(programme, variant, tuple(steps))
    refuse_what_cannot_run(after, variant)
    return after


def added(programme: Programme, variant: str, after: str | None, step: NewStep) -> Programme:
    """Return the programme with a new step behind the one called `after`, or at the beginning."""
    steps = list(the_variant(programme, variant).activities)
    place = steps.index(the_activity(programme, variant, after)) + 1 if after is not None else 0
    steps.insert(place, _made(programme, step))
    return with_activities(programme, variant, tuple(steps))


def without(programme: Programme, variant: str, activity: str) -> Programme:
    """Return the programme without a step in this length; what it asked is not asked in it any more.

    Raises `Refused` for the last step, and for the vote on the areas while steps for each area follow it.
    """
    step = the_activity(programme, variant, activity)
    steps = tuple(one for one in the_variant(programme, variant).activities if one.key != activity)
    if not steps:
        raise Refused(say("This is the only step."), say("Add another one first."))
    after = without_unasked(with_activities(programme, variant, steps), step.questions)
    refuse_what_cannot_run(after, variant)
    return _without_directions(after)


def without_unasked(programme: Programme, questions: tuple[QuestionKey, ...]) -> Programme:
    """Return the programme without those of these questions that an organiser added and no length asks any more."""
    asked = {key for variant in programme.variants for step in variant.activities for key in step.questions}
    gone = {key for key in questions if key not in asked}
    left = tuple(one for one in programme.questions if one.key not in gone or not is_own(one.key))
    return replace(programme, questions=left)


def _made(programme: Programme, step: NewStep) -> Activity:
    _refuse_minutes(step.minutes)
    if all(stage.key != step.stage for stage in programme.stages):
        raise Refused(say("The programme has no stage called “{stage}”.", stage=step.stage), say("Choose one of its."))
    if step.kind is ActivityKind.CARRY_FORWARD and programme.carry_forward is None:
        raise Refused(say("This programme carries nothing forward."), say("Choose another kind of step."))
    title = a_line(step.title)
    taken = {one.key for variant in programme.variants for one in variant.activities}
    key = ActivityKey(new_key(f"{step.stage} {step.kind} {title}", taken))
    prompts = listed((), step.prompts)
    return Activity(key, StageKey(step.stage), step.kind, own(title), step.minutes, prompts=prompts)


def _without_directions(programme: Programme) -> Programme:
    """Return the programme without what is asked of each area where no length has the step that asks it."""
    template = programme.each_carried_area
    steps = {step.key for variant in programme.variants for step in variant.activities}
    if template is None or template.activity in steps:
        return programme
    return replace(programme, each_carried_area=None)


def _refuse_minutes(minutes: int) -> None:
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(
            say("{minutes} minutes cannot be right.", minutes=minutes), say("Give 1 to {most}.", most=MOST_MINUTES)
        )
