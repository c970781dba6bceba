"""Headlines: the short names of what people were asked about."""

from __future__ import annotations

from facilitator.conduct.record import EventRecord


def headline(text: str) -> str:
    """Return what stands before a text's colon, or all of it."""
    return text.partition(":")[0].strip() or text


def named_things(record: EventRecord) -> dict[str, str]:
    """Return the text of every question and option that a note may be about, by key."""
    names: dict[str, str] = {}
    for result in record.results:
        names[result.key] = result.text
        names |= {option.key: headline(option.text) for option in result.options if result.method.ranks_options}
    return names
