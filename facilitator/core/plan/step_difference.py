"""Differences in the run sheet: steps left out, added, moved, and given other titles, minutes or prompts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.core.keys import ActivityKey
from facilitator.core.numbering import NumberedStep, step_numbers
from facilitator.core.plan.difference_kinds import Difference, DifferenceKind
from facilitator.core.plan.finding import the_variant
from facilitator.core.plan.placing import longest_in_order
from facilitator.core.programme import Activity, Programme
from facilitator.core.wording import text_hash
from facilitator.words.message import Message, say, say_many


def step_differences(issued: Programme, prepared: Programme, variant: str) -> Iterator[Difference]:
    """Yield what differs of the steps of one length; steps of the issued programme are called by its numbers."""
    before = {step.key: step for step in the_variant(issued, variant).activities}
    now = {step.key: step for step in the_variant(prepared, variant).activities}
    names = names_of(prepared, variant) | names_of(issued, variant)
    must_have = {one.key for one in issued.questions if one.must_have and not one.practice}
    asked = {key for step in now.values() for key in step.questions}
    for key, step in before.items():
        if key not in now:
            lost = any(one in must_have and one not in asked for one in step.questions)
            told = say("{step} was left out.", step=names[key])
            yield Difference(DifferenceKind.STEP_LEFT_OUT, key, told, must_have=lost)
    moved = steps_out_of_order([key for key in before if key in now], [key for key in now if key in before])
    for key, step in now.items():
        if key not in before:
            told = _added(names[key], step.minutes)
            yield Difference(DifferenceKind.STEP_ADDED, key, told)
            continue
        yield from _changed(before[key], step, names[key])
        if key in moved:
            yield Difference(DifferenceKind.STEP_MOVED, key, _moved(names, list(now), key))


def names_of(programme: Programme, variant: str) -> dict[ActivityKey, str]:
    """Return what the run sheet calls each step: its number and title."""
    steps = the_variant(programme, variant).activities
    numbered = [NumberedStep(step.stage, step.kind, step.key) for step in steps]
    numbers = step_numbers(numbered, [str(stage.key) for stage in programme.stages])
    return {step.key: f"{number} {step.title.text}".strip() for number, step in zip(numbers, steps, strict=True)}


def steps_out_of_order(before: Sequence[ActivityKey], now: Sequence[ActivityKey]) -> set[ActivityKey]:
    """Return the fewest steps that were moved to make the order of `now` out of that of `before`, the same steps."""
    return set(now) - set(longest_in_order(now, {key: float(place) for place, key in enumerate(before)}))


def _changed(before: Activity, now: Activity, name: str) -> Iterator[Difference]:
    if text_hash(before.title.text) != text_hash(now.title.text):
        told = say("{step} is called “{title}”.", step=name, title=now.title.text)
        yield Difference(DifferenceKind.STEP_RENAMED, now.key, told)
    if before.minutes != now.minutes:
        yield Difference(DifferenceKind.MINUTES, now.key, _minutes(name, now.minutes, before.minutes))
    if [text_hash(one.text) for one in before.prompts] != [text_hash(one.text) for one in now.prompts]:
        yield Difference(DifferenceKind.PROMPTS, now.key, _prompts(name, now))


def _added(name: str, minutes: int) -> Message:
    return say_many(
        "{step} was added, with {count} minute.", "{step} was added, with {count} minutes.", count=minutes, step=name
    )


def _minutes(name: str, minutes: int, before: int) -> Message:
    return say_many(
        "{step}: {count} minute in place of {first}.", "{step}: {count} minutes in place of {first}.",
        count=minutes, step=name, first=before,
    )  # fmt: skip


def _prompts(name: str, now: Activity) -> Message:
    if not now.prompts:
        return say("{step} has no prompts.", step=name)
    prompts = "; ".join(f"“{one.text}”" for one in now.prompts)
    return say("{step} has other prompts: {prompts}", step=name, prompts=prompts)


def _moved(names: Mapping[ActivityKey, str], order: Sequence[ActivityKey], key: ActivityKey) -> Message:
    place = order.index(key)
    if place == 0:
        return say("{step} comes first.", step=names[key])
    return say("{step} comes after “{other}”.", step=names[key], other=names[order[place - 1]])
