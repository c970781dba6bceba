"""Translators: one object for each language, so that a Welsh page and an English report can live side by side."""

from __future__ import annotations

import gettext
from pathlib import Path

from facilitator.resources import asset
from facilitator.words.message import Message, filled

DOMAIN = "facilitator"


class Translator:
    """Renders messages in one language; what its catalogue lacks is said in English."""

    def __init__(self, language: str = "en", *, folder: Path | None = None) -> None:
        self.language = language
        places = str(folder or asset("locale"))
        self._catalogue = gettext.translation(DOMAIN, places, languages=[language], fallback=True)

    def __call__(self, message: Message) -> str:
        """Return `message` in this translator's language."""
        values = {name: self._rendered(value) for name, value in message.values.items()}
        return filled(self._wording(message), values)

    def _wording(self, message: Message) -> str:
        if not message.text:
            return ""  # gettext answers an empty id with the head of the catalogue
        count = message.values.get("count")
        if message.plural is not None and isinstance(count, int):
            return self._catalogue.ngettext(message.text, message.plural, count)
        return self._catalogue.gettext(message.text)

    def _rendered(self, value: str | int | Message) -> str:
        return self(value) if isinstance(value, Message) else str(value)
