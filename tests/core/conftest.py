"""Small results for the tests of the core."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from facilitator.core.accounting import Denominators
from facilitator.core.ballots import BallotRule
from facilitator.core.keys import OptionKey, QuestionKey, Source, StageKey, State
from facilitator.core.methods import Method
from facilitator.core.result import QuestionResult, option_results
from facilitator.core.tally import tally


@pytest.fixture
def a_result() -> Callable[..., QuestionResult]:
    """Return a maker of closed results from ballots and count sheets; `options` are keys in shown order."""

    def make(method: Method, options: str, *sheets: Any, ballots: Any = (), **more: Any) -> QuestionResult:
        keys = tuple(OptionKey(key) for key in options.split())
        rule = BallotRule(method, keys, more.pop("max_marks", 1), more.pop("stacking", False))
        counted = tally(rule, ballots, sheets)
        texts = {key: (f"The {key}", f"hash of {key}", Source.PROGRAMME) for key in keys}
        known = {
            "key": QuestionKey("q"),
            "stage": StageKey("one"),
            "activity": "one",
            "text": "What about it?",
            "text_hash": "hash",
            "source": Source.PROGRAMME,
            "wording_version": 1,
            "max_marks": rule.max_marks,
            "state": State.CLOSED,
            "revision": 1,
            "sensitive": False,
            "denominators": Denominators(present=100),
            "options": option_results(method, counted, texts),
        }
        return QuestionResult(method=method, tally=counted, **{**known, **more})

    return make
