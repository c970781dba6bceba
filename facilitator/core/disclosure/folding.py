"""Options that people wrote themselves: those that are withheld become one, so that no name of them is told."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from facilitator.core.disclosure.form_counts import FormCounts
from facilitator.core.keys import OptionKey
from facilitator.words.message import say

OTHERS = OptionKey("other-districts")  # no district has such a name


def folded(counts: FormCounts, withheld: Set[OptionKey]) -> tuple[FormCounts, Set[OptionKey]]:
    """Return `counts` with the withheld ones that people wrote as one option, and what is withheld of them.

    Their total is told where nothing else is withheld: anybody can then take the told figures away from all forms.
    Otherwise it is withheld with the rest, and stands for figures that could each be exchanged with those.
    """
    folds = counts.written & withheld
    if not folds:
        return counts, withheld
    together = sum(counts.counts[key] for key in folds)
    figures = {key: count for key, count in counts.counts.items() if key not in folds}
    named = [option for option in counts.options if option[0] in counts.written - folds]
    printed = [option for option in counts.options if option[0] not in counts.written]
    options = (*named, (OTHERS, str(say("Other districts"))), *printed)
    rest = withheld - folds
    fewer = replace(counts, options=options, counts={**figures, OTHERS: together}, written=counts.written - folds)
    return fewer, rest | {OTHERS} if rest else frozenset()
