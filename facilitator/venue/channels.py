"""Which ways of voting can be used today, said so that somebody at the door can act on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.venue.facts import Printers
from facilitator.words.message import Message, say, say_many


class Usable(StrEnum):
    """Whether a channel can be used today."""

    TODAY = "today"
    NOT_TODAY = "not today"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class ChannelToday:
    """A way of voting and whether it can be used; `how` says how, or what is missing."""

    name: Message
    usable: Usable
    how: Message


def channels_today(
    *, tables: int | None, printers: Printers | None, brought_paper: bool | None
) -> tuple[ChannelToday, ...]:
    """Return every channel, the ones that need least first.

    `brought_paper`: somebody has printed slips or plain ones in the hall; None where nobody was asked yet.
    """
    return (_hands(), _tables(tables), _paper(printers, brought_paper), _phones())


def _hands() -> ChannelToday:
    return ChannelToday(say("Hands"), Usable.TODAY, say("One counter, two for a close vote. Always possible."))


def _tables(tables: int | None) -> ChannelToday:
    name = say("Tables’ own counts")
    if tables is None:
        missing = say("Say in Prepare (E) how many tables there are; then each has its own row.")
        return ChannelToday(name, Usable.NOT_TODAY, missing)
    how = say_many(
        "The {count} table counts itself and tells you its figures.",
        "Each of the {count} tables counts itself and tells you its figures.",
        count=tables,
    )
    return ChannelToday(name, Usable.TODAY, how)


def _paper(printers: Printers | None, brought_paper: bool | None) -> ChannelToday:
    name = say("Paper")
    if brought_paper:
        return ChannelToday(name, Usable.TODAY, say("Slips are here. Tables count them and tell you the figures."))
    if printers is not None and printers.names:
        how = say("Print or copy slips here. Tables count them and tell you the figures.")
        return ChannelToday(name, Usable.TODAY, how)
    if printers is None and brought_paper is None:
        return ChannelToday(name, Usable.NOT_TODAY, say("Not known yet: it needs slips or plain sheets, and pens."))
    missing = say("No slips and no printer here. Sheets of plain paper, torn in four, and pens would do.")
    return ChannelToday(name, Usable.NOT_TODAY, missing)


def _phones() -> ChannelToday:
    return ChannelToday(
        say("Phones"), Usable.LATER, say("A later version brings them. There is nothing to set up today.")
    )
