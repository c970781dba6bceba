"""The numbers of the steps of a run sheet, such as 2.4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.core.programme import ActivityKind

_FRAME = frozenset(
    {
        ActivityKind.WELCOME, ActivityKind.BREAK, ActivityKind.PLAY_BACK, ActivityKind.NEXT_STEPS, ActivityKind.FORMS,
        ActivityKind.THANKS,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberedStep:
    """What a step's number follows from."""

    stage: str
    kind: str
    key: str
    from_area: str | None = None


def step_numbers(steps: Sequence[NumberedStep], stages: Sequence[str]) -> tuple[str, ...]:
    """Return the number of each step, empty for those that frame the conversation: welcome, break, forms and so on.

    The steps of the carried areas share the number of the step they stand for, with a letter each: 3.1a, 3.1b.
    So the others keep theirs when areas are carried.
    """
    groups = [_group(step) for step in steps]
    return tuple(_number(steps, groups, place, stages) for place in range(len(steps)))


def _number(steps: Sequence[NumberedStep], groups: Sequence[tuple[str, str]], place: int, stages: Sequence[str]) -> str:
    step = steps[place]
    if step.kind in _FRAME or step.stage not in stages:
        return ""
    before = {
        group
        for group, other in zip(groups[: place + 1], steps, strict=False)
        if other.stage == step.stage and other.kind not in _FRAME
    }
    letter = chr(ord("a") + groups[:place].count(groups[place])) if step.from_area else ""
    return f"{stages.index(step.stage) + 1}.{len(before)}{letter}"


def _group(step: NumberedStep) -> tuple[str, str]:
    return step.stage, step.key.removesuffix(f"-{step.from_area}") if step.from_area else step.key
