"""Fitting words into the room screen: they wrap and become smaller, and are never cut off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from facilitator.document.lines import Measure, shortened, wrapped
from facilitator.document.shapes import Anchor, Text
from facilitator.document.visible import visible
from facilitator.look import ROOM_FOOT

MARGIN = 1 / 13  # of the height
LINE = 1.18  # a line's height in parts of its text size
TALL_LINE = 1.45  # of writings with more above and below their letters than ours
LAST_LOW_LETTER = "\u024f"  # Latin ends here
BASELINE = 0.86  # of a line's first text size
SMALLER = 0.94
LITTLE_SMALLER = 0.9
NARROWEST = 0.4  # of the width, to which lines are balanced
FLAT = frozenset("–—‘’“”…•")
CLAUSES = re.compile(r"(?<=[.?!;])\s+")


@dataclass(frozen=True, slots=True)
class Frame:
    """The screen's size in pixels, how wide a text is on it, and what of it can be drawn; scenes stand below `top`."""

    width: float
    height: float
    measure: Measure
    top: float = 0.0
    drawable: Callable[[str], str] = str

    @property
    def margin(self) -> float:
        """How much stays free at each edge."""
        return self.height * MARGIN

    @property
    def inner_width(self) -> float:
        """How wide a line may be."""
        return self.width - 2 * self.margin

    @property
    def foot_size(self) -> float:
        """How large the smallest text is that must be read."""
        return self.height * ROOM_FOOT

    def below(self, top: float) -> Frame:
        """Return this frame with so much taken at its top."""
        return replace(self, top=top)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text of one size."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """How much height the lines take."""
        return len(self.lines) * self.line

    @property
    def line(self) -> float:
        """How much height one line takes."""
        is_tall = any(one > LAST_LOW_LETTER and not one.isspace() for one in "".join(self.lines) if one not in FLAT)
        return self.size * (TALL_LINE if is_tall else LINE)


def fitted(text: str, frame: Frame, size: float, height: float, *, smallest: float = 1.0) -> Block:
    """Wrap `text` at `size`, or at the largest smaller size at which it is no taller than `height`.

    A little smaller is chosen where that saves a line; smaller than `smallest` never.
    """
    block = balanced(text, frame, size, frame.inner_width)
    while block.height > height and size > smallest:
        size = max(smallest, size * SMALLER)
        block = balanced(text, frame, size, frame.inner_width)
    if size * LITTLE_SMALLER < smallest:
        return block
    tighter = balanced(text, frame, size * LITTLE_SMALLER, frame.inner_width)
    return tighter if len(tighter.lines) < len(block.lines) else block


def balanced(text: str, frame: Frame, size: float, width: float, *, narrowest: float = NARROWEST) -> Block:
    """Wrap `text` into as few lines as the width allows, all about as long, so that no word stands alone.

    Each of its sentences and clauses begins on a line of its own where that takes no more lines.
    """
    text = " ".join(frame.drawable(visible(text)).split())
    whole = _even(text, frame, size, width, width * narrowest)
    clauses = [_even(one, frame, size, width, width * narrowest) for one in CLAUSES.split(text)]
    if sum(map(len, clauses)) <= len(whole):
        return Block(tuple(chain.from_iterable(clauses)), size)
    return Block(tuple(whole), size)


def _even(text: str, frame: Frame, size: float, width: float, least: float) -> list[str]:
    lines = wrapped(text, size, width, frame.measure)
    while len(lines) > 1 and width > least:
        width *= SMALLER
        closer = wrapped(text, size, width, frame.measure)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def shortened_to(most: int, block: Block, frame: Frame, width: float) -> Block:
    """Return the first `most` lines of a block, the last ending in … where something is left out."""
    return Block(tuple(shortened(list(block.lines), most, block.size, width, frame.measure)), block.size)


def texts(
    block: Block, frame: Frame, top: float, weight: int, role: str, indent: float = 0.0, *, leftward: bool | None = None
) -> Iterator[Text]:
    """Yield the lines of a block from `top` down; a text that reads from right to left stands at the right."""
    if leftward is None:
        leftward = reads_leftward(" ".join(block.lines))
    for number, line in enumerate(block.lines):
        if not line:
            continue
        baseline = top + number * block.line + BASELINE * block.size + (block.line - LINE * block.size) / 2
        yield at_start(Text(indent, baseline, block.size, line, weight, colour_role=role), frame, leftward=leftward)


def at_start(text: Text, frame: Frame, *, leftward: bool) -> Text:
    """Return `text`, whose x counts from where its line starts, where it stands in the frame."""
    if not leftward:
        return replace(text, x=frame.margin + text.x)
    mirrored = Anchor.START if text.anchor is Anchor.END else Anchor.END
    return replace(text, x=frame.width - frame.margin - text.x, anchor=mirrored)


def reads_leftward(text: str) -> bool:
    """Return whether the text reads from right to left, as its first letter tells."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
