"""Voter hashes: a card's code as a question sees it, so that answers to two questions cannot be put together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from facilitator.core.keys import SenderId, VoterHash

HASH_BYTES = 16
FIRST_EDITION = 1


def voter_hasher(key: bytes) -> Callable[[str], VoterHash]:
    """Return the function from a voting card's code to its hash under a question's `key`.

    Without the key nobody can make a hash again, so answers to two questions cannot be put together.
    """
    hashed = _hasher(key)
    return lambda code: VoterHash(hashed(code)[:HASH_BYTES])


def voter_hash(code: str, key: bytes) -> VoterHash:
    """Return the hash of one voting card's `code` under a question's `key`."""
    return voter_hasher(key)(code)


def masked_voter_hasher(key: bytes) -> Callable[[str], tuple[VoterHash, int]]:
    """Return the function from a code to its hash and the mask that hides the order of its imported ballots."""
    hashed = _hasher(key)

    def hash_and_mask(code: str) -> tuple[VoterHash, int]:
        digest = hashed(code)
        return VoterHash(digest[:HASH_BYTES]), int.from_bytes(digest[HASH_BYTES:], "big")

    return hash_and_mask


def sender_of_seq(seq: int, mask: int, edition: int) -> SenderId:
    """Return the sender id of an imported ballot: its `seq`, readable only with the voter's mask.

    A file's seq is often one running number for everybody. Stored plainly it would tell the order in which people
    voted, and put one person's answers together by their place in it. When the key is forgotten, so is the seq.
    """
    if edition != FIRST_EDITION:
        mask = _mask_of(mask, edition)
    return SenderId((seq ^ mask).to_bytes(HASH_BYTES, "big"))


def seq_of_sender(sender: bytes, mask: int, edition: int) -> int:
    """Return the seq that `sender_of_seq` hid."""
    if edition != FIRST_EDITION:
        mask = _mask_of(mask, edition)
    return int.from_bytes(sender, "big") ^ mask


def _mask_of(mask: int, edition: int) -> int:
    """Return the mask of a later edition: under one mask two ballots would tell how far their seqs are apart."""
    key = mask.to_bytes(HASH_BYTES, "big")
    digest = hashlib.blake2b(edition.to_bytes(8, "big"), key=key, digest_size=HASH_BYTES, person=b"mask").digest()
    return int.from_bytes(digest, "big")


def _hasher(key: bytes) -> Callable[[str], bytes]:
    prepared = hashlib.blake2b(key=key, digest_size=2 * HASH_BYTES, person=b"voter")

    def hashed(code: str) -> bytes:
        hashing = prepared.copy()
        hashing.update(code.encode())
        return hashing.digest()

    return hashed
