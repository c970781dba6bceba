"""What an event's file is called."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".event"
LONGEST_NAME = 60  # letters


def event_file(folder: Path, title: str, held_on: str, *, nameless: str) -> Path:
    """Return where the event called `title` is kept: what a file's name cannot hold is left out of it."""
    kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in title)
    name = " ".join(kept.split())[:LONGEST_NAME].strip() or nameless
    return folder / f"{name} {held_on}{SUFFIX}"
