"""Differences between revisions: what late forms may change in figures that are already published (B6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.core.disclosure.form_counts import Form
from facilitator.core.disclosure.shown_forms import ShownCell, ShownFormCounts
from facilitator.core.keys import OptionKey
from facilitator.words.message import say

Figures = dict[tuple[OptionKey | None, bool], int]


def published_before(earlier: Sequence[ShownFormCounts]) -> tuple[ShownFormCounts, ...]:
    """Return the earlier publications that told anything."""
    return tuple(one for one in earlier if one.base is not None)


def unless_it_tells(now: ShownFormCounts, earlier: Sequence[ShownFormCounts]) -> ShownFormCounts:
    """Return `now`, or what was published last, where `now` beside an earlier publication would tell too much."""
    published = published_before(earlier)
    if all(may_stand_beside(now, one) for one in published):
        return now
    stands = say("These are the figures published before: too few forms came in or changed since to tell new ones.")
    return replace(published[-1], stands=stands)


def may_stand_beside(now: ShownFormCounts, before: ShownFormCounts) -> bool:
    """Return whether nobody learns about a few late forms by taking `before` away from `now`.

    The same cells must be withheld in both, and every figure, with that of all withheld cells of a table together, is
    the same or differs by the smallest number shown or more. That all late forms are alike is not told either.
    """
    if (now.smallest_shown, now.round_to, now.base is None) != (before.smallest_shown, before.round_to, False):
        return False
    if now.form is Form.EVALUATION:
        return not _by_few(now, _base(now) - _base(before))
    after, sooner = _figures(now), _figures(before)
    if after.keys() != sooner.keys() or _withheld(now) != _withheld(before):
        return False
    changes = {key: after[key] - sooner[key] for key in after}
    return not any(_by_few(now, change) for change in changes.values()) and not _all_alike(now, changes)


def _by_few(now: ShownFormCounts, change: int) -> bool:
    return 0 < abs(change) < now.smallest_shown


def _all_alike(now: ShownFormCounts, changes: Figures) -> bool:
    """Return whether all that changed is in one category that is told: the row rule of D1, for late forms alone."""
    changed = {key for key, change in changes.items() if change}
    return (None, True) not in changed and sum((cell.key, False) in changed for cell in now.table(None)) == 1


def _withheld(shown: ShownFormCounts) -> set[OptionKey]:
    return {cell.key for cell in shown.all_cells if cell.withheld}


def _figures(shown: ShownFormCounts) -> Figures:
    """Return what is told and what can be worked out of it: the withheld cells of each table together."""
    figures: Figures = {(cell.key, False): cell.count for cell in shown.all_cells if cell.count is not None}
    figures[None, False] = _base(shown)
    if shown.multiple:
        return figures
    for total, cells in _tables(shown):
        if any(cell.withheld for cell in cells):
            under = cells[0].under
            figures[under, True] = total - sum(cell.count or 0 for cell in cells)
    return figures


def _tables(shown: ShownFormCounts) -> list[tuple[int, tuple[ShownCell, ...]]]:
    """Return each total that is told with the cells that add up to it."""
    headings = [(cell.count, shown.table(cell.key)) for cell in shown.headings]
    tables = [(_base(shown), shown.table(None)), *headings]
    return [(total, cells) for total, cells in tables if total is not None]


def _base(shown: ShownFormCounts) -> int:
    return shown.base or 0
