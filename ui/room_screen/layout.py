"""Where everything stands on the room screen, as plain shapes; text wraps or becomes smaller, and is never cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.document.chart import Chart, result_chart
from facilitator.document.lines import Measure, wrapped
from facilitator.document.shapes import Rect, Shape, Text
from facilitator.document.visible import visible
from facilitator.look import ROOM_FOOT, ROOM_OPTION, ROOM_QUESTION
from facilitator.words.translator import Translator
from ui.room_screen.scene import Asking, Revealed, Scene, Welcome, foot, headline

MARGIN = 1 / 13  # of the height
LINE = 1.18  # a line's height in parts of its text size
QUESTION_WEIGHT = 600
TALLEST_QUESTION = 0.44  # of the height, where few options follow
TALLEST_QUESTION_ABOVE_MANY = 0.27
MANY_OPTIONS = 4
TALLEST_FOOT_LINE = 0.13
SMALLEST_OPTION = 1 / 30
SMALLER = 0.94
LITTLE_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class Frame:
    """The screen's size in pixels, and how wide a text is on it."""

    width: float
    height: float
    measure: Measure

    @property
    def margin(self) -> float:
        """How much stays free at each edge."""
        return self.height * MARGIN

    @property
    def inner_width(self) -> float:
        """How wide a line may be."""
        return self.width - 2 * self.margin


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE


def shapes_of(scene: Scene, words: Translator, frame: Frame) -> tuple[Shape, ...]:
    """Return what `scene` looks like in `frame`."""
    if isinstance(scene, Welcome):
        return tuple(_welcome(scene, frame))
    return tuple(_question(scene, words, frame))


def _welcome(scene: Welcome, frame: Frame) -> Iterator[Shape]:
    title = _fitted(scene.title, frame, frame.height * ROOM_QUESTION * 1.25, frame.height * 0.5)
    line = _fitted(scene.line, frame, frame.height * ROOM_FOOT, frame.height * 0.2)
    top = (frame.height - title.height - line.height - frame.margin / 2) * 0.44
    yield from _texts(title, frame.margin, top, 700, "text")
    yield from _texts(line, frame.margin, top + title.height + frame.margin / 2, 400, "muted")


def _question(scene: Scene, words: Translator, frame: Frame) -> Iterator[Shape]:
    options = len(scene.result.options) if isinstance(scene, Asking | Revealed) else 0
    tallest = TALLEST_QUESTION_ABOVE_MANY if options > MANY_OPTIONS else TALLEST_QUESTION
    asked = _fitted(headline(scene), frame, frame.height * ROOM_QUESTION, frame.height * tallest)
    yield from _texts(asked, frame.margin, frame.margin * 0.9, QUESTION_WEIGHT, "text")
    bottom = _foot_block(scene, words, frame)
    foot_top = frame.height - frame.margin * 0.8 - bottom.height
    if bottom.lines:
        yield Rect(frame.margin, foot_top - frame.margin * 0.3, frame.inner_width, frame.height / 540, "hairline")
        yield from _texts(bottom, frame.margin, foot_top, 400, "muted")
    if isinstance(scene, Asking | Revealed):
        top = frame.margin * 0.9 + asked.height + frame.margin * 0.5
        yield from _chart(scene, words, frame, top, foot_top - frame.margin * 0.55 - top)


def _foot_block(scene: Scene, words: Translator, frame: Frame) -> _Block:
    said = [_sentence(words(line)) for line in foot(scene)]
    size = frame.height * ROOM_FOOT
    blocks = [_fitted(sentence, frame, size, frame.height * TALLEST_FOOT_LINE) for sentence in said]
    size = min((block.size for block in blocks), default=size)
    return _Block(tuple(line for sentence in said for line in _wrapped(sentence, frame, size).lines), size)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "…")) else text + "."


def _chart(scene: Asking | Revealed, words: Translator, frame: Frame, top: float, height: float) -> Iterator[Shape]:
    size = frame.height * ROOM_OPTION
    chart = _chart_at(scene, words, frame, size, height)
    while _is_shortened(chart, scene) and size > frame.height * SMALLEST_OPTION:
        size *= SMALLER
        chart = _chart_at(scene, words, frame, size, height)
    for shape in chart.shapes:
        yield replace(shape, x=shape.x + frame.margin, y=shape.y + top)


def _chart_at(scene: Asking | Revealed, words: Translator, frame: Frame, size: float, height: float) -> Chart:
    return result_chart(
        scene.result, words, width=frame.inner_width, height=max(height, 1.0), option_size=size, foot_size=0,
        measure=frame.measure,
    )  # fmt: skip


def _is_shortened(chart: Chart, scene: Asking | Revealed) -> bool:
    whole = {option.text for option in scene.result.options}
    labels = (shape.text for shape in chart.shapes if isinstance(shape, Text))
    return any(label.endswith("…") and label not in whole for label in labels)


def _fitted(text: str, frame: Frame, size: float, height: float) -> _Block:
    """Wrap `text` at `size`, or at the largest smaller size at which it is no taller than `height`.

    A little smaller is chosen where that saves a line.
    """
    block = _wrapped(text, frame, size)
    while block.height > height and size > 1:
        size *= SMALLER
        block = _wrapped(text, frame, size)
    tighter = _wrapped(text, frame, size * LITTLE_SMALLER)
    return tighter if len(tighter.lines) < len(block.lines) else block


def _wrapped(text: str, frame: Frame, size: float) -> _Block:
    """Wrap `text` into as few lines as the width allows, all about as long, so that no word stands alone."""
    text, width = visible(text), frame.inner_width
    lines = wrapped(text, size, width, frame.measure)
    while len(lines) > 1 and len(closer := wrapped(text, size, width * SMALLER, frame.measure)) == len(lines):
        lines, width = closer, width * SMALLER
    return _Block(tuple(lines), size)


def _texts(block: _Block, x: float, top: float, weight: int, colour_role: str) -> Iterator[Text]:
    for number, line in enumerate(block.lines):
        baseline = top + number * block.size * LINE + block.size * 0.86
        yield Text(x, baseline, block.size, line, weight, colour_role=colour_role)
