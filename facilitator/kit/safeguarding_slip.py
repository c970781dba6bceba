"""The slip on which somebody writes by hand what a person told them: who to pass it to, and empty lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from facilitator.document.content import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Own,
    Paragraph,
    Table,
    Tone,
)
from facilitator.document.pdf import Measured
from facilitator.kit.one_page import on_one_page
from facilitator.kit.what_to_say import DANGER, DO, DO_NOT
from facilitator.words.message import say
from facilitator.words.translator import Translator

_EMPTY = Own("\u00a0")
_MOST_LINES, _FEWEST_LINES = 16, 4


def safeguarding_slip_pdf(name: str, phone: str, advice: str, words: Translator) -> bytes:
    """Return the slip as a PDF file of one page, with as many empty lines as go on it."""
    measured = Measured()
    slips = (safeguarding_slip(name, phone, advice, lines) for lines in range(_MOST_LINES, _FEWEST_LINES - 1, -1))
    return on_one_page(slips, words, measured)


def safeguarding_slip(name: str, phone: str, advice: str, lines: int = _FEWEST_LINES) -> Document:
    """Return the slip: nothing is filled in but who to call; its title tells nobody who glances at it anything."""
    return Document(say("Help for a person"), tuple(_blocks(name, phone, advice, lines)), compact=True)


def _blocks(name: str, phone: str, advice: str, lines: int) -> Iterator[Block]:
    told = [Fact(say("From them"), Own(advice))] if advice else []
    yield Facts((Fact(say("Pass it on to"), _own(name)), Fact(say("Number"), _own(phone)), *told))
    yield Paragraph(DANGER, Tone.WARNING)
    yield _what_to_say()
    yield _fields()
    yield _ruled(lines)
    yield Paragraph(
        say("Give this sheet to the person named above, by hand. Leave no copy in the hall or on the computer."),
        Tone.QUIET,
    )


def _own(text: str) -> Own:
    return Own(text or "_" * 40)


def _what_to_say() -> Table:
    rows = tuple(zip_longest(DO, DO_NOT, fillvalue=_EMPTY))
    return Table(say("While the person talks, and after"), (Column(say("Do")), Column(say("Do not"))), rows)


def _fields() -> Table:
    labels = (
        say("Day and time it was told:"), say("Where in the hall:"), say("Who told it, if they gave a name:"),
        say("Who is in danger, if that was told:"), say("Written by:"), say("Passed on to, day and time:"),
    )  # fmt: skip
    column = Column(say("Ask for nothing that was not told."))
    return Table(say("By hand, as soon as you can"), (column,), tuple((label,) for label in labels))


def _ruled(lines: int) -> Table:
    column = Column(say("Facts only, in the person’s own words."))
    return Table(say("What was told"), (column,), tuple((_EMPTY,) for _ in range(lines)))
