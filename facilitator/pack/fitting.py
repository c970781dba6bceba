"""Checking that rows fit each other: what one table says of the event, its steps, questions and notes can be true."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitator.core.methods import Method
from facilitator.errors import PackDamaged
from facilitator.gate.published_event import TAKING_BACK
from facilitator.pack import schema
from facilitator.pack.damage import damaged_file, shown_text
from facilitator.pack.schema import Telling
from facilitator.pack.table_checking import ReadRow, ReadTable
from facilitator.words.message import Message, say

Tables = Mapping[str, ReadTable]

_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_PARTICIPANT = "participant"


def check_fitting(tables: Tables) -> None:
    """Raise `PackDamaged` for rows that cannot all be true."""
    _check_event(tables[schema.EVENT.name])
    _check_tables(tables[schema.ACTIVITIES.name])
    _check_questions(tables[schema.QUESTIONS.name])
    _check_areas(tables)
    _check_sessions(tables[schema.NOTES.name])
    _check_roles(tables[schema.HEADCOUNTS.name])


def _check_event(event: ReadTable) -> None:
    row = event.rows[0]
    if event.number(row, "tables") == 0:
        raise _wrong(event, row, "tables", say("An event has no nought of tables: not known is an empty cell."))
    if event.cell(row, "counted_at_the_door") == "true" and event.number(row, "attended") is None:
        raise _wrong(event, row, "counted_at_the_door", say("Nobody says how many were counted at the door."))
    language = event.cell(row, "language")
    if language and not _LANGUAGE.fullmatch(language):
        raise _wrong(event, row, "language", say("“{cell}” is not a language code.", cell=shown_text(language)))


def _check_tables(steps: ReadTable) -> None:
    for row in steps.rows:
        known, returned, read_back = (
            steps.number(row, name) for name in ("tables_known", "tables_returned", "tables_read_back")
        )
        if known is not None and (returned or 0) > known:
            raise _wrong(steps, row, "tables_returned", say("More tables returned notes than there were."))
        if (read_back or 0) > (returned or 0):
            raise _wrong(steps, row, "tables_read_back", say("More tables heard their notes than returned any."))


def _check_questions(questions: ReadTable) -> None:
    for row in questions.rows:
        in_words, told = questions.cell(row, "in_words"), questions.cell(row, "told")
        if bool(in_words) is not (told == Telling.WORDS):
            what = say("Words stand in place of figures, and only of those told in words.")
            raise _wrong(questions, row, "in_words", what)
        if questions.number(row, "wording_version") == 0:
            raise _wrong(questions, row, "wording_version", say("Versions are counted from 1."))


def _check_areas(tables: Tables) -> None:
    """Refuse an area that nobody could choose, unless the vote on the areas was taken back, and its options with it."""
    options, questions, changes = (tables[one.name] for one in (schema.OPTIONS, schema.QUESTIONS, schema.CHANGES))
    statements = {
        questions.cell(row, "question") for row in questions.rows if questions.cell(row, "method") == Method.STATEMENT
    }
    taken_back = {changes.cell(row, "about") for row in changes.rows if changes.cell(row, "verb") in TAKING_BACK}
    if not taken_back <= statements:
        return
    areas = {options.cell(row, "option") for row in options.rows}
    for table in (tables[schema.ACTIVITIES.name], tables[schema.QUESTIONS.name]):
        for row in table.rows:
            area = table.cell(row, "from_area")
            if area and area not in areas:
                what = say("“{key}” is not in {table}.csv.", key=shown_text(area), table=schema.OPTIONS.name)
                raise _wrong(table, row, "from_area", what)


def _check_sessions(notes: ReadTable) -> None:
    stage_of: dict[str, str] = {}
    for row in notes.rows:
        session, stage = notes.cell(row, "session"), notes.cell(row, "stage")
        if session and stage_of.setdefault(session, stage) != stage:
            raise _wrong(notes, row, "session", say("One table at one step is in one stage, and this is in two."))


def _check_roles(headcounts: ReadTable) -> None:
    for row in headcounts.rows:
        if headcounts.cell(row, "role") == _PARTICIPANT:
            raise _wrong(headcounts, row, "role", say("Participants are counted in {file}.", file="event.csv"))


def _wrong(table: ReadTable, row: ReadRow, column: str, what: Message) -> PackDamaged:
    return damaged_file(table.path, what, line=row.line, column=column)
