"""Checking the figures of paper forms: whether they can be true together, and may be published (D1, D7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.core.disclosure import SMALLEST_PUBLISHED_BASE, WITHHELD, Form, SuppressionPolicy, suppression_problem
from facilitator.core.shares import SMALLEST_BASE_FOR_PERCENT, percent_shown
from facilitator.errors import PackDamaged
from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.schema import Telling
from facilitator.pack.table_checking import ReadRow, ReadTable
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class _Told:
    """A question of a form that is told in figures, with its answers and what its figures must keep to."""

    questions: ReadTable
    row: ReadRow
    answers: ReadTable
    here: list[ReadRow]
    base: int
    one_tick: bool
    equality: bool
    smallest: int  # 0 where no figure is too small
    step: int


def check_form_sums(tables: Mapping[str, ReadTable]) -> None:
    """Raise `PackDamaged` for figures of forms that cannot be true, or that nobody may publish."""
    policy = _policy(tables[schema.EVENT.name])
    questions, answers = tables[schema.FORM_QUESTIONS.name], tables[schema.FORM_ANSWERS.name]
    answers_of: dict[tuple[str, str], list[ReadRow]] = {}
    for one in answers.rows:
        answers_of.setdefault((answers.cell(one, "form"), answers.cell(one, "form_question")), []).append(one)
    for row in questions.rows:
        here = answers_of.get((questions.cell(row, "form"), questions.cell(row, "form_question")), [])
        if questions.cell(row, "told") == Telling.FIGURES:
            _check_told(_told(questions, row, answers, here, policy))
        else:
            _refuse_figures(questions, row, answers, here)
    _check_headcounts(tables[schema.HEADCOUNTS.name], policy.rounded(policy.smallest_shown))


def _policy(event: ReadTable) -> SuppressionPolicy:
    row = event.rows[0]
    smallest, step = event.number(row, "smallest_shown") or 0, event.number(row, "round_to") or 0
    if problem := suppression_problem(smallest, step):
        raise damaged_file(event.path, problem, line=row.line, column="smallest_shown")
    return SuppressionPolicy(smallest, step)


def _told(
    questions: ReadTable, row: ReadRow, answers: ReadTable, here: list[ReadRow], policy: SuppressionPolicy
) -> _Told:
    equality = questions.cell(row, "form") == Form.EQUALITY
    base, least = questions.number(row, "base"), SMALLEST_PUBLISHED_BASE
    if equality:
        least = policy.rounded(policy.least_forms)
    if base is None or base < least:
        raise _wrong(questions, row, say("Too few forms came back for figures to be published."))
    if not here:
        raise _wrong(questions, row, say("It is told in figures and has no answers."))
    smallest, step = (policy.rounded(policy.smallest_shown), policy.round_to) if equality else (0, 1)
    one_tick = questions.cell(row, "several") == "false"
    return _Told(questions, row, answers, here, base, one_tick, equality, smallest, step)


def _check_told(told: _Told) -> None:
    for one in told.here:
        count = told.answers.cell(one, "count")
        if told.one_tick and not count:
            raise _wrong(told.answers, one, say("It is told in figures, and this one is missing."))
        _check_figure(told.answers, one, count, told)
        _check_percentage(told.answers, one, told.base, told.step)
    _check_figure(told.questions, told.row, told.questions.cell(told.row, "blank"), told)
    if told.one_tick:
        _check_parts(told)


def _check_figure(table: ReadTable, row: ReadRow, figure: str, told: _Told) -> None:
    if figure in ("", WITHHELD):
        if figure == WITHHELD and not told.equality:
            raise _wrong(table, row, say("What people thought of the event is not withheld in part."))
        return
    if 0 < int(figure) < told.smallest:
        raise _wrong(table, row, say("A number this small must not be in a pack."))
    if int(figure) > told.base or int(figure) % told.step:
        raise _wrong(table, row, say("The figure does not fit the forms that came back."))


def _check_percentage(answers: ReadTable, row: ReadRow, base: int, step: int) -> None:
    count = answers.cell(row, "count")
    shown = count not in ("", WITHHELD) and step == 1 and base >= SMALLEST_BASE_FOR_PERCENT
    if answers.cell(row, "percent") != (percent_shown(int(count), base) if shown else ""):
        what = say("The percentage is not the one of the figures.")
        raise damaged_file(answers.path, what, line=row.line, column="percent")


def _check_parts(told: _Told) -> None:
    """Refuse parts that do not make their total, and a row that tells what all people of it answered (D1)."""
    top = [told.answers.cell(one, "count") for one in told.here if not told.answers.cell(one, "under")]
    under = [*_headings(told.answers, told.here)]
    blank = told.questions.cell(told.row, "blank")
    for total, parts in ((str(told.base), [blank, *top]), *under):
        if told.step == 1 and total != WITHHELD and not _adds_up(int(total), parts):
            raise _wrong(told.questions, told.row, say("Its answers do not add up to the forms that came back."))
    for parts in (top, *(parts for _, parts in under)):
        if told.equality and len(parts) > 1 and _in_one_category(parts):
            raise _wrong(told.questions, told.row, say("It tells what everybody answered: all are in one category."))


def _in_one_category(parts: list[str]) -> bool:
    return sum(1 for part in parts if part not in ("", "0")) == 1


def _headings(answers: ReadTable, here: list[ReadRow]) -> Iterator[tuple[str, list[str]]]:
    counts = {answers.cell(one, "answer"): answers.cell(one, "count") for one in here}
    parts: dict[str, list[str]] = {}
    for one in here:
        parts.setdefault(answers.cell(one, "under"), []).append(answers.cell(one, "count"))
    for heading, under in parts.items():
        if heading and heading not in counts:
            raise _wrong(answers, here[0], say("“{key}” is not among the answers.", key=heading))
        if heading:
            yield counts[heading], under


def _adds_up(total: int, parts: list[str]) -> bool:
    """Return whether the parts make the total; a withheld one is at least 1, and one alone would give itself away."""
    told, withheld = sum(int(part) for part in parts if part not in ("", WITHHELD)), parts.count(WITHHELD)
    if withheld == len(parts):
        return True  # the whole row is withheld, noughts too
    return told == total if not withheld else withheld > 1 and told + withheld < total


def _refuse_figures(questions: ReadTable, row: ReadRow, answers: ReadTable, here: list[ReadRow]) -> None:
    if questions.cell(row, "base") or questions.cell(row, "blank"):
        raise _wrong(questions, row, say("Its figures must not be in a pack."))
    for one in here:
        if answers.cell(one, "count") or answers.cell(one, "percent"):
            raise _wrong(answers, one, say("Its figures must not be in a pack."))


def _check_headcounts(headcounts: ReadTable, smallest: int) -> None:
    for row in headcounts.rows:
        people = headcounts.cell(row, "people")
        if people != WITHHELD and 0 < int(people) < smallest:
            raise _wrong(headcounts, row, say("A number this small must not be in a pack."))


def _wrong(table: ReadTable, row: ReadRow, what: Message) -> PackDamaged:
    return damaged_file(table.path, what, line=row.line)
