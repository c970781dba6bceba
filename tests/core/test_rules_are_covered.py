"""Every correctness rule of the domain (T1-T32, D1-D12) has a test named after it, or says what brings it."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
TESTED = "test"
PAPER, RANK = "paper ballots", "the method rank"
THEMING, NOTES = "theming", "notes by table"

# Rule: TESTED, or the part of the product that brings the rule when it comes.
RULES = {
    1: TESTED,
    2: TESTED,
    3: TESTED,
    4: TESTED,
    5: PAPER,
    6: TESTED,
    7: TESTED,
    8: TESTED,
    9: TESTED,
    10: TESTED,
    11: TESTED,
    12: TESTED,
    13: TESTED,
    14: TESTED,
    15: TESTED,
    16: TESTED,
    17: TESTED,
    18: TESTED,
    19: TESTED,
    20: TESTED,
    21: TESTED,
    22: TESTED,
    23: TESTED,
    24: TESTED,
    25: RANK,
    26: TESTED,
    27: TESTED,
    28: TESTED,
    29: THEMING,
    30: TESTED,
    31: TESTED,
    32: NOTES,
}
DISCLOSURE_RULES = {
    1: TESTED,
    2: TESTED,
    3: TESTED,
    4: TESTED,
    5: "the regional desk",
    6: TESTED,
    7: TESTED,
    8: TESTED,
    9: TESTED,
    10: TESTED,
    11: "the sealed return",
    12: TESTED,
}


def rules_with_a_test(named=r"^def test_t(\d\d)_\w+"):
    names = re.compile(named, re.MULTILINE)
    return {int(rule) for path in TESTS.rglob("test_*.py") for rule in names.findall(path.read_text(encoding="utf-8"))}


def test_the_table_names_every_rule():
    assert list(RULES) == list(range(1, 33))


def test_every_rule_that_is_said_to_be_tested_has_a_test_named_after_it():
    tested = {rule for rule, how in RULES.items() if how == TESTED}

    assert tested - rules_with_a_test() == set()


def test_a_rule_that_comes_later_is_no_longer_called_later_once_it_has_a_test():
    later = {rule for rule, how in RULES.items() if how != TESTED}

    assert rules_with_a_test() & later == set()


def test_every_rule_that_comes_later_says_what_brings_it():
    assert all(how.strip() for how in RULES.values())


def test_the_rules_of_disclosure_that_are_said_to_be_tested_have_a_test_and_no_others():
    tested = {rule for rule, how in DISCLOSURE_RULES.items() if how == TESTED}

    assert list(DISCLOSURE_RULES) == list(range(1, 13))
    assert rules_with_a_test(r"^def test_d(\d+)_\w+") == tested
