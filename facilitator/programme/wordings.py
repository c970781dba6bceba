"""Texts and titles of a programme file, with their translations and Easy Read forms."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core.keys import Source
from facilitator.core.wording import Wording
from facilitator.programme.reader import Found, Table
from facilitator.words.message import say

TEXT_KEYS = ("text", "text_in", "easy_read", "source")
TITLE_KEYS = ("title", "title_in", "easy_read", "source")


def text_of(table: Table, language: str) -> Wording:
    """Return the wording under `text` and its companions."""
    return _wording(table, "text", language, Found.text)


def line_of(table: Table, language: str) -> Wording:
    """Return the wording under `text` and its companions, each on one line."""
    return _wording(table, "text", language, Found.title)


def title_of(table: Table, language: str) -> Wording:
    """Return the wording under `title` and its companions, each on one line."""
    return _wording(table, "title", language, Found.title)


def texts_of(
    table: Table, name: str, language: str, *, taken: Callable[[Found], str] = Found.text
) -> tuple[Wording, ...]:
    """Return the wordings of the list `name`, each a plain text or a table with `text`."""
    return tuple(_plain_or_table(found, language, taken) for found in table.items(name))


def _plain_or_table(found: Found, language: str, taken: Callable[[Found], str]) -> Wording:
    if isinstance(found.value, dict):
        return _wording(found.table(TEXT_KEYS), "text", language, taken)
    return Wording(taken(found))


def _wording(table: Table, name: str, language: str, taken: Callable[[Found], str]) -> Wording:
    translations = table.given(f"{name}_in", {})
    for code, found in translations.pairs():
        if code == language:
            problem = say("“{code}” is the language of the whole programme already.", code=code)
            raise found.refusal(problem, say("Put this text in the place of the main one, or take it out."))
    return Wording(
        taken(table.needed(name)),
        _by_language(translations, taken),
        _by_language(table.given("easy_read", {}), taken),
        table.given("source", Source.PROGRAMME).member(Source),
    )


def _by_language(found: Found, taken: Callable[[Found], str]) -> dict[str, str]:
    return {Found(code, text.place).language(): taken(text) for code, text in found.pairs()}
