"""The setting: what turning a document's words into lines needs to know everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.document.content import Document, Own, Words
from facilitator.document.pdf.sheet import COMPACT, REPORT, Sheet
from facilitator.document.pdf.typesetting import Line, Measured, Style, Typesetter
from facilitator.document.visible import visible
from facilitator.words.translator import Translator


@dataclass(frozen=True, slots=True)
class Setting:
    """The language, the typesetter and the sheet of one document."""

    words: Translator
    typesetter: Typesetter
    sheet: Sheet

    def lines(self, words: Words, style: Style, width: float, *, keeps_lines: bool = False) -> tuple[Line, ...]:
        """Return words as lines; their own line ends are kept only if asked for."""
        text = self._text(words)
        text = text if keeps_lines else " ".join(text.split("\n"))
        return self.typesetter.lines(text, style, width, own_direction=isinstance(words, Own))

    def natural_width(self, words: Words, style: Style) -> float:
        """Return how wide words are on one line."""
        return self.typesetter.width(self._text(words), style)

    def least_width(self, words: Words, style: Style) -> float:
        """Return how wide the widest word is."""
        return self.typesetter.widest_word(self._text(words), style)

    def _text(self, words: Words) -> str:
        return visible(words.text if isinstance(words, Own) else self.words(words))


def setting(document: Document, words: Translator, measured: Measured) -> Setting:
    """Return the setting for a document; `measured` may be that of others that say much the same."""
    return Setting(words, Typesetter(measured), COMPACT if document.compact else REPORT)
