"""Voter hashes: a card's code as a question sees it, so that answers to two questions cannot be put together."""

from __future__ import annotations

import hashlib

from facilitator.core.keys import SenderId, VoterHash

HASH_BYTES = 16


def voter_hash(code: str, key: bytes) -> VoterHash:
    """Return the hash of a voting card's `code` under a question's `key`; without the key nobody can make it again."""
    return VoterHash(hashlib.blake2b(code.encode(), key=key, digest_size=HASH_BYTES, person=b"voter").digest())


def import_sender(key: bytes) -> SenderId:
    """Return the sender of a question's imported ballots: the same for every import, so that none counts twice."""
    return SenderId(hashlib.blake2b(b"import", key=key, digest_size=HASH_BYTES, person=b"sender").digest())
