"""Opening, closing, reopening and taking back questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.conduct.asking import asked_on_new_wording, state_row, state_rows, void_row
from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.finding import denominators_now, tally_now, the_question, unsettled_places
from facilitator.conduct.tables import tables_now
from facilitator.core import lifecycle
from facilitator.core.accounting import Blocker, Denominators, blockers, refuse_negative, warnings
from facilitator.core.keys import Channel, EntryId, State
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.reading import QuestionNow, Reading
from facilitator.store.rows import Row, SecretRow
from facilitator.words.message import Message, say

SECRET_BYTES = 32


class ClosingBlocked(Refused):
    """The question may not close yet: `blockers` are what stands in the way."""

    def __init__(self, found: list[Blocker]) -> None:
        explain = say("Correct the figures, or give a reason; the report prints it.")
        settle = say("Settle this first; a reason does not.")
        super().__init__(found[0].message, explain if found[0].can_be_explained else settle)
        self.blockers = found


@dataclass(frozen=True, slots=True)
class Closing:
    """What is stated when a question closes; `present` None keeps what was said at the opening."""

    present: int | None = None
    issued: Mapping[Channel, int] = field(default_factory=dict)
    groups_disjoint: bool = False
    explanation: str = ""


def open_question(
    event: Event, key: str, *, present: int | None = None, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Open a question for votes; raises `Refused` if it was opened before or voting has ended for good."""

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
        lifecycle.refuse_opening(State(question.state))
        rows = opening_rows(moment, question, event.random_bytes(SECRET_BYTES), present)
        if moment.secret(question.id) is not None:  # an opening that was taken back left its key
            rows = rows[:1]
        return Decision(None, Said("open question", key, by), rows)

    event.decide(rule, entry_id)


def opening_rows(moment: Moment, question: QuestionNow, secret: bytes, present: int | None) -> list[Row]:
    """Return the rows that open a question for the first time: its state, and the key of its voters."""
    stated = Denominators(present)
    refuse_negative(stated)
    return [state_row(moment, question, State.OPEN, question.revision, stated), SecretRow(question.id, secret)]


def take_back_opening(event: Event, key: str, *, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take back an opening by mistake: the question is ready again; raises `Refused` once a ballot or count came."""

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        _refuse_taking_back(moment, question)
        row = state_row(moment, question, State.READY, question.revision, denominators_now(moment, question))
        return Decision(None, Said("take back opening", key, by), [row])

    event.decide(rule, entry_id)


def restate_present(
    event: Event, key: str, present: int | None, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Record that so many people are present at an open question after all: they were counted again."""

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_closing(State(question.state))
        stated = replace(denominators_now(moment, question), present=present)
        refuse_negative(stated)
        rows = state_rows(moment, question, State.OPEN, question.revision, stated)
        return Decision(None, Said("count people present", key, by), rows)

    event.decide(rule, entry_id)


def close_question(
    event: Event, key: str, closing: Closing | None = None, *, by: str = LEAD, entry_id: EntryId | None = None
) -> None:
    """Close an open question: later ballots change nothing (T9).

    Raises `ClosingBlocked` while people present are not known, more voted than were present or than sit at a table, a
    table has not sent its count, more ballots came back than went out, two channels may overlap, or two counts of one
    place differ (T6-T8).
    """

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_closing(State(question.state))
        stated = stated_at_closing(moment, question, closing or Closing())
        refuse_blocked(moment, question, stated)
        rows = state_rows(moment, question, State.CLOSED, question.revision, stated)
        return Decision(None, Said("close question", key, by, stated.explanation), rows)

    event.decide(rule, entry_id)


def reopen_question(event: Event, key: str, *, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Open a closed question again as its next revision, with a reason; raises `Refused` after the count is closed."""

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_reopening(State(question.state), why, count_closed=moment.count_is_closed())
        stated = replace(denominators_now(moment, question), groups_disjoint=False, explanation="")
        rows = state_rows(moment, question, State.OPEN, question.revision + 1, stated)
        return Decision(None, Said("open question again", key, by, why), rows)

    event.decide(rule, entry_id)


def void_question(event: Event, key: str, *, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a question back with a reason: its votes stay in the file and reach no result (T10)."""

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
        lifecycle.refuse_voiding(State(question.state), why)
        return Decision(None, Said("take back question", key, by, why), [void_row(moment, question)])

    event.decide(rule, entry_id)


def ask_again(event: Event, key: str, text: str, *, why: str, by: str = LEAD, entry_id: EntryId | None = None) -> None:
    """Take a question back and ask it anew under the same key on a new wording, in one step (situation 13)."""
    if not text.strip():
        raise Refused(say("The new wording is empty."), say("Write what the room is asked now."))

    def rule(moment: Moment) -> Decision[None]:
        question = the_question(moment, key)
        lifecycle.refuse_after_count(count_closed=moment.count_is_closed())
        lifecycle.refuse_without_reason(why)
        rows: list[Row] = []
        if State(question.state) is not State.VOID:
            rows.append(void_row(moment, question))
        rows += asked_on_new_wording(moment, question, text)
        return Decision(None, Said("ask again", key, by, why), rows)

    event.decide(rule, entry_id)


def refuse_blocked(reading: Reading, question: QuestionNow, stated: Denominators) -> None:
    """Raise `ClosingBlocked` unless the question's figures fit together."""
    refuse_negative(stated)
    if found := _blockers_now(reading, question, stated):
        raise ClosingBlocked(found)


def closing_blockers(event: Event, key: str, closing: Closing | None = None) -> list[Blocker]:
    """Return what stands in the way of closing an open question, for showing beside it."""
    reading = event.store.reading
    question = the_question(reading, key)
    return _blockers_now(reading, question, stated_at_closing(reading, question, closing or Closing()))


def closing_warnings(event: Event, key: str, closing: Closing | None = None) -> list[Message]:
    """Return what does not fit at an open question and yet does not stop its closing (T27)."""
    reading = event.store.reading
    question = the_question(reading, key)
    return warnings(stated_at_closing(reading, question, closing or Closing()), tables_now(reading, question))


def stated_at_closing(reading: Reading, question: QuestionNow, closing: Closing) -> Denominators:
    """Return what a closing states, with what was stated before where it says nothing."""
    before = denominators_now(reading, question)
    present = before.present if closing.present is None else closing.present
    disjoint = closing.groups_disjoint or before.groups_disjoint
    return Denominators(present, closing.issued or before.issued, disjoint, closing.explanation.strip())


def _blockers_now(reading: Reading, question: QuestionNow, stated: Denominators) -> list[Blocker]:
    counted = tally_now(reading, question, reading.rule(question))
    return blockers(counted, stated, unsettled_places(reading, question.id), tables_now(reading, question))


def _refuse_taking_back(moment: Moment, question: QuestionNow) -> None:
    if State(question.state) is not State.OPEN or question.revision > 1:
        raise Refused(
            say("Only a first opening is taken back, while the question is open."), say("Close it, or take it back.")
        )
    if moment.sheets(question.id) or moment.highest_editions(question.id):
        raise Refused(
            say("Votes have come for this question already."), say("Close it, or take the question back with a reason.")
        )
