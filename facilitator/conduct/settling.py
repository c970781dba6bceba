"""What the room does with a statement once its vote is seen: adopt, adopt with changes, or leave."""

from __future__ import annotations

from facilitator.conduct.asking import next_wording
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import the_question
from facilitator.core.keys import EntryId, QuestionKey, State
from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.wording import text_hash
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow
from facilitator.store.rows import OutcomeRow, Row
from facilitator.words.message import say


def settle_statement(
    event: Event,
    key: str,
    kind: OutcomeKind,
    *,
    decided_by: str,
    text: str = "",
    why: str = "",
    by: str = LEAD,
    entry_id: EntryId | None = None,
) -> None:
    """Record what the room decided on a statement; `text` is the changed wording, a new version of the statement.

    Raises `Refused` before the statement's vote is closed, without who decided, or for a change without new words.
    """

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        _refuse_unsettleable(question, kind, decided_by, text)
        rows: list[Row] = []
        wording = question.wording
        if kind is OutcomeKind.CHANGED:
            row = next_wording(moment, question.key, text)
            rows.append(row)
            wording = row.id
        outcome = OutcomeRow(
            moment.new_id(), moment.entry, question.id, question.revision, kind, wording, decided_by.strip()
        )
        return Decision(None, Said("settle statement", key, by, why), [*rows, outcome])

    event.decide(rule, entry_id)


def settled_before_a_correction(event: Event) -> frozenset[QuestionKey]:
    """Return the statements that were settled on a result which was corrected since (T24)."""
    reading = event.store.reading
    settled = ((found, reading.question(found.question)) for found in reading.outcomes())
    return frozenset(
        QuestionKey(found.question_key)
        for found, question in settled
        if State(question.state) is State.CLOSED and question.revision > found.revision
    )


def _refuse_unsettleable(question: QuestionNow, kind: OutcomeKind, decided_by: str, text: str) -> None:
    if Method(question.method) is not Method.STATEMENT:
        raise Refused(say("Only a statement is adopted or left."), say("Carry areas forward instead."))
    if State(question.state) is not State.CLOSED:
        raise Refused(
            say("The vote on this statement is not closed yet."), say("Close it, look at it together, then settle it.")
        )
    if not decided_by.strip():
        raise Refused(say("Who decided is missing."), say("Write who: usually “the room, by hands”."))
    if kind is OutcomeKind.CHANGED and not text.strip():
        raise Refused(say("The changed wording is missing."), say("Write the statement as the room wants it."))
    if kind is OutcomeKind.CHANGED and text_hash(text) == question.text_hash:
        raise Refused(
            say("These are the words that were voted on."), say("Change them, or adopt the statement as it is.")
        )
