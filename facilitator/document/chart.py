"""Charts: a result's bars as one list of plain shapes, painted alike in the report and on the room screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.core.disclosure import ShownOption, ShownResult
from facilitator.core.keys import OptionKey
from facilitator.core.methods import AGREE, DISAGREE, LESS, MORE, NOT_SURE, SAME, UNSURE, Method
from facilitator.document.base import base_sentence
from facilitator.document.lines import Measure, shortened, wrapped
from facilitator.document.shapes import Anchor, Mark, MarkKind, Rect, Shape, Text
from facilitator.document.visible import in_one_line
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

LINE = 1.25  # a line's height in parts of its text size
BOLDER = 1.1  # how much wider than measured a bold text may be
MOST_LINES = 2
LABEL_SHARE = 0.62  # of the width that labels and bars share, the most that labels take unless told
TALLEST_ROW = 3.2  # in parts of the text size, so that few options do not fall apart


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes in a box of `width` by `height`, and a text that says all the numbers."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark of an option, where it has one, and its colour."""

    kind: MarkKind | None
    colour_role: str


_SIGNS: dict[Method, dict[OptionKey, Sign]] = {
    Method.STATEMENT: {
        AGREE: Sign(MarkKind.TICK, "agree"),
        UNSURE: Sign(MarkKind.TILDE, "unsure"),
        DISAGREE: Sign(MarkKind.CROSS, "disagree"),
    },
    Method.DIRECTION: {
        MORE: Sign(MarkKind.TICK, "agree"),
        SAME: Sign(MarkKind.TILDE, "unsure"),
        LESS: Sign(MarkKind.CROSS, "disagree"),
        NOT_SURE: Sign(None, "muted"),
    },
}
_PLAIN = Sign(None, "accent")


@dataclass(frozen=True, slots=True)
class Row:
    """An option as a row of a chart: `headline` says it shorter, `part` is how much of its bar is filled."""

    sign: Sign
    rank: str
    label: str
    headline: str
    count: str
    percent: str
    part: float


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand from left to right; `bar_width` 0 means that there are no bars."""

    label_x: float
    label_width: float
    bar_x: float
    bar_width: float
    count_right: float
    percent_right: float


@dataclass(frozen=True, slots=True)
class _Grid:
    rows: tuple[Row, ...]
    size: float
    pitch: float
    columns: _Columns
    measure: Measure

    @property
    def most_lines(self) -> int:
        return min(MOST_LINES, max(1, int(self.pitch / (self.size * LINE))))


def result_chart(
    result: ShownResult,
    words: Translator,
    *,
    width: float,
    height: float,
    option_size: float,
    foot_size: float,
    measure: Measure,
    label_share: float = LABEL_SHARE,
) -> Chart:
    """Return the bars of `result` in a box: per option its sign, word, bar, number and percentage.

    Options of a ranked method stand by rank, equals in shown order. Without figures only the options are drawn; why,
    and what may be said instead, is for the caller. The base sentence stands at the foot in `foot_size`; 0 leaves it to
    the caller, who must print it. Text becomes smaller than `option_size` where the height would not hold it.
    """
    rows = tuple(result_rows(result))
    foot = _foot(result, words, width, foot_size, measure)
    room = height - len(foot) * foot_size * LINE - (foot_size / 2 if foot else 0)
    pitch = room / max(1, len(rows))
    size = min(option_size, pitch / LINE)
    grid = _fitted(rows, result, width, size, min(pitch, size * TALLEST_ROW), measure, label_share)
    shapes = [shape for number, row in enumerate(grid.rows) for shape in _row_shapes(grid, row, number * grid.pitch)]
    shapes += _foot_shapes(foot, len(rows) * grid.pitch + foot_size / 2, foot_size)
    return Chart(width, height, tuple(shapes), words(description(result)))


def shown_order(result: ShownResult) -> tuple[ShownOption, ...]:
    """Return the options in the order to show them: by rank where they have ranks that mean something."""
    if result.figures and result.method.ranks_options:
        return tuple(sorted(result.options, key=lambda option: option.rank or 0))
    return result.options


def rank_shown(result: ShownResult, option: ShownOption) -> str:
    """Return an option's rank as it is shown, "2=" where it shares it; empty where ranks mean nothing."""
    if not (result.figures and result.method.ranks_options and result.base):
        return ""
    shared = sum(other.rank == option.rank for other in result.options) > 1
    return f"{option.rank}=" if shared else str(option.rank)


def figure_shown(result: ShownResult, option: ShownOption) -> str:
    """Return the number of people or dots of an option as it is shown; empty where it is withheld."""
    figure = _figure(result, option)
    return "" if figure is None else str(figure)


def description(result: ShownResult) -> Message:
    """Return what the chart shows, in words."""
    told: Message | None = None
    for option in shown_order(result):
        one = _told(result, option)
        told = one if told is None else say("{before}; {next}", before=told, next=one)
    base = base_sentence(result)
    if base is None:
        return say("Options: {options}.", options=told or "")
    return say("{options}. {base}", options=told or "", base=base)


def _told(result: ShownResult, option: ShownOption) -> Message:
    text, figure = in_one_line(option.text), figure_shown(result, option)
    if not figure:
        return say("{option}", option=text)
    if option.percent is None:
        return say("{option}: {count}", option=text, count=figure)
    return say("{option}: {count} ({percent})", option=text, count=figure, percent=option.percent)


