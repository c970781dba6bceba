"""Where everything stands on the room screen, as plain shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.core.disclosure import ShownResult
from facilitator.document.chart import LABEL_SHARE
from facilitator.document.shapes import Anchor, Mark, Shape, Text
from facilitator.look import ROOM_QUESTION
from facilitator.words.translator import Translator
from ui.room_screen.bars import Bars, bars
from ui.room_screen.contents import Contents, Paragraph, Style
from ui.room_screen.fitting import (
    BASELINE,
    LINE,
    SMALLER,
    Block,
    Frame,
    at_start,
    balanced,
    fitted,
    reads_leftward,
    shortened_to,
    texts,
)
from ui.room_screen.logo_place import below_logo
from ui.room_screen.paging import Page, SetParagraph, paged, stack_height
from ui.room_screen.scene import Paged, Scene, contents, rendered
from ui.room_screen.surrounds import TEXT_WEIGHT, Surrounds, below, page_of, rehearsal_band, surrounds

TALLEST_QUESTION_ABOVE_LIST = 0.27  # of the height
MOST_OF_IT_A_QUESTION = 0.5  # of the room above the foot; a longer one has a page of its own
LINES_OF_A_SHORT_QUESTION = 2
WIDEST_LABELS = 0.74  # of the width that labels and bars share, where that saves a page
LEAST_SCALE = 0.55  # of a question and its options together, at which a question is just large enough
BELOW_QUESTION = 0.5  # of the margin
OPTICAL_MIDDLE = 0.44  # of the free height stays above a text in the middle, and so much above a list:
ABOVE_A_LIST = 0.25
WIDEST_GAP = 0.9  # between the points of a short list, in parts of their size, beside the gap they have anyway
WEIGHTS = {Style.POINT: 400, Style.BODY: 400, Style.QUIET: 400}


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
    said, rest = contents(scene), below_logo(scene, below(band, frame))
    return tuple((*band, *shapes) for screen in (said, *said.then) for shapes in _screen(screen, words, rest))


def _screen(said: Contents, words: Translator, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """Yield the pages of one screen; a question that leaves no room for what is below it has pages of its own."""
    around = surrounds(said, words, frame)
    question = rendered(said.question, words)
    whole = balanced(question, frame, frame.foot_size, frame.inner_width)
    has_more = bool(said.result or said.paragraphs)
    if whole.height > (around.bottom - around.top) * (MOST_OF_IT_A_QUESTION if has_more else 1.0):
        asked = Paragraph(question, Style.STRONG)
        yield from _listed(replace(said, question="", result=None, paragraphs=(asked,), centred=True), words, frame)
        short = shortened_to(LINES_OF_A_SHORT_QUESTION, whole, frame, frame.inner_width)
        said = replace(said, question=" ".join(short.lines))
        if not has_more:
            return
    if said.result is not None:
        yield from _result(said, said.result, words, frame)
    elif said.paragraphs:
        yield from _listed(said, words, frame)
    else:
        yield tuple(_question_alone(said, words, frame))


def _listed(said: Contents, words: Translator, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    found = _paged(said, words, frame)
    for page in range(len(found.pages)):
        yield tuple(_paragraphs(found, said, words, page))


def _question_alone(said: Contents, words: Translator, frame: Frame) -> Iterator[Shape]:
    if not said.question:
        return
    around = surrounds(said, words, frame)
    asked = _question(said, words, frame, around.bottom - around.top)
    yield from texts(asked, frame, around.top, TEXT_WEIGHT, "text")
    yield from around.shapes()


def _question(said: Contents, words: Translator, frame: Frame, height: float) -> Block:
    size = frame.height * ROOM_QUESTION
    return fitted(rendered(said.question, words), frame, size, height, smallest=frame.foot_size)


@dataclass(frozen=True, slots=True)
class _SetResult:
    """A question above its rows, both at one scale, and how much height is left for the rows."""

    around: Surrounds
    question: Block
    rows: Bars

    @property
    def top(self) -> float:
        return self.around.top + self.question.height + self.around.frame.margin * BELOW_QUESTION

    @property
    def room(self) -> float:
        return self.around.bottom - self.top

    @property
    def pages(self) -> int:
        return len(self.rows.pages(self.room))


def _result(said: Contents, result: ShownResult, words: Translator, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    around = surrounds(said, words, frame)
    found = _largest_result(around, said, result, words)
    if found.pages > 1:
        found = _largest_result(around.on_page(words(page_of(9, 9))), said, result, words)
    pages = found.rows.even_pages(found.room)
    for number, rows in enumerate(pages, 1):
        numbered = around.on_page(words(page_of(number, len(pages)))) if len(pages) > 1 else around
        yield (
            *texts(found.question, frame, around.top, TEXT_WEIGHT, "text"),
            *found.rows.shapes(rows, found.top, found.room),
            *numbered.shapes(),
        )


def _largest_result(around: Surrounds, said: Contents, result: ShownResult, words: Translator) -> _SetResult:
    """Return question and rows as large as they can be on as few pages as they can be on."""
    best: _SetResult | None = None
    for scale, share in _ways_to_set():
        found = _result_at(scale, share, around, said, result, words)
        if best is None or found.pages < best.pages:
            best = found
        if best.pages == 1:
            break
    assert best is not None
    return best


def _ways_to_set() -> Iterator[tuple[float, float]]:
    """Yield how large a result may be, and how much of the width its labels may take, from best to worst."""
    for share in (LABEL_SHARE, WIDEST_LABELS):
        scale = 1.0
        while scale > LEAST_SCALE:
            yield scale, share
            scale *= SMALLER


def _result_at(
    scale: float, share: float, around: Surrounds, said: Contents, result: ShownResult, words: Translator
) -> _SetResult:
    frame, asked = around.frame, rendered(said.question, words)
    room = around.bottom - around.top - frame.margin * BELOW_QUESTION
    least = balanced(asked, frame, frame.foot_size, frame.inner_width).height
    rows = bars(result, frame, scale, share=share, tallest=room - least)
    most = room - max((rows.height([row]) for row in rows.rows), default=0.0)
    size = max(frame.foot_size, ROOM_QUESTION * scale * frame.height)
    question = fitted(asked, frame, size, most, smallest=frame.foot_size)
    return _SetResult(around, question, rows)


def _paged(said: Contents, words: Translator, frame: Frame) -> _Pages:
    around = surrounds(said, words, frame)
    found = _paged_within(around, said, words)
    if len(found.pages) == 1:
        return found
    numbered = _paged_within(around.on_page(words(page_of(1, len(found.pages)))), said, words)
    return replace(numbered, around=around)


def _paged_within(around: Surrounds, said: Contents, words: Translator) -> _Pages:
    frame, top = around.frame, around.top
    asked = Block((), 0.0)
    if said.question:
        asked = _question(said, words, frame, frame.height * TALLEST_QUESTION_ABOVE_LIST)
        top += asked.height + frame.margin * 0.45
    return _Pages(around, asked, top, tuple(paged(said.paragraphs, words, frame, around.bottom - top)))


def _paragraphs(found: _Pages, said: Contents, words: Translator, page: int) -> Iterator[Shape]:
    around, pages = found.around, len(found.pages)
    if pages > 1:
        around = around.on_page(words(page_of(page + 1, pages)))
    yield from around.shapes()
    yield from texts(found.question, around.frame, around.top, TEXT_WEIGHT, "text")
    yield from _page(found, page, around, centred=said.centred and pages == 1)


def _page(found: _Pages, number: int, around: Surrounds, *, centred: bool) -> Iterator[Shape]:
    frame, page, top = around.frame, found.pages[number], found.top
    free = max(0.0, around.bottom - top - stack_height(page))
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
        yield from _beside(one, frame, top + block.size * BASELINE + (block.line - block.size * LINE) / 2)
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
