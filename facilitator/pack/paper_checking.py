"""Checking the report on paper: a PDF of pages and fonts alone, with nothing in it that acts, holds files or hides.

Only names outside texts and streams mean anything to a reader. A reader finds objects by their places, wherever these
are; so an object inside a text, a remark or a stream is refused as well, and so are streams of objects.
"""

from __future__ import annotations

import re

from facilitator.errors import PackDamaged
from facilitator.pack.bag import Bag
from facilitator.pack.damage import damaged_file, shown_text
from facilitator.pack.layout import PAPER_REPORT
from facilitator.words.message import Message, say

_BEGINS = b"%PDF-"
_PIECE = 65_536
_OVERLAP = 256  # no token that is looked for is longer, and no object's number
_ACTING = frozenset(
    b"AA AcroForm Action Annot Annots Collection EmbeddedFile EmbeddedFiles Encrypt FileAttachment Filespec GoToE "
    b"GoToR ImportData JS JavaScript Launch Movie ObjStm OpenAction PostScript Rendition RichMedia Screen Sound "
    b"SubmitForm Thread URI XFA XRef".split()
)
_OBJECT = re.compile(rb"[0-9][\0\t\n\f\r ]+[0-9]+[\0\t\n\f\r ]+obj(?![A-Za-z])")
_TOKEN = re.compile(
    rb"(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<text>\()|(?P<remark>%)|(?<![A-Za-z])(?P<stream>stream)\r?\n"
)
_ENDS = {
    "text": re.compile(rb"\\.|[()]", re.DOTALL), "remark": re.compile(rb"[\r\n]"), "stream": re.compile(rb"endstream"),
}  # fmt: skip


def check_paper(bag: Bag) -> None:
    """Raise `PackDamaged` unless the report on paper is a PDF that is only read."""
    with bag.opened(PAPER_REPORT) as file:
        if file.read(len(_BEGINS)) != _BEGINS:
            raise _wrong(say("It is no PDF."))
        judged = _Judged()
        while piece := file.read(_PIECE):
            judged.add(piece)
        judged.end()


class _Judged:
    """A PDF as far as it was read: what kind of place the reading is in, and the bytes that are not judged yet."""

    def __init__(self) -> None:
        self._inside = ""  # or the kind of token that began here: text, remark, stream
        self._depth = 0
        self._rest = b"%"  # what begins the file is a remark

    def add(self, piece: bytes) -> None:
        """Judge the next bytes, but for the last ones, whose token may go on."""
        self._rest += piece
        self._judge(len(self._rest) - _OVERLAP)

    def end(self) -> None:
        """Judge the last bytes."""
        self._judge(len(self._rest))
        if self._inside in ("text", "stream"):
            raise _wrong(say("It does not end."))

    def _judge(self, end: int) -> None:
        """Judge the bytes up to `end`, and a little further where a token goes on."""
        place = 0
        while place < end:
            place = self._after_inside(place, end) if self._inside else self._after_token(place, end)
        self._rest = self._rest[place:]

    def _after_token(self, place: int, end: int) -> int:
        found = _TOKEN.search(self._rest, place)
        if found is None or found.start() >= end:
            return max(place, end)
        kind = found.lastgroup or ""
        if kind == "name":
            _check_name(found[0][1:])
        else:
            self._inside, self._depth = kind, 1
        return found.end()

    def _after_inside(self, place: int, end: int) -> int:
        found = _ENDS[self._inside].search(self._rest, place)
        if _OBJECT.search(self._rest, place, len(self._rest) if found is None else found.start()):
            raise _wrong(say("Something is hidden in it."))
        if found is None or found.start() >= end:
            return max(place, end)
        self._depth += {b"(": 1, b"\\": 0}.get(found[0][:1], -1)
        if not self._depth:
            self._inside = ""
        return found.end()


def _check_name(name: bytes) -> None:
    if b"#" in name or name in _ACTING:
        found = shown_text(name.decode("latin-1"))
        raise _wrong(say("“{found}” does not belong in a report.", found=found))


def _wrong(what: Message) -> PackDamaged:
    return damaged_file(PAPER_REPORT, what)
