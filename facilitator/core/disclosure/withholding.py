"""Which figures of people by characteristic are withheld (D1-D3): the arithmetic, and nothing else.

The rules treat all cells alike. Exchanging two withheld figures of one table therefore gives the same published page,
and since the withheld figures of a table are never all the same, none of them can be worked out, not even by
somebody who knows these rules (docs/disclosure.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from facilitator.core.disclosure.form_counts import BLANK, NOT_TO_SAY, FormCounts
from facilitator.core.disclosure.policy import SuppressionPolicy
from facilitator.core.keys import OptionKey

Keys = frozenset[OptionKey]


def withheld_keys(counts: FormCounts, policy: SuppressionPolicy, already: Set[OptionKey] = frozenset()) -> Keys:
    """Return the options, headings and BLANK that are withheld; `already` were withheld in an earlier revision."""
    if counts.multiple:
        return _of_several_ticks(counts, policy)
    withheld = withheld_in({**counts.top, BLANK: counts.blank}, policy, already)
    for heading in counts.groups:
        details = counts.under(heading)
        if heading.key in withheld:
            withheld |= details.keys()
        elif len(details) > 1:
            withheld |= withheld_in(details, policy, already)
    return withheld


def withheld_in(table: Mapping[OptionKey, int], policy: SuppressionPolicy, already: Set[OptionKey]) -> Keys:
    """Return what is withheld of figures that add up to a published total.

    D1: some people, but fewer than the smallest number shown; and everything where all people are in one category. D2:
    then the next smallest figures, until two of the withheld are different and all of them together are no small
    number; figures that are the same go together, and where there is no other left, everything goes. A figure of nought
    stays, unless everything goes.
    """
    if _in_one_category(table) or table.keys() <= already:
        return frozenset(table)
    withheld = {key for key, count in table.items() if policy.is_small(count) or (count and key in already)}
    if not withheld:
        return frozenset()
    for figure in sorted({count for key, count in table.items() if count and key not in withheld}):
        if _hides(table, withheld, policy):
            break
        withheld |= {key for key, count in table.items() if count == figure}
    return frozenset(withheld if _hides(table, withheld, policy) else table)


def _of_several_ticks(counts: FormCounts, policy: SuppressionPolicy) -> Keys:
    """Return what is withheld where nothing adds up: the small figures, and always how many ticked no option (D1).

    Everything is where only one option is ticked, or where all or all but a few tick one that would be told.
    """
    ticked = {key: count for key, count in counts.counts.items() if key != NOT_TO_SAY}
    told = [count for count in ticked.values() if count >= policy.smallest_shown]
    if _in_one_category(ticked) or any(counts.returned - count < policy.smallest_shown for count in told):
        return frozenset({*counts.counts, BLANK})
    return frozenset({BLANK, NOT_TO_SAY, *(key for key, count in ticked.items() if policy.is_small(count))})


def _in_one_category(table: Mapping[OptionKey, int]) -> bool:
    return sum(1 for key, count in table.items() if count and key != BLANK) == 1


def _hides(table: Mapping[OptionKey, int], withheld: Set[OptionKey], policy: SuppressionPolicy) -> bool:
    figures = [table[key] for key in withheld]
    return len({*figures}) > 1 and sum(figures) >= policy.smallest_shown
