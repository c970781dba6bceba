"""Ranks, and the cut between what is carried and what is not, with its ties (T22, T23)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.keys import OptionKey


class TieRule(StrEnum):
    """How people in the room settle a tie across the cut; there is no silent way.

    `KEPT` settles no tie: the vote was changed afterwards, and people kept the areas that were carried before.
    """

    CARRY_ALL = "carry_all"
    RUN_OFF = "run_off"
    ROOM_DECIDES = "room_decides"
    KEPT = "kept"

    @property
    def needs_reason(self) -> bool:
        """Whether people say why in their own words; of a run-off its result is the reason."""
        return self is not TieRule.RUN_OFF


@dataclass(frozen=True, slots=True)
class Cut:
    """The options clearly inside, those tied across the line, and how many places the tied compete for."""

    clear: tuple[OptionKey, ...]
    tied: tuple[OptionKey, ...]
    places_left: int

    @property
    def is_tie(self) -> bool:
        """Whether people must decide between equals."""
        return bool(self.tied)


NO_CUT = Cut((), (), 0)


def ranks(counts: Mapping[OptionKey, int]) -> dict[OptionKey, int]:
    """Return each option's rank: equal counts share one, and the next rank is skipped (1, 2, 2, 4)."""
    return {option: 1 + sum(other > count for other in counts.values()) for option, count in counts.items()}


def cut(counts: Mapping[OptionKey, int], places: int) -> Cut:
    """Return who is inside the first `places` places; options nobody chose are never carried.

    Options inside stand by rank, equals in shown order: that order is for reading, it decides nothing.
    """
    if places < 1:
        return NO_CUT
    chosen = {option: count for option, count in counts.items() if count > 0}
    rank = ranks(chosen)
    ordered = sorted(chosen, key=lambda option: rank[option])
    if len(ordered) <= places:
        return Cut(tuple(ordered), (), 0)
    line = rank[ordered[places - 1]]
    if rank[ordered[places]] != line:
        return Cut(tuple(ordered[:places]), (), 0)
    clear = tuple(option for option in ordered if rank[option] < line)
    tied = tuple(option for option in ordered if rank[option] == line)
    return Cut(clear, tied, places - len(clear))
