"""Voter hashes: a card's code as a question sees it, so that answers to two questions cannot be put together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from facilitator.core.keys import SenderId, VoterHash

HASH_BYTES = 16


def voter_hasher(key: bytes) -> Callable[[str], VoterHash]:
    """Return the function from a voting card's code to its hash under a question's `key`.

    Without the key nobody can make a hash again, so answers to two questions cannot be put together.
    """
    prepared = hashlib.blake2b(key=key, digest_size=HASH_BYTES, person=b"voter")

    def voter_hash(code: str) -> VoterHash:
        hashing = prepared.copy()
        hashing.update(code.encode())
        return VoterHash(hashing.digest())

    return voter_hash


def voter_hash(code: str, key: bytes) -> VoterHash:
    """Return the hash of one voting card's `code` under a question's `key`."""
    return voter_hasher(key)(code)


def import_sender(key: bytes) -> SenderId:
    """Return the sender of a question's imported ballots: the same for every import, so that none counts twice."""
    return SenderId(hashlib.blake2b(b"import", key=key, digest_size=HASH_BYTES, person=b"sender").digest())
