"""Paragraphs on as many screens as they need: large where they are few, over several where they would be too small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.look import ROOM_FOOT, ROOM_OPTION, ROOM_QUESTION
from facilitator.words.translator import Translator
from ui.room_screen.contents import Paragraph, Style
from ui.room_screen.fitting import SMALLER, Block, Frame, balanced
from ui.room_screen.scene import rendered

SMALLEST_WITH_ASIDES = 0.7  # of the wanted size
LEAST_SCALE = 0.2
EMPTIEST = 0.4  # of a page's height, to which pages are made equally full
GAP = 0.5  # between paragraphs, in parts of the text size
GAP_ABOVE_SMALL = 0.2
BEFORE_GAP = 0.55  # between what stands before a paragraph and its text
AFTER_GAP = 1.0

SIZES: dict[Style, float] = {
    Style.GRAND: 2.1 * ROOM_QUESTION,
    Style.TITLE: 1.25 * ROOM_QUESTION,
    Style.STRONG: ROOM_QUESTION,
    Style.POINT: 0.92 * ROOM_QUESTION,
    Style.LINE: 1.25 * ROOM_OPTION,
    Style.BODY: 1.25 * ROOM_OPTION,
    Style.OPTION: ROOM_OPTION,
    Style.QUIET: ROOM_FOOT,
}


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph set at its size: its lines, its small print, and how far its text stands in."""

    paragraph: Paragraph
    block: Block
    small: Block
    indent: float
    starts: bool = True

    @property
    def height(self) -> float:
        """How much height it takes."""
        return self.block.height + self.small_gap + self.small.height

    @property
    def small_gap(self) -> float:
        """How much stays free above the small print."""
        return self.small.size * GAP_ABOVE_SMALL if self.small.lines else 0.0

    @property
    def gap(self) -> float:
        """How much stays free above it, where it is not the first."""
        return self.block.size * GAP


@dataclass(frozen=True, slots=True)
class _Setting:
    frame: Frame
    words: Translator
    scale: float
    asides: bool

    def size(self, style: Style) -> float:
        return max(self.frame.foot_size, SIZES[style] * self.scale * self.frame.height)


Page = tuple[SetParagraph, ...]


def paged(paragraphs: tuple[Paragraph, ...], words: Translator, frame: Frame, height: float) -> list[Page]:
    """Return the paragraphs in pages of at most `height`, on one page if the text that must be read stays large enough.

    On several pages the text is as large as that number of pages allows, and the pages are about equally full.
    """
    for setting in _settings(words, frame):
        pages = _flowed(paragraphs, setting, height)
        if len(pages) <= 1:
            return pages
    return _even(paragraphs, _largest(paragraphs, words, frame, height, len(pages)), height)


def stack_height(page: Page) -> float:
    """Return the height of a page's paragraphs with the gaps between them."""
    return sum(one.height + (one.gap if place else 0.0) for place, one in enumerate(page))


def _settings(words: Translator, frame: Frame) -> Iterator[_Setting]:
    for scale in _scales(SMALLEST_WITH_ASIDES):
        yield _Setting(frame, words, scale, asides=True)
    for scale in _scales(LEAST_SCALE):
        yield _Setting(frame, words, scale, asides=False)


def _scales(least: float) -> Iterator[float]:
    scale = 1.0
    while scale > least:
        yield scale
        scale *= SMALLER


def _largest(paragraphs: tuple[Paragraph, ...], words: Translator, frame: Frame, height: float, pages: int) -> _Setting:
    settings = (_Setting(frame, words, scale, asides=False) for scale in _scales(LEAST_SCALE))
    return next(setting for setting in settings if len(_flowed(paragraphs, setting, height)) <= pages)


def _even(paragraphs: tuple[Paragraph, ...], setting: _Setting, height: float) -> list[Page]:
    pages, least = _flowed(paragraphs, setting, height), height * EMPTIEST
    while height > least:
        height *= SMALLER
        closer = _flowed(paragraphs, setting, height)
        if len(closer) > len(pages):
            break
        pages = closer
    return pages


def _flowed(paragraphs: tuple[Paragraph, ...], setting: _Setting, height: float) -> list[Page]:
    pages: list[list[SetParagraph]] = [[]]
    for whole in _all_set(paragraphs, setting):
        for one in _parts(whole, height):
            if pages[-1] and stack_height((*pages[-1], one)) > height:
                pages.append([])
            pages[-1].append(one)
    return [tuple(page) for page in pages]


def _all_set(paragraphs: tuple[Paragraph, ...], setting: _Setting) -> Iterator[SetParagraph]:
    measure = setting.frame.measure
    sizes = [setting.size(one.style) for one in paragraphs]
    widest = max((_before_width(one, size, setting) for one, size in zip(paragraphs, sizes, strict=True)), default=0.0)
    for one, size in zip(paragraphs, sizes, strict=True):
        indent = widest if one.before else _before_width(one, size, setting)
        after = measure(one.after, size) * 1.1 + size * AFTER_GAP if one.after else 0.0
        width = setting.frame.inner_width - indent - after
        text = rendered(one.text, setting.words)
        yield SetParagraph(one, balanced(text, setting.frame, size, width), _small(one, setting, width), indent)


def _before_width(paragraph: Paragraph, size: float, setting: _Setting) -> float:
    if paragraph.mark is not None:
        return size * (1 + BEFORE_GAP)
    if not paragraph.before:
        return 0.0
    return setting.frame.measure(paragraph.before, size) * 1.1 + size * BEFORE_GAP


def _small(paragraph: Paragraph, setting: _Setting, width: float) -> Block:
    small = rendered(paragraph.note, setting.words) or (paragraph.aside if setting.asides else "")
    size = setting.frame.foot_size
    return balanced(small, setting.frame, size, width) if small else Block((), size)


def _parts(whole: SetParagraph, height: float) -> Iterator[SetParagraph]:
    """Yield the paragraph, or what of it fits on a page each."""
    if whole.height <= height:
        yield whole
        return
    lines, size, line = whole.block.lines, whole.block.size, whole.block.line
    most = max(1, int((height - whole.small.height - whole.small_gap) / line))
    for start in range(0, len(lines), most):
        is_last = start + most >= len(lines)
        small = whole.small if is_last else Block((), whole.small.size)
        yield replace(whole, block=Block(lines[start : start + most], size), small=small, starts=start == 0)
