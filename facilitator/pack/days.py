"""Days of changes: one long before its event was written by a computer whose clock was wrong, and tells nothing."""

from __future__ import annotations

from datetime import date

_LONGEST_BEFORE = 366


def can_be_true(day: str, held_on: str) -> bool:
    """Return whether something can have been changed on `day` at an event that was held on `held_on`."""
    return (date.fromisoformat(held_on) - date.fromisoformat(day)).days <= _LONGEST_BEFORE
