"""Checking decisions: what the room settled, carried, changed and promised must fit what was asked and noted."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.core.notes import NoteKind
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.wording import text_hash
from facilitator.gate.published_event import NOT_READ_YET, TAKING_BACK
from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.days import can_be_true
from facilitator.pack.table_checking import ReadRow, ReadTable
from facilitator.words.message import say
from facilitator.words.translator import Translator

Tables = Mapping[str, ReadTable]


def check_decisions(tables: Tables) -> None:
    """Raise `PackDamaged` for a decision that rests on nothing, or says something else than what it rests on."""
    _check_outcomes(tables)
    _check_carried(tables)
    _check_changes(tables)
    _check_commitments(tables)


def _check_outcomes(tables: Tables) -> None:
    outcomes, questions = tables[schema.OUTCOMES.name], tables[schema.QUESTIONS.name]
    asked = _by(questions, "question")
    unread = text_hash(Translator()(NOT_READ_YET))
    for row in outcomes.rows:
        question = asked[outcomes.cell(row, "question")]
        if questions.cell(question, "status") == "ready":
            raise damaged_file(outcomes.path, say("It settles a question that was never asked."), line=row.line)
        same = outcomes.cell(row, "text_hash") in (questions.cell(question, "text_hash"), unread)
        if outcomes.cell(row, "outcome") != OutcomeKind.CHANGED and not same:
            what = say("What was adopted or left is not the wording in {file}.", file=questions.path)
            raise damaged_file(outcomes.path, what, line=row.line, column="text")


def _check_carried(tables: Tables) -> None:
    carried, questions, changes = (tables[one.name] for one in (schema.CARRIED, schema.QUESTIONS, schema.CHANGES))
    asked = _by(questions, "question")
    taken_back = {
        changes.cell(row, "about") for row in changes.rows if changes.cell(row, "verb") in TAKING_BACK
    }  # whose revisions began anew
    for row in carried.rows:
        key, used = carried.cell(row, "question"), carried.number(row, "result_revision") or 0
        last = questions.number(asked[key], "revision") or 0
        stale = carried.cell(row, "stale") == "true"
        if used < 1 or (used != last if not stale else used > last and key not in taken_back):
            what = say("This revision is not one of the result in {file}.", file=questions.path)
            raise damaged_file(carried.path, what, line=row.line, column="result_revision")


def _check_changes(tables: Tables) -> None:
    changes, event = tables[schema.CHANGES.name], tables[schema.EVENT.name]
    held_on = event.cell(event.rows[0], "held_on")
    for row in changes.rows:
        day = changes.cell(row, "day")
        if day and not can_be_true(day, held_on):
            what = say("This day is more than a year before the event.")
            raise damaged_file(changes.path, what, line=row.line, column="day")


def _check_commitments(tables: Tables) -> None:
    commitments, notes = tables[schema.COMMITMENTS.name], tables[schema.NOTES.name]
    promised = _by(commitments, "note")
    for note in notes.rows:
        row = promised.pop(notes.cell(note, "note"), None)
        if (notes.cell(note, "kind") == NoteKind.COMMITMENT) is (row is None):
            what = say("Its kind does not fit {file}: every commitment stands there, and nothing else.",
                file=commitments.path)  # fmt: skip
            raise damaged_file(notes.path, what, line=note.line, column="kind")
        for column in ("text", "owner", "by_when") if row is not None else ():
            if row is not None and commitments.cell(row, column) != notes.cell(note, column):
                what = say("It is not what the note says in {file}.", file=notes.path)
                raise damaged_file(commitments.path, what, line=row.line, column=column)


def _by(table: ReadTable, column: str) -> dict[str, ReadRow]:
    return {table.cell(row, column): row for row in table.rows}
