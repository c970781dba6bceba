"""Sentences that name what somebody typed, cut so that the sentence around it can still be read."""

from __future__ import annotations

from dataclasses import replace

from facilitator.words.message import Message, Value

MOST_LETTERS = 80


def shortened(message: Message, *, most: int = MOST_LETTERS) -> Message:
    """Return the sentence with each text in it cut between words to about so many letters."""
    return replace(message, values={name: _cut(value, most) for name, value in message.values.items()})


def _cut(value: Value, most: int) -> Value:
    if isinstance(value, Message):
        return shortened(value, most=most)
    if isinstance(value, int) or len(value) <= most:
        return value
    return value[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
