"""Headlines: the short names of what people were asked about."""

from __future__ import annotations

from facilitator.gate.published_event import PublishedEvent


def headline(text: str) -> str:
    """Return what stands before a text's colon, or all of it."""
    return text.partition(":")[0].strip() or text


def named_things(event: PublishedEvent) -> dict[str, str]:
    """Return the text of every question and option that a note may be about, by key."""
    names: dict[str, str] = {}
    for result in event.results:
        names[result.key] = result.text
        names |= {option.key: headline(option.text) for option in result.options if result.method.ranks_options}
    return names
