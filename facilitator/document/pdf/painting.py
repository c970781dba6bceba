"""Painting: lines of text and the shapes of charts on a ReportLab canvas."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from facilitator.document.chart import Chart
from facilitator.document.pdf.spans import Span
from facilitator.document.pdf.typesetting import DIGITS, Line, Style, Typesetter
from facilitator.document.shapes import Anchor, Mark, Rect, Text, mark_lines
from facilitator.look import DAY

HAIRLINE = 0.6


def colour(role: str) -> Color:
    """Return the day palette's colour of a role."""
    return HexColor(getattr(DAY, role))


def paint_line(canvas: Canvas, line: Line, x: float, baseline: float) -> None:
    """Write a line of text that begins at `x`."""
    if not line.spans:
        return
    text = canvas.beginText(x, baseline)
    text.setFillColor(colour(line.style.colour_role))
    for span in line.spans:
        text.setFont(span.face.name, line.style.size)
        if line.style.tabular:
            x = _write_figures(text, span, line.style, x, baseline)
        else:
            text.textOut(span.text)
            x += span.em * line.style.size
    canvas.drawText(text)


def paint_chart(canvas: Canvas, chart: Chart, x: float, top: float, typesetter: Typesetter) -> None:
    """Draw a chart whose upper left corner is at `x` and `top`."""
    canvas.saveState()
    canvas.translate(x, top)
    for shape in chart.shapes:
        if isinstance(shape, Rect):
            _paint_rect(canvas, shape)
        elif isinstance(shape, Text):
            _paint_text(canvas, shape, typesetter)
        else:
            _paint_mark(canvas, shape)
    canvas.restoreState()


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


def _paint_text(canvas: Canvas, shape: Text, typesetter: Typesetter) -> None:
    style = Style(shape.size, shape.size, shape.weight, shape.colour_role, tabular=shape.anchor is Anchor.END)
    line = typesetter.one_line(shape.text, style)
    before = {Anchor.START: 0.0, Anchor.MIDDLE: line.width / 2, Anchor.END: line.width}[shape.anchor]
    paint_line(canvas, line, shape.x - before, -shape.y)


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
