"""The run-off between tied areas: a question of its own, of this asking and this tie alone."""

from __future__ import annotations

from facilitator.conduct.asking import next_wording, void_row
from facilitator.core.keys import State
from facilitator.core.methods import Method
from facilitator.core.ranking import Cut
from facilitator.errors import Refused
from facilitator.store.moment import Moment
from facilitator.store.reading import QuestionNow, Reading
from facilitator.store.rows import QuestionOptionRow, QuestionRow, Row
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator

RUN_OFF = "-run-off"


def run_off_between(reading: Reading, question: QuestionNow, found: Cut) -> QuestionNow | None:
    """Return the run-off that was asked for this very tie; one of another tie or asking settles nothing (T23)."""
    asked = reading.current_question(question.key + RUN_OFF)
    if asked is None or asked.run_off_of != question.id or asked.max_marks != found.places_left:
        return None
    between = {option.key for option in reading.options(asked.id)}
    return asked if between == set(found.tied) and State(asked.state) is not State.VOID else None


def run_off_rows(moment: Moment, question: QuestionNow, found: Cut) -> list[Row]:
    """Return the rows of a new run-off; raises `Refused` if this tie had its run-off."""
    if run_off_between(moment, question, found) is not None:
        raise Refused(say("There was a run-off already."), say("Let the room decide by hands, or carry all."))
    earlier = moment.current_question(question.key + RUN_OFF)
    rows: list[Row] = []
    if earlier is not None and State(earlier.state) is not State.VOID:
        rows.append(void_row(moment, earlier))
    return [*rows, *_asked(moment, question, found, earlier)]


def run_off_text(places: int, language: str) -> str:
    """Return what a run-off asks, in the language of the event."""
    text = say_many(
        "These areas are level. Choose the one that should go forward.",
        "These areas are level. Choose up to {count} that should go forward.",
        count=places,
    )
    return Translator(language)(text)


def _asked(moment: Moment, question: QuestionNow, found: Cut, earlier: QuestionNow | None) -> list[Row]:
    key = question.key + RUN_OFF
    wording = next_wording(moment, key, run_off_text(found.places_left, moment.detail().language))
    asked = QuestionRow(
        moment.new_id(), moment.entry, key, question.stage, question.activity, question.position + 0.5, Method.CHOOSE,
        found.places_left, False, False, question.sensitive, True, 0, wording.id, earlier.id if earlier else None, None,
        question.id,
    )  # fmt: skip
    options = [
        QuestionOptionRow(asked.id, place, option, option_wording, moment.entry)
        for place, option, option_wording in moment.option_wordings(question.id)
        if option in found.tied
    ]
    return [wording, asked, *options]
