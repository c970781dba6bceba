"""What the operator's window reads of the event at one time, and no more of it than has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from facilitator.conduct.attending import Measure, participants, people_here
from facilitator.conduct.event import Event
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.results import result
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The event as it stands; `questions` holds practice questions too, in the order of the run sheet.

    `last_present` is what to offer as people present at the next vote; None is not known.

    The record has no history: a report or a pack is made of `conduct.record.event_record`.
    """

    record: EventRecord
    questions: tuple[QuestionResult, ...]
    written_at: datetime
    last_present: int | None = None

    def question(self, key: str) -> QuestionResult | None:
        """Return the question called `key`, if the run sheet has it."""
        return next((question for question in self.questions if question.key == key), None)

    @property
    def open_question(self) -> QuestionResult | None:
        """The question that takes votes now."""
        return next((question for question in self.questions if question.state is State.OPEN), None)


class SnapshotReader:
    """Reads the event; while nothing but ballots came, only the open question is counted again."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._entry = -1
        self._snapshot: Snapshot | None = None

    def read(self) -> Snapshot:
        """Return the event as it stands."""
        entry = self._event.last_entry()
        if self._snapshot is None or entry != self._entry:
            self._snapshot = read_snapshot(self._event)
            self._entry = entry
            return self._snapshot
        self._snapshot = self._recounted(self._snapshot)
        return self._snapshot

    def _recounted(self, before: Snapshot) -> Snapshot:
        questions = tuple(
            result(self._event, question.key) if question.state is State.OPEN else question
            for question in before.questions
        )
        if questions == before.questions:
            return before
        asked = {question.key: question for question in questions}
        results = tuple(asked.get(question.key, question) for question in before.record.results)
        return replace(before, record=replace(before.record, results=results), questions=questions)


def read_snapshot(event: Event) -> Snapshot:
    """Read the event as it stands."""
    record = event_record(event, with_history=False)
    return Snapshot(record, (*_practice(event), *record.results), event.last_written(), _likely_present(event))


def _likely_present(event: Event) -> int | None:
    """Return what to offer at the next vote: who was here when that was told last, or else everybody who came."""
    here = people_here(event)
    return here if here is not None else participants(event, Measure.ATTENDED)


def _practice(event: Event) -> tuple[QuestionResult, ...]:
    variant = event.programme.variant(event.details.variant)
    asked = {key for activity in variant.activities for key in activity.questions} if variant else set()
    practice = [question.key for question in event.programme.questions if question.practice and question.key in asked]
    return tuple(result(event, key) for key in practice)
