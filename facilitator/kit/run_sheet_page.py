"""The run sheet for whoever goes on: where the event is, what is owed, who to call, and how to open the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.document.content import (
    Block,
    Bullets,
    Column,
    Document,
    Fact,
    Facts,
    Own,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
)
from facilitator.document.pdf import pdf_bytes
from facilitator.kit.crib_sheets import REHEARSAL
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

_UNKNOWN = say("not known")
_NOBODY = say("Nobody is named in the file. Ask who runs this place, or who invited you.")
_OPENING = (
    say("If this laptop still works, close Facilitator’s window first. Then copy the file to a stick."),
    say("On the other laptop open Facilitator, choose “Open a file I was given” (3), and choose the copy."),
    say("It opens where the event was. Its clocks stand still until you press Space."),
    say("From then on use that copy alone. There is no password: whoever has the file can go on."),
    say("If the room sees the wrong screen, press W. The guide opens with F1."),
)


@dataclass(frozen=True, slots=True)
class HandedStep:
    """A step as the next person needs it: planned and actual times as they are told, and what came of it."""

    name: str
    planned: Words
    actual: Words
    outcome: Words


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Where an event is; `now` are sentences, what is most pressing first. Empty texts are not known."""

    title: str
    place_and_date: str
    printed_at: str
    file: str
    now: tuple[Words, ...]
    people: Words
    steps: tuple[HandedStep, ...]
    decided: tuple[tuple[Words, Words], ...] = ()
    owed: tuple[Words, ...] = ()
    call_name: str = ""
    call_phone: str = ""
    call_advice: str = ""
    rehearsal: bool = False


def run_sheet_pdf(handed: HandedOver, words: Translator) -> bytes:
    """Return the run sheet as a PDF file of one or two pages."""
    return pdf_bytes(run_sheet_page(handed), words)


def run_sheet_page(handed: HandedOver) -> Document:
    """Return the run sheet as a document; it has no figures of any vote, since it lies about in a hall."""
    mark = REHEARSAL if handed.rehearsal else None
    return Document(say("Run sheet to hand over"), tuple(_blocks(handed)), mark, compact=True)


def _blocks(handed: HandedOver) -> Iterator[Block]:
    yield Facts((
        Fact(say("Event"), Own(handed.title)),
        Fact(say("Where and when"), Own(handed.place_and_date)),
        Fact(say("As it stood at"), Own(handed.printed_at)),
        Fact(say("People"), handed.people),
    ))  # fmt: skip
    yield Section(say("Where we are now"), tuple(Paragraph(told, Tone.LEAD) for told in handed.now))
    yield Section(say("Who to call when a person tells of harm"), (_who_to_call(handed),))
    yield _steps(handed.steps)
    if handed.decided:
        yield _decided(handed.decided)
    if handed.owed:
        yield Section(say("What is owed"), (Bullets(handed.owed),))
    yield Section(say("To go on, here or on another laptop"), (_file(handed.file), Bullets(_OPENING)))


def _who_to_call(handed: HandedOver) -> Block:
    if not (handed.call_name or handed.call_phone):
        return Paragraph(_NOBODY, Tone.WARNING)
    facts = [Fact(say("Name"), _own(handed.call_name)), Fact(say("Number"), _own(handed.call_phone))]
    if handed.call_advice:
        facts.append(Fact(say("From them"), Own(handed.call_advice)))
    return Facts(tuple(facts))


def _steps(steps: tuple[HandedStep, ...]) -> Table:
    columns = (
        Column(say("Step")), Column(say("Planned"), unbroken=True), Column(say("Was, or is expected"), unbroken=True),
        Column(say("What came of it")),
    )  # fmt: skip
    rows = tuple((Own(step.name), step.planned, step.actual, step.outcome) for step in steps)
    return Table(say("The steps, with the time each began and its minutes"), columns, rows)


def _decided(decided: tuple[tuple[Words, Words], ...]) -> Table:
    columns = (Column(say("About")), Column(say("The room")))
    return Table(say("What the room decided"), columns, decided)


def _file(path: str) -> Facts:
    return Facts((Fact(say("The event file"), Own(path)),))


def _own(text: str) -> Message | Own:
    return Own(text) if text else _UNKNOWN
