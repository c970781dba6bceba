"""Shares: whole percentages by integer arithmetic, never without their base (T15-T21)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SMALLEST_BASE_FOR_PERCENT = 10


class Base(StrEnum):
    """Of whom a percentage is: it is printed beside every one (T15)."""

    VALID = "valid"
    PRESENT = "present"
    FORMS_RETURNED = "forms returned"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of `base`; the kind of base travels with it."""

    count: int
    base: int
    of: Base = Base.VALID

    @property
    def percent(self) -> str | None:
        """The percentage as it is shown, or None where the base is too small for one (T20, T21)."""
        if self.base < SMALLEST_BASE_FOR_PERCENT:
            return None
        return percent_shown(self.count, self.base)


def percent_half_up(count: int, base: int) -> int:
    """Return floor(100 * count / base + 1/2) in integers; `base` is above 0 (T17)."""
    return (200 * count + base) // (2 * base)


def percent_shown(count: int, base: int) -> str:
    """Return the whole percentage; "<1%" and ">99%" where rounding would claim none or all (T17)."""
    percent = percent_half_up(count, base)
    if percent == 0 and count > 0:
        return "<1%"
    if percent == 100 and count < base:
        return ">99%"
    return f"{percent}%"
