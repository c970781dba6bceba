"""Differences between revisions: what late forms may change in figures that are already published (B6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from facilitator.core.disclosure.folding import OTHERS
from facilitator.core.disclosure.form_counts import BLANK, NOT_TO_SAY, Form, FormCounts
from facilitator.core.disclosure.shown_forms import ShownCell, ShownFormCounts
from facilitator.core.keys import OptionKey
from facilitator.words.message import say

Figures = dict[tuple[OptionKey | None, bool], int]


def published_before(earlier: Sequence[ShownFormCounts]) -> tuple[ShownFormCounts, ...]:
    """Return the earlier publications that told anything."""
    return tuple(one for one in earlier if one.base is not None)


def not_told(counts: FormCounts, before: ShownFormCounts) -> Set[OptionKey]:
    """Return what `before` withheld, and what people wrote that it did not name, unless it named everything."""
    withheld = _withheld(before)
    told = {cell.key for cell in before.cells}
    return withheld | (counts.written - told) if withheld or OTHERS in told else withheld


def the_first_that_may_stand(pages: Iterable[ShownFormCounts], earlier: Sequence[ShownFormCounts]) -> ShownFormCounts:
    """Return the first of `pages` that may stand beside all `earlier` ones, or what was published last."""
    published = published_before(earlier)
    for now in pages:
        if all(may_stand_beside(now, one) for one in published):
            return now
    stands = say("These are earlier figures: beside them, newer ones would tell what a few people answered.")
    return replace(published[-1], stands=stands)


def may_stand_beside(now: ShownFormCounts, before: ShownFormCounts) -> bool:
    """Return whether nobody learns about a few people by taking `before` away from `now`.

    Every figure, with that of all withheld cells of a table together, is the same or differs by the smallest number
    shown or more, and not all late forms are alike. The same cells are withheld in both, or so many forms came since
    that each could have been any of what was withheld before.
    """
    if (now.smallest_shown, now.round_to, now.base is None) != (before.smallest_shown, before.round_to, False):
        return False
    if now.form is Form.EVALUATION:
        return not _by_few(now, _base(now) - _base(before))
    if _is_all_withheld(before) and not _is_all_withheld(now):
        return _outgrows_the_row(now, before)
    if (_withheld(now), _named(now)) == (_withheld(before), _named(before)):
        return not _tells_late_forms(now, before)
    return _outgrows(now, before) and not _tells_late_forms(now, before)


def _outgrows_the_row(now: ShownFormCounts, before: ShownFormCounts) -> bool:
    """Return whether all forms of a row that was withheld whole can have been in one told category, or in another.

    Such a row can be all of one category only where that is an answer: not where all left it blank or would not say.
    """
    most = _base(before) + now.smallest_shown
    answers = [cell for cell in now.table(None) if cell.key not in (BLANK, NOT_TO_SAY, OTHERS)]
    return now.round_to == 1 and sum((cell.count or 0) >= most for cell in answers) > 1


def _outgrows(now: ShownFormCounts, before: ShownFormCounts) -> bool:
    """Return whether each figure that `before` withheld and `now` tells is larger than all that `before` withheld.

    Any two of them can then be exchanged in `before` alone. Not of headings, of what people wrote beside others that
    are not named, and of rounded figures: there what a figure can have been is not as plain.
    """
    held, hidden = _withheld(before), _withheld(now)
    if before.headings or now.round_to != 1 or OTHERS in _named(before):
        return False
    if not (_named(before) <= _named(now) and hidden <= held):
        return False
    grown = [cell.count or 0 for cell in now.all_cells if cell.key in held - hidden]
    if now.multiple:
        return all(_late_are_many(now, before, count) for count in grown)
    most = _figures(before).get((None, True), 0) + now.smallest_shown
    return not hidden and all(count >= most for count in grown)


def _late_are_many(now: ShownFormCounts, before: ShownFormCounts, count: int) -> bool:
    """Return whether many late forms ticked this, and many did not, whatever small figure was withheld before."""
    most_small = now.smallest_shown - 1
    ticked = range(count - most_small, count)
    late = _base(now) - _base(before)
    return min(ticked) > most_small and late - max(ticked) > most_small


def _tells_late_forms(now: ShownFormCounts, before: ShownFormCounts) -> bool:
    after, sooner = _figures(now), _figures(before)
    alike = _withheld(now) == _withheld(before)
    compared = after.keys() | sooner.keys() if alike else after.keys() & sooner.keys()
    changes = {key: after.get(key, 0) - sooner.get(key, 0) for key in compared}
    if any(_by_few(now, change) for change in changes.values()):
        return True
    if now.multiple:
        late = changes.pop((None, False))
        if late and any(abs(late - change) < now.smallest_shown for change in changes.values()):
            return True
    return alike and _all_alike(now, changes)


def _by_few(now: ShownFormCounts, change: int) -> bool:
    return 0 < abs(change) < now.smallest_shown


def _all_alike(now: ShownFormCounts, changes: Figures) -> bool:
    """Return whether all that changed is in one category that is told: the row rule of D1, for late forms alone."""
    changed = {key for key, change in changes.items() if change}
    return (None, True) not in changed and sum((cell.key, False) in changed for cell in now.table(None)) == 1


def _is_all_withheld(shown: ShownFormCounts) -> bool:
    return all(cell.withheld for cell in shown.table(None))


def _withheld(shown: ShownFormCounts) -> set[OptionKey]:
    return {cell.key for cell in shown.all_cells if cell.withheld}


def _named(shown: ShownFormCounts) -> set[OptionKey]:
    return {cell.key for cell in shown.cells}


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
