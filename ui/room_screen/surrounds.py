"""What stands around the middle of a scene: the mark of a rehearsal, the label above, and the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.document.shapes import Anchor, Rect, Shape
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.room_screen.contents import Contents
from ui.room_screen.fitting import Block, Frame, balanced, shortened_to, texts
from ui.room_screen.scene import REHEARSAL, rendered, sentence

TEXT_WEIGHT = 600
MOST_LABEL_LINES, MOST_FOOT_LINES = 2, 6
FOOT_LINES_APART = 3
FOOT_NARROWEST = 0.8
HAIRLINE = 1 / 540  # of the height


@dataclass(frozen=True, slots=True)
class Surrounds:
    """The label, the foot and the count of a scene, set; between `top` and `bottom` is room for the rest."""

    frame: Frame
    label: Block
    label_role: str
    foot: Block
    count: Block

    @property
    def top(self) -> float:
        """Where the middle begins."""
        below_label = self.label.height + self.frame.margin * 0.45 if self.label.lines else 0.0
        return self._label_top + below_label

    @property
    def bottom(self) -> float:
        """Where the middle ends."""
        return self._foot_top - self.frame.margin * 0.55 if self._has_foot else self.frame.height - self.frame.margin

    def with_count(self, text: str) -> Surrounds:
        """Return these with `text` as the last line of the foot."""
        return replace(self, count=balanced(text, self.frame, self.frame.foot_size, self.frame.inner_width))

    def shapes(self) -> Iterator[Shape]:
        """Yield the label, the foot and the line above the foot."""
        frame = self.frame
        yield from texts(self.label, frame, self._label_top, TEXT_WEIGHT, self.label_role)
        if not self._has_foot:
            return
        line_top = self._foot_top - frame.margin * 0.3
        yield Rect(frame.margin, line_top, frame.inner_width, frame.height * HAIRLINE, "hairline")
        yield from texts(self.foot, frame, self._foot_top, 400, "muted")
        yield from texts(self.count, frame, self._foot_top + self.foot.height, TEXT_WEIGHT, "text")

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
    label = shortened_to(MOST_LABEL_LINES, _block([rendered(said.label, words)] if said.label else [], frame), frame)
    return Surrounds(frame, label, said.label_role, _block(_sentences(said.foot, words), frame),
                     _block(_sentences(count, words), frame))  # fmt: skip


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


def _sentences(lines: tuple[Message, ...], words: Translator) -> list[str]:
    return [sentence(words(line)) for line in lines]


def _block(lines: list[str], frame: Frame) -> Block:
    """Return texts with each on lines of its own, or as one text where that takes less room."""
    size, width = frame.foot_size, frame.inner_width
    apart = tuple(part for line in lines for part in balanced(line, frame, size, width, narrowest=FOOT_NARROWEST).lines)
    if len(apart) <= FOOT_LINES_APART:
        return Block(apart, size)
    joined = balanced(" ".join(lines), frame, size, width, narrowest=FOOT_NARROWEST)
    return shortened_to(MOST_FOOT_LINES, joined, frame)
