"""How far a prepared programme is from the one that was issued, each difference in a whole sentence."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.plan.difference_kinds import Difference, DifferenceKind
from facilitator.core.plan.frame_difference import frame_differences
from facilitator.core.plan.question_difference import asked_in, question_differences
from facilitator.core.plan.step_difference import step_differences
from facilitator.core.programme import Programme

__all__ = ["Difference", "DifferenceKind", "asked_in", "differences"]


def differences(issued: Programme, prepared: Programme, variant: str) -> tuple[Difference, ...]:
    """Return how a prepared programme differs from the issued one in one length, in the order of the run sheet.

    Nothing is told of other lengths, and nothing where texts differ in white space alone.
    """
    return tuple(_all(issued, prepared, variant))


def _all(issued: Programme, prepared: Programme, variant: str) -> Iterator[Difference]:
    yield from frame_differences(issued, prepared)
    yield from step_differences(issued, prepared, variant)
    yield from question_differences(issued, prepared, variant)
