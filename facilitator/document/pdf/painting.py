"""Painting: lines of text and the shapes of charts on a ReportLab canvas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from facilitator.document.chart import Chart
from facilitator.document.pdf.spans import Span
from facilitator.document.pdf.typesetting import DIGITS, Line, Style, Typesetter
from facilitator.document.shapes import Anchor, Mark, Rect, Text, mark_lines
from facilitator.look import DAY

HAIRLINE = 0.6


@cache
def colour(role: str) -> Color:
    """Return the day palette's colour of a role."""
    return HexColor(getattr(DAY, role))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text that begins at `x`."""

    line: Line
    x: float
    baseline: float


def paint_lines(canvas: Canvas, lines: Iterable[PlacedLine]) -> None:
    """Write lines of text; font and colour are told to the file only where they change."""
    text = canvas.beginText()
    role, font = "", ("", 0.0)
    for placed in lines:
        style, x = placed.line.style, placed.x
        if style.colour_role != role:
            role = style.colour_role
            text.setFillColor(colour(role))
        text.setTextOrigin(x, placed.baseline)
        for span in placed.line.spans:
            if (span.face.name, style.size) != font:
                font = (span.face.name, style.size)
                text.setFont(*font)
            x = _write(text, span, style, x, placed.baseline)
    canvas.drawText(text)


def paint_chart(canvas: Canvas, chart: Chart, x: float, top: float, typesetter: Typesetter) -> None:
    """Draw a chart whose upper left corner is at `x` and `top`."""
    canvas.saveState()
    canvas.translate(x, top)
    for shape in chart.shapes:
        if isinstance(shape, Rect):
            _paint_rect(canvas, shape)
        elif isinstance(shape, Mark):
            _paint_mark(canvas, shape)
    paint_lines(canvas, (_placed(shape, typesetter) for shape in chart.shapes if isinstance(shape, Text)))
    canvas.restoreState()


def _write(text: PDFTextObject, span: Span, style: Style, x: float, baseline: float) -> float:
    """Write a span where the last one ended; return where it ends."""
    if style.tabular:
        return _write_figures(text, span, style, x, baseline)
    text.textOut(span.text)
    return x + span.em * style.size


def _write_figures(text: PDFTextObject, span: Span, style: Style, x: float, baseline: float) -> float:
    """Write a span with all digits equally wide; return where it ends."""
    for piece in _pieces(span.text):
        digit = piece in DIGITS
        em = sum(span.face.em[character] for character in piece)
        wide = span.face.widest_digit if digit else em
        text.setTextOrigin(x + (wide - em) / 2 * style.size, baseline)
        text.textOut(piece)
        x += wide * style.size
    text.setTextOrigin(x, baseline)
    return x


def _pieces(text: str) -> Iterator[str]:
    """Yield each digit on its own, and what is between digits as one."""
    between = ""
    for character in text:
        if character not in DIGITS:
            between += character
            continue
        if between:
            yield between
        between = ""
        yield character
    if between:
        yield between


def _paint_rect(canvas: Canvas, rect: Rect) -> None:
    canvas.setFillColor(colour(rect.colour_role))
    corner = min(rect.corner, rect.width / 2, rect.height / 2)
    canvas.roundRect(rect.x, -rect.y - rect.height, rect.width, rect.height, corner, stroke=0, fill=1)


def _placed(shape: Text, typesetter: Typesetter) -> PlacedLine:
    style = Style(shape.size, shape.size, shape.weight, shape.colour_role, tabular=shape.anchor is Anchor.END)
    line = typesetter.one_line(shape.text, style)
    before = {Anchor.START: 0.0, Anchor.MIDDLE: line.width / 2, Anchor.END: line.width}[shape.anchor]
    return PlacedLine(line, shape.x - before, -shape.y)


def _paint_mark(canvas: Canvas, mark: Mark) -> None:
    canvas.setStrokeColor(colour(mark.colour_role))
    canvas.setLineWidth(mark.stroke)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for (x, y), *rest in mark_lines(mark):
        path = canvas.beginPath()
        path.moveTo(x, -y)
        for x, y in rest:
            path.lineTo(x, -y)
        canvas.drawPath(path, stroke=1, fill=0)
