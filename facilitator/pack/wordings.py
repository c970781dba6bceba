"""Checking wordings: what a table tells again for its reader's sake is what the other table says."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.pack import schema
from facilitator.pack.damage import damaged_file
from facilitator.pack.table_checking import ReadTable
from facilitator.words.message import say


def check_wordings(tables: Mapping[str, ReadTable]) -> None:
    """Raise `PackDamaged` where a result stands beside another wording than the one that was asked."""
    results = tables[schema.RESULTS.name]
    for told, original, key in (
        ("question_text", tables[schema.QUESTIONS.name], ("question",)),
        ("option_text", tables[schema.OPTIONS.name], ("question", "option")),
    ):
        _check_told_again(results, told, original, key)


def _check_told_again(results: ReadTable, told: str, original: ReadTable, key: tuple[str, ...]) -> None:
    hashes = {tuple(original.cell(row, name) for name in key): original.cell(row, "text_hash") for row in original.rows}
    for row in results.rows:
        if results.cell(row, told) != hashes[tuple(results.cell(row, name) for name in key)]:
            what = say("It is not the wording in {file}.", file=original.path)
            raise damaged_file(results.path, what, line=row.line, column=told)
