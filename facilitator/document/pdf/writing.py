"""Writing a PDF: the same bytes for the same document, wherever and whenever it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from facilitator.document.content import Document, Own, Words
from facilitator.document.lines import shortened, wrapped
from facilitator.document.maker import MAKER
from facilitator.document.pdf.blocks import set_document
from facilitator.document.pdf.faces import our_face
from facilitator.document.pdf.paging import Page, pages_of
from facilitator.document.pdf.painting import PlacedLine, colour, paint_lines
from facilitator.document.pdf.setting import Setting, setting
from facilitator.document.pdf.sheet import HEIGHT, MM, WIDTH
from facilitator.document.pdf.typesetting import Line, Measured, Style, Typesetter
from facilitator.document.visible import in_one_line
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

_FOOT_DOWN = 10 * MM  # how far above the edge of the paper the page number stands
_FOOT = Style(8.5, 11, 400, "muted", tabular=True)
_BAND = 8 * MM  # of the mark, and as much more room above the text


class _Properties(PDFInfo):
    """What the file says about itself: the title and the author of the document, and which program wrote it."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the properties as PDF."""
        told = {"Title": self.title, "Author": self.author, "Producer": MAKER}
        return PDFDictionary({name: PDFString(text) for name, text in told.items() if text}).format(document)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document on its pages."""

    document: Document
    pages: tuple[Page, ...]
    to: Setting

    def as_pdf(self) -> bytes:
        """Return it as a PDF file; it holds its fonts and tells no time."""
        file = BytesIO()
        canvas = _canvas(file, self.document, self.to)
        _write_pages(canvas, self.pages, self.document, self.to)
        canvas.save()
        return file.getvalue()


def pdf_bytes(document: Document, words: Translator) -> bytes:
    """Return the document as a PDF file in the language of `words`; it holds its fonts and tells no time."""
    return laid_out(document, words, Measured()).as_pdf()


def laid_out(document: Document, words: Translator, measured: Measured) -> LaidOut:
    """Return the document on its pages, not drawn yet; `measured` may be shared with documents like it."""
    to = setting(document, words, measured)
    return LaidOut(document, _pages(document, to), to)


def _pages(document: Document, to: Setting) -> tuple[Page, ...]:
    room = to.sheet.height - (_BAND if document.mark else 0.0)
    return pages_of(set_document(document, to), room)


def _canvas(file: BytesIO, document: Document, to: Setting) -> Canvas:
    # Told here, so that a reportlab_settings file of this computer does not decide. The stubs are wrong about the font.
    canvas = Canvas(
        file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=to.words.language, pdfVersion=(1, 7),
        initialFontName=our_face(400).name,  # type: ignore[arg-type]
    )  # fmt: skip
    _forget_the_day(canvas._doc)  # type: ignore[attr-defined]  # ReportLab has no public way
    canvas.setTitle(_title(document, to))
    canvas.setAuthor(_plain(document.author, to) if document.author else "")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _forget_the_day(file: PDFDocument) -> None:
    """Keep the made-up day out of the properties, and SOURCE_DATE_EPOCH of this computer out of the file's id."""
    file.info = _Properties()
    file.signature = hashlib.md5(usedforsecurity=False)  # type: ignore[attr-defined]


def _write_pages(canvas: Canvas, pages: Sequence[Page], document: Document, to: Setting) -> None:
    sheet = to.sheet
    top = HEIGHT - sheet.top - (_BAND if document.mark else 0.0)
    for number, page in enumerate(pages, start=1):
        if document.mark:
            _paint_mark(canvas, document.mark, to)
        for placed in page:
            _add_bookmark(canvas, placed.piece.outline, top - placed.down)
            placed.piece.paint(canvas, sheet.side, top - placed.down, sheet.width)
        _paint_foot(canvas, document, to, say("Page {number} of {pages}", number=number, pages=len(pages)))
        canvas.showPage()


def _add_bookmark(canvas: Canvas, outline: tuple[int, str] | None, top: float) -> None:
    if outline is None:
        return
    level, heading = outline
    key = f"p{canvas.getPageNumber()}y{top:.1f}"
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=top + 12)
    canvas.addOutlineEntry(heading, key, level)


def _paint_mark(canvas: Canvas, mark: Message, to: Setting) -> None:
    style = Style(11, 14, 700, "card")
    line = to.typesetter.one_line(in_one_line(to.words(mark)), style)
    canvas.setFillColor(colour("warning"))
    canvas.rect(0, HEIGHT - _BAND * 1.25, WIDTH, _BAND * 1.25, stroke=0, fill=1)
    paint_lines(canvas, [PlacedLine(line, (WIDTH - line.width) / 2, HEIGHT - _BAND * 0.8)])


def _paint_foot(canvas: Canvas, document: Document, to: Setting, page: Message) -> None:
    sheet, typesetter = to.sheet, to.typesetter
    number = typesetter.one_line(to.words(page), _FOOT)
    room = sheet.width - number.width - 2 * _FOOT.size
    title = _shortened_title(_plain(document.title, to), typesetter, room)
    at_the_end = sheet.side + sheet.width - number.width
    paint_lines(canvas, [PlacedLine(title, sheet.side, _FOOT_DOWN), PlacedLine(number, at_the_end, _FOOT_DOWN)])


def _shortened_title(text: str, typesetter: Typesetter, width: float) -> Line:
    """Return the title as one line, with … where it is longer."""
    lines = wrapped(text, _FOOT.size, width, typesetter.measure) or [""]
    first, *_ = shortened(lines, 1, _FOOT.size, width, typesetter.measure)
    return typesetter.one_line(first, _FOOT)


def _title(document: Document, to: Setting) -> str:
    title = _plain(document.title, to)
    return title if document.mark is None else f"{to.words(document.mark)} – {title}"


def _plain(text: Words, to: Setting) -> str:
    return in_one_line(text.text if isinstance(text, Own) else to.words(text))