def _figure(result: ShownResult, option: ShownOption) -> int | None:
    return option.points if result.method is Method.DOTS else option.count


def result_rows(result: ShownResult) -> Iterator[Row]:
    """Yield the options of a result as rows, in the order to show them."""
    options = shown_order(result)
    signs = _SIGNS.get(result.method, {})
    headlines = Counter(_headline(option.text) for option in options)
    for option in options:
        text, headline = in_one_line(option.text), _headline(option.text)
        figure = _figure(result, option) or 0
        part = figure / result.base if result.figures and result.base else 0.0
        yield Row(
            signs.get(option.key, _PLAIN),
            rank_shown(result, option),
            text,
            headline if headlines[headline] == 1 else text,
            figure_shown(result, option) if result.figures else "",
            (option.percent or "") if result.figures else "",
            part,
        )


def _headline(text: str) -> str:
    return in_one_line(text).partition(":")[0].strip()


def _fitted(
    rows: tuple[Row, ...], result: ShownResult, width: float, size: float, pitch: float, measure: Measure, share: float
) -> _Grid:
    grid = _Grid(rows, size, pitch, _columns(rows, result, width, size, measure, share), measure)
    if all(len(_wrapped_label(grid, row)) <= grid.most_lines for row in rows):
        return grid
    rows = tuple(replace(row, label=row.headline) for row in rows)
    return _Grid(rows, size, pitch, _columns(rows, result, width, size, measure, share), measure)


def _columns(
    rows: tuple[Row, ...], result: ShownResult, width: float, size: float, measure: Measure, share: float
) -> _Columns:
    label_x = _sign_width(rows, size, measure)
    if not result.figures:
        return _Columns(label_x, width - label_x, width, 0.0, width, width)
    percents = _widest((row.percent for row in rows), size, measure)
    counts = _widest((row.count for row in rows), size, measure)
    count_right = width - (percents + size * 0.6 if percents else 0.0)
    shared = count_right - counts - size * 0.5 - label_x
    widest = _widest((row.label for row in rows), size, measure)
    label_width = min(widest, shared * share)
    bar_x = label_x + label_width + size * 0.6
    return _Columns(label_x, label_width, bar_x, max(0.0, label_x + shared - bar_x), count_right, width)


def _widest(texts: Iterator[str], size: float, measure: Measure) -> float:
    return max((measure(text, size) * BOLDER for text in texts if text), default=0.0)


def _sign_width(rows: tuple[Row, ...], size: float, measure: Measure) -> float:
    ranks = _widest((row.rank for row in rows), size, measure)
    marks = size if any(row.sign.kind for row in rows) else 0.0
    widest = max(ranks, marks)
    return widest + size * 0.5 if widest else 0.0


def _row_shapes(grid: _Grid, row: Row, top: float) -> Iterator[Shape]:
    middle = top + grid.pitch / 2
    baseline = middle + grid.size * 0.35
    columns = grid.columns
    if row.sign.kind is not None:
        yield Mark(row.sign.kind, grid.size / 2, middle, grid.size, row.sign.colour_role)
    if row.rank:
        yield Text(0.0, baseline, grid.size, row.rank, 700, colour_role="muted")
    yield from _label(grid, row, middle)
    yield from _bar(grid, row, middle)
    if row.count:
        yield Text(columns.count_right, baseline, grid.size, row.count, 700, Anchor.END)
    if row.percent:
        yield Text(columns.percent_right, baseline, grid.size, row.percent, 400, Anchor.END)


def _label(grid: _Grid, row: Row, middle: float) -> Iterator[Text]:
    lines = _label_lines(grid, row)
    first = middle + grid.size * 0.35 - (len(lines) - 1) * grid.size * LINE / 2
    for number, line in enumerate(lines):
        yield Text(grid.columns.label_x, first + number * grid.size * LINE, grid.size, line)


def _label_lines(grid: _Grid, row: Row) -> list[str]:
    lines = _wrapped_label(grid, row)
    return shortened(lines, grid.most_lines, grid.size, grid.columns.label_width, grid.measure)


def _wrapped_label(grid: _Grid, row: Row) -> list[str]:
    return wrapped(row.label, grid.size, grid.columns.label_width, grid.measure)


def _bar(grid: _Grid, row: Row, middle: float) -> Iterator[Rect]:
    columns = grid.columns
    if not columns.bar_width:
        return
    height = min(grid.size * 0.9, grid.pitch * 0.7)
    top, corner = middle - height / 2, height / 5
    yield Rect(columns.bar_x, top, columns.bar_width, height, "hairline", corner)
    if length := columns.bar_width * min(1.0, row.part):
        yield Rect(columns.bar_x, top, length, height, row.sign.colour_role, min(corner, length / 2))


def _foot(result: ShownResult, words: Translator, width: float, size: float, measure: Measure) -> list[str]:
    base = base_sentence(result)
    if not size or base is None:
        return []
    return wrapped(words(base), size, width, measure)


def _foot_shapes(lines: list[str], top: float, size: float) -> Iterator[Text]:
    for number, line in enumerate(lines):
        yield Text(0.0, top + (number * LINE + 1) * size, size, line, colour_role="muted")
