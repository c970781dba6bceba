"""Paging: pieces put on pages so that headings stay with what follows and no page is nearly empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from facilitator.document.pdf.pieces import Piece

_EMPTIEST = 0.22  # of a page, the least that the last one should hold
_EMPTY = 1 / 3  # of a page: a table that would leave more of it empty is parted
_TIGHTER_GAPS = (0.8, 0.6)
_SHORTER_PAGES = (0.96, 0.92, 0.88, 0.84)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and how far below the upper margin it stands."""

    piece: Piece
    down: float

    @property
    def end(self) -> float:
        """How far below the upper margin it ends."""
        return self.down + self.piece.height


Page: TypeAlias = "tuple[Placed, ...]"


def pages_of(pieces: Sequence[Piece], height: float) -> tuple[Page, ...]:
    """Return the pages, each `height` high; where the last would be nearly empty, set closer or shared more evenly."""
    pages = _filled(pieces, height)
    if not _nearly_empty(pages, height):
        return pages
    for share in _TIGHTER_GAPS:
        closer = _filled([replace(piece, gap=piece.gap * share) for piece in pieces], height)
        if len(closer) < len(pages):
            return closer
    for share in _SHORTER_PAGES:
        shared = _filled(pieces, height * share)
        if len(shared) == len(pages) and not _nearly_empty(shared, height):
            return shared
    return pages


def _nearly_empty(pages: tuple[Page, ...], height: float) -> bool:
    return len(pages) > 1 and pages[-1][-1].end < height * _EMPTIEST


def _filled(pieces: Sequence[Piece], height: float) -> tuple[Page, ...]:
    pages: list[list[Placed]] = [[]]
    left = list(pieces)
    for number in range(len(left)):
        if pages[-1] and not _fits(pages[-1], left[number:], height):
            divided = _divided(left[number:])
            if height - pages[-1][-1].end > height * _EMPTY and _fits(pages[-1], divided, height):
                left[number:] = divided
            else:
                pages.append([])
        _place(pages, left[number], height)
    return tuple(tuple(page) for page in pages if page)


def _fits(page: list[Placed], following: Sequence[Piece], height: float) -> bool:
    return _down(page, following[0]) + _needed(following, height) <= height


def _divided(following: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the first that is not bound to the next one made partable, if it is a long table."""
    last = next((number for number, piece in enumerate(following) if not piece.keeps_next), len(following) - 1)
    return [*following[:last], following[last].divided or following[last], *following[last + 1 :]]


def _needed(following: Sequence[Piece], height: float) -> float:
    """Return how much room the first piece needs with what it must not be parted from."""
    needed = 0.0
    for number, piece in enumerate(following):
        needed += piece.gap if number else 0.0
        if not piece.keeps_next:
            return min(needed + piece.least, height)
        needed += piece.height
    return min(needed, height)


def _place(pages: list[list[Placed]], piece: Piece, height: float) -> None:
    """Put a piece on the last page, and what does not go there on new ones."""
    while True:
        down = _down(pages[-1], piece)
        if down + piece.height <= height:
            pages[-1].append(Placed(piece, down))
            return
        parts = piece.parted(height - down, on_new_page=not pages[-1])
        if parts is None and not pages[-1]:
            pages[-1].append(Placed(piece, down))
            return
        if parts is not None:
            first, piece = parts
            pages[-1].append(Placed(first, down))
        pages.append([])


def _down(page: list[Placed], piece: Piece) -> float:
    return page[-1].end + piece.gap if page else 0.0
