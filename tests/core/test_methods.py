"""Vote methods."""

from __future__ import annotations

import pytest

from facilitator.core.methods import OPTIONS_IN_ENGLISH, RESERVED_OPTION_KEYS, Method


@pytest.mark.parametrize(
    ("method", "one_choice", "ranks"),
    [
        (Method.STATEMENT, True, False),
        (Method.DIRECTION, True, False),
        (Method.SINGLE, True, False),
        (Method.CHOOSE, False, True),
        (Method.DOTS, False, True),
    ],
)
def test_a_method_says_whether_it_takes_one_choice_and_whether_it_ranks(method, one_choice, ranks):
    assert (method.takes_one_choice, method.ranks_options) == (one_choice, ranks)


def test_not_sure_is_among_the_directions_and_unsure_among_the_answers_to_a_statement():
    assert list(OPTIONS_IN_ENGLISH[Method.DIRECTION]) == ["more", "same", "less", "not_sure"]
    assert list(OPTIONS_IN_ENGLISH[Method.STATEMENT]) == ["agree", "unsure", "disagree"]


def test_no_option_has_a_reserved_key():
    options = {key for texts in OPTIONS_IN_ENGLISH.values() for key in texts}

    assert not options & RESERVED_OPTION_KEYS
