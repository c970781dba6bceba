"""The welcome desk: who came, who came late and who left, counted as it happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator.conduct.access import Told, record_access
from facilitator.conduct.attending import Measure, Role, count_at_the_door, record_attendance, record_invitation
from facilitator.conduct.event import Event
from facilitator.conduct.noting import Note, NoteId, add_note
from facilitator.conduct.record import StepRecord, event_record
from facilitator.conduct.seating import record_headcount
from facilitator.core.keys import EntryId
from facilitator.core.tables import table_place
from facilitator.rehearsal.act import Act
from facilitator.rehearsal.crowd import INTERPRETERS, OBSERVERS, STAFF, Crowd
from facilitator.words.message import Message, say, say_many
from facilitator.words.translator import Translator

DESK = "desk"
_MORE_INVITED_THAN_CAME = 4  # times
_BOOKED_AND_DID_NOT_COME = 0.19  # of those who booked: domain.md, Gateshead
# Whether each means of access was asked for, was provided, and worked, in turn; of the rest nobody told.
_ACCESS = (
    (Told.NO, Told.YES, Told.YES),
    (Told.YES, Told.YES, Told.PARTLY),
    (Told.YES, Told.YES, Told.YES),
    (Told.YES, Told.NO, Told.UNKNOWN),
)


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
        yield Act(told, lambda: self._came(people, Role.PARTICIPANT, through_the_door=people))
        told = say(
            "{staff} of the staff and {observers} observers are counted apart.", staff=STAFF, observers=OBSERVERS
        )
        yield Act(told, self._counts_others)
        yield Act(say("The desk writes down who was invited, and what was asked for to take part."), self._writes_up)
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
            self._came(self.crowd.people, Role.PARTICIPANT, through_the_door=late)
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
            self._through_the_door(Role.PARTICIPANT, people_in=0, people_out=len(leaving))
            self._present(len(self.crowd.in_room(2)))
            count_tables()

        return Act(told, say_goodbye)

    def _counts_others(self) -> None:
        for people, role in ((STAFF, Role.STAFF), (OBSERVERS, Role.OBSERVER), (INTERPRETERS, Role.INTERPRETER)):
            self._came(people, role, through_the_door=people)

    def _writes_up(self) -> None:
        booked = round(self.crowd.people / (1 - _BOOKED_AND_DID_NOT_COME))
        invited = _MORE_INVITED_THAN_CAME * self.crowd.people
        record_invitation(self.event, invited=invited, booked=booked, by=DESK, entry_id=self._entry("invited"))
        for wording, (asked, provided, worked) in zip(self.event.programme.access, _ACCESS, strict=False):
            entry = self._entry("access", wording.text)
            record_access(
                self.event, wording.text, asked=asked, provided=provided, worked=worked, by=DESK, entry_id=entry
            )

    def _came(self, people: int, role: Role, *, through_the_door: int) -> None:
        """Tell how many came by now, and count in those who came through the door at this step."""
        entry = self._entry("came", role, people)
        record_attendance(self.event, Measure.ATTENDED, people, role=role, by=DESK, entry_id=entry)
        self._through_the_door(role, people_in=through_the_door, people_out=0)

    def _through_the_door(self, role: Role, *, people_in: int, people_out: int) -> None:
        count_at_the_door(
            self.event, self.activity, role=role, people_in=people_in, people_out=people_out, by=DESK,
            entry_id=self._entry("door", self.activity, role, people_in, people_out),
        )  # fmt: skip

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
