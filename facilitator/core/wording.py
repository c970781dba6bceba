"""Wordings: a text with its translations and Easy Read form, and the hash by which equal texts are known."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.core.keys import Source


@dataclass(frozen=True, slots=True)
class Wording:
    """What people read: `text` in the programme's language; translations and Easy Read texts by language code."""

    text: str
    translations: Mapping[str, str] = field(default_factory=dict)
    easy_read: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source.PROGRAMME

    def in_language(self, language: str) -> str:
        """Return the text in `language`, or in the programme's language where there is no translation."""
        return self.translations.get(language, self.text)


def text_hash(text: str) -> str:
    """Return the hex SHA-256 of `text` in NFC, stripped, runs of white space as one space (domain.md 7a)."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()


def same_words(text: str) -> str:
    """Return what two texts have in common that people would take for the same: capital letters make no difference."""
    return text_hash(text.casefold())


def words_digest(text: str) -> str:
    """Return the hex SHA-256 of exactly these words in NFC: how the file knows that a person has read them."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()
