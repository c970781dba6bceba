"""Catching up: what to drop and to shorten when the event runs late, and recording what was chosen."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.run_times import RunTimes, steps_to_keep
from facilitator.conduct.step_marks import clocks_now, the_step
from facilitator.conduct.timing import skipping_row
from facilitator.core import lifecycle
from facilitator.core.cut_plan import CutPlan, CuttableStep, cut_plan
from facilitator.core.keys import EntryId
from facilitator.core.timing import StepState
from facilitator.errors import Refused
from facilitator.programme.run_sheet import MOST_MINUTES
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import ActivityRow, Row
from facilitator.words.message import say


def proposed_cuts(times: RunTimes) -> CutPlan:
    """Return what would bring the event back to time with the smallest harm; empty while it is not late."""
    ahead = (step for step in times.steps if step.state is StepState.AHEAD and not step.is_asked)
    steps = [
        CuttableStep(step.key, step.name, step.kind, step.planned_minutes, step.minutes_at_first, step.is_kept)
        for step in ahead
    ]
    return cut_plan(steps, times.minutes_late, slow=times.is_slow)


def finish_with(times: RunTimes, plan: CutPlan) -> datetime:
    """Return when the event ends if the plan is taken."""
    return times.expected_finish - timedelta(seconds=plan.saved_s)


def take_cut_plan(event: Event, plan: CutPlan, why: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Record a whole plan, or nothing of it: what is skipped with the reason, what is shortened as a new edition.

    Taken again it changes nothing. Raises `Refused` without a reason, where a step has begun since the plan was made,
    and for dropping what the event must have.
    """

    def rule(moment: Moment) -> Decision[None]:
        lifecycle.refuse_without_reason(why)
        rows = [*_dropping(moment, event, plan), *_shortening(moment, plan)]
        if not rows:
            return Decision(None)
        return Decision(None, Said("catch up", ", ".join(cut.key for cut in plan.cuts), by, why), rows)

    event.decide(rule, entry_id)


def change_minutes(
    event: Event, key: str, minutes: int, *, why: str, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Give a step another number of minutes, with a reason; the earlier number stays in the file's history.

    Raises `Refused` without a reason, for a step that is over, and for fewer than one minute or more than a day.
    """

    def rule(moment: Moment) -> Decision[None]:
        lifecycle.refuse_without_reason(why)
        rows = _new_edition(moment, key, minutes)
        return Decision(None, Said("change minutes", key, by, why), rows) if rows else Decision(None)

    event.decide(rule, entry_id)


def _dropping(moment: Moment, event: Event, plan: CutPlan) -> list[Row]:
    clocks = clocks_now(moment)
    kept = steps_to_keep(event.programme, moment)
    if any(cut.key in kept for cut in plan.drops):
        raise Refused(
            say("The plan drops a step that this event must have."), say("Look at what is proposed now instead.")
        )
    wanted = (cut.key for cut in plan.drops if clocks.step(cut.key).state is not StepState.SKIPPED)
    return [skipping_row(moment, key) for key in wanted]


def _shortening(moment: Moment, plan: CutPlan) -> list[ActivityRow]:
    return [row for cut in plan.shortens for row in _new_edition(moment, cut.key, cut.to_minutes)]


def _new_edition(moment: Moment, key: str, minutes: int) -> list[ActivityRow]:
    """Return the row of a step with other minutes; none where it has them already."""
    step = the_step(moment, key)
    if clocks_now(moment).step(key).state is StepState.DONE:
        raise Refused(say("This step is over."), say("Choose one that is still ahead."))
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(
            say("{minutes} minutes cannot be right.", minutes=minutes), say("Give 1 to {most}.", most=MOST_MINUTES)
        )
    if step.minutes == minutes:
        return []
    return [step._replace(id=moment.new_id(), entry=moment.entry, minutes=minutes)]
