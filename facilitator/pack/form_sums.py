"""Checking the figures of paper forms: whether they can be true together, and may be published (D1, D7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.core.disclosure import SMALLEST_PUBLISHED_BASE, Form, suppression_problem
from facilitator.core.shares import SMALLEST_BASE_FOR_PERCENT, percent_shown
from facilitator.errors import PackDamaged
from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.schema import Telling
from facilitator.pack.table_checking import ReadRow, ReadTable
from facilitator.words.message import Message, say

WITHHELD = "c"


def check_form_sums(tables: Mapping[str, ReadTable]) -> None:
    """Raise `PackDamaged` for figures of forms that cannot be true, or that nobody may publish."""
    smallest, step = _policy(tables[schema.EVENT.name])
    questions, answers = tables[schema.FORM_QUESTIONS.name], tables[schema.FORM_ANSWERS.name]
    answers_of: dict[tuple[str, str], list[ReadRow]] = {}
    for one in answers.rows:
        answers_of.setdefault((answers.cell(one, "form"), answers.cell(one, "form_question")), []).append(one)
    for row in questions.rows:
        here = answers_of.get((questions.cell(row, "form"), questions.cell(row, "form_question")), [])
        if questions.cell(row, "told") == Telling.FIGURES:
            _check_told(questions, row, answers, here, smallest=smallest, step=step)
        else:
            _refuse_figures(questions, row, answers, here)
    _check_headcounts(tables[schema.HEADCOUNTS.name], smallest)


def _policy(event: ReadTable) -> tuple[int, int]:
    row = event.rows[0]
    smallest, step = event.number(row, "smallest_shown") or 0, event.number(row, "round_to") or 0
    if problem := suppression_problem(smallest, step):
        raise damaged_file(event.path, problem, line=row.line, column="smallest_shown")
    return smallest, step


def _check_told(
    questions: ReadTable, row: ReadRow, answers: ReadTable, here: list[ReadRow], *, smallest: int, step: int
) -> None:
    base = questions.number(row, "base")
    equality = questions.cell(row, "form") == Form.EQUALITY
    if base is None or base < (smallest if equality else SMALLEST_PUBLISHED_BASE):
        raise _wrong(questions, row, say("Too few forms came back for figures to be published."))
    for one in here:
        _check_figure(answers, one, answers.cell(one, "count"), base, smallest if equality else 0, step)
        _check_percentage(answers, one, base, step)
    _check_figure(questions, row, questions.cell(row, "blank"), base, smallest if equality else 0, step)
    if step == 1 and questions.cell(row, "several") == "false":
        _check_totals(questions, row, answers, here, base)


def _check_figure(table: ReadTable, row: ReadRow, figure: str, base: int, smallest: int, step: int) -> None:
    if figure in ("", WITHHELD):
        if figure == WITHHELD and not smallest:
            raise _wrong(table, row, say("What people thought of the event is not withheld in part."))
        return
    if 0 < int(figure) < smallest:
        raise _wrong(table, row, say("A number this small must not be in a pack."))
    if int(figure) > base or int(figure) % step:
        raise _wrong(table, row, say("The figure does not fit the forms that came back."))


def _check_percentage(answers: ReadTable, row: ReadRow, base: int, step: int) -> None:
    count = answers.cell(row, "count")
    shown = count not in ("", WITHHELD) and step == 1 and base >= SMALLEST_BASE_FOR_PERCENT
    if answers.cell(row, "percent") != (percent_shown(int(count), base) if shown else ""):
        what = say("The percentage is not the one of the figures.")
        raise damaged_file(answers.path, what, line=row.line, column="percent")


def _check_totals(questions: ReadTable, row: ReadRow, answers: ReadTable, here: list[ReadRow], base: int) -> None:
    blank = questions.cell(row, "blank")
    top = [blank, *(answers.cell(one, "count") for one in here if not answers.cell(one, "under"))]
    for total, parts in ((str(base), top), *_headings(answers, here)):
        if total != WITHHELD and not _adds_up(int(total), parts):
            raise _wrong(questions, row, say("Its answers do not add up to the forms that came back."))


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
