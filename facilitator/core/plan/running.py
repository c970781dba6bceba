"""Whether a run sheet can be run: areas are chosen before there are steps about them."""

from __future__ import annotations

from facilitator.core.plan.finding import the_variant
from facilitator.core.programme import ActivityKind, Programme
from facilitator.errors import Refused
from facilitator.words.message import say


def refuse_what_cannot_run(programme: Programme, variant: str) -> None:
    """Raise `Refused` where steps that need the chosen areas stand without the vote that chooses them, or before it."""
    plan, steps = programme.carry_forward, the_variant(programme, variant).activities
    needing = [place for place, step in enumerate(steps) if step.each_area or step.kind is ActivityKind.CARRY_FORWARD]
    if plan is None or not needing:
        return
    choosing = next((place for place, step in enumerate(steps) if plan.question in step.questions), None)
    if choosing is None:
        raise Refused(
            say("The steps about the areas that go forward need the vote that chooses them."),
            say("Leave those steps out first: “{step}”.", step=steps[needing[-1]].title.text),
        )
    if needing[0] < choosing:
        raise Refused(
            say("“{step}” would come before the vote that chooses the areas.", step=steps[needing[0]].title.text),
            say("Leave it behind that vote."),
        )
