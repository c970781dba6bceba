"""What was typed of a count goes into the event file: as soon as it is whole, or as a correction with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.conduct.counting import (
    NO_HEADCOUNTS,
    correct_counts,
    correct_present,
    enter_count,
    enter_second_count,
    replace_count,
    standing_count,
    standing_second_count,
    unfitting,
)
from facilitator.conduct.event import Event
from facilitator.conduct.seating import record_headcount
from facilitator.core.keys import Channel
from facilitator.core.result import QuestionResult
from facilitator.core.tables import place_name
from facilitator.core.tally import CountSheet
from facilitator.errors import Refused
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.models.figures import Figures
from ui.models.table_counts import TableCountsModel
from ui.run.hands_typed import ROOM, HandsTyped
from ui.run.step_panel import Undo


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction says beside its figures; `present` None leaves the people present as they are."""

    why: str
    present: int | None = None
    explanation: str = ""


def hands_sheet(figures: Figures) -> CountSheet:
    """Return the count sheet of hands counted in the room."""
    return figures.sheet(ROOM, Channel.HANDS)


def stored_hands(event: Event, question: QuestionResult) -> CountSheet | None:
    """Return the hands that the event file holds."""
    return standing_count(event, question.key, ROOM, Channel.HANDS)


def hands_gaps(event: Event, question: QuestionResult, typed: HandsTyped) -> list[Message]:
    """Return what keeps the tellers' figures from being stored; nothing while none was typed."""
    found: list[Message] = []
    for figures in (typed.first, typed.second):
        if figures is None or figures.is_empty:
            continue
        gap = figures.gap(question) or unfitting(event, question.key, hands_sheet(figures))
        if gap is not None:
            found.append(gap if figures is typed.first else say("Second count: {sentence}", sentence=gap))
    if typed.second is not None and typed.second.is_empty and not typed.first.is_empty:
        found.append(say("The second count is not entered yet."))
    return found


def store_hands(event: Event, question: QuestionResult, typed: HandsTyped, words: Translator) -> Undo | None:
    """Store the hands if they are whole and new, and the second teller's beside them."""
    sheet, before = hands_sheet(typed.first), stored_hands(event, question)
    if typed.first.gap(question) is not None or unfitting(event, question.key, sheet) is not None:
        return None
    undo = None
    if before is None:
        enter_count(event, question.key, sheet)
    elif sheet != before:
        replace_count(event, question.key, sheet)
        undo = _earlier_figures(event, question, before, words)
    if typed.second is not None:
        _store_second_hands(event, question, typed.second)
    return undo


def store_row(
    event: Event, question: QuestionResult, model: TableCountsModel, row: int, words: Translator
) -> Undo | None:
    """Store who sits at a table and, once it is whole, its count."""
    _store_people(event, question, model, row)
    entry, before = model.entry(row), model.stored_sheet(row)
    if entry.figures.is_empty or model.gap(row) is not None or entry.sheet == before:
        return None
    if before is None:
        enter_count(event, question.key, entry.sheet)
        return None
    replace_count(event, question.key, entry.sheet)
    return _earlier_figures(event, question, before, words)


def correct_hands(event: Event, question: QuestionResult, figures: Figures, correction: Correction) -> None:
    """Correct a closed question by the hands as they stand in the fields."""
    if (gap := figures.gap(question)) is not None:
        raise Refused(gap, say("Finish the count, or leave the result as it is."))
    if hands_sheet(figures) == stored_hands(event, question):
        correct_people(event, question, correction)
        return
    _correct(event, question, [hands_sheet(figures)], correction)


def correct_tables(event: Event, question: QuestionResult, model: TableCountsModel, correction: Correction) -> None:
    """Correct a closed question by the rows that were changed, all of them or none; who sits there goes with them."""
    for row in model.changed_rows:
        if (gap := model.gap(row)) is not None:
            raise Refused(gap, say("Finish the row of {place}.", place=place_name(model.entry(row).place)))
    sheets, people = corrected_tables(model), corrected_people(model)
    if sheets or people:
        _correct(event, question, sheets, correction, people)
    else:
        correct_people(event, question, correction)


def corrected_tables(model: TableCountsModel) -> list[CountSheet]:
    """Return the counts of the rows that are whole and were changed."""
    whole = [row for row in model.changed_rows if model.gap(row) is None and not model.entry(row).figures.is_empty]
    return [model.entry(row).sheet for row in whole if model.entry(row).sheet != model.stored_sheet(row)]


def corrected_people(model: TableCountsModel) -> dict[str, int | None]:
    """Return who sits at the tables where that was changed, by place."""
    changed = [row for row in model.changed_rows if model.entry(row).people != model.stored_entry(row).people]
    return {model.entry(row).place: model.entry(row).people for row in changed}


def correct_people(event: Event, question: QuestionResult, correction: Correction) -> None:
    """Correct how many people were present at a closed question."""
    present = correction.present
    if present is None or present == question.denominators.present:
        raise Refused(say("No figure was changed."), say("Change a figure, or leave the result as it is."))
    correct_present(event, question.key, present, why=correction.why, explanation=correction.explanation)


def _correct(
    event: Event,
    question: QuestionResult,
    sheets: Sequence[CountSheet],
    correction: Correction,
    headcounts: Mapping[str, int | None] = NO_HEADCOUNTS,
) -> None:
    correct_counts(
        event, question.key, sheets,
        why=correction.why, present=correction.present, explanation=correction.explanation, headcounts=headcounts,
    )  # fmt: skip


def _store_second_hands(event: Event, question: QuestionResult, figures: Figures) -> None:
    sheet = hands_sheet(figures)
    if figures.gap(question) is not None or unfitting(event, question.key, sheet) is not None:
        return
    if sheet != standing_second_count(event, question.key, ROOM, Channel.HANDS):
        enter_second_count(event, question.key, sheet)


def _store_people(event: Event, question: QuestionResult, model: TableCountsModel, row: int) -> None:
    entry = model.entry(row)
    if entry.people != model.stored_entry(row).people:
        record_headcount(event, question.activity, entry.place, entry.people)


def _earlier_figures(event: Event, question: QuestionResult, before: CountSheet, words: Translator) -> Undo:
    name = say("Take back the figures of {place}", place=place_name(before.place))
    key, why = question.key, words(say("the new figures were a mistake"))
    return Undo(name, lambda: replace_count(event, key, before, why=why))
