"""Letters that no font of this computer has: what the room sees is never an empty box."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from PySide6.QtGui import QFont, QTextLayout

from facilitator.look import FALLBACK_FAMILIES, FONT_FAMILY
from facilitator.words.message import Message, say_many
from facilitator.words.translator import Translator

KNOWN_LETTERS = 1 << 14
_GLUE = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]")  # joins and tints pictures; of no meaning alone


@lru_cache(maxsize=KNOWN_LETTERS)
def has_glyph(character: str) -> bool:
    """Return whether our font, or one that Qt takes in its place, can draw the character."""
    if character.isascii() or character.isspace():
        return True
    layout = QTextLayout(character, QFont([FONT_FAMILY, *FALLBACK_FAMILIES]))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def without_glyph(text: str) -> str:
    """Return the letters and pictures of a text that no font here has, each once."""
    return "".join(dict.fromkeys(one for one in text if not has_glyph(one) and not _is_glue(one)))


def drawable(text: str, words: Translator) -> str:
    """Return `text` as it can be drawn here.

    A picture without a glyph is told by its name, letters without one by how many they are; of marks that are heaped
    on a letter one above it and one below it stay, as more would cover the lines beside it.
    """
    if text.isascii():
        return text
    parts: list[str] = []
    missing, replaced = 0, False
    for character in _without_heaps(text):
        if replaced and _is_glue(character):
            continue
        replaced = not has_glyph(character)
        if not replaced:
            parts.append(_told(missing, words) + character)
            missing = 0
        elif name := _picture_name(character):
            parts.append(f"{_told(missing, words)}({name})")
            missing = 0
        else:
            missing += not _is_glue(character)
    return "".join(parts) + _told(missing, words)


def _told(missing: int, words: Translator) -> str:
    return words(unreadable(missing)) if missing else ""


def unreadable(letters: int) -> Message:
    """Return what stands for letters that cannot be drawn here."""
    return say_many(
        "[{count} letter that this computer cannot show]",
        "[{count} letters that this computer cannot show]",
        count=letters,
    )


def _picture_name(character: str) -> str:
    return unicodedata.name(character, "").lower() if unicodedata.category(character) == "So" else ""


def _is_glue(character: str) -> bool:
    """Return whether nothing is lost with the character alone: a joiner, a tint, or a mark without its letter."""
    return bool(_GLUE.match(character) or unicodedata.combining(character) or "\U000e0020" <= character <= "\U000e007f")


def _without_heaps(text: str) -> str:
    kept: list[str] = []
    marks: set[int] = set()
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.combining(character)
        if not kind:
            marks = set()
        if not kind or kind not in marks:
            kept.append(character)
        marks.add(kind)
    return "".join(kept)
