"""The crowd: who the pretend people are, where they sit, and when each of them is in the room."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.errors import Refused
from facilitator.rehearsal.chance import Chance
from facilitator.words.message import say

FEWEST_PEOPLE, MOST_PEOPLE, MOST_TABLES = 6, 400, 60
PEOPLE_AT_A_TABLE = 8
STAFF, OBSERVERS, INTERPRETERS = 6, 2, 1
_CARD_LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"
_CARD_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many pretend people at so many tables; a person is a number from 0, a table one from 1.

    What a person does hangs on the seed, the person and the question alone, never on the order of asking.
    """

    people: int
    tables: int
    seed: int

    @property
    def chance(self) -> Chance:
        """Where everything that is left to chance comes from."""
        return Chance(self.seed)

    @property
    def late(self) -> tuple[int, ...]:
        """Who comes only after the first stage: the last table, or one person where all sit at one."""
        return self._at(self.tables) if self.tables > 1 else (self.people - 1,)

    @property
    def leaving(self) -> tuple[int, ...]:
        """Who goes home before the last stage."""
        on_time = self.in_room(0)
        how_many = 2 if self.people > 3 * PEOPLE_AT_A_TABLE else 1
        return tuple(self.chance.shuffled(on_time, "leaving")[:how_many])

    @property
    def quiet_table(self) -> int | None:
        """The table whose note-taker hands nothing in; None where there is one table alone."""
        return 1 + self.chance.number(self.tables - 1, "quiet") if self.tables > 1 else None

    def table_of(self, person: int) -> int:
        """Return where a person sits."""
        return 1 + person * self.tables // self.people

    def in_room(self, stage: int) -> tuple[int, ...]:
        """Return who is in the room in a stage, the first of which is 0."""
        absent: set[int] = set()
        if stage < 1:
            absent.update(self.late)
        if stage > 1:
            absent.update(self.leaving)
        return tuple(person for person in range(self.people) if person not in absent)

    def at_table(self, table: int, stage: int) -> tuple[int, ...]:
        """Return who sits at a table in a stage."""
        return tuple(person for person in self.in_room(stage) if self.table_of(person) == table)

    def tables_in(self, stage: int) -> tuple[int, ...]:
        """Return the tables at which somebody sits in a stage."""
        return tuple(sorted({self.table_of(person) for person in self.in_room(stage)}))

    def card_of(self, person: int) -> str:
        """Return the code of the person's voting card."""
        return "".join(self.chance.pick(_CARD_LETTERS, "card", person, place) for place in range(_CARD_LENGTH))

    def _at(self, table: int) -> tuple[int, ...]:
        return tuple(person for person in range(self.people) if self.table_of(person) == table)


def a_crowd(people: int, tables: int | None, seed: int) -> Crowd:
    """Return a crowd at tables of about eight unless `tables` says how many; raises `Refused` beyond what is played."""
    if not FEWEST_PEOPLE <= people <= MOST_PEOPLE:
        raise Refused(
            say("A rehearsal cannot be played with {people} people.", people=people),
            say("Give {fewest} to {most} people.", fewest=FEWEST_PEOPLE, most=MOST_PEOPLE),
        )
    if tables is None:
        tables = max(1, (people + PEOPLE_AT_A_TABLE // 2) // PEOPLE_AT_A_TABLE)
    if not 1 <= tables <= min(people, MOST_TABLES):
        raise Refused(
            say("{people} pretend people cannot sit at {tables} tables.", people=people, tables=tables),
            say("Give 1 to {most} tables, or leave the tables out.", most=min(people, MOST_TABLES)),
        )
    return Crowd(people, tables, seed)
