"""Text from right to left in the order in which it stands on paper: Unicode's rules for it, but for embedding."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from facilitator.document.pdf.clusters import clusters

_RIGHT = frozenset({"R", "AL"})
_MIRRORED = str.maketrans("()[]{}<>«»‹›⟦⟧", ")(][}{><»«›‹⟧⟦")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟦": "⟧"}
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}


def has_right_to_left(text: str) -> bool:
    """Return whether some of `text` is read from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT for character in text)


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of `text` that has a direction is read from right to left."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind in _RIGHT for kind in kinds if kind in ("L", *_RIGHT)), False)


def turned(line: str, *, right_to_left: bool) -> str:
    """Return one line in the order of its characters from left to right, in a text of that direction."""
    pieces = clusters(line)
    levels = _levels(pieces, right_to_left)
    order = list(range(len(pieces)))
    for level in range(max(levels, default=0), 0, -1):
        order = _reversed_from(order, levels, level)
    return "".join(pieces[place].translate(_MIRRORED) if levels[place] % 2 else pieces[place] for place in order)


def _levels(pieces: list[str], right_to_left: bool) -> list[int]:
    outer = "R" if right_to_left else "L"
    level_of = {"L": 2, "R": 1, "N": 2} if right_to_left else {"L": 0, "R": 1, "N": 2}
    kinds = _numbers([_STRONG.get(unicodedata.bidirectional(piece[0]), "O") for piece in pieces], right_to_left)
    for opened, closed in _bracket_pairs(pieces):
        within = {_side(kind) for kind in kinds[opened:closed]} - {"O"}
        before = next((_side(kind) for kind in reversed(kinds[:opened]) if kind != "O"), outer)
        if within:
            kinds[opened] = kinds[closed] = outer if outer in within else before
    return [level_of[kind] for kind in _settled(kinds, outer)]


def _bracket_pairs(pieces: list[str]) -> list[tuple[int, int]]:
    """Return where brackets open and close, from left to right."""
    open_ones: list[int] = []
    found: list[tuple[int, int]] = []
    for place, piece in enumerate(pieces):
        if piece in _BRACKETS:
            open_ones.append(place)
        while open_ones and piece in _BRACKETS.values():
            opened = open_ones.pop()
            if _BRACKETS[pieces[opened]] == piece:
                found.append((opened, place))
                break
    return sorted(found)


def _numbers(kinds: list[str], right_to_left: bool) -> list[str]:
    """Return the kinds with numbers after letters from left to right as such letters, and their points as numbers."""
    found: list[str] = []
    strong = "R" if right_to_left else "L"
    for place, kind in enumerate(kinds):
        if kind == "O" and kinds[place - 1 : place] == ["N"] == kinds[place + 1 : place + 2]:
            kind = "N"
        if kind in "LR":
            strong = kind
        found.append("L" if kind == "N" and strong == "L" else kind)
    return found


def _settled(kinds: list[str], outer: str) -> list[str]:
    """Return the kinds with what has no direction as its neighbours, where both agree, else as the text."""
    found: list[str] = []
    runs = [(kind, len(list(same))) for kind, same in groupby(kinds)]
    for place, (kind, length) in enumerate(runs):
        if kind == "O":
            before = _side(runs[place - 1][0]) if place else outer
            after = _side(runs[place + 1][0]) if place + 1 < len(runs) else outer
            kind = before if before == after else outer
        found += [kind] * length
    return found


def _side(kind: str) -> str:
    return "R" if kind == "N" else kind


def _reversed_from(order: list[int], levels: Sequence[int], least: int) -> list[int]:
    found: list[int] = []
    for turns, places in groupby(order, key=lambda place: levels[place] >= least):
        run = list(places)
        found += reversed(run) if turns else run
    return found
