"""People's own words on their way out: notes once a person has read them, others where nothing in them stands out."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from facilitator.core.sensitive import findings
from facilitator.core.wording import words_digest
from facilitator.words.message import say
from facilitator.words.translator import Translator


@dataclass(slots=True)
class WordsGate:
    """Lets words through that a person has read; `held` counts what it kept back."""

    words_read: Set[str]
    held: int = 0
    _known: dict[str, str] = field(default_factory=dict)

    def was_read(self, text: str) -> bool:
        """Return whether a person has read exactly these words and let them be published."""
        return words_digest(text) in self.words_read

    def lets(self, text: str) -> str:
        """Return the words of a reason, an outcome or the like, or a mark in their place.

        Such words were written to be printed: they wait for a person only where the check finds something in them.
        """
        if text not in self._known:
            self._known[text] = self._judged(text)
        return self._known[text]

    def _judged(self, text: str) -> str:
        if not findings(text) or self.was_read(text):
            return text
        self.held += 1
        return Translator()(say("[not read by a person yet]"))
