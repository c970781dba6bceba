"""Positions in a list that only grows: a thing is moved by a position between those of its new neighbours."""

from __future__ import annotations

from collections.abc import Sequence


def position_between(positions: Sequence[float], place: int) -> float:
    """Return a position for what stands at `place`, from 0, among others at `positions`, in order."""
    place = max(0, min(place, len(positions)))
    if not positions:
        return 1.0
    if place == 0:
        return positions[0] - 1
    if place == len(positions):
        return positions[-1] + 1
    return (positions[place - 1] + positions[place]) / 2
