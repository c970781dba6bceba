"""Positions for things that were put into another order, added or taken out; as many as can stay where they are."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import TypeVar

Key = TypeVar("Key", bound=str)

_LEAST_GAP = 1 / 64  # closer than this they are numbered anew
_ROOM = 1.0  # what is made of a thing later comes within so much behind it


def longest_in_order(keys: Sequence[Key], places: Mapping[Key, float]) -> list[Key]:
    """Return the most of `keys`, in their order, whose places rise from one to the next."""
    ends: list[float] = []
    chains: list[list[Key]] = []
    for key in keys:
        at = bisect_left(ends, places[key])
        chain = [*(chains[at - 1] if at else []), key]
        ends[at : at + 1] = [places[key]]
        chains[at : at + 1] = [chain]
    return chains[-1] if chains else []


def placed(order: Sequence[Key], before: Mapping[Key, float], roomy: Collection[Key] = ()) -> dict[Key, float]:
    """Return positions that rise in `order`: those of `before` wherever they can stay, others between them.

    Behind each of `roomy` there is room for what is made of it. What stands at the beginning as it did keeps its place.
    """
    kept = set(longest_in_order([key for key in order if key in before], before))
    positions = dict(_between(order, {key: before[key] for key in order if key in kept}))
    gaps = [(positions[two] - positions[one], _ROOM if one in roomy else _LEAST_GAP) for one, two in pairwise(order)]
    if all(gap >= least for gap, least in gaps):
        return positions
    standing = list(before)
    same = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(order, standing, strict=False))]
    first = math.ceil(max((before[key] for key in same), default=0.0)) + 1
    anew = {key: float(first + place) for place, key in enumerate(order[len(same) :])}
    return {key: before[key] for key in same} | anew


def _between(order: Sequence[Key], kept: Mapping[Key, float]) -> Iterator[tuple[Key, float]]:
    """Yield a position for each, those not kept spread between the kept ones on either side."""
    waiting: list[Key] = []
    low: float | None = None
    for key in order:
        if key not in kept:
            waiting.append(key)
            continue
        yield from zip(waiting, _spread(low, kept[key], len(waiting)), strict=True)
        yield key, kept[key]
        waiting, low = [], kept[key]
    yield from zip(waiting, _spread(low, None, len(waiting)), strict=True)


def _spread(low: float | None, high: float | None, count: int) -> list[float]:
    if low is None and high is None:
        return [float(place) for place in range(count)]
    if low is None:
        assert high is not None
        return [high - count + place for place in range(count)]
    if high is None:
        return [low + 1 + place for place in range(count)]
    return [low + (high - low) * (place + 1) / (count + 1) for place in range(count)]
