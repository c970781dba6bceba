"""Trimming: an event with its long texts cut, for a sheet that has little room; no figure is touched."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.disclosure import ShownResult, reworded
from facilitator.gate.published_event import PublishedCarried, PublishedEvent

MARK = " …"


def trimmed(event: PublishedEvent, characters: int) -> PublishedEvent:
    """Return the event with no text but those of its notes longer than about `characters`."""
    return replace(
        event,
        details=replace(
            event.details, title=cut(event.details.title, characters), place=cut(event.details.place, characters),
            area=cut(event.details.area, characters), convenor=cut(event.details.convenor, characters),
        ),
        results=tuple(_result(one, characters) for one in event.results),
        outcomes=tuple(replace(one, text=cut(one.text, characters)) for one in event.outcomes),
        carried=_carried(event.carried, characters),
        main_points=tuple(replace(one, text=cut(one.text, characters)) for one in event.main_points),
        next_steps=tuple(
            replace(
                one, text=cut(one.text, characters), who=cut(one.who, characters),
                by_when=cut(one.by_when, characters),
            )
            for one in event.next_steps
        ),
    )  # fmt: skip


def cut(text: str, characters: int) -> str:
    """Return `text` in one line, cut at the end of a word where it is too long, and marked then."""
    line = " ".join(text.split())
    if len(line) <= characters:
        return line
    kept = line[: characters - len(MARK)]
    words, space, _ = kept.rpartition(" ")
    return (words if space and len(words) > characters // 2 else kept) + MARK


def _result(result: ShownResult, characters: int) -> ShownResult:
    return reworded(result, lambda text: cut(text, characters))


def _carried(carried: PublishedCarried | None, characters: int) -> PublishedCarried | None:
    if carried is None:
        return None
    return replace(carried, areas=tuple((area, cut(text, characters)) for area, text in carried.areas))
