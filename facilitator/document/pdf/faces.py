"""The fonts of printed pages: ours, and behind it one that knows more scripts and signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.look import FONT_FILES
from facilitator.resources import asset

_OURS = dict(zip((400, 600, 700), FONT_FILES, strict=True))
_FALLBACKS = {400: "fonts/DejaVuSans.ttf", 600: "fonts/DejaVuSans-Bold.ttf", 700: "fonts/DejaVuSans-Bold.ttf"}

_ABOVE_FFFF = re.compile("<([0-9A-F]{5,6})>")


@dataclass(frozen=True, slots=True)
class Face:
    """A font that ReportLab knows by `name`; `em` is how wide each character it has is, in parts of the text size."""

    name: str
    em: Mapping[str, float]
    widest_digit: float

    def has(self, text: str) -> bool:
        """Return whether it has every character of `text`."""
        return all(character in self.em for character in text)


def our_face(weight: int) -> Face:
    """Return Atkinson Hyperlegible Next in a weight of 400, 600 or 700.

    Its combining marks are left to the other face: they only stand well with rules that ReportLab does not apply.
    """
    return _face(_OURS[weight], with_marks=False)


def fallback_face(weight: int) -> Face:
    """Return the face for what ours does not have; it is read only where it is needed, because it is large."""
    return _face(_FALLBACKS[weight], with_marks=True)


class _Font(TTFont):
    """A font whose text can be copied out of the file: PDF wants characters above U+FFFF as UTF-16."""

    def addObjects(self, doc: PDFDocument) -> None:
        """Add the font to the file."""
        super().addObjects(doc)
        for name, written in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and isinstance(written, PDFStream):
                written.content = _ABOVE_FFFF.sub(_in_utf16, written.content)


def _in_utf16(number: re.Match[str]) -> str:
    return f"<{chr(int(number[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def _face(file: str, *, with_marks: bool) -> Face:
    # ReportLab knows fonts by name for the whole process; giving it the same font twice changes nothing.
    name = file.rpartition("/")[2].removesuffix(".ttf")
    font = _Font(name, str(asset(file)), asciiReadable=1)
    pdfmetrics.registerFont(font)
    drawn = {chr(code) for code, glyph in font.face.charToGlyph.items() if glyph}
    kept = drawn if with_marks else {character for character in drawn if not unicodedata.combining(character)}
    widths, usual = font.face.charWidths, font.face.defaultWidth
    em = {character: widths.get(ord(character), usual) / 1000 for character in kept}
    return Face(name, em, max(em[digit] for digit in "0123456789"))
