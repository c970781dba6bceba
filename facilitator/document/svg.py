"""Charts as SVG inside a page, with their numbers as a text alternative."""

from __future__ import annotations

from markupsafe import Markup

from facilitator.document.chart import Chart
from facilitator.document.shapes import Line, Mark, Rect, Shape, Text, mark_lines
from facilitator.look import Palette

_WHOLE = Markup(
    '<svg role="img" aria-labelledby="{name}-title {name}-desc" viewBox="0 0 {width} {height}" width="{width}">'
    '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>{shapes}</svg>'
)
_RECT = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}"/>')
_TEXT = Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>')
_LINE = Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="{}"/>')


def as_svg(chart: Chart, palette: Palette, *, name: str, title: str) -> Markup:
    """Return the chart as an SVG element; `name` makes its ids unlike any other's on the page."""
    shapes = Markup("").join(_drawn(shape, palette) for shape in chart.shapes)
    return _WHOLE.format(
        name=name, title=title, description=chart.description, shapes=shapes, width=_number(chart.width),
        height=_number(chart.height),
    )  # fmt: skip


def _drawn(shape: Shape, palette: Palette) -> Markup:
    colour = getattr(palette, shape.colour_role)
    if isinstance(shape, Rect):
        sides = (shape.x, shape.y, shape.width, shape.height, shape.corner)
        return _RECT.format(*map(_number, sides), colour)
    if isinstance(shape, Text):
        place = (shape.x, shape.y, shape.size)
        return _TEXT.format(*map(_number, place), shape.weight, shape.anchor, colour, shape.text)
    return _mark(shape, colour)


def _mark(mark: Mark, colour: str) -> Markup:
    lines = mark_lines(mark)
    return Markup("").join(_LINE.format(_points(line), colour, _number(mark.stroke)) for line in lines)


def _points(line: Line) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in line)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
