"""Checking the report's page: made of the plainest HTML alone, so that it loads nothing and runs nothing.

Every `<` in it must begin one of a few tags, spelt as ours are. So no reader can see another page than the one that was
judged: what programs take differently (comments, scripts, quotes left open) cannot be there.
"""

from __future__ import annotations

import io
import re

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
_LOADING = ("@import", "image-set", "src(", "\\")


def check_page(bag: Bag) -> None:
    """Raise `PackDamaged` unless the report is a page that holds words, tables and charts, and nothing that acts."""
    page = _Page()
    with io.TextIOWrapper(bag.opened(REPORT), encoding="utf-8", errors="strict", newline="") as file:
        try:
            while piece := file.read(_PIECE):
                page.add(piece)
        except UnicodeDecodeError as error:
            raise page.wrong(say("It is not in UTF-8.")) from error
    page.end()


class _Page:
    """A page as far as it was read: what is not judged yet begins at its last `<`."""

    def __init__(self) -> None:
        self._rest, self._line = "", 1  # the line on which the rest begins
        self._begun = self._in_style = False
        self._known: set[str] = set()

    def add(self, piece: str) -> None:
        """Judge the next characters, but for the last `<` and what follows it: that may go on."""
        self._rest += piece
        if not self._begun:
            self._begin()
        before, *parts = self._rest.split("<")
        judged = len(before)
        for part in parts[:-1]:
            self._judge(part, judged)
            judged += len("<") + len(part)
        self._line += self._rest.count("\n", 0, judged)
        self._rest = self._rest[judged:]
        if len(self._rest) > _LONGEST_PIECE:
            raise self.wrong(say("Something in it does not end."))

    def end(self) -> None:
        """Judge what is left."""
        if not self._begun:
            self._begin()
        before, *parts = self._rest.split("<")
        for part in parts:
            self._judge(part, len(before))

    def wrong(self, what: Message, place: int = 0) -> PackDamaged:
        """Return the refusal of what stands at `place` of the rest."""
        return damaged_file(REPORT, what, line=self._line + self._rest.count("\n", 0, place))

    def _begin(self) -> None:
        if self._rest[: len(_DOCTYPE)].lower() != _DOCTYPE:
            raise self.wrong(say("It does not begin as a page of ours does."))
        self._rest, self._begun = self._rest[len(_DOCTYPE) :], True

    def _judge(self, part: str, place: int) -> None:
        """Judge what stands between two `<`: a tag, and the text behind it."""
        inside, end, text = part.partition(">")
        tag = f"<{inside}{end}"
        if tag not in self._known:
            self._judge_tag(tag, place)
        self._in_style = tag.startswith("<style")
        if self._in_style and _loads(text.lower()):
            raise self.wrong(say("Its style loads something."), place)

    def _judge_tag(self, tag: str, place: int) -> None:
        found = _TAG.fullmatch(tag)
        if found is None or found[1] not in _TAGS:
            raise self.wrong(say("“{found}” does not belong in a report.", found=shown_text(tag)), place)
        for name, value in _ATTRIBUTE.findall(found[2]):
            if _acts(name, value):
                told = shown_text(f"{name}={value}")
                raise self.wrong(say("“{found}” does not belong in a report.", found=told), place)
        if len(self._known) < _MOST_KNOWN:
            self._known.add(tag)


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
