"""The rows by which a question is asked, asked anew or taken back."""

from __future__ import annotations

from facilitator.conduct.finding import denominators_now
from facilitator.conduct.starting import wording_row
from facilitator.core.accounting import Denominators
from facilitator.core.keys import Source, State
from facilitator.core.wording import Wording
from facilitator.store.moment import Moment
from facilitator.store.reading import QuestionNow
from facilitator.store.rows import IssuedRow, QuestionOptionRow, QuestionRow, QuestionStateRow, Row, WordingRow


def state_rows(moment: Moment, question: QuestionNow, state: State, revision: int, stated: Denominators) -> list[Row]:
    """Return the rows that record where a question stands and what it is measured against."""
    row = state_row(moment, question, state, revision, stated)
    return [row, *(IssuedRow(row.id, channel, number) for channel, number in stated.issued.items())]


def state_row(
    moment: Moment, question: QuestionNow, state: State, revision: int, stated: Denominators
) -> QuestionStateRow:
    """Return the row that records where a question stands."""
    return QuestionStateRow(
        moment.new_id(), moment.entry, question.id, revision, state, stated.present, stated.groups_disjoint,
        stated.explanation,
    )  # fmt: skip


def void_row(moment: Moment, question: QuestionNow) -> QuestionStateRow:
    """Return the row that takes a question back."""
    return state_row(moment, question, State.VOID, question.revision, denominators_now(moment, question))


def asked_on_new_wording(moment: Moment, question: QuestionNow, text: str) -> list[Row]:
    """Return the rows that ask a question again on words of the room, under the same key."""
    wording = next_wording(moment, question.key, text)
    return [wording, *asked_anew(moment, question, wording.id)]


def next_wording(moment: Moment, key: str, text: str) -> WordingRow:
    """Return the next version of a wording, in words of the room."""
    newest = moment.newest_wording(key)
    parent, version = (newest.id, newest.version + 1) if newest is not None else (None, 1)
    return wording_row(moment, key, Wording(text, source=Source.ROOM), version=version, parent=parent)


def asked_anew(moment: Moment, question: QuestionNow, wording: int) -> list[Row]:
    """Return the rows of a new asking of a question, with the same options; it names the one it replaces."""
    asked = QuestionRow(
        moment.new_id(), moment.entry, question.key, question.stage, question.activity, question.position,
        question.method, question.max_marks, question.stacking, question.practice, question.sensitive,
        question.must_have, question.room_made, wording, question.id, question.from_area, question.run_off_of,
    )  # fmt: skip
    options = [
        QuestionOptionRow(asked.id, place, key, option_wording, moment.entry)
        for place, key, option_wording in moment.option_wordings(question.id)
    ]
    return [asked, *options]
