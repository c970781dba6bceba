"""Checking sums: whether the figures of a pack can be true together, and may be published (T6, T7, D7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.core.disclosure import SMALLEST_PUBLISHED_BASE
from facilitator.core.keys import OptionKey
from facilitator.core.methods import Method
from facilitator.core.ranking import ranks
from facilitator.core.shares import Base, Share
from facilitator.errors import PackDamaged
from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.layout import table_path
from facilitator.pack.schema import Telling
from facilitator.pack.table_checking import ReadRow, ReadTable
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question told in figures: its row, its results and its accounting."""

    method: Method
    max_marks: int
    attended: int | None
    results: ReadTable
    rows: list[ReadRow]
    accounting: ReadTable
    accounted: ReadRow

    @property
    def dots(self) -> bool:
        return self.method is Method.DOTS

    @property
    def column(self) -> str:
        """Where the figures are that the options are compared by."""
        return "points" if self.dots else "count"

    @property
    def valid(self) -> int:
        return self.accounting.number(self.accounted, "valid") or 0


@dataclass(frozen=True, slots=True)
class _Votes:
    """The tables of questions and figures, by question."""

    questions: ReadTable
    results: ReadTable
    accounting: ReadTable
    options_of: Mapping[str, list[str]]
    results_of: Mapping[str, list[ReadRow]]
    accounted: Mapping[str, ReadRow]
    attended: int | None


def check_sums(tables: Mapping[str, ReadTable]) -> None:
    """Raise `PackDamaged` for figures of the one event that cannot be true together, or that nobody may publish."""
    _check_steps(tables[schema.ACTIVITIES.name])
    votes = _votes(tables)
    for row in votes.questions.rows:
        told = votes.questions.cell(row, "told")
        _check_telling(votes.questions, row, told)
        if told == Telling.FIGURES:
            asked = _asked(votes, row)
            _check_accounting(asked)
            _check_results(asked)
            _check_ranks(asked)
            _check_percentages(asked)
        else:
            _refuse_figures(votes, row)


def _votes(tables: Mapping[str, ReadTable]) -> _Votes:
    questions, options = tables[schema.QUESTIONS.name], tables[schema.OPTIONS.name]
    results, accounting = tables[schema.RESULTS.name], tables[schema.ACCOUNTING.name]
    options_of = {key: [options.cell(row, "option") for row in rows] for key, rows in _by_question(options).items()}
    accounted = {accounting.cell(row, "question"): row for row in accounting.rows}
    event = tables[schema.EVENT.name]
    attended = event.number(event.rows[0], "attended")
    return _Votes(questions, results, accounting, options_of, _by_question(results), accounted, attended)


def _asked(votes: _Votes, row: ReadRow) -> _Asked:
    key = votes.questions.cell(row, "question")
    found, options = votes.results_of.get(key, []), votes.options_of.get(key, [])
    answered = [votes.results.cell(one, "option") for one in found]
    if key not in votes.accounted or {*answered} != {*options}:
        raise damaged_file(votes.questions.path, say("Some of its figures are missing."), line=row.line)
    if answered != options:
        raise _unfitting(votes.results, found[0], say("The answers do not stand in the order shown."))
    method, marks = Method(votes.questions.cell(row, "method")), votes.questions.number(row, "max_marks") or 0
    if method.takes_one_choice and marks != 1:
        what = say("To such a question one person gives one answer.")
        raise damaged_file(votes.questions.path, what, line=row.line, column="max_marks")
    return _Asked(method, marks, votes.attended, votes.results, found, votes.accounting, votes.accounted[key])


def _refuse_figures(votes: _Votes, row: ReadRow) -> None:
    key = votes.questions.cell(row, "question")
    if key in votes.results_of or key in votes.accounted:
        raise damaged_file(votes.questions.path, say("Its figures must not be in a pack."), line=row.line)


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
    revision = questions.number(row, "revision") or 0
    if asked and (revision < 1 or (questions.cell(row, "status") == "corrected") is not (revision > 1)):
        what = say("Status and revision do not fit.")
        raise damaged_file(questions.path, what, line=row.line, column="revision")
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
    _check_attended(asked, max(cast, present or 0))
    issued, missing = table.number(row, "issued"), table.number(row, "not_returned")
    if issued is not None and (missing is None or missing > issued or issued - missing > cast):
        raise _unfitting(table, row, say("Ballots issued and not returned do not fit the votes."))
    counted, known = table.number(row, "tables_counted"), table.number(row, "tables_known")
    if (counted is None) != (known is None) or (counted or 0) > (known or 0):
        raise _unfitting(table, row, say("The tables that counted do not fit the tables there were."))
    if asked.valid < SMALLEST_PUBLISHED_BASE:
        raise _unfitting(table, row, say("Too few people voted for figures to be published."))


def _check_attended(asked: _Asked, here: int) -> None:
    """Refuse more people at a vote than came to the event (T26)."""
    unexplained = not asked.accounting.cell(asked.accounted, "explanation")
    if asked.attended is not None and here > asked.attended and unexplained:
        what = say(
            "{here} people were there or voted, and only {attended} came by {file}, and nobody says why.",
            here=here, attended=asked.attended, file=table_path(schema.EVENT.name),
        )  # fmt: skip
        raise _unfitting(asked.accounting, asked.accounted, what)


def _check_results(asked: _Asked) -> None:
    table, dots, column = asked.results, asked.dots, asked.column
    of = Base.DOTS if dots else Base.VALID
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
    if asked.method.adds_up(asked.max_marks) and total != asked.valid:
        raise _unfitting(table, first, say("The answers do not add up to the valid votes."))
    if total > asked.valid * asked.max_marks:
        raise _unfitting(table, first, say("There are more marks than the people could make."))
    base = total if dots else asked.valid
    for row in asked.rows:
        if table.number(row, "base") != base:
            raise _unfitting(table, row, say("The base is not the one of the accounting."))


def _check_ranks(asked: _Asked) -> None:
    table = asked.results
    figures = {OptionKey(table.cell(row, "option")): table.number(row, asked.column) or 0 for row in asked.rows}
    wanted = ranks(figures) if asked.method.ranks_options else {}
    for row, option in zip(asked.rows, figures, strict=True):
        if table.number(row, "rank") != wanted.get(option):
            what = say("The rank is not the one of the figures.")
            raise damaged_file(table.path, what, line=row.line, column="rank")


def _check_percentages(asked: _Asked) -> None:
    table = asked.results
    for row in asked.rows:
        share = Share(table.number(row, asked.column) or 0, table.number(row, "base") or 0)
        if table.cell(row, "percent") != (share.percent or ""):
            what = say("The percentage is not the one of the figures.")
            raise damaged_file(table.path, what, line=row.line, column="percent")


def _unfitting(table: ReadTable, row: ReadRow, what: Message) -> PackDamaged:
    return damaged_file(table.path, what, line=row.line)
