"""Closing the count: the end of voting for good, with the keys of the voters forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import denominators_now, tally_now, unsettled_places
from facilitator.core.accounting import blockers
from facilitator.core.keys import EntryId, State
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow, Reading
from facilitator.store.rows import CountClosedRow
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class Hindrance:
    """A closed question whose accounting does not balance: closing the count asks for a reason."""

    question: str
    activity: str
    text: str
    why: Message


def close_the_count(event: Event, *, why: str = "", by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """End voting for good: the voters' keys are deleted and the file is rewritten so that nothing is left of them.

    Raises `Refused` while a question is open, if it is done already, and while a question's accounting does not
    balance and no reason `why` is given. Afterwards a result is corrected only by a count with a reason.
    """

    def rule(moment: Moment) -> Decision[None]:
        if moment.count_is_closed():
            raise Refused(say("The count is closed already."), say("Go on with the report and the pack."))
        for question in moment.questions():
            _refuse_unfinished(moment, question, why)
        row = CountClosedRow(1, moment.entry)
        return Decision(None, Said("close the count", "", by, why), [row], forget_secrets=True)

    try:
        event.decide(rule, entry_id)
    finally:
        # Also when it was closed before: the program may have been cut off before this.
        if count_is_closed(event):
            event.store.compact()


def count_is_closed(event: Event) -> bool:
    """Return whether voting has ended for good."""
    return event.store.reading.count_is_closed()


def what_hinders(event: Event) -> tuple[Hindrance, ...]:
    """Return the questions that closing the count asks a reason for, in order."""
    reading = event.store.reading
    found = ((question, _imbalance(reading, question)) for question in reading.questions())
    return tuple(
        Hindrance(question.key, question.activity, question.text, why) for question, why in found if why is not None
    )


def _refuse_unfinished(moment: Moment, question: QuestionNow, why: str) -> None:
    if State(question.state) is State.OPEN:
        raise Refused(say("“{question}” is still open.", question=question.text), say("Close it first."))
    if not why.strip() and (what := _imbalance(moment, question)) is not None:
        raise Refused(
            say("The accounting of “{question}” does not balance: {what}", question=question.text, what=what),
            say("Correct it, or give a reason; the report prints it."),
        )


def _imbalance(reading: Reading, question: QuestionNow) -> Message | None:
    if State(question.state) is not State.CLOSED:
        return None
    counted = tally_now(reading, question, reading.rule(question))
    stated = denominators_now(reading, question)
    found = blockers(counted, stated, unsettled_places(reading, question.id))
    return found[0].message if found else None
