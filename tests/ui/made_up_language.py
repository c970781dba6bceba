"""A language that tells whether words come from the catalogue: it puts them into brackets."""

from __future__ import annotations

from facilitator.words.message import Message
from facilitator.words.translator import Translator


class MadeUpLanguage(Translator):
    """Puts what comes from the catalogue into brackets."""

    def __call__(self, message: Message) -> str:
        return f"⟦{super().__call__(message)}⟧"
