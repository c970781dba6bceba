"""The note-takers: what each table writes down in a step, about which area or statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import Note, NoteId, NoteKind, Strength, add_note, record_table
from facilitator.conduct.record import EventRecord, StepRecord, event_record
from facilitator.core.keys import EntryId
from facilitator.core.programme import ActivityKind
from facilitator.core.tables import table_place
from facilitator.rehearsal.act import Act
from facilitator.rehearsal.chance import Chance
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.sayings import Saying, Sayings, dealt, occasion_of, read_sayings, slots_of, spoken
from facilitator.words.message import say
from facilitator.words.translator import Translator

_BY_ALL_TABLES = (ActivityKind.GO_ROUND, ActivityKind.TABLE_TALK)
_AT_LEAST_ALTOGETHER = 12
_MOST_SUGGESTIONS = 3
_MOST_COMMITMENTS = 8
_QUESTIONS_WITH_AN_OWNER = 0.7


def note_acts(event: Event, crowd: Crowd, activity: str) -> Iterator[Act]:
    """Yield the notes of a step and, where tables talk, that each table is done; the quiet table hands nothing in."""
    record = event_record(event)
    step = next((step for step in record.steps if step.key == activity), None)
    stages = [str(stage.key) for stage in record.stages]
    occasion = occasion_of(ActivityKind(step.kind), stages.index(step.stage)) if step else None
    if step is None or occasion is None:
        return
    talk = _Talk(event, crowd, step, stages.index(step.stage), occasion, read_sayings(), _subjects(record, occasion))
    yield from talk.at_tables() if ActivityKind(step.kind) in _BY_ALL_TABLES else talk.in_the_room()


@dataclass(frozen=True, slots=True)
class _Subject:
    """An area or a statement that a table talks about."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Talk:
    event: Event
    crowd: Crowd
    step: StepRecord
    stage: int
    occasion: str
    said: Sayings
    subjects: tuple[_Subject, ...]

    @property
    def _chance(self) -> Chance:
        return self.crowd.chance

    def at_tables(self) -> Iterator[Act]:
        """Yield what is written at every table, one point each in turn, then who is done."""
        tables = self.crowd.tables_in(self.stage)
        writing = [table for table in tables if table != self.crowd.quiet_table]
        sayings = dealt(self.said, self.occasion, self._chance)
        each = max(2 if self.occasion == "matters" else 3, _AT_LEAST_ALTOGETHER // max(1, len(writing)))
        for turn in range(each):
            for place, table in enumerate(writing):
                yield self._note(sayings[(turn * len(writing) + place) % len(sayings)], table, turn)
        for table in tables:
            yield self._done(table)

    def in_the_room(self) -> Iterator[Act]:
        """Yield what is said to the whole room, or on cards from some tables."""
        most = _MOST_COMMITMENTS if self.occasion == "commitments" else _MOST_SUGGESTIONS
        sayings = dealt(self.said, self.occasion, self._chance)[:most]
        tables = [table for table in self.crowd.tables_in(self.stage) if table != self.crowd.quiet_table]
        for turn, saying in enumerate(sayings):
            spoken_to_all = saying.kind is NoteKind.COMMITMENT or self.occasion in ("play_back", "closing")
            yield self._note(saying, None if spoken_to_all or not tables else tables[turn % len(tables)], turn)

    def _note(self, saying: Saying, table: int | None, turn: int) -> Act:
        about = (self.step.key, table, turn)
        subject = self._subject_of(table)
        text = spoken(self.said, saying, self._chance, *about, area=subject.name if subject else "")
        note = Note(
            text, self.step.key, table_place(table) if table else "", saying.kind,
            subject.key if subject and _tells_about(self.occasion, saying) else "",
            verbatim=saying.kind is NoteKind.QUOTE, strength=self._strength(saying, table, about),
            owner=self._owner(saying, about), by_when=self._by_when(saying, about),
        )  # fmt: skip
        note_id = NoteId(self._chance.id("note", *about, text))

        def write() -> None:
            add_note(self.event, note, note_id=note_id, by=note.place or LEAD, entry_id=EntryId(note_id))

        if table is None:
            return Act(say("The lead facilitator writes: {text}", text=text), write, is_note=True)
        return Act(say("Table {table} writes: {text}", table=table, text=text), write, is_note=True)

    def _strength(self, saying: Saying, table: int | None, about: tuple[object, ...]) -> Strength:
        """Return how many of the table said it: not known of what is said to all, and few of a minority view."""
        if table is None:
            return Strength.UNKNOWN
        few = (Strength.ONE, Strength.SOME)
        return self._chance.pick(few if saying.kind is NoteKind.MINORITY_VIEW else tuple(Strength), "strength", *about)

    def _owner(self, saying: Saying, about: tuple[object, ...]) -> str:
        """Return who sees to it: of a commitment, and of most questions."""
        is_owned = saying.kind is NoteKind.COMMITMENT or (
            saying.kind is NoteKind.QUESTION and self._chance.fraction("is owned", *about) < _QUESTIONS_WITH_AN_OWNER
        )
        return self._chance.pick(self.said.slots["owner"], "owner", *about) if is_owned else ""

    def _by_when(self, saying: Saying, about: tuple[object, ...]) -> str:
        """Return until when: the month that a commitment names, and of a question that somebody answers some weeks."""
        if saying.kind is NoteKind.COMMITMENT:
            return slots_of(self.said, self._chance, *about)["month"]
        if not self._owner(saying, about):
            return ""
        words = Translator(self.event.details.language)
        return words(say("within {weeks} weeks", weeks=slots_of(self.said, self._chance, *about)["weeks"]))

    def _done(self, table: int) -> Act:
        quiet = table == self.crowd.quiet_table
        place, people = table_place(table), len(self.crowd.at_table(table, self.stage))
        entry = EntryId(self._chance.id("done", self.step.key, table))

        def record() -> None:
            record_table(
                self.event, self.step.key, place, headcount=people, complete=not quiet, played_back=not quiet,
                by=place, entry_id=entry,
            )  # fmt: skip

        if quiet:
            return Act(say("Table {table} talked, and hands in no notes.", table=table), record)
        return Act(say("Table {table} has read its notes aloud and is done.", table=table), record)

    def _subject_of(self, table: int | None) -> _Subject | None:
        return self.subjects[(table or 0) % len(self.subjects)] if self.subjects else None


def _tells_about(occasion: str, saying: Saying) -> bool:
    """Return whether such a sentence belongs to the one thing that the table talks about."""
    if occasion == "goals":
        return saying.kind is NoteKind.WORDING_CHANGE
    return saying.kind is not NoteKind.PARKED


def _subjects(record: EventRecord, occasion: str) -> tuple[_Subject, ...]:
    """Return what is talked about: the statements, the areas of the vote, or those that were carried."""
    if occasion == "goals":
        first = record.stages[0].key
        return tuple(_Subject(result.key, result.text) for result in record.results if result.stage == first)
    if occasion == "areas" or (occasion == "approach" and record.carried is None):
        plan = record.programme.carry_forward
        asked = [result for result in record.results if plan and result.key == plan.question]
        return tuple(_Subject(option.key, short_name(option.text)) for result in asked for option in result.options)
    if occasion == "approach" and record.carried is not None:
        return tuple(_Subject(key, short_name(text)) for key, text in record.carried.areas)
    return ()
