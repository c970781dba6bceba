"""Words as HTML: escaped, with everything people wrote set apart from the sentence around it."""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import Markup, escape

from facilitator.document.content import Own, Words
from facilitator.document.visible import visible
from facilitator.words.message import Message, Value
from facilitator.words.translator import Translator

# A value's place in a sentence while the sentence is translated; values themselves are not in the text then.
_PLACE = re.compile("\ue000(\\d+)\ue001")


def as_html(words: Words, translator: Translator) -> Markup:
    """Return `words` for a page: values and people's own words isolated, hidden characters drawn."""
    if isinstance(words, Own):
        return own_words(words, translator.language)
    values: list[str] = []
    sentence = str(escape(translator(_with_places(words, values))))
    return Markup(_PLACE.sub(lambda place: _isolated(values[int(place[1])]), sentence))  # noqa: S704 - escaped above


def own_words(own: Own, page_language: str) -> Markup:
    """Return people's own words: their direction found from the text, and their language named if it is another."""
    if own.language and own.language != page_language:
        return Markup('<bdi dir="auto" lang="{}">{}</bdi>').format(own.language, visible(own.text))
    return Markup('<bdi dir="auto">{}</bdi>').format(visible(own.text))


def _with_places(message: Message, values: list[str]) -> Message:
    return replace(message, values={name: _place(value, values) for name, value in message.values.items()})


def _place(value: Value, values: list[str]) -> Value:
    if isinstance(value, Message):
        return _with_places(value, values)
    if isinstance(value, int):
        return value
    values.append(value)
    return f"\ue000{len(values) - 1}\ue001"


def _isolated(text: str) -> str:
    return str(Markup("<bdi>{}</bdi>").format(visible(text)))
