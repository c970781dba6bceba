"""What is owed and offered: commitments, offers, what there is here already, and questions, with who and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.notes import NoteKind
from facilitator.document.content import Block, Column, Own, Paragraph, Section, Table, Tone, Words
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.headlines import named_things
from facilitator.report.plain_words import by_when_in_words, known
from facilitator.report.said import Saying, sayings, with_remarks
from facilitator.words.message import Message, say, say_many

TOLD_APART = (NoteKind.COMMITMENT, NoteKind.OFFER, NoteKind.ASSET, NoteKind.QUESTION, NoteKind.PARKED)


def owed_sections(event: PublishedEvent) -> Iterator[Section]:
    """Yield what was promised, offered and found here already, what was asked, and what was kept for later."""
    given = tuple(_given(event))
    if given:
        yield Section(say("Commitments, offers and what there is here already"), given)
    if questions := said_of_kind(event, NoteKind.QUESTION):
        yield Section(say("Questions people asked"), tuple(_questions(event, questions)))
    if parked := said_of_kind(event, NoteKind.PARKED):
        told = Paragraph(say("These belong elsewhere or to another day, and are not lost."))
        yield Section(say("Kept for later"), (told, _list(event, _things(len(parked)), parked)))


def said_of_kind(event: PublishedEvent, kind: NoteKind) -> tuple[Saying, ...]:
    """Return everything said of one kind."""
    return sayings(note for note in event.notes if note.kind is kind)


def _given(event: PublishedEvent) -> Iterator[Section]:
    if promised := said_of_kind(event, NoteKind.COMMITMENT):
        how_many = say_many("{count} commitment", "{count} commitments", count=len(promised))
        blocks = _with_owners(event, how_many, say("Who does it"), promised)
        yield Section(say("Commitments: what organisations said they will do"), tuple(blocks))
    if offered := said_of_kind(event, NoteKind.OFFER):
        how_many = say_many("{count} offer", "{count} offers", count=len(offered))
        blocks = _with_owners(event, how_many, say("Who takes it up"), offered)
        yield Section(say("Offers: what people and groups could give"), tuple(blocks))
    if here := said_of_kind(event, NoteKind.ASSET):
        yield Section(say("What there is here already"), (_list(event, _things(len(here)), here),))


def _things(count: int) -> Message:
    return say_many("{count} thing that was said", "{count} things that were said", count=count)


def _questions(event: PublishedEvent, questions: tuple[Saying, ...]) -> Iterator[Block]:
    yield Paragraph(
        say_many(
            "{count} question was asked that somebody owes an answer to. No answer is recorded yet.",
            "{count} questions were asked that somebody owes an answer to. No answers are recorded yet.",
            count=len(questions),
        )
    )
    yield from _with_owners(event, say("Questions, none answered yet"), say("Who answers"), questions)


def _with_owners(event: PublishedEvent, caption: Message, owner: Message, said: tuple[Saying, ...]) -> Iterator[Block]:
    """Yield a table with owner and date; where nobody recorded any of them, a sentence in place of empty columns."""
    if not any(one.first.owner or one.first.by_when for one in said):
        yield _list(event, caption, said)
        yield Paragraph(say("Who sees to it, and by when, is not recorded for any of these."), Tone.QUIET)
        return
    columns = (Column(owner), Column(say("By when")))
    cells = [(known(one.first.owner), by_when_in_words(one.first.by_when)) for one in said]
    yield _table(event, caption, said, columns, cells)


def _list(event: PublishedEvent, caption: Message, said: tuple[Saying, ...]) -> Table:
    return _table(event, caption, said, (), [() for _ in said])


def _table(
    event: PublishedEvent,
    caption: Message,
    said: tuple[Saying, ...],
    more: tuple[Column, ...],
    cells: Sequence[tuple[Words, ...]],
) -> Table:
    names = named_things(event)
    about = [names.get(one.first.about, one.first.about) for one in said]
    has_about = any(about)
    columns = (Column(say("What was said")), *((Column(say("On")),) if has_about else ()), *more)
    rows = tuple(
        (with_remarks(one), *((Own(on),) if has_about else ()), *rest)
        for one, on, rest in zip(said, about, cells, strict=True)
    )
    return Table(caption, columns, rows)
