"""Nested publications (D8): what a region's table and the tables of its events tell together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.core.disclosure.circulation import Arc, Contradiction, Node, pinned
from facilitator.core.disclosure.shown_forms import ShownCell, ShownFormCounts
from facilitator.core.keys import OptionKey
from facilitator.errors import Refused
from facilitator.words.message import say

ANY = 1_000_000  # more people than any region brings together
TOP: Node = "all forms of the region"


Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Revealed:
    """A withheld number that can be worked out.

    `event` is the place in the order given, None the region itself; `key` is the cell, None how many forms came back.
    """

    event: int | None
    key: OptionKey | None


def region_reveals(region: ShownFormCounts, events: Sequence[ShownFormCounts]) -> tuple[Revealed, ...]:
    """Return the withheld numbers that `region`, the sum of just these `events`, and their own tables give away.

    That is: which can have one value only, in whole numbers and exactly. It takes into account what the rules
    themselves tell: a cell withheld among shown ones is not nought, and an event that told nothing had few forms.
    Raises `Refused` where the tables cannot all be true.
    """
    wired = [*_region_arcs(region)]
    for place, event in enumerate(events):
        wired += _event_arcs(place, event)
    try:
        fixed = pinned([arc for arc, _ in wired])
    except Contradiction as error:
        raise Refused(
            say("The tables of the events do not add up to the table of the region."),
            say("See that all are of the same question, and that no event is missing or counted twice."),
        ) from error
    found = (revealed for (_, revealed), one in zip(wired, fixed, strict=True) if one and revealed is not None)
    return tuple(dict.fromkeys(found))


def _region_arcs(region: ShownFormCounts) -> Iterator[tuple[Arc, Revealed | None]]:
    """Yield the columns: what the events give to an option goes into its heading, and into all forms."""
    yield _wired(_column(None), TOP, _base_bounds(region), Revealed(None, None) if region.base is None else None)
    for cell in _cells(region):
        end = TOP if region.multiple else _column(cell.under)
        yield _wired(_column(cell.key), end, _bounds(cell, region), Revealed(None, cell.key) if cell.withheld else None)


def _event_arcs(place: int, event: ShownFormCounts) -> Iterator[tuple[Arc, Revealed | None]]:
    """Yield the rows: the forms of an event go into its headings, and from there into the options' columns.

    Where several ticks are allowed the forms add up over the events only, and each option over the events by itself.
    """
    headings = {cell.key for cell in event.headings}
    revealed = Revealed(place, None) if event.base is None else None
    yield _wired(TOP, _column(None) if event.multiple else _row(place, None), _base_bounds(event), revealed)
    for cell in _cells(event):
        start = TOP if event.multiple else _row(place, cell.under)
        end = _row(place, cell.key) if cell.key in headings else _column(cell.key)
        yield _wired(start, end, _bounds(cell, event), Revealed(place, cell.key) if cell.withheld else None)


def _wired(start: Node, end: Node, bounds: Bounds, revealed: Revealed | None) -> tuple[Arc, Revealed | None]:
    return Arc(start, end, *bounds), revealed


def _row(place: int, key: OptionKey | None) -> Node:
    return ("row", place, key)


def _column(key: OptionKey | None) -> Node:
    return ("column", key)


def _cells(shown: ShownFormCounts) -> tuple[ShownCell, ...]:
    return shown.cells if shown.multiple else shown.all_cells


def _bounds(cell: ShownCell, shown: ShownFormCounts) -> Bounds:
    """Return what the page and the rules tell of a cell; a nought is told as it is, so it is never rounded."""
    if cell.count is not None:
        return (0, 0) if cell.count == 0 else _unrounded(cell.count, shown.smallest_shown, shown.round_to)
    if all(other.withheld for other in shown.table(cell.under)):
        return 0, _base_bounds(shown)[1]
    return 1, shown.smallest_shown - 1 if shown.multiple else ANY


def _base_bounds(shown: ShownFormCounts) -> Bounds:
    if shown.base is not None:
        return _unrounded(shown.base, 0, shown.round_to)
    return 0, ANY if shown.fewer_than is None else shown.fewer_than - 1


def _unrounded(figure: int, least: int, step: int) -> Bounds:
    return (figure, figure) if step == 1 else (max(least, figure - step // 2), figure + step // 2)
