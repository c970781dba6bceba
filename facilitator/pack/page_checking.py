"""Checking the report's page: made of the plainest HTML alone, so that it loads nothing and runs nothing.

Every `<` in it must begin one of a few tags, spelt as ours are. So no reader can see another page than the one that was
judged: what programs take differently (comments, scripts, quotes left open) cannot be there.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from facilitator.errors import PackDamaged
from facilitator.pack.bag import Bag
from facilitator.pack.damage import damaged_file, shown_text
from facilitator.pack.layout import REPORT
from facilitator.words.message import Message, say

_PIECE = 65_536
_LONGEST_PIECE = 4_000_000  # characters of a tag, or between two; the fonts are one piece of a few hundred thousand
_DOCTYPE = "<!doctype html>"
_MOST_KNOWN = 1_000  # tags that were accepted once, so that memory stays bounded


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TAGS = _words(
    "html head meta title style body header main nav section article footer div span p br strong em h1 h2 h3 h4 h5 h6 "
    "ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption blockquote bdi a "
    "svg desc text rect line polyline path circle g"
)
_ATTRIBUTES = _words(
    "aria-label aria-labelledby aria-hidden charset class colspan content cx cy d dir fill font-size font-weight "
    "height href http-equiv id lang name points r role rowspan rx ry scope stroke stroke-width tabindex text-anchor "
    "viewBox width x x1 x2 y y1 y2"
)
_COLOURS = frozenset({"fill", "stroke"})
_HEADERS = frozenset({"Content-Security-Policy"})
_ATTRIBUTE = re.compile(r'\s+([A-Za-z][A-Za-z0-9-]*)="([^"<]*)"')
_TAG = re.compile(r'</?([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][A-Za-z0-9-]*="[^"<]*")*)\s*/?>')
_PIECES = re.compile("<[^>]*>?|[^<]+")
_LOADING = ("@import", "image-set", "src(", "\\")


def check_page(bag: Bag) -> None:
    """Raise `PackDamaged` unless the report is a page that holds words, tables and charts, and nothing that acts."""
    in_style, known = False, set[str]()
    for line, piece in _pieces(bag):
        if not piece.startswith("<"):
            if in_style and _loads(piece.lower()):
                raise _wrong(line, say("Its style loads something."))
            continue
        if piece in known:
            in_style = False
            continue
        tag = _TAG.fullmatch(piece)
        if tag is None or tag[1] not in _TAGS:
            raise _wrong(line, say("“{found}” does not belong in a report.", found=shown_text(piece)))
        in_style = piece.startswith("<style")
        for name, value in _ATTRIBUTE.findall(tag[2]):
            if _acts(name, value):
                found = shown_text(f"{name}={value}")
                raise _wrong(line, say("“{found}” does not belong in a report.", found=found))
        if not in_style and len(known) < _MOST_KNOWN:
            known.add(piece)


def _loads(style: str) -> bool:
    # Looked for one by one: over a font of half a megabyte a pattern of all of them takes ten times as long.
    if any(sign in style for sign in _LOADING):
        return True
    return any(not source.startswith("data:") for source in style.split("url(")[1:])


def _acts(name: str, value: str) -> bool:
    if name == "href":
        return not value.startswith("#")
    if name == "http-equiv":
        return value not in _HEADERS
    return name not in _ATTRIBUTES or (name in _COLOURS and "(" in value)


def _pieces(bag: Bag) -> Iterator[tuple[int, str]]:
    """Yield each tag and what stands between two of them, each with the number of the line where it begins."""
    with io.TextIOWrapper(bag.opened(REPORT), encoding="utf-8", errors="strict", newline="") as file:
        rest, line = _read(file, 1), 1
        if rest[: len(_DOCTYPE)].lower() != _DOCTYPE:
            raise _wrong(1, say("It does not begin as a page of ours does."))
        rest = rest[len(_DOCTYPE) :]
        while more := _read(file, line):
            *whole, rest = [one[0] for one in _PIECES.finditer(rest + more)]
            for piece in whole:
                yield line, piece
                line += piece.count("\n")
            if len(rest) > _LONGEST_PIECE:
                raise _wrong(line, say("Something in it does not end."))
        for one in _PIECES.finditer(rest):
            yield line, one[0]
            line += one[0].count("\n")


def _read(file: io.TextIOWrapper, line: int) -> str:
    try:
        return file.read(_PIECE)
    except UnicodeDecodeError as error:
        raise _wrong(line, say("It is not in UTF-8.")) from error


def _wrong(line: int, what: Message) -> PackDamaged:
    return damaged_file(REPORT, what, line=line)
