"""Putting back what the programme was issued with: words, steps that were left out, questions not asked any more."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.plan.finding import the_activity, the_question_of, the_variant, with_activities, with_activity
from facilitator.core.plan.running import refuse_what_cannot_run
from facilitator.core.programme import Activity, Programme
from facilitator.errors import Refused
from facilitator.words.message import say


def step_put_back(programme: Programme, issued: Programme, variant: str, activity: str) -> Programme:
    """Return the programme with a step that was left out, behind the step it was issued behind.

    It asks again what it asked, save what is asked elsewhere by now.
    """
    steps = list(the_variant(programme, variant).activities)
    before = the_variant(issued, variant).activities
    step = the_activity(issued, variant, activity)
    if any(one.key == step.key for one in steps):
        raise Refused(say("This step is on the run sheet."), say("There is nothing to put back."))
    asked = {key for one in steps for key in one.questions}
    known = {one.key for one in programme.questions}
    kept = tuple(key for key in step.questions if key not in asked and key in known)
    steps.insert(_place(steps, before, step), replace(step, questions=kept))
    after = _with_directions(with_activities(programme, variant, tuple(steps)), issued, step)
    refuse_what_cannot_run(after, variant)
    return after


def question_put_back(programme: Programme, issued: Programme, variant: str, question: str) -> Programme:
    """Return the programme with a question asked again in the step and at the place it was issued in."""
    asked = the_question_of(programme, question)
    step = _step_asking(issued, variant, question)
    if any(asked.key in one.questions for one in the_variant(programme, variant).activities):
        raise Refused(say("This question is asked already."), say("There is nothing to put back."))
    now = next((one for one in the_variant(programme, variant).activities if one.key == step.key), None)
    if now is None:
        raise Refused(
            say("The step “{step}” that asks this was left out.", step=step.title.text), say("Put the step back first.")
        )
    earlier = step.questions[: step.questions.index(asked.key)]
    place = max((now.questions.index(key) + 1 for key in earlier if key in now.questions), default=0)
    questions = (*now.questions[:place], asked.key, *now.questions[place:])
    after = with_activity(programme, variant, replace(now, questions=questions))
    refuse_what_cannot_run(after, variant)
    return after


def moved_question(programme: Programme, variant: str, question: str, places: int) -> Programme:
    """Return the programme with a question so many places later in its step, or earlier; at either end it stays."""
    step = _step_asking(programme, variant, question)
    questions = list(step.questions)
    place = questions.index(the_question_of(programme, question).key)
    questions.insert(max(0, place + places), questions.pop(place))
    return with_activity(programme, variant, replace(step, questions=tuple(questions)))


def _step_asking(programme: Programme, variant: str, question: str) -> Activity:
    found = next((one for one in the_variant(programme, variant).activities if question in one.questions), None)
    if found is None:
        raise Refused(say("This question is not asked here."), say("Look at the programme as it stands now."))
    return found


def _place(steps: list[Activity], before: tuple[Activity, ...], step: Activity) -> int:
    """Return the place behind the nearest of the earlier steps that is still there."""
    keys = [one.key for one in steps]
    earlier = [one.key for one in before[: before.index(step)] if one.key in keys]
    return keys.index(earlier[-1]) + 1 if earlier else 0


def _with_directions(programme: Programme, issued: Programme, step: Activity) -> Programme:
    """Return the programme with what is asked of each area's models, where the step that asks it came back."""
    template = issued.each_carried_area
    if template is None or programme.each_carried_area is not None or template.activity != step.key:
        return programme
    return replace(programme, each_carried_area=template)
