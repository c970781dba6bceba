"""The life of a question: which verb may follow which state, and with what reason."""

from __future__ import annotations

from facilitator.core.keys import State
from facilitator.errors import Refused
from facilitator.words.message import say


def refuse_opening(state: State) -> None:
    """Raise `Refused` unless the question has never been opened."""
    if state is State.OPEN:
        raise Refused(say("This question is open already."), say("Take the votes, then close it."))
    if state is State.CLOSED:
        raise Refused(say("This question was closed."), say("Open it again with a reason, if the room wants that."))
    if state is State.VOID:
        raise Refused(say("This question was taken back."), say("Use the question that was asked instead."))


def refuse_reopening(state: State, why: str, *, count_closed: bool) -> None:
    """Raise `Refused` unless a closed question may take votes again (T9)."""
    refuse_after_count(count_closed=count_closed)
    if state is not State.CLOSED:
        raise Refused(
            say("Only a closed question can be opened again."), say("Look at the run sheet for what is next.")
        )
    refuse_without_reason(why)


def refuse_closing(state: State) -> None:
    """Raise `Refused` unless the question is open."""
    if state is not State.OPEN:
        raise Refused(say("This question is not open, so it cannot be closed."), say("Open it first."))


def refuse_correcting(state: State, why: str) -> None:
    """Raise `Refused` unless the question has a result to correct, and a reason is given."""
    if state is not State.CLOSED:
        raise Refused(
            say("Only the result of a closed question is corrected."),
            say("While it is open, enter the figure again instead."),
        )
    refuse_without_reason(why)


def refuse_voiding(state: State, why: str) -> None:
    """Raise `Refused` unless the question can be taken back, and a reason is given."""
    if state is State.VOID:
        raise Refused(say("This question was taken back before."), say("There is nothing more to do."))
    refuse_without_reason(why)


def refuse_without_reason(why: str) -> None:
    """Raise `Refused` for an empty reason; reasons are printed in the report."""
    if not why.strip():
        raise Refused(say("A reason is missing."), say("Write in a few words why; the report prints it."))


def refuse_after_count(*, count_closed: bool) -> None:
    """Raise `Refused` when voting has ended for good (domain.md 7a)."""
    if count_closed:
        raise Refused(
            say("The count of this event is closed, and nobody can vote any more."),
            say("A result can still be corrected by a count, with a reason."),
        )
