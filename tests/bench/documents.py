"""Documents: our PDF of a two-page sheet, beside ReportLab writing the same lines in the same fonts, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from facilitator.document.base import base_sentence
from facilitator.document.content import (
    BarChart,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Note,
    NoteList,
    Own,
    Paragraph,
    Section,
    Tone,
)
from facilitator.document.page import page
from facilitator.document.pdf import pdf_bytes
from facilitator.document.pdf.blocks import set_document
from facilitator.document.pdf.faces import our_face
from facilitator.document.pdf.paging import Page, pages_of
from facilitator.document.pdf.pieces import Rows
from facilitator.document.pdf.setting import setting
from facilitator.document.pdf.typesetting import Measured
from facilitator.document.shapes import Text
from facilitator.words.message import say
from facilitator.words.translator import Translator
from tests.bench.measuring import Line, compared, in_ms, interleaved, middle
from tests.document.awkward import a_shown_result, a_table

ROUNDS = 15
SIZE, LEADING, LEFT, TOP = 10.5, 13.8, 45.0, 800.0
SENTENCE = "It took six weeks to get an answer about a short break, and nobody rang back to say why."
YARDSTICK = "ReportLab, the same text"


def lines() -> list[Line]:
    """Measure writing the sheet as PDF and, for information, as a page."""
    words, sheet = Translator(), a_sheet()
    texts = texts_of(sheet, words)
    ours, bare = interleaved(lambda: pdf_bytes(sheet, words), lambda: plain_pages(texts), rounds=ROUNDS)
    pages, _ = interleaved(lambda: page(sheet, words), lambda: None, rounds=ROUNDS)
    what = f"sheet of {len(texts)} pages as PDF"
    return [
        compared(what, middle(ours), middle(bare), YARDSTICK, at_most=3),
        Line("the same as HTML", in_ms(middle(pages))),
    ]


def a_sheet() -> Document:
    """Return a sheet such as people take home: facts, four results, a table, points and promises."""
    return Document(Own("Living well here"), tuple(_blocks()), compact=True)


def _blocks() -> Iterator[Block]:
    yield Facts((Fact(say("Date"), say("20 November 2026")), Fact(say("Place"), Own("Village hall"))))
    for number in range(4):
        result = a_shown_result([f"Option {option} of this question" for option in range(4)], f"Question {number}")
        base = base_sentence(result)
        assert base is not None
        yield Section(Own(result.text), (BarChart(result), Paragraph(base, Tone.QUIET)))
    yield Section(say("Who came"), (a_table([(Own(f"Group {row}"), Own("12"), Own("c")) for row in range(5)]),))
    yield Section(say("Main points"), (NoteList(tuple(Note(Own(SENTENCE), say("by most")) for _ in range(4))),))
    yield Section(say("What happens next"), (Bullets(tuple(Own(SENTENCE) for _ in range(5))),))


def texts_of(document: Document, words: Translator) -> list[list[tuple[str, str]]]:
    """Return the lines of text of each page, each with the name of its font."""
    to = setting(document, words, Measured())
    return [list(_pagetexts_of(page)) for page in pages_of(set_document(document, to), to.sheet.height)]


def _pagetexts_of(page: Page) -> Iterator[tuple[str, str]]:
    for placed in page:
        if isinstance(placed.piece, Rows):
            cells = [cell for row in (*placed.piece.head, *placed.piece.rows) for cell in row.cells]
            spans = (span for cell in cells for line in cell.lines for span in line.spans)
            yield from ((span.face.name, span.text) for span in spans)
        else:
            chart = placed.piece.draw.args[0]  # type: ignore[attr-defined]
            texts = (shape for shape in chart.shapes if isinstance(shape, Text))
            yield from ((our_face(shape.weight).name, shape.text) for shape in texts)


def plain_pages(texts: list[list[tuple[str, str]]]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=1)
    for page_of_text in texts:
        for number, (font, text) in enumerate(page_of_text):
            canvas.setFont(font, SIZE)
            canvas.drawString(LEFT, TOP - number * LEADING / 2, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
