"""The sheet: its margins, and how each kind of text is set on it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.document.pdf.typesetting import Style
from facilitator.look import LONGEST_LINE_CHARACTERS

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
AVERAGE_EM = 0.53  # of a character in English text set in our font


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4 with its margins and styles: sizes and gaps in points, `chart_row` (for short labels) in parts of the text."""

    side: float
    top: float
    bottom: float
    gap: float
    title: Style
    headings: tuple[Style, ...]
    body: Style
    lead: Style
    quiet: Style
    small_heading: Style
    chart_row: float

    @property
    def width(self) -> float:
        """How wide what stands between the margins is."""
        return WIDTH - 2 * self.side

    @property
    def height(self) -> float:
        """How high what stands between the margins is."""
        return HEIGHT - self.top - self.bottom

    @property
    def text_width(self) -> float:
        """How wide running text may be, so that its lines can be followed."""
        return min(self.width, LONGEST_LINE_CHARACTERS * AVERAGE_EM * self.body.size)


REPORT = Sheet(
    side=20 * MM, top=20 * MM, bottom=22 * MM, gap=8.0, title=Style(25, 30, 700),
    headings=(Style(17, 21, 700, "accent"), Style(13.5, 17, 700), Style(11, 14.5, 700), Style(11, 14.5, 600, "muted")),
    body=Style(11, 15.5), lead=Style(13.5, 18.5), quiet=Style(9.5, 13, 400, "muted"),
    small_heading=Style(9.5, 12.5, 700), chart_row=2.3,
)  # fmt: skip

COMPACT = Sheet(
    side=16 * MM, top=14 * MM, bottom=17 * MM, gap=5.5, title=Style(20, 24, 700),
    headings=(
        Style(14, 17.5, 700, "accent"), Style(11.5, 14.5, 700), Style(10.5, 13.5, 700), Style(10.5, 13.5, 600, "muted"),
    ),
    body=Style(10.5, 13.8), lead=Style(12, 15.5), quiet=Style(9, 11.8, 400, "muted"), small_heading=Style(9, 11.8, 700),
    chart_row=1.9,
)  # fmt: skip
