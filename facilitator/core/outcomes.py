"""Outcomes of a statement: what the room decides to do with it, and the hint it may follow."""

from __future__ import annotations

from enum import StrEnum

from facilitator.core.methods import AGREE, DISAGREE
from facilitator.core.tally import Tally


class OutcomeKind(StrEnum):
    """What the room did with a statement."""

    ADOPTED = "adopted"
    CHANGED = "changed"
    LEFT = "left"


def adoption_hint(tally: Tally) -> bool:
    """Return whether to suggest adopting: agree is at least 2/3 of valid and disagree under 1/5; only a hint."""
    agree, disagree = tally.counts.get(AGREE) or 0, tally.counts.get(DISAGREE) or 0
    return tally.valid > 0 and 3 * agree >= 2 * tally.valid and 5 * disagree < tally.valid
