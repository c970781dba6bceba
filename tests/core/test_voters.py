"""Voter hashes: one question cannot be linked to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.voters import masked_voter_hasher, sender_of_seq, seq_of_sender, voter_hash

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


@given(st.text(), st.integers(0, 10**15), st.integers(0, 5))
def test_a_seq_is_read_back_with_the_voters_mask(code, seq, edition):
    _, mask = masked_voter_hasher(KEY)(code)

    assert seq_of_sender(sender_of_seq(seq, mask, edition), mask, edition) == seq


def test_one_seq_looks_different_for_every_voter_question_and_edition():
    masks = [masked_voter_hasher(key)(code)[1] for key in (KEY, OTHER_KEY) for code in ("1", "2")]

    assert len({sender_of_seq(7, mask, edition) for mask in masks for edition in (0, 1, 2)}) == 12


def test_the_masked_hash_is_the_same_voter():
    assert masked_voter_hasher(KEY)("K7Q2")[0] == voter_hash("K7Q2", KEY)
