"""Typesetting: text as lines of a width, in the fonts that have its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from facilitator.document.pdf.clusters import clusters
from facilitator.document.pdf.faces import our_face
from facilitator.document.pdf.joining import joined
from facilitator.document.pdf.spans import Span, first_undrawn, span, spans
from facilitator.document.pdf.turning import has_right_to_left, is_right_to_left, turned

DIGITS = frozenset("0123456789")
_GAPS = re.compile("[ \t\n]+")
_LEAST_EM = 1e-6


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: sizes in points; `tabular` gives all digits one width, so that columns of them line up."""

    size: float
    leading: float
    weight: int = 400
    colour_role: str = "text"
    tabular: bool = False


_MEASURED = Style(1.0, 1.0, tabular=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, its spans from left to right; `width` in points."""

    spans: tuple[Span, ...]
    width: float
    style: Style
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    spans: tuple[Span, ...]
    em: float
    turns: bool
    undrawn: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured already; documents that say much the same are set faster with one between them."""

    words: dict[tuple[str, int, bool], _Word] = field(default_factory=dict)
    ems: dict[tuple[str, int, bool], float] = field(default_factory=dict)
    lines: dict[tuple[str, Style, float, bool], tuple[tuple[Line, ...], str]] = field(default_factory=dict)


class Typesetter:
    """Sets the text of one document; `undrawn` is an example of what could not be drawn, empty where all could."""

    def __init__(self, measured: Measured) -> None:
        self.undrawn = ""
        self._known = measured

    def lines(self, text: str, style: Style, width: float, *, own_direction: bool = False) -> tuple[Line, ...]:
        """Return `text` in lines of at most `width`, its line ends kept; a word wider than that is parted.

        With `own_direction` its first letter tells whether it runs from right to left.
        """
        key = (text, style, width, own_direction)
        if key not in self._known.lines:
            alone = Typesetter(self._known)
            self._known.lines[key] = (alone._set(text, style, width, own_direction=own_direction), alone.undrawn)
        lines, undrawn = self._known.lines[key]
        self.undrawn = self.undrawn or undrawn
        return lines

    def _set(self, text: str, style: Style, width: float, *, own_direction: bool) -> tuple[Line, ...]:
        found: list[Line] = []
        right_to_left = own_direction and not text.isascii() and is_right_to_left(text)
        for part in text.split("\n"):
            filled = self._filled(part, style, width / style.size)
            found += (self._line(words, style, right_to_left=right_to_left) for words in filled)
        return tuple(found)

    def one_line(self, text: str, style: Style) -> Line:
        """Return `text` on one line, however wide."""
        return self._line(self._parted(text, style), style, right_to_left=False)

    def width(self, text: str, style: Style) -> float:
        """Return how wide `text` is on one line."""
        return self._em(text, style) * style.size

    def widest_word(self, text: str, style: Style) -> float:
        """Return how wide the widest word of `text` is."""
        return max((word.em for word in self._parted(text, style)), default=0.0) * style.size

    def measure(self, text: str, size: float) -> float:
        """Return the width of `text` as charts want it measured: figures in line, at the weight of text."""
        return self._em(text, _MEASURED) * size

    def _em(self, text: str, style: Style) -> float:
        key = (text, style.weight, style.tabular)
        if key not in self._known.ems:
            self._known.ems[key] = _em_together(self._parted(text, style), style)
        return self._known.ems[key]

    def _filled(self, text: str, style: Style, limit: float) -> list[list[_Word]]:
        """Return the words of each line; one line without words where there are none."""
        space = our_face(style.weight).em[" "]
        lines: list[list[_Word]] = [[]]
        used = 0.0
        for word in self._parted(text, style):
            if lines[-1] and used + space + word.em > limit:
                lines.append([])
            if not lines[-1] and word.em > limit:
                *whole, word = self._broken(word, style, limit)
                lines[-1:] = [*([part] for part in whole), []]
            used = used + space + word.em if lines[-1] else word.em
            lines[-1].append(word)
        return lines

    def _broken(self, word: _Word, style: Style, limit: float) -> list[_Word]:
        """Return a word in parts of at most `limit`, but for single characters that are wider."""
        parts: list[str] = []
        used = 0.0
        for cluster in self._breakable(word.text, style, limit):
            em = self._word(cluster, style).em
            if not parts or used + em > limit + _LEAST_EM:
                parts.append("")
                used = 0.0
            parts[-1] += cluster
            used += em
        return [self._word(part, style) for part in parts]

    def _breakable(self, text: str, style: Style, limit: float) -> Iterable[str]:
        """Return what a word may be parted into: clusters, or what stands for one where that is too long for a line."""
        return chain.from_iterable(
            [cluster]
            if self._word(cluster, style).em <= limit
            else "".join(one.text for one in spans(cluster, style.weight))
            for cluster in clusters(text)
        )

    def _parted(self, text: str, style: Style) -> list[_Word]:
        return [self._word(word, style) for word in _GAPS.split(text) if word]

    def _word(self, text: str, style: Style) -> _Word:
        key = (text, style.weight, style.tabular)
        if key not in self._known.words:
            self._known.words[key] = _new_word(text, style)
        word = self._known.words[key]
        self.undrawn = self.undrawn or word.undrawn
        return word

    def _line(self, words: list[_Word], style: Style, *, right_to_left: bool) -> Line:
        if right_to_left or any(word.turns for word in words):
            text = turned(" ".join(word.text for word in words), right_to_left=right_to_left)
            parts = spans(text, style.weight) if text else ()
        else:
            parts = _merged(words, style)
        return Line(parts, _em_together(words, style) * style.size, style, right_to_left)


def _new_word(text: str, style: Style) -> _Word:
    if our_face(style.weight).has(text):
        parts = spans(text, style.weight)
        return _Word(text, parts, _em(parts[0], style), turns=False)
    text = joined(text)
    parts = spans(text, style.weight)
    em = sum(_em(part, style) for part in parts)
    return _Word(text, parts, em, has_right_to_left(text), first_undrawn(text, style.weight))


def _em(part: Span, style: Style) -> float:
    if not style.tabular:
        return part.em
    digits = [character for character in part.text if character in DIGITS]
    return part.em + sum(part.face.widest_digit - part.face.em[digit] for digit in digits)


def _em_together(words: list[_Word], style: Style) -> float:
    """Return how wide words are with the spaces between them."""
    gaps = max(0, len(words) - 1) * our_face(style.weight).em[" "]
    return sum(word.em for word in words) + gaps


def _merged(words: list[_Word], style: Style) -> tuple[Span, ...]:
    """Return the spans of words with the spaces between them, neighbours in the same font as one."""
    ours = our_face(style.weight)
    if all(len(word.spans) == 1 and word.spans[0].face is ours for word in words):
        text = " ".join(word.text for word in words)
        return (Span(text, ours, _em_together(words, style)),) if words else ()
    found: list[Span] = []
    for number, word in enumerate(words):
        for part in (*((span(" ", ours),) if number else ()), *word.spans):
            if found and found[-1].face is part.face:
                part = Span(found[-1].text + part.text, part.face, found.pop().em + part.em)
            found.append(part)
    return tuple(found)
