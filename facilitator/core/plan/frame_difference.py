"""Differences in what frames the conversation: promise, givens, ground rules, access, what happens next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.plan.difference_kinds import Difference, DifferenceKind
from facilitator.core.programme import Programme
from facilitator.core.wording import Wording, text_hash
from facilitator.words.message import Message, say, say_many


def frame_differences(issued: Programme, prepared: Programme) -> Iterator[Difference]:
    """Yield what differs of the frame of the conversation."""
    if (issued.promise, _hash(issued.promise_wording)) != (prepared.promise, _hash(prepared.promise_wording)):
        yield Difference(DifferenceKind.PROMISE, "", _promise(prepared))
    for kind, told, before, now in (
        (DifferenceKind.GIVENS, say("What is not up for decision"), issued.givens, prepared.givens),
        (DifferenceKind.GROUND_RULES, say("Ground rules"), issued.ground_rules, prepared.ground_rules),
        (DifferenceKind.ACCESS, say("Means of access to ask about"), issued.access, prepared.access),
    ):
        if _hashes(before) != _hashes(now):
            yield Difference(kind, "", _list(told, before, now))
    if _steps(issued) != _steps(prepared):
        before, now = (tuple(line.wording for line in one.next_steps) for one in (issued, prepared))
        yield Difference(DifferenceKind.NEXT_STEPS, "", _list(say("What happens next"), before, now))


def _promise(prepared: Programme) -> Message:
    if prepared.promise_wording is None:
        return say("The promise of the programme was taken out.")
    return say("The promise is the organiser’s own: “{text}”", text=prepared.promise_wording.text)


def _list(told: Message, before: Sequence[Wording], now: Sequence[Wording]) -> Message:
    there, here = _hashes(before), _hashes(now)
    added = sum(one not in there for one in here)
    gone = sum(one not in here for one in there)
    if not added and not gone:
        return say("{what}: changed in their order or in who does them.", what=told)
    return say("{what}: {added}, {gone}.", what=told, added=_added(added), gone=_gone(gone))


def _added(number: int) -> Message:
    return say_many("{count} added", "{count} added", count=number)


def _gone(number: int) -> Message:
    return say_many("{count} taken out", "{count} taken out", count=number)


def _steps(programme: Programme) -> list[tuple[str, str]]:
    return [(text_hash(line.wording.text), line.who) for line in programme.next_steps]


def _hashes(wordings: Sequence[Wording]) -> list[str]:
    return [text_hash(wording.text) for wording in wordings]


def _hash(wording: Wording | None) -> str | None:
    return text_hash(wording.text) if wording is not None else None
