"""Where everything stands on the room screen, as plain shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.core.disclosure import ShownResult
from facilitator.document.chart import LINE as CHART_LINE
from facilitator.document.chart import Chart, result_chart
from facilitator.document.shapes import Anchor, Mark, Shape, Text
from facilitator.look import ROOM_OPTION, ROOM_QUESTION
from facilitator.words.translator import Translator
from ui.room_screen.contents import Contents, Style
from ui.room_screen.fitting import BASELINE, SMALLER, Block, Frame, at_start, fitted, reads_leftward, texts
from ui.room_screen.paging import Page, SetParagraph, paged, stack_height
from ui.room_screen.scene import Paged, Scene, contents, rendered
from ui.room_screen.surrounds import TEXT_WEIGHT, Surrounds, below, page_of, rehearsal_band, surrounds

TALLEST_QUESTION = 0.44  # of the height, where few options follow
TALLEST_QUESTION_ABOVE_MANY = 0.27
MANY_OPTIONS = 4
SMALLEST_OPTION = 1 / 30
OPTICAL_MIDDLE = 0.44
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
    """Return what `scene` looks like in `frame`; a rehearsal is marked above it."""
    band = rehearsal_band(words, frame) if rehearsal else ()
    said, rest = contents(scene), below(band, frame)
    if said.result is not None:
        return (*band, *_result(said, said.result, words, rest))
    if said.paragraphs:
        return (*band, *_paragraphs(said, words, rest, scene.page if isinstance(scene, Paged) else 0))
    return (*band, *_closed(said, words, rest))


def page_count(scene: Scene, words: Translator, frame: Frame, *, rehearsal: bool = False) -> int:
    """Return over how many pages the words of `scene` go in `frame`."""
    said = contents(scene)
    if said.result is not None or not said.paragraphs:
        return 1
    band = rehearsal_band(words, frame) if rehearsal else ()
    return len(_paged(said, words, below(band, frame)).pages)


def _closed(said: Contents, words: Translator, frame: Frame) -> Iterator[Shape]:
    if not said.question:
        return
    around = surrounds(said, words, frame)
    asked = _question(said, words, frame, around.bottom - around.top)
    yield from texts(asked, frame, around.top, TEXT_WEIGHT, "text")
    yield from around.shapes()


def _question(said: Contents, words: Translator, frame: Frame, most: float, share: float = 1.0) -> Block:
    """Return the question within `share` of the height, or where that is too small to read, within `most`."""
    question, size = rendered(said.question, words), frame.height * ROOM_QUESTION
    asked = fitted(question, frame, size, min(most, frame.height * share), smallest=frame.foot_size)
    return asked if asked.height <= most else fitted(question, frame, frame.foot_size, most)


def _result(said: Contents, result: ShownResult, words: Translator, frame: Frame) -> Iterator[Shape]:
    around = surrounds(said, words, frame)
    options, gap = len(result.options), frame.margin * 0.5
    room = around.bottom - around.top - gap
    share = TALLEST_QUESTION_ABOVE_MANY if options > MANY_OPTIONS else TALLEST_QUESTION
    asked = _question(said, words, frame, room - options * frame.height * SMALLEST_OPTION * CHART_LINE, share)
    yield from texts(asked, frame, around.top, TEXT_WEIGHT, "text")
    yield from _chart(result, words, frame, around.top + asked.height + gap, room - asked.height)
    yield from around.shapes()


def _chart(result: ShownResult, words: Translator, frame: Frame, top: float, height: float) -> Iterator[Shape]:
    size, smallest = frame.height * ROOM_OPTION, frame.height * SMALLEST_OPTION
    chart = _chart_at(result, words, frame, size, height)
    while _is_shortened(chart, result) and size > smallest:
        size = max(smallest, size * SMALLER)
        chart = _chart_at(result, words, frame, size, height)
    for shape in chart.shapes:
        yield replace(shape, x=shape.x + frame.margin, y=shape.y + top)


def _chart_at(result: ShownResult, words: Translator, frame: Frame, size: float, height: float) -> Chart:
    return result_chart(
        result, words, width=frame.inner_width, height=max(height, 1.0), option_size=size, foot_size=0,
        measure=frame.measure,
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
        asked = _question(said, words, frame, frame.height * TALLEST_QUESTION_ABOVE_MANY)
        top += asked.height + frame.margin * 0.45
    return _Pages(around, asked, top, tuple(paged(said.paragraphs, words, frame, around.bottom - top)))


def _paragraphs(said: Contents, words: Translator, frame: Frame, page: int) -> Iterator[Shape]:
    found = _paged(said, words, frame)
    around, pages = found.around, len(found.pages)
    page = min(page, pages - 1)
    if pages > 1:
        around = around.with_count(words(page_of(page + 1, pages)))
    yield from texts(found.question, frame, around.top, TEXT_WEIGHT, "text")
    yield from _page(found, page, centred=said.centred and pages == 1)
    yield from around.shapes()


def _page(found: _Pages, number: int, *, centred: bool) -> Iterator[Shape]:
    frame, page, top = found.around.frame, found.pages[number], found.top
    free = max(0.0, found.around.bottom - top - stack_height(page))
    top += free * OPTICAL_MIDDLE if centred else 0.0
    wider = 0.0 if centred else min(free / len(page), page[0].block.size * WIDEST_GAP)
    for place, one in enumerate(page):
        top += one.gap + wider if place else 0.0
        yield from _paragraph(one, frame, top)
        top += one.height


def _paragraph(one: SetParagraph, frame: Frame, top: float) -> Iterator[Shape]:
    paragraph, block = one.paragraph, one.block
    if one.starts:
        yield from _beside(one, frame, top + block.size * BASELINE)
    yield from texts(block, frame, top, WEIGHTS.get(paragraph.style, TEXT_WEIGHT), paragraph.role, one.indent)
    weight, role = (TEXT_WEIGHT, "unsure") if paragraph.note else (400, "muted")
    yield from texts(one.small, frame, top + block.height, weight, role, one.indent)


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
