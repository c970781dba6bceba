"""PDF files read back: their text, their pictures, their outline and the characters that were drawn."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.textobject import PDFTextObject

from facilitator.document.content import Block, Document, Own
from facilitator.document.pdf import pdf_bytes
from facilitator.words.translator import Translator


@dataclass(frozen=True)
class Page:
    """A page as it is seen: its text, and how far down there is something other than the page number."""

    text: str
    inked: float

    @property
    def body(self) -> str:
        """The text above the foot."""
        return self.text.rpartition("\r\n")[0]

    @property
    def foot(self) -> str:
        """The last line."""
        return self.text.rpartition("\r\n")[2]


def written(*blocks: Block, title: str = "A report", **more: object) -> bytes:
    """Return the PDF of these blocks."""
    return pdf_bytes(Document(Own(title), blocks, **more), Translator())


def pages(pdf: bytes) -> list[Page]:
    """Return the pages of a file."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [Page(page.get_textpage().get_text_range(), _inked(page)) for page in document]


def text_of(pdf: bytes) -> str:
    """Return all its text, line ends as spaces."""
    return " ".join(" ".join(page.text for page in pages(pdf)).split())


def squeezed(text: str) -> str:
    """Return a text without what setting it in lines changes: spaces, and how a letter and its mark are coded."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return level, heading and page number of each bookmark."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]


def middles_of(pdf: bytes, characters: str) -> dict[str, list[float]]:
    """Return how far to the right each of these characters stands on the first page, from left to right."""
    found: dict[str, list[float]] = {character: [] for character in characters}
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        for place, character in enumerate(text.get_text_range()):
            if character in found:
                left, _, right, _ = text.get_charbox(place)
                found[character].append((left + right) / 2)
    return {character: sorted(middles) for character, middles in found.items()}


def properties(pdf: bytes) -> dict[str, str]:
    """Return what the file says about itself."""
    with pypdfium2.PdfDocument(pdf) as document:
        return {name: text for name, text in document.get_metadata_dict().items() if text}


def boxes_drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that will hold every character drawn from now on with a font that has no glyph for it."""
    found: list[str] = []
    draw = PDFTextObject.textOut

    def watched(text: PDFTextObject, characters: str) -> None:
        glyphs = pdfmetrics.getFont(text._fontname).face.charToGlyph
        found.extend(character for character in characters if not glyphs.get(ord(character)))
        draw(text, characters)

    monkeypatch.setattr(PDFTextObject, "textOut", watched)
    return found


def _inked(page: pypdfium2.PdfPage) -> float:
    """Return which part of the page, from the top, holds its text; the page number stands in the last eighth."""
    picture = page.render(scale=0.5).to_pil().convert("L")
    body = picture.crop((0, 0, picture.width, picture.height * 7 // 8)).point(lambda grey: 255 if grey < 200 else 0)
    box = Image.Image.getbbox(body)
    return box[3] / picture.height if box else 0.0
