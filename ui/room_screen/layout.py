"""Where everything stands on the room screen, as plain shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.core.disclosure import ShownResult
from facilitator.document.chart import LABEL_SHARE, Chart, result_chart
from facilitator.document.chart import LINE as CHART_LINE
from facilitator.document.shapes import Anchor, Mark, Shape, Text
from facilitator.look import ROOM_FOOT, ROOM_OPTION, ROOM_QUESTION
from facilitator.words.translator import Translator
from ui.room_screen.contents import Contents, Style
from ui.room_screen.fitting import BASELINE, SMALLER, Block, Frame, at_start, fitted, reads_leftward, texts
from ui.room_screen.paging import Page, SetParagraph, paged, stack_height
from ui.room_screen.scene import Paged, Scene, contents, rendered
from ui.room_screen.surrounds import TEXT_WEIGHT, Surrounds, below, page_of, rehearsal_band, surrounds

TALLEST_QUESTION_ABOVE_LIST = 0.27  # of the height
FEW_OPTIONS, MANY_OPTIONS = 4, 6
SMALLEST_AMONG_MANY = 1 / 22
LARGEST_LABEL_SHARE = 0.78
SMALLEST_OPTION = 1 / 30
SMALLEST_IN_TWO_LINES = 2.05 * SMALLEST_OPTION
OPTICAL_MIDDLE = 0.44  # of the free height stays above a text in the middle, and so much above a list:
ABOVE_A_LIST = 0.25
WIDEST_GAP = 0.9  # between the points of a short list, in parts of their size, beside the gap they have anyway
WEIGHTS = {Style.POINT: 400, Style.QUIET: 400}


@dataclass(frozen=True, slots=True)
class _Pages:
    """The paragraphs of a scene over its pages, below the question if there is one."""

    around: Surrounds
    question: Block
    top: float
    pages: tuple[Page, ...]


def shapes_of(scene: Scene, words: Translator, frame: Frame, *, rehearsal: bool = False) -> tuple[Shape, ...]:
    """Return what `scene` looks like in `frame`, on the page it asks for; a rehearsal is marked above it."""
    pages = every_page(scene, words, frame, rehearsal=rehearsal)
    return pages[min(scene.page, len(pages) - 1) if isinstance(scene, Paged) else 0]


def every_page(
    scene: Scene, words: Translator, frame: Frame, *, rehearsal: bool = False
) -> tuple[tuple[Shape, ...], ...]:
    """Return all the pages over which `scene` goes in `frame`, whichever of them it asks for."""
    band = rehearsal_band(words, frame) if rehearsal else ()
    said, rest = contents(scene), below(band, frame)
    if said.result is not None:
        return ((*band, *_result(said, said.result, words, rest)),)
    if not said.paragraphs:
        return ((*band, *_closed(said, words, rest)),)
    found = _paged(said, words, rest)
    return tuple((*band, *_paragraphs(found, said, words, page)) for page in range(len(found.pages)))


def _closed(said: Contents, words: Translator, frame: Frame) -> Iterator[Shape]:
    if not said.question:
        return
    around = surrounds(said, words, frame)
    most = around.bottom - around.top
    asked = _question(said, words, frame, most, most)
    yield from texts(asked, frame, around.top, TEXT_WEIGHT, "text")
    yield from around.shapes()


def _question(said: Contents, words: Translator, frame: Frame, wanted: float, most: float) -> Block:
    """Return the question within the `wanted` height, or where it would be too small to read, within `most`."""
    question, size = rendered(said.question, words), frame.height * ROOM_QUESTION
    asked = fitted(question, frame, size, min(wanted, most), smallest=frame.foot_size)
    return asked if asked.height <= most else fitted(question, frame, frame.foot_size, most)


def _result(said: Contents, result: ShownResult, words: Translator, frame: Frame) -> Iterator[Shape]:
    around = surrounds(said, words, frame)
    gap = frame.margin * 0.5
    room = around.bottom - around.top - gap
    row = len(result.options) * frame.height * CHART_LINE
    for wanted, share in _attempts(result):
        asked = _question(said, words, frame, room - row * wanted, room - row * SMALLEST_OPTION)
        chart = _chart(result, words, frame, room - asked.height, share)
        if not _is_shortened(chart, result):
            break
    yield from texts(asked, frame, around.top, TEXT_WEIGHT, "text")
    top = around.top + asked.height + gap
    yield from (replace(shape, x=shape.x + frame.margin, y=shape.y + top) for shape in chart.shapes)
    yield from around.shapes()


def _attempts(result: ShownResult) -> Iterator[tuple[float, float]]:
    """Yield how large the options are to be and how much of the width labels may take, until no label is cut."""
    yield _wanted_option(result), LABEL_SHARE
    yield SMALLEST_IN_TWO_LINES, LABEL_SHARE
    yield SMALLEST_IN_TWO_LINES, LARGEST_LABEL_SHARE


def _wanted_option(result: ShownResult) -> float:
    """Return how large the options are to be where the question can make room for them."""
    if len(result.options) <= FEW_OPTIONS:
        return ROOM_OPTION
    return ROOM_FOOT if len(result.options) <= MANY_OPTIONS else SMALLEST_AMONG_MANY


def _chart(result: ShownResult, words: Translator, frame: Frame, height: float, share: float) -> Chart:
    size, smallest = frame.height * ROOM_OPTION, frame.height * SMALLEST_OPTION
    chart = _chart_at(result, words, frame, size, height, share)
    while _is_shortened(chart, result) and size > smallest:
        size = max(smallest, size * SMALLER)
        chart = _chart_at(result, words, frame, size, height, share)
    return chart


def _chart_at(result: ShownResult, words: Translator, frame: Frame, size: float, height: float, share: float) -> Chart:
    return result_chart(
        result, words, width=frame.inner_width, height=max(height, 1.0), option_size=size, foot_size=0,
        measure=frame.measure, label_share=share,
    )  # fmt: skip


def _is_shortened(chart: Chart, result: ShownResult) -> bool:
    whole = {option.text for option in result.options}
    labels = (shape.text for shape in chart.shapes if isinstance(shape, Text))
    return any(label.endswith("…") and label not in whole for label in labels)


def _paged(said: Contents, words: Translator, frame: Frame) -> _Pages:
    around = surrounds(said, words, frame)
    found = _paged_within(around, said, words)
    if len(found.pages) == 1:
        return found
    return _paged_within(around.with_count(words(page_of(1, len(found.pages)))), said, words)


def _paged_within(around: Surrounds, said: Contents, words: Translator) -> _Pages:
    frame, top = around.frame, around.top
    asked = Block((), 0.0)
    if said.question:
        most = frame.height * TALLEST_QUESTION_ABOVE_LIST
        asked = _question(said, words, frame, most, most)
        top += asked.height + frame.margin * 0.45
    return _Pages(around, asked, top, tuple(paged(said.paragraphs, words, frame, around.bottom - top)))


def _paragraphs(found: _Pages, said: Contents, words: Translator, page: int) -> Iterator[Shape]:
    around, pages = found.around, len(found.pages)
    if pages > 1:
        around = around.with_count(words(page_of(page + 1, pages)))
    yield from around.shapes()
    yield from texts(found.question, around.frame, around.top, TEXT_WEIGHT, "text")
    yield from _page(found, page, centred=said.centred and pages == 1)


def _page(found: _Pages, number: int, *, centred: bool) -> Iterator[Shape]:
    frame, page, top = found.around.frame, found.pages[number], found.top
    free = max(0.0, found.around.bottom - top - stack_height(page))
    wider = 0.0 if centred else min(free / len(page), page[0].block.size * WIDEST_GAP)
    top += (free - wider * (len(page) - 1)) * (OPTICAL_MIDDLE if centred else ABOVE_A_LIST)
    for place, one in enumerate(page):
        top += one.gap + wider if place else 0.0
        yield from _paragraph(one, frame, top)
        top += one.height


def _paragraph(one: SetParagraph, frame: Frame, top: float) -> Iterator[Shape]:
    paragraph, block = one.paragraph, one.block
    leftward = reads_leftward(" ".join(block.lines))
    if one.starts:
        yield from _beside(one, frame, top + block.size * BASELINE)
    yield from texts(block, frame, top, WEIGHTS.get(paragraph.style, TEXT_WEIGHT), paragraph.role, one.indent)
    weight, role = (TEXT_WEIGHT, paragraph.note_role) if paragraph.note else (400, "muted")
    yield from texts(one.small, frame, top + block.height + one.small_gap, weight, role, one.indent, leftward=leftward)


def _beside(one: SetParagraph, frame: Frame, baseline: float) -> Iterator[Shape]:
    paragraph, size = one.paragraph, one.block.size
    leftward = reads_leftward(" ".join(one.block.lines))
    if paragraph.mark is not None:
        x = frame.margin + size / 2
        yield Mark(
            paragraph.mark, frame.width - x if leftward else x, baseline - size * 0.34, size, paragraph.role
        )  # fmt: skip
    if paragraph.before:
        before = Text(0.0, baseline, size, paragraph.before, 700, colour_role="accent")
        yield at_start(before, frame, leftward=leftward)
    if paragraph.after:
        after = Text(frame.inner_width, baseline, size, paragraph.after, 700, Anchor.END)
        yield at_start(after, frame, leftward=leftward)
