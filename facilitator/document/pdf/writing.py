"""Writing a PDF: the same bytes for the same document, wherever and whenever it is written."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from facilitator.document.content import Document, Own, Words
from facilitator.document.pdf.blocks import set_document
from facilitator.document.pdf.faces import our_face
from facilitator.document.pdf.paging import Page, pages_of
from facilitator.document.pdf.painting import colour, paint_line
from facilitator.document.pdf.setting import Setting, setting
from facilitator.document.pdf.sheet import HEIGHT, MM, WIDTH
from facilitator.document.pdf.typesetting import Style
from facilitator.document.visible import in_one_line
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

_FOOT_DOWN = 10 * MM  # how far above the edge of the paper the page number stands
_FOOT = Style(8.5, 11, 400, "muted", tabular=True)
_BAND = 8 * MM  # of the mark, and as much more room above the text


class _Properties(PDFInfo):
    """What the file says about itself: ReportLab would add a made-up day on which it was written."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the properties as PDF."""
        told = {"Title": self.title, "Author": self.author}
        return PDFDictionary({name: PDFString(text) for name, text in told.items() if text}).format(document)


def pdf_bytes(document: Document, words: Translator) -> bytes:
    """Return the document as a PDF file in the language of `words`; it holds its fonts and tells no time."""
    to = setting(document, words)
    pieces = set_document(document, to)
    room = to.sheet.height - (_BAND if document.mark else 0.0)
    pages = pages_of(pieces, room)
    file = BytesIO()
    canvas = _canvas(file, document, to)
    _write_pages(canvas, pages, document, to)
    canvas.save()
    return file.getvalue()


def _canvas(file: BytesIO, document: Document, to: Setting) -> Canvas:
    # Every setting that a reportlab_settings file of this computer could change is given here.
    canvas = Canvas(
        file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=to.words.language, pdfVersion=(1, 7),
        enforceColorSpace="rgb", initialFontName=our_face(400).name,
    )  # fmt: skip
    canvas._doc.info = _Properties()  # type: ignore[attr-defined]  # ReportLab has no public way
    canvas.setTitle(_title(document, to))
    canvas.setAuthor(_plain(document.author, to) if document.author else "")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


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
    paint_line(canvas, line, (WIDTH - line.width) / 2, HEIGHT - _BAND * 0.8)


def _paint_foot(canvas: Canvas, document: Document, to: Setting, page: Message) -> None:
    sheet, typesetter = to.sheet, to.typesetter
    number = typesetter.one_line(to.words(page), _FOOT)
    room = sheet.width - number.width - 24
    title, *more = typesetter.lines(_plain(document.title, to), _FOOT, room)
    if more:
        title, *_ = typesetter.lines(_plain(document.title, to), _FOOT, room - _FOOT.size)
    paint_line(canvas, title, sheet.side, _FOOT_DOWN)
    if more:
        dots = typesetter.one_line("…", _FOOT)
        paint_line(canvas, dots, sheet.side + title.width, _FOOT_DOWN)
    paint_line(canvas, number, sheet.side + sheet.width - number.width, _FOOT_DOWN)


def _title(document: Document, to: Setting) -> str:
    title = _plain(document.title, to)
    return title if document.mark is None else f"{to.words(document.mark)} – {title}"


def _plain(text: Words, to: Setting) -> str:
    return in_one_line(text.text if isinstance(text, Own) else to.words(text))
