"""How the width of a table is shared by its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What a column would like: `natural` holds all on one line, `least` is what it should not go below.

    Room that is left over goes to those that stretch, so that figures stand together.
    """

    natural: float
    least: float
    stretches: bool = True


def shared_widths(needs: Sequence[Need], width: float) -> tuple[float, ...]:
    """Return the width of each column; together they take all of `width`."""
    natural = [need.natural for need in needs]
    if sum(natural) <= width:
        return _stretched(needs, width - sum(natural))
    least = [need.least for need in needs]
    if sum(least) >= width:
        return _scaled(least, width)
    spare = (width - sum(least)) / (sum(natural) - sum(least))
    return tuple(low + (high - low) * spare for low, high in zip(least, natural, strict=True))


def _stretched(needs: Sequence[Need], spare: float) -> tuple[float, ...]:
    stretching = sum(need.natural for need in needs if need.stretches)
    if not stretching:
        return _scaled([need.natural for need in needs], spare + sum(need.natural for need in needs))
    return tuple(need.natural * (1 + spare / stretching if need.stretches else 1) for need in needs)


def _scaled(widths: Sequence[float], width: float) -> tuple[float, ...]:
    factor = width / (sum(widths) or 1.0)
    return tuple(one * factor for one in widths)
