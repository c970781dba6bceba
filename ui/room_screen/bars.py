"""A result as rows on the room screen: sign, words, bar, number and percentage, over as many screens as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from facilitator.core.disclosure import ShownResult
from facilitator.document.chart import BOLDER, Row, result_rows
from facilitator.document.shapes import Anchor, Mark, Rect, Shape, Text
from facilitator.look import ROOM_OPTION
from ui.room_screen.fitting import LINE, Block, Frame, balanced, reads_leftward, shortened_to

AIR = 0.16  # between rows, in parts of the text size
MOST_AIR = 0.9
BAR = 0.9  # a bar's height in parts of the text size
MIDDLE = 0.35  # from a line's middle down to its baseline
MOST_LINES_OF_WHOLE_WORDS, MOST_LINES_BESIDE_A_BAR = 2, 3
NUMBER_GAP, BAR_GAP, SIGN_GAP = 0.6, 0.6, 0.5


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row with its words set in lines; its bar stands beside them, or where they are long `below` them."""

    row: Row
    label: Block
    below: bool = False

    @property
    def height(self) -> float:
        """How much height it takes, without the air around it."""
        return max(1, len(self.label.lines)) * self.label.line + self.below * self.label.size * LINE


@dataclass(frozen=True, slots=True)
class _Columns:
    label_x: float
    label_width: float
    bar_x: float
    bar_width: float
    count_right: float


