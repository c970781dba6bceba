"""What an event file holds from the start: the programme, the run sheet and every question of the chosen length."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from facilitator.core.programme import Activity, Option, Programme, Question, Variant
from facilitator.core.wording import Wording, text_hash
from facilitator.errors import Refused
from facilitator.programme.reader import MOST_CHARACTERS
from facilitator.programme.reading import ProgrammeFile
from facilitator.store.moment import Decision, Moment, Said
from facilitator.store.rows import (
    ActivityRow,
    EventDetailRow,
    FileMarkRow,
    ProgrammeRow,
    QuestionOptionRow,
    QuestionRow,
    Row,
    WordingRow,
)
from facilitator.words.message import say


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What the organiser says of the event; `tables` None is not known yet."""

    title: str
    held_on: str
    place: str = ""
    tables: int | None = None
    variant: str = "full"
    language: str = "en"
    convenor: str = ""
    area: str = ""

    def columns(self) -> tuple[str, str, str, int | None, str, str, str, str]:
        """Return the details in the order of the event file's columns."""
        return (
            self.title, self.held_on, self.place, self.tables, self.variant, self.language, self.convenor, self.area,
        )  # fmt: skip


def starting_rows(
    file: ProgrammeFile, details: EventDetails, said: Said, *, rehearsal: bool, event_id: str
) -> Callable[[Moment], Decision[None]]:
    """Return the rule that fills a new event file."""

    def rule(moment: Moment) -> Decision[None]:
        variant = file.programme.variant(details.variant)
        assert variant is not None
        rows: list[Row] = [
            FileMarkRow(1, event_id, rehearsal),
            ProgrammeRow(moment.new_id(), moment.entry, file.digest, file.form, file.text),
            EventDetailRow(moment.new_id(), moment.entry, *details.columns()),
        ]
        rows += _run_sheet(moment, file.programme, variant)
        return Decision(None, said, rows)

    return rule


def _run_sheet(moment: Moment, programme: Programme, variant: Variant) -> Iterator[Row]:
    for place, activity in enumerate(variant.activities):
        step = activity_row(moment, activity, float(place))
        yield step
        for number, key in enumerate(activity.questions):
            yield from question_rows(moment, programme.question(key), activity.key, question_position(step, number))


def question_position(step: ActivityRow, number: int) -> float:
    """Return where the question of a step stands among all questions: in the order of the run sheet."""
    return step.position * 1000 + number


def activity_row(moment: Moment, activity: Activity, position: float, from_area: str | None = None) -> ActivityRow:
    """Return the row of a step of the run sheet; its prompts are stored as a JSON list."""
    prompts = json.dumps([prompt.text for prompt in activity.prompts], ensure_ascii=False)
    return ActivityRow(
        moment.new_id(), moment.entry, activity.key, activity.stage, position, activity.kind, activity.title.text,
        activity.minutes, activity.who, prompts, from_area, activity.each_area, dropped=False,
    )  # fmt: skip


def question_rows(
    moment: Moment, question: Question, activity: str, position: float, from_area: str | None = None
) -> Iterator[Row]:
    """Yield the rows of a new question: its wording, itself and its options in shown order."""
    wording = wording_row(moment, question.key, question.wording)
    yield wording
    id_ = moment.new_id()
    yield QuestionRow(
        id_, moment.entry, question.key, question.stage, activity, position, question.method, question.max_marks,
        question.stacking, question.practice, question.sensitive, question.must_have, question.room_made, wording.id,
        None, from_area, None,
    )  # fmt: skip
    for place, option in enumerate(question.options):
        yield from option_rows(moment, question.key, id_, place, option)


def option_rows(moment: Moment, question_key: str, question: int, place: int, option: Option) -> Iterator[Row]:
    """Yield the rows of one option of a question."""
    wording = wording_row(moment, f"{question_key}/{option.key}", option.wording)
    yield wording
    yield QuestionOptionRow(question, place, option.key, wording.id, moment.entry)


def wording_row(
    moment: Moment, key: str, wording: Wording, *, version: int = 1, parent: int | None = None
) -> WordingRow:
    """Return the row of one version of a text; what is stored is the text to the letter.

    Raises `Refused` for one of more characters than a programme's text may have.
    """
    if len(wording.text) > MOST_CHARACTERS:
        raise Refused(
            say("The text has more than {most} characters.", most=MOST_CHARACTERS), say("Say it in fewer words.")
        )
    return WordingRow(
        moment.new_id(), moment.entry, key, version, parent, wording.text, _json(wording.translations),
        _json(wording.easy_read), text_hash(wording.text), wording.source,
    )  # fmt: skip


def _json(texts: Mapping[str, str]) -> str:
    return json.dumps(dict(texts), ensure_ascii=False, sort_keys=True)
