"""Checking sums: whether the figures of a pack can be true together, and may be published (T6, T7, D7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.core.disclosure import SMALLEST_PUBLISHED_BASE
from facilitator.core.methods import Method
from facilitator.core.shares import Base
from facilitator.errors import PackDamaged
from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.schema import Telling
from facilitator.pack.table_checking import ReadRow, ReadTable
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question told in figures: its row, its results and its accounting."""

    method: Method
    max_marks: int
    results: ReadTable
    rows: list[ReadRow]
    accounting: ReadTable
    accounted: ReadRow

    @property
    def valid(self) -> int:
        return self.accounting.number(self.accounted, "valid") or 0


def check_sums(tables: Mapping[str, ReadTable]) -> None:
    """Raise `PackDamaged` for figures that cannot be true together, and for figures nobody may publish."""
    _check_steps(tables[schema.ACTIVITIES.name])
    questions, options = tables[schema.QUESTIONS.name], tables[schema.OPTIONS.name]
    results, accounting = tables[schema.RESULTS.name], tables[schema.ACCOUNTING.name]
    by_question, wanted = _by_question(results), _by_question(options)
    accounted = {accounting.cell(row, "question"): row for row in accounting.rows}
    for row in questions.rows:
        key, told = questions.cell(row, "question"), questions.cell(row, "told")
        _check_telling(questions, row, told)
        found = by_question.get(key, [])
        if told != Telling.FIGURES:
            if found or key in accounted:
                raise damaged_file(questions.path, say("Its figures must not be in a pack."), line=row.line)
            continue
        if key not in accounted or len(found) != len(wanted.get(key, [])):
            raise damaged_file(questions.path, say("Some of its figures are missing."), line=row.line)
        method, marks = Method(questions.cell(row, "method")), questions.number(row, "max_marks") or 0
        asked = _Asked(method, marks, results, found, accounting, accounted[key])
        _check_accounting(asked)
        _check_results(asked)


def _check_steps(steps: ReadTable) -> None:
    for row in steps.rows:
        if steps.cell(row, "skipped") and steps.cell(row, "actual_minutes"):
            raise _unfitting(steps, row, say("A step that was left out took no time."))


def _by_question(table: ReadTable) -> dict[str, list[ReadRow]]:
    found: dict[str, list[ReadRow]] = {}
    for row in table.rows:
        found.setdefault(table.cell(row, "question"), []).append(row)
    return found


def _check_telling(questions: ReadTable, row: ReadRow, told: str) -> None:
    asked = questions.cell(row, "status") != "ready"
    if bool(told) != asked:
        what = say("Status and how much is told do not fit.")
        raise damaged_file(questions.path, what, line=row.line, column="told")
    if not asked and questions.cell(row, "provisional") == "true":
        what = say("A question that was never asked has no result.")
        raise damaged_file(questions.path, what, line=row.line, column="provisional")


def _check_accounting(asked: _Asked) -> None:
    table, row = asked.accounting, asked.accounted
    parts = [table.number(row, name) or 0 for name in ("valid", "blank", "spoilt", "abstain")]
    cast = table.number(row, "cast") or 0
    present = table.number(row, "present")
    if cast != sum(parts):
        raise _unfitting(table, row, say("Valid, blank, spoilt and rather not say do not add up to the votes."))
    if present is not None and cast > present and not table.cell(row, "explanation"):
        raise _unfitting(table, row, say("More people voted than were present, and nobody says why."))
    issued, missing = table.number(row, "issued"), table.number(row, "not_returned")
    if issued is not None and (missing is None or missing > issued or issued - missing > cast):
        raise _unfitting(table, row, say("Ballots issued and not returned do not fit the votes."))
    counted, known = table.number(row, "tables_counted"), table.number(row, "tables_known")
    if (counted is None) != (known is None) or (counted or 0) > (known or 0):
        raise _unfitting(table, row, say("The tables that counted do not fit the tables there were."))
    if asked.valid < SMALLEST_PUBLISHED_BASE:
        raise _unfitting(table, row, say("Too few people voted for figures to be published."))


def _check_results(asked: _Asked) -> None:
    table, dots = asked.results, asked.method is Method.DOTS
    column, of = ("points", Base.DOTS) if dots else ("count", Base.VALID)
    total = 0
    for row in asked.rows:
        count, figure = table.number(row, "count"), table.number(row, column)
        if figure is None or table.cell(row, "base_of") != of or (not dots and table.number(row, "points") is not None):
            raise _unfitting(table, row, say("These are not the figures of its method."))
        if (count or 0) > asked.valid:
            raise _unfitting(table, row, say("More people chose it than voted."))
        total += figure
    if not asked.rows:
        raise damaged_file(table.path, say("A question told in figures has no answers."))
    first = asked.rows[0]
    if asked.method.takes_one_choice and total != asked.valid:
        raise _unfitting(table, first, say("The answers do not add up to the valid votes."))
    if total > asked.valid * asked.max_marks:
        raise _unfitting(table, first, say("There are more marks than the people could make."))
    base = total if dots else asked.valid
    for row in asked.rows:
        if table.number(row, "base") != base:
            raise _unfitting(table, row, say("The base is not the one of the accounting."))


def _unfitting(table: ReadTable, row: ReadRow, what: Message) -> PackDamaged:
    return damaged_file(table.path, what, line=row.line)
