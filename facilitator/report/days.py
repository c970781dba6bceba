"""Days in words."""

from __future__ import annotations

from datetime import date

from facilitator.words.message import Message, say

_MONTHS = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"), say("August"),
    say("September"), say("October"), say("November"), say("December"),
)  # fmt: skip


def day_in_words(day: str) -> Message:
    """Return a date such as 20 November 2026."""
    held = date.fromisoformat(day)
    return say("{day} {month} {year}", day=held.day, month=_MONTHS[held.month - 1], year=held.year)
