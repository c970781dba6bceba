"""Voter hashes: one question cannot be linked to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.voters import import_sender, voter_hash

KEY, OTHER_KEY = bytes(range(32)), bytes(range(32, 64))


def test_the_same_code_under_the_same_key_is_the_same_voter():
    assert voter_hash("K7Q2", KEY) == voter_hash("K7Q2", KEY)


def test_the_same_code_under_another_questions_key_is_another_voter():
    assert voter_hash("K7Q2", KEY) != voter_hash("K7Q2", OTHER_KEY)


@given(st.lists(st.text(), unique=True, min_size=2))
def test_two_codes_are_two_voters(codes):
    assert len({voter_hash(code, KEY) for code in codes}) == len(codes)


def test_the_hash_does_not_hold_the_code():
    assert b"K7Q2" not in voter_hash("K7Q2", KEY)
    assert len(voter_hash("K7Q2", KEY)) == 16


def test_every_import_into_a_question_has_the_same_sender_and_another_question_another():
    assert import_sender(KEY) == import_sender(KEY)
    assert import_sender(KEY) != import_sender(OTHER_KEY)


def test_the_sender_of_imports_is_no_voter():
    assert import_sender(KEY) != voter_hash("import", KEY)
