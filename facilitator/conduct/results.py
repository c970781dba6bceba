"""Results as the operator sees them; practice and void questions never reach them."""

from __future__ import annotations

from facilitator.conduct.event import Event
from facilitator.conduct.finding import result_now, the_question
from facilitator.core.keys import State
from facilitator.core.result import QuestionResult


def results(event: Event) -> tuple[QuestionResult, ...]:
    """Return every question's result, recounted from its ballots and count sheets (T10, T12)."""
    reading = event.store.reading
    return tuple(
        result_now(reading, question)
        for question in reading.questions()
        if not question.practice and State(question.state) is not State.VOID
    )


def result(event: Event, key: str) -> QuestionResult:
    """Return one question's result, of a practice question too: for showing it in the room."""
    reading = event.store.reading
    return result_now(reading, the_question(reading, key))
