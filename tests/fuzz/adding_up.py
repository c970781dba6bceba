"""Does a pack add up? Written apart from the checker, so that the two do not err together."""

from __future__ import annotations

import csv
import io

from facilitator.pack import layout
from tests.pack.rebagging import Files

Row = dict[str, str]


def what_does_not_add_up(files: Files) -> str:
    """Return what is wrong with the figures of these files; "" is nothing."""
    accounting = {row["question"]: row for row in _rows(files, "accounting")}
    results: dict[str, list[Row]] = {}
    for row in _rows(files, "results"):
        results.setdefault(row["question"], []).append(row)
    told = {row["question"]: row for row in _rows(files, "questions") if row["told"] == "figures"}
    if not told.keys() == results.keys() == accounting.keys():
        return "questions, results and accounting are not of the same questions"
    return next(filter(None, (_wrong(told[key], results[key], accounting[key]) for key in told)), "")


def _rows(files: Files, table: str) -> list[Row]:
    text = files[layout.table_path(table)].decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def _wrong(question: Row, results: list[Row], account: Row) -> str:
    key, valid = question["question"], int(account["valid"])
    dots = question["method"] == "dots"
    figures = [int(row["points" if dots else "count"]) for row in results]
    base = sum(figures) if dots else valid
    if valid < 10 or any(int(row["base"]) != base for row in results):
        return f"the base of {key} is wrong"
    if question["method"] == "statement" and sum(figures) != valid:
        return f"the answers to {key} are not its valid votes"
    if int(account["cast"]) != sum(int(account[name]) for name in ("valid", "blank", "spoilt", "abstain")):
        return f"the votes on {key} do not add up"
    for row, figure in zip(results, figures, strict=True):
        if row["rank"] and int(row["rank"]) != 1 + sum(other > figure for other in figures):
            return f"a rank of {key} is wrong"
    return ""
