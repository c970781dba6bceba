"""Closing the count: the end of voting for good, with the keys of the voters forgotten."""

from __future__ import annotations

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import denominators_now, tally_now, unsettled_places
from facilitator.core.accounting import blockers
from facilitator.core.keys import EntryId, State
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow
from facilitator.store.rows import CountClosedRow
from facilitator.words.message import say


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


def _refuse_unfinished(moment: Moment, question: QuestionNow, why: str) -> None:
    if State(question.state) is State.OPEN:
        raise Refused(say("“{question}” is still open.", question=question.text), say("Close it first."))
    if State(question.state) is not State.CLOSED or why.strip():
        return
    counted = tally_now(moment, question, moment.rule(question))
    stated = denominators_now(moment, question)
    if found := blockers(counted, stated, unsettled_places(moment, question.id)):
        raise Refused(
            say(
                "The accounting of “{question}” does not balance: {what}", question=question.text, what=found[0].message
            ),
            say("Correct it, or give a reason; the report prints it."),
        )
