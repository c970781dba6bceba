"""How the width of a table is shared by its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What a column would like: `natural` holds all on one line, `least` is what it should not go below."""

    natural: float
    least: float


def shared_widths(needs: Sequence[Need], width: float) -> tuple[float, ...]:
    """Return the width of each column; together they take all of `width`."""
    natural = [need.natural for need in needs]
    if sum(natural) <= width:
        return _scaled(natural, width)
    least = [need.least for need in needs]
    if sum(least) >= width:
        return _scaled(least, width)
    spare = (width - sum(least)) / (sum(natural) - sum(least))
    return tuple(low + (high - low) * spare for low, high in zip(least, natural, strict=True))


def _scaled(widths: Sequence[float], width: float) -> tuple[float, ...]:
    factor = width / (sum(widths) or 1.0)
    return tuple(one * factor for one in widths)
