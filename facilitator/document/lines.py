"""Lines of text: fitting words into a width, without cutting one off unseen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

Measure: TypeAlias = Callable[[str, float], float]

_NARROW = frozenset("iljftrI.,;:'|!()[]{}-· ")
_WIDE = frozenset("mwMW@%—…")


def estimated_width(text: str, size: float) -> float:
    """Return about how wide `text` is at `size` in our font, rather too much than too little."""
    return size * sum(map(_estimated_em, text))


def _estimated_em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.36
    if character in _WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.72 if character.isupper() else 0.6


def wrapped(text: str, size: float, width: float, measure: Measure) -> list[str]:
    """Return `text` in lines of at most `width`; a word wider than that is parted."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, size) <= width:
            lines[-1] = joined
        else:
            lines += _parted(word, size, width, measure)
    return lines


def shortened(lines: list[str], most: int, size: float, width: float, measure: Measure) -> list[str]:
    """Return the first `most` lines, the last one ending in … where something is left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(last + "…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + "…"]


def _parted(word: str, size: float, width: float, measure: Measure) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and measure(parts[-1] + character, size) > width:
            parts.append("")
        parts[-1] += character
    return parts
