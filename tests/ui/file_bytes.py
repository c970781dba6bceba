"""What a file holds, for tests that nobody wrote into it."""

from __future__ import annotations

from pathlib import Path

_COUNTERS = ((24, 28), (92, 96))  # SQLite counts there how often a file was opened for writing (fileformat2.html 1.2)


def held_in(path: Path) -> bytes:
    """Return all bytes of an event file but the two counters that go on when it is opened."""
    content = bytearray(path.read_bytes())
    for begins, ends in _COUNTERS:
        content[begins:ends] = bytes(ends - begins)
    return bytes(content)
