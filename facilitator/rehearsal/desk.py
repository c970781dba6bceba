"""The welcome desk: who came, who came late and who left, counted as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.conduct.attending import Measure, Role, record_attendance
from facilitator.conduct.event import Event
from facilitator.conduct.noting import Note, NoteId, add_note
from facilitator.conduct.record import StepRecord, event_record
from facilitator.conduct.seating import record_headcount
from facilitator.core.keys import EntryId
from facilitator.core.tables import table_place
from facilitator.rehearsal.act import Act
from facilitator.rehearsal.crowd import OBSERVERS, STAFF, Crowd
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator

DESK = "desk"


def desk_acts(event: Event, crowd: Crowd, activity: str) -> Iterator[Act]:
    """Yield what the desk counts at a step: at the first of all, and at the first of each stage behind it."""
    steps = event_record(event).steps
    stages = [str(stage.key) for stage in event.programme.stages]
    desk = _Desk(event, crowd, activity)
    if activity == steps[0].key:
        yield from desk.welcomes()
    elif activity == _first_of(steps, stages, 1):
        yield desk.lets_in_who_is_late()
    elif activity == _first_of(steps, stages, 2):
        yield desk.says_goodbye()


def _first_of(steps: tuple[StepRecord, ...], stages: list[str], stage: int) -> str | None:
    if stage >= len(stages):
        return None
    return next((step.key for step in steps if step.stage == stages[stage]), None)


@dataclass(frozen=True, slots=True)
class _Desk:
    event: Event
    crowd: Crowd
    activity: str

    def welcomes(self) -> Iterator[Act]:
        people = len(self.crowd.in_room(0))
        told = say_many("{count} person has come.", "{count} people have come.", count=people)
        yield Act(told, lambda: self._came(people, Role.PARTICIPANT))
        told = say(
            "{staff} of the staff and {observers} observers are counted apart.", staff=STAFF, observers=OBSERVERS
        )
        yield Act(told, self._counts_others)
        yield Act(say("Each table counts who sits there."), self._tables_counting(range(1, self.crowd.tables + 1), 0))

    def lets_in_who_is_late(self) -> Act:
        late, table = len(self.crowd.late), self.crowd.tables
        told = say_many(
            "{count} person arrives late and sits down at table {table}.",
            "{count} people arrive late and sit down at table {table}.",
            count=late, table=table,
        )  # fmt: skip
        count_table = self._tables_counting([table], 1)

        def let_in() -> None:
            self._came(self.crowd.people, Role.PARTICIPANT)
            self._present(len(self.crowd.in_room(1)))
            count_table()
            # Without the table: what a note says is published, and no table is (D12).
            self._writes_down(say_many("{count} person came late.", "{count} people came late.", count=late))

        return Act(told, let_in)

    def says_goodbye(self) -> Act:
        leaving = self.crowd.leaving
        tables = sorted({self.crowd.table_of(person) for person in leaving})
        told = say_many("{count} person goes home.", "{count} people go home.", count=len(leaving))
        count_tables = self._tables_counting(tables, 2)

        def say_goodbye() -> None:
            self._present(len(self.crowd.in_room(2)))
            count_tables()

        return Act(told, say_goodbye)

    def _counts_others(self) -> None:
        self._came(STAFF, Role.STAFF)
        self._came(OBSERVERS, Role.OBSERVER)

    def _came(self, people: int, role: Role) -> None:
        entry = self._entry("came", role, people)
        record_attendance(self.event, Measure.ATTENDED, people, role=role, by=DESK, entry_id=entry)

    def _present(self, people: int) -> None:
        entry = self._entry("present", self.activity)
        record_attendance(self.event, Measure.PRESENT, people, activity=self.activity, by=DESK, entry_id=entry)

    def _tables_counting(self, tables: range | list[int], stage: int) -> Callable[[], None]:
        def count() -> None:
            for table in tables:
                people, entry = len(self.crowd.at_table(table, stage)), self._entry("seats", stage, table)
                record_headcount(self.event, self.activity, table_place(table), people, by=DESK, entry_id=entry)

        return count

    def _writes_down(self, told: Message) -> None:
        words = Translator(self.event.details.language)
        note_id = NoteId(self._entry("late", "note"))
        add_note(self.event, Note(words(told), self.activity), note_id=note_id, by=DESK, entry_id=EntryId(note_id))

    def _entry(self, *about: object) -> EntryId:
        return EntryId(self.crowd.chance.id(DESK, *about))
