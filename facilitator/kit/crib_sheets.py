"""The facilitator's crib sheet: the steps, the keys, a vote by hands, and what to do when it gets hard, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from facilitator.core.programme import Programme
from facilitator.document.content import (
    Block,
    Column,
    Document,
    Own,
    Paragraph,
    Table,
    Words,
)
from facilitator.document.pdf import Measured
from facilitator.kit.one_page import on_one_page
from facilitator.kit.planned_steps import PlannedStep, clock_heading, planned_steps
from facilitator.kit.what_to_say import DANGER, DO, DO_NOT
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator

REHEARSAL = say("Rehearsal: pretend people, not a real result")
_EMPTY = Own("\u00a0")
_KEYS = (
    (say("Space"), say("the one next action")),
    (say("Page Up"), say("what was shown before")),
    (say("B"), say("blank screen, and back")),
    (say("P"), say("stop the clocks")),
    (say("M"), say("message to the room")),
    (say("W"), say("swap the screens")),
    (say("N"), say("write a note")),
    (say("X"), say("a vote for one person")),
    (say("G"), say("help for a person")),
    (say("Ctrl+Z"), say("take a step back")),
    (say("F1"), say("the guide")),
    (say("Esc"), say("to the next action")),
)
_BY_HANDS = (
    say("Read it aloud. Type how many people are present."),
    say("Space: the vote is open. Call each answer once."),
    say("Type each figure the teller calls out, then Enter; 0 where nobody raised a hand."),
    say("Space: the vote is closed."),
    say("Space: the room sees the result. Say it aloud."),
)
_LAPTOP = (
    say("Go on by hands; write every figure on paper."),
    say("Start the laptop again and open Facilitator."),
    say("Choose the event in the list: all that was saved is there. The clocks stand still until Space."),
    say("Type what is on the paper."),
    say("Or take another laptop and a copy of the file."),
)
_PASS_IT_ON = say("Press G: it says who to call. Pass it on at once.")


@dataclass(frozen=True, slots=True)
class CribbedEvent:
    """What a crib sheet is made of; `begins_at` is minutes after midnight, None where that is not known yet."""

    programme: Programme
    variant: str
    title: str
    place_and_date: str
    begins_at: int | None = None
    rehearsal: bool = False

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """The steps of this length."""
        return planned_steps(self.programme, self.variant)

    @property
    def mark(self) -> Message | None:
        """What stands on every page that may not be taken for real."""
        return REHEARSAL if self.rehearsal else None


def facilitator_crib_pdf(event: CribbedEvent, words: Translator) -> bytes:
    """Return the crib sheet of who runs the event as a PDF file of one page."""
    fullest_first = (
        facilitator_crib(event), facilitator_crib(event, columns=2), facilitator_crib(event, columns=2, with_keys=False)
    )  # fmt: skip
    return on_one_page(fullest_first, words, Measured())


def facilitator_crib(event: CribbedEvent, *, columns: int = 1, with_keys: bool = True) -> Document:
    """Return the sheet, with the steps in so many columns."""
    blocks = [event_line(event), _steps(event, columns), _side_by_side(), *_help_for_a_person()]
    if with_keys:
        blocks.insert(2, _in_columns(_KEYS, 3))
    return Document(say("Crib sheet for the facilitator"), tuple(blocks), event.mark, compact=True)


def event_line(event: CribbedEvent) -> Paragraph:
    """Return which event a crib sheet is for."""
    told = (part for part in (event.title, event.place_and_date) if part)
    return Paragraph(Own(" · ".join(told)))


def steps_caption(event: CribbedEvent) -> Message:
    """Return what the table of the steps says, and from when its clock counts."""
    if event.begins_at is None:
        return say("The steps; “after” counts from the beginning, in hours and minutes")
    return say("The steps, by the clock")


def _help_for_a_person() -> Iterator[Block]:
    yield Table(say("When a person tells of harm"), (Column(say("Do")), Column(say("Do not"))), tuple(_do_and_do_not()))


def _do_and_do_not() -> Iterator[tuple[Words, Words]]:
    return zip_longest((DANGER, *DO[:-1], _PASS_IT_ON), DO_NOT, fillvalue=_EMPTY)


def _steps(event: CribbedEvent, columns: int) -> Table:
    heading = (
        Column(clock_heading(event.begins_at), numeric=True),
        Column(say("Min"), numeric=True),
        Column(say("Step")),
    )
    cells = [(step.clock(event.begins_at), step.planned_minutes, step.name) for step in event.steps]
    return Table(steps_caption(event), heading * columns, tuple(_folded(cells, columns)))


def _in_columns(pairs: Sequence[tuple[Message, Message]], columns: int) -> Table:
    heading = (Column(say("Key"), unbroken=True), Column(say("What it does")))
    return Table(say("Keys, while you type nowhere"), heading * columns, tuple(_folded(list(pairs), columns)))


def _folded(rows: Sequence[tuple[Words, ...]], columns: int) -> Iterator[tuple[Words, ...]]:
    """Yield the rows in so many columns beside each other, each read from top to bottom."""
    height = -(-len(rows) // columns)
    blank = tuple(_EMPTY for _ in rows[0]) if rows else ()
    for place in range(height):
        beside = (rows[at] if at < len(rows) else blank for at in range(place, height * columns, height))
        yield tuple(cell for row in beside for cell in row)


def _side_by_side() -> Table:
    columns = (Column(say("A vote by hands")), Column(say("If the laptop dies")))
    return Table(say("Two things to know by heart"), columns, tuple(zip_longest(_BY_HANDS, _LAPTOP, fillvalue=_EMPTY)))
