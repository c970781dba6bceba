"""What the operator's window reads of the event at one time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitator.conduct.event import Event
from facilitator.conduct.record import EventRecord, event_record
from facilitator.conduct.results import result
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The event as it stands; `questions` holds practice questions too, in the order of the run sheet."""

    record: EventRecord
    questions: tuple[QuestionResult, ...]
    written_at: datetime

    def question(self, key: str) -> QuestionResult | None:
        """Return the question called `key`, if the run sheet has it."""
        return next((question for question in self.questions if question.key == key), None)

    @property
    def open_question(self) -> QuestionResult | None:
        """The question that takes votes now."""
        return next((question for question in self.questions if question.state is State.OPEN), None)

    @property
    def last_present(self) -> int | None:
        """How many people were present at the question that was asked last, where that is known."""
        told = [question.denominators.present for question in self.questions]
        return next((present for present in reversed(told) if present is not None), None)


def read_snapshot(event: Event) -> Snapshot:
    """Read the event as it stands."""
    record = event_record(event)
    return Snapshot(record, (*_practice(event), *record.results), event.last_written())


def _practice(event: Event) -> tuple[QuestionResult, ...]:
    variant = event.programme.variant(event.details.variant)
    asked = {key for activity in variant.activities for key in activity.questions} if variant else set()
    practice = [question.key for question in event.programme.questions if question.practice and question.key in asked]
    return tuple(result(event, key) for key in practice)
