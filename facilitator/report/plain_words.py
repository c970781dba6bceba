"""Words that several parts of the report share: what nobody recorded, whose reason it is, and joining remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.document.content import Own, Words
from facilitator.report.days import day_in_words
from facilitator.words.message import Message, say, say_many

NOT_RECORDED = say("not recorded")
ORGANISERS_WORDS = say("The organiser’s words")
NAMED_REASON = say("Why, in the organiser’s words")


def known(text: str) -> Words:
    """Return people's own words, or that nobody recorded any (T28)."""
    return Own(text) if text else NOT_RECORDED


def by_when_in_words(by_when: str) -> Words:
    """Return by when something is to happen: a date as people write it, other words as they are."""
    try:
        return day_in_words(by_when)
    except ValueError:
        return known(by_when)


def why_in_words(why: str) -> Message:
    """Return a reason somebody typed, marked as theirs."""
    return say("Why, in the organiser’s words: {why}", why=why)


def decided_in_words(who: str, why: str) -> Message:
    """Return who decided, and why if that was written down."""
    decided = say("Decided by: {who}.", who=who)
    return say("{decided} {why}", decided=decided, why=why_in_words(why)) if why else decided


def more_in_the_report(there: int, told: int) -> Iterator[Message]:
    """Yield how many of a kind a short sheet leaves to the report; nothing where it tells all."""
    if (left := there - told) > 0:
        yield say_many("and {count} more in the report", "and {count} more in the report", count=left)


def joined(remarks: Iterable[Message]) -> Message | None:
    """Return remarks as one line, or None where there are none."""
    told: Message | None = None
    for remark in remarks:
        told = remark if told is None else say("{before} · {next}", before=told, next=remark)
    return told