@dataclass(frozen=True, slots=True)
class Bars:
    """All rows of a result set at one size, with the columns they share."""

    frame: Frame
    rows: tuple[SetRow, ...]
    size: float
    columns: _Columns

    def pages(self, height: float) -> list[tuple[SetRow, ...]]:
        """Return the rows on as few pages of at most `height` as they need."""
        pages: list[list[SetRow]] = [[]]
        for row in self.rows:
            if pages[-1] and self.height([*pages[-1], row]) > height:
                pages.append([])
            pages[-1].append(row)
        return [tuple(page) for page in pages]

    def even_pages(self, height: float) -> list[tuple[SetRow, ...]]:
        """Return the rows on those pages, about equally many on each where that takes no more of them."""
        pages = self.pages(height)
        most = -(-len(self.rows) // len(pages))
        even = [self.rows[start : start + most] for start in range(0, len(self.rows), most)]
        return even if all(self.height(page) <= height for page in even) else pages

    def height(self, rows: Iterable[SetRow]) -> float:
        """Return how much height rows take at least."""
        return sum(row.height + self.size * AIR for row in rows)

    def shapes(self, rows: tuple[SetRow, ...], top: float, height: float) -> Iterator[Shape]:
        """Yield what rows look like from `top` down, with as much of the `height` as air as looks well."""
        free = max(0.0, height - self.height(rows)) / max(1, len(rows))
        air = self.size * AIR + min(free, self.size * MOST_AIR)
        for row in rows:
            yield from _row_shapes(self, row, top + (row.height + air) / 2)
            top += row.height + air


def bars(result: ShownResult, frame: Frame, scale: float, *, share: float, tallest: float) -> Bars:
    """Return the rows of a result, `scale` as large as few options are, but never too small to be read.

    An option is said in short where all that it says takes more than two lines of the `share` that labels may take.
    Where that is long too, its bar stands below it, and only what makes a row higher than `tallest` is left to the
    paper.
    """
    size = max(frame.foot_size, ROOM_OPTION * frame.height * scale)
    rows = tuple(result_rows(result))
    short = tuple(replace(row, label=row.headline) for row in rows)
    for told, most in ((rows, MOST_LINES_OF_WHOLE_WORDS), (short, MOST_LINES_BESIDE_A_BAR)):
        columns = _columns(told, result, frame, size, share)
        found = _set(told, frame, size, columns)
        if all(len(row.label.lines) <= most for row in found.rows):
            return found
    return _set_below(short, result, frame, size, columns, tallest)


def _set(rows: tuple[Row, ...], frame: Frame, size: float, columns: _Columns) -> Bars:
    labels = (balanced(row.label, frame, size, columns.label_width) for row in rows)
    return Bars(frame, tuple(SetRow(row, label) for row, label in zip(rows, labels, strict=True)), size, columns)


def _set_below(
    rows: tuple[Row, ...], result: ShownResult, frame: Frame, size: float, beside: _Columns, tallest: float
) -> Bars:
    """Return rows whose words have the whole width, each with its bar below."""
    width, below = frame.inner_width - beside.label_x, result.figures
    bar_width = max(0.0, beside.bar_x + beside.bar_width - beside.label_x) if below else 0.0
    columns = replace(beside, label_width=width, bar_x=beside.label_x, bar_width=bar_width)
    most = max(1, int((tallest - size * AIR) / (size * LINE)) - below)
    labels = (shortened_to(most, balanced(row.label, frame, size, width), frame, width) for row in rows)
    return Bars(frame, tuple(SetRow(row, label, below) for row, label in zip(rows, labels, strict=True)), size, columns)


def _columns(rows: tuple[Row, ...], result: ShownResult, frame: Frame, size: float, share: float) -> _Columns:
    width, label_x = frame.inner_width, _sign_width(rows, frame, size)
    if not result.figures:
        return _Columns(label_x, width - label_x, width, 0.0, width)
    percents = _widest((row.percent for row in rows), frame, size)
    counts = _widest((row.count for row in rows), frame, size)
    count_right = width - (percents + size * NUMBER_GAP if percents else 0.0)
    shared = count_right - counts - size * BAR_GAP - label_x
    widest = _widest((frame.drawable(row.label) for row in rows), frame, size)
    label_width = min(widest, shared * share)
    bar_x = label_x + label_width + size * BAR_GAP
    return _Columns(label_x, label_width, bar_x, max(0.0, label_x + shared - bar_x), count_right)


def _widest(texts: Iterable[str], frame: Frame, size: float) -> float:
    return max((frame.measure(text, size) * BOLDER for text in texts if text), default=0.0)


def _sign_width(rows: tuple[Row, ...], frame: Frame, size: float) -> float:
    marks = size if any(row.sign.kind for row in rows) else 0.0
    widest = max(_widest((row.rank for row in rows), frame, size), marks)
    return widest + size * SIGN_GAP if widest else 0.0


def _row_shapes(bars: Bars, one: SetRow, middle: float) -> Iterator[Shape]:
    row, size, left = one.row, bars.size, bars.frame.margin
    of_words, of_bar = middle, middle
    if one.below:
        first, last = middle - (one.height - one.label.line) / 2, middle + (one.height - size * LINE) / 2
        of_words, of_bar = (first + last - size * LINE) / 2, last
    else:
        first = middle
    if row.sign.kind is not None:
        yield Mark(row.sign.kind, left + size / 2, first, size, row.sign.colour_role)
    if row.rank:
        yield Text(left, first + size * MIDDLE, size, row.rank, 700, colour_role="muted")
    yield from _label(bars, one.label, of_words)
    yield from _bar(bars, row, of_bar)
    yield from _figures(bars, row, of_bar + size * MIDDLE)


def _figures(bars: Bars, row: Row, baseline: float) -> Iterator[Text]:
    left = bars.frame.margin
    if row.count:
        yield Text(left + bars.columns.count_right, baseline, bars.size, row.count, 700, Anchor.END)
    if row.percent:
        yield Text(bars.frame.width - left, baseline, bars.size, row.percent, 400, Anchor.END)


def _label(bars: Bars, label: Block, middle: float) -> Iterator[Text]:
    """Yield the words of a row; what reads from right to left ends at the bar."""
    columns = bars.columns
    leftward = reads_leftward(" ".join(label.lines))
    x = bars.frame.margin + columns.label_x + (columns.label_width if leftward else 0.0)
    first = middle + label.size * MIDDLE - (len(label.lines) - 1) * label.line / 2
    for number, line in enumerate(label.lines):
        baseline = first + number * label.line
        yield Text(x, baseline, label.size, line, anchor=Anchor.END if leftward else Anchor.START)


def _bar(bars: Bars, row: Row, middle: float) -> Iterator[Rect]:
    columns, height = bars.columns, bars.size * BAR
    if not columns.bar_width:
        return
    left, top, corner = bars.frame.margin + columns.bar_x, middle - height / 2, height / 5
    yield Rect(left, top, columns.bar_width, height, "hairline", corner)
    if length := columns.bar_width * min(1.0, row.part):
        yield Rect(left, top, length, height, row.sign.colour_role, min(corner, length / 2))
