"""The tables of a question: which have sent their count, and whether it fits who sits there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.words.message import Message, say, say_many

TABLE, ROOM = "Table", "room"
_NUMBERED = re.compile(rf"{TABLE}\s+([0-9]{{1,5}})", re.IGNORECASE)


def table_place(number: int) -> str:
    """Return the place of a numbered table as it stands in every row: "Table 7", whatever language people read."""
    return f"{TABLE} {number}"


def table_number(place: str) -> int | None:
    """Return the number of a table's place, however it is spelt, or None where the place has a name of its own."""
    found = _NUMBERED.fullmatch(place.strip())
    return int(found[1]) if found else None


def place_key(place: str) -> str:
    """Return what two spellings of one place have in common: neither case nor white space tells places apart."""
    number = table_number(place)
    return " ".join((place if number is None else table_place(number)).split()).casefold()


def place_name(place: str) -> Message:
    """Return a place as people read it."""
    if place.casefold() == ROOM:
        return say("the room")
    number = table_number(place)
    return say("{place}", place=place) if number is None else say("Table {number}", number=number)


@dataclass(frozen=True, slots=True)
class TablesNow:
    """The tables of one question, by place; a headcount that is not known is None, never nought (T28).

    `voted` holds the tables that sent a count with anybody in it. `stand_alone` says that all votes of the question
    came by tables: only then is a table without a count a missing one: elsewhere its people may have raised hands.
    """

    headcounts: Mapping[str, int | None] = field(default_factory=dict)
    voted: Mapping[str, int] = field(default_factory=dict)
    stand_alone: bool = True

    @property
    def silent(self) -> tuple[str, ...]:
        """The tables that sent no count; an empty table has none to send."""
        return tuple(place for place, people in self.headcounts.items() if people != 0 and place not in self.voted)

    @property
    def missing(self) -> tuple[str, ...]:
        """The tables whose count the question still lacks."""
        return self.silent if self.voted and self.stand_alone else ()

    @property
    def too_many(self) -> tuple[tuple[str, int, int], ...]:
        """Place, votes and headcount of each table with more votes than people."""
        return tuple(
            (place, voted, people)
            for place, voted in self.voted.items()
            if (people := self.headcounts.get(place)) is not None and voted > people
        )

    @property
    def people(self) -> int | None:
        """How many people sit at the tables, or None while that of any is not known."""
        known = [people for people in self.headcounts.values() if people is not None]
        return sum(known) if known and len(known) == len(self.headcounts) else None


def tables_have_not_sent(places: Sequence[str]) -> Message:
    """Return the sentence that names the tables without a count."""
    return say_many(
        "{tables} has not sent its count.", "{tables} have not sent their count.",
        count=len(places), tables=tables_named(places),
    )  # fmt: skip


def tables_named(places: Sequence[str]) -> Message:
    """Return these tables in words, such as "Tables 3 and 7"."""
    numbers = [number for place in places if (number := table_number(place)) is not None]
    if len(numbers) < len(places) or len(places) == 1:
        return _listed([place_name(place) for place in places])
    return say("Tables {numbers}", numbers=_listed([say("{number}", number=number) for number in numbers]))


def _listed(parts: Sequence[Message]) -> Message:
    listed = parts[0]
    for part in parts[1:-1]:
        listed = say("{before}, {next}", before=listed, next=part)
    return listed if len(parts) == 1 else say("{before} and {last}", before=listed, last=parts[-1])
