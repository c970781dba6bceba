"""People's own words on their way out: none that somebody typed for the event leaves before a person has read it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from facilitator.conduct.printed_words import Origins
from facilitator.core.wording import words_digest
from facilitator.gate.published_event import NOT_READ_YET
from facilitator.words.translator import Translator


@dataclass(slots=True)
class WordsGate:
    """Lets words through that a person has read, and those that nobody typed; `held` counts what it kept back."""

    words_read: Set[str]
    origins: Origins
    held: int = 0
    _known: dict[str, str] = field(default_factory=dict)

    def was_read(self, text: str) -> bool:
        """Return whether a person has read exactly these words and let them be published."""
        return words_digest(text) in self.words_read

    def lets(self, text: str) -> str:
        """Return words as they may leave: themselves, or a mark in their place, whether or not anything was found.

        The programme's words leave, and those that were made of others leave with them.
        """
        whole = self.origins.made_of.get(text, text)
        if self.origins.is_given(text) or self.was_read(text) or self.was_read(whole):
            return text
        if whole not in self._known:
            self._known[whole] = Translator()(NOT_READ_YET)
            self.held += 1
        return self._known[whole]
