"""What stands around the middle of a scene: the mark of a rehearsal, the label above, and the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.document.shapes import Anchor, Rect, Shape, Text
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.contents import Contents
from ui.room_screen.fitting import BASELINE, LINE, Block, Frame, at_start, balanced, reads_leftward, shortened_to, texts
from ui.room_screen.scene import REHEARSAL, rendered, sentence

TEXT_WEIGHT = 600
MOST_LABEL_LINES, MOST_FOOT_LINES = 2, 6
FOOT_LINES_APART = 3
FOOT_NARROWEST = 0.8
HAIRLINE = 1 / 540  # of the height
PLACE_GAP = 2.0  # between the label and the place at the end of its line, in parts of their size


@dataclass(frozen=True, slots=True)
class Surrounds:
    """The label, the foot and the count of a scene, set; between `top` and `bottom` is room for the rest.

    `place` stands at the end of the label's line, `page` at the end of the foot.
    """

    frame: Frame
    label: Block
    label_role: str
    foot: Block
    count: Block
    place: str = ""
    page: str = ""

    @property
    def top(self) -> float:
        """Where the middle begins."""
        below_label = self.label.height + self.frame.margin * 0.45 if self.label.lines else 0.0
        return self._label_top + below_label

    @property
    def bottom(self) -> float:
        """Where the middle ends."""
        return self._foot_top - self.frame.margin * 0.55 if self._has_foot else self.frame.height - self.frame.margin

    def on_page(self, text: str) -> Surrounds:
        """Return these with which page it is: at the end of the last line of the foot, or on one of its own."""
        size, width = self.frame.foot_size, self.frame.inner_width
        last = "".join((*self.foot.lines, *self.count.lines)[-1:])
        needed = self.frame.measure(last, size) + size * PLACE_GAP + self.frame.measure(text, size)
        if last and needed <= width:
            return replace(self, page=text)
        return replace(self, page=text, count=Block((*self.count.lines, ""), size))

    def shapes(self) -> Iterator[Shape]:
        """Yield the label, the foot and the line above the foot."""
        frame = self.frame
        yield from texts(self.label, frame, self._label_top, TEXT_WEIGHT, self.label_role)
        yield from self._at_end(self.place, self._label_top, self.label, "muted")
        if not self._has_foot:
            return
        line_top = self._foot_top - frame.margin * 0.3
        yield Rect(frame.margin, line_top, frame.inner_width, frame.height * HAIRLINE, "hairline")
        yield from texts(self.foot, frame, self._foot_top, 400, "muted")
        count_top = self._foot_top + self.foot.height
        yield from texts(self.count, frame, count_top, TEXT_WEIGHT, "text")
        last = count_top + self.count.height - frame.foot_size * LINE
        yield from self._at_end(self.page, last, self.count, "text")

    def _at_end(self, text: str, top: float, beside: Block, role: str) -> Iterator[Text]:
        if text:
            size, width = self.frame.foot_size, self.frame.inner_width
            set_text = Text(width, top + BASELINE * size, size, text, TEXT_WEIGHT, Anchor.END, role)
            yield at_start(set_text, self.frame, leftward=reads_leftward(" ".join(beside.lines)))

    @property
    def _label_top(self) -> float:
        return self.frame.top + self.frame.margin * 0.9

    @property
    def _foot_top(self) -> float:
        return self.frame.height - self.frame.margin * 0.7 - self.foot.height - self.count.height

    @property
    def _has_foot(self) -> bool:
        return bool(self.foot.lines or self.count.lines)


def surrounds(said: Contents, words: Translator, frame: Frame) -> Surrounds:
    """Return what stands around the middle of a scene."""
    count = () if said.count is None else (said.count,)
    place = rendered(said.place, words)
    return Surrounds(
        frame, _label(rendered(said.label, words), place, frame), said.label_role,
        _block(_sentences(said.foot, words), frame), _block(_sentences(count, words), frame), place,
    )  # fmt: skip


def page_of(page: int, pages: int) -> Message:
    """Return which page of how many this is, counted from 1."""
    return say("{page} of {pages}", page=page, pages=pages)


def rehearsal_band(words: Translator, frame: Frame) -> tuple[Shape, ...]:
    """Return the band at the top that marks a rehearsal; the scene stands below it."""
    padding = frame.height / 60
    block = balanced(words(REHEARSAL), frame, frame.foot_size, frame.width - frame.margin)
    height = block.height + 2 * padding
    yielded: list[Shape] = [
        Rect(0.0, 0.0, frame.width, height, "card"),
        Rect(0.0, height - frame.height * HAIRLINE, frame.width, frame.height * HAIRLINE, "hairline"),
    ]
    for text in texts(block, frame, padding, TEXT_WEIGHT, "warning"):
        yielded.append(replace(text, x=frame.width / 2, anchor=Anchor.MIDDLE))
    return tuple(yielded)


def below(band: tuple[Shape, ...], frame: Frame) -> Frame:
    """Return the frame that the band leaves for the scene."""
    return frame.below(max((shape.y + shape.height for shape in band if isinstance(shape, Rect)), default=0.0))


def _label(text: str, place: str, frame: Frame) -> Block:
    size = frame.foot_size
    beside = frame.measure(place, size) + size * PLACE_GAP if place else 0.0
    block = balanced(text, frame, size, frame.inner_width - beside, narrowest=FOOT_NARROWEST)
    return shortened_to(MOST_LABEL_LINES, block, frame, frame.inner_width - beside)


def _sentences(lines: tuple[Message, ...], words: Translator) -> list[str]:
    return [sentence(words(line)) for line in lines]


def _block(lines: list[str], frame: Frame) -> Block:
    """Return texts with each on lines of its own, or as one text where that takes less room."""
    size, width = frame.foot_size, frame.inner_width
    apart = tuple(part for line in lines for part in balanced(line, frame, size, width, narrowest=FOOT_NARROWEST).lines)
    if len(apart) <= FOOT_LINES_APART:
        return Block(apart, size)
    joined = balanced(" ".join(lines), frame, size, width, narrowest=FOOT_NARROWEST)
    return shortened_to(MOST_FOOT_LINES, joined, frame, width)
