"""Ballot accounting: what must balance before a question closes (T6-T8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.core.keys import Channel
from facilitator.core.tables import TablesNow, place_name, tables_have_not_sent, tables_named
from facilitator.core.tally import Tally
from facilitator.core.ways import ways_named
from facilitator.errors import Refused
from facilitator.words.message import Message, say

NO_TABLES = TablesNow()


@dataclass(frozen=True, slots=True)
class Denominators:
    """What a result is measured against: people present (None: unknown, T28) and ballots issued, by channel."""

    present: int | None = None
    issued: Mapping[Channel, int] = field(default_factory=dict)
    groups_disjoint: bool = False
    explanation: str = ""


def refuse_negative(denominators: Denominators) -> None:
    """Raise `Refused` for a number of people or ballots below zero."""
    if min([denominators.present or 0, *denominators.issued.values()]) < 0:
        raise Refused(say("A number of people or ballots is below zero."), say("Enter whole numbers, 0 or more."))


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that stops a question from closing; some an explanation settles."""

    message: Message
    can_be_explained: bool


def not_returned(denominators: Denominators, tally: Tally) -> dict[Channel, int]:
    """Return issued - cast for each channel that issued ballots; below zero, more came back than went out."""
    return {channel: issued - tally.cast_by_channel.get(channel, 0) for channel, issued in denominators.issued.items()}


def blockers(
    tally: Tally, denominators: Denominators, unsettled_places: tuple[str, ...] = (), tables: TablesNow = NO_TABLES
) -> list[Blocker]:
    """Return what stops the closing; empty when the question may close."""
    found = [
        *_present_blockers(tally, denominators), *_table_blockers(tables), *_returned_blockers(tally, denominators),
    ]  # fmt: skip
    channels = [channel for channel, cast in tally.cast_by_channel.items() if cast]
    if len(channels) > 1 and not denominators.groups_disjoint:
        message = say(
            "Votes came by {ways}; they add up only if nobody voted in two of these ways. "
            "Where that is so, tick “Nobody voted in two of these ways”.",
            ways=ways_named(tally),
        )
        found.append(Blocker(message, can_be_explained=False))
    found += [
        Blocker(say("The two counts of {place} differ. Count again.", place=place_name(place)), can_be_explained=False)
        for place in unsettled_places
    ]
    return [blocker for blocker in found if not (blocker.can_be_explained and denominators.explanation.strip())]


def warnings(denominators: Denominators, tables: TablesNow = NO_TABLES) -> list[Message]:
    """Return what is to be seen beside a question that tables count, and does not stop its closing (T27)."""
    found: list[Message] = []
    if not tables.voted:
        return found
    at_tables, present = tables.people, denominators.present
    if at_tables is not None and present is not None and at_tables != present:
        found.append(
            say("{tables} people sit at the tables, but {present} are present.", tables=at_tables, present=present)
        )
    if tables.silent and not tables.stand_alone:
        found.append(
            say(
                "{tables} sent no count. See that their people voted in another way.",
                tables=tables_named(tables.silent),
            )
        )
    return found


def _table_blockers(tables: TablesNow) -> list[Blocker]:
    found = [
        Blocker(
            say(
                "{place}: {voted} votes from {people} people, {more} too many.",
                place=place_name(place), voted=voted, people=people, more=voted - people,
            ),
            can_be_explained=True,
        )
        for place, voted, people in tables.too_many
    ]  # fmt: skip
    if tables.missing:
        found.append(Blocker(tables_have_not_sent(tables.missing), can_be_explained=True))
    return found


def _present_blockers(tally: Tally, denominators: Denominators) -> list[Blocker]:
    if denominators.present is None:
        return [Blocker(say("How many people are present is not known."), can_be_explained=True)]
    more = tally.cast - denominators.present
    if more <= 0:
        return []
    message = say(
        "{cast} votes from {present} people present: {more} too many.",
        cast=tally.cast,
        present=denominators.present,
        more=more,
    )
    return [Blocker(message, can_be_explained=True)]


def _returned_blockers(tally: Tally, denominators: Denominators) -> list[Blocker]:
    return [
        Blocker(
            say("More ballots came back by {channel} than were issued: {more} more.", channel=channel, more=-missing),
            can_be_explained=False,
        )
        for channel, missing in not_returned(denominators, tally).items()
        if missing < 0
    ]
