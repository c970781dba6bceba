"""How small a number of people by characteristic may be published: what a programme may set of it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.words.message import Message, say

LEAST_SMALLEST_SHOWN = 3
MOST_SMALLEST_SHOWN = 10
ROUNDINGS = (1, 5)
SMALLEST_FORMS = 5


def suppression_problem(smallest_shown: int, round_to: int) -> Message | None:
    """Return what is wrong with these two settings of a programme, or None where they may be used."""
    if not LEAST_SMALLEST_SHOWN <= smallest_shown <= MOST_SMALLEST_SHOWN:
        return say(
            "The smallest number shown must be from {least} to {most}, and this says {found}.",
            least=LEAST_SMALLEST_SHOWN,
            most=MOST_SMALLEST_SHOWN,
            found=smallest_shown,
        )
    if round_to not in ROUNDINGS:
        return say("Numbers can be rounded to 1 or to 5, and this says {found}.", found=round_to)
    return None


@dataclass(frozen=True, slots=True)
class SuppressionPolicy:
    """The D1 threshold and the rounding; raises ValueError for settings that `suppression_problem` names."""

    smallest_shown: int = 5
    round_to: int = 1

    def __post_init__(self) -> None:
        if problem := suppression_problem(self.smallest_shown, self.round_to):
            raise ValueError(str(problem))

    @property
    def least_forms(self) -> int:
        """How many forms must have come back before anything of them is published."""
        return max(SMALLEST_FORMS, self.smallest_shown)

    def is_small(self, count: int) -> bool:
        """Return whether `count` is some people, but too few to be told (D1)."""
        return 0 < count < self.smallest_shown

    def rounded(self, count: int) -> int:
        """Return `count` to the nearest number of the programme's rounding."""
        return (count + self.round_to // 2) // self.round_to * self.round_to
