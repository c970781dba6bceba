"""The first page of the report: which event it was, in short, and what it could change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import PromiseLevel
from facilitator.document.content import Block, Bullets, Fact, Facts, Own, Paragraph, Section, Tone, Words
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.days import day_in_words
from facilitator.report.headlines import headline
from facilitator.words.message import Message, say, say_many

_PROMISES = {
    PromiseLevel.INFORM: say("People are told what is planned and why."),
    PromiseLevel.CONSULT: say("People are asked for their views before anything is decided."),
    PromiseLevel.INVOLVE: say("People work on the plans, and their views shape what is decided."),
    PromiseLevel.COLLABORATE: say("People and organisations decide together."),
    PromiseLevel.DEVOLVE: say("People decide, and organisations carry out what was decided."),
}


def opening_blocks(event: PublishedEvent) -> Iterator[Block]:
    """Yield what stands under the title; a rehearsal says first that it is one."""
    if event.rehearsal:
        rehearsed = say("This was a rehearsal. Nobody's views are in it, and its figures must not be used anywhere.")
        yield Paragraph(rehearsed, Tone.WARNING)
    yield Paragraph(say("What people were asked, what they said and what was decided."), Tone.LEAD)
    yield Facts(tuple(_facts(event)))


def _facts(event: PublishedEvent) -> Iterator[Fact]:
    details, programme = event.details, event.programme
    yield Fact(say("Date"), day_in_words(details.held_on))
    if details.place:
        yield Fact(say("Place"), Own(details.place))
    if details.area:
        yield Fact(say("Area"), Own(details.area))
    if details.convenor:
        yield Fact(say("Held by"), Own(details.convenor))
    yield Fact(say("People who came"), attended_in_words(event.who_came.attended))
    version = say("{title}, version {version}", title=programme.title.text, version=programme.version)
    yield Fact(say("Programme"), version)
    if variant := programme.variant(details.variant):
        yield Fact(say("Length"), say("{title}, {minutes} minutes", title=variant.title.text, minutes=variant.minutes))


def attended_in_words(attended: int | None) -> Message:
    """Return how many came; what was not recorded is never nought (T28)."""
    if attended is None:
        return say("not recorded")
    return say_many("{count} person", "{count} people", count=attended)


def summary_section(event: PublishedEvent) -> Section:
    """Return the event in a few lines."""
    return Section(say("In short"), (Bullets(tuple(_summary(event))),))


def _summary(event: PublishedEvent) -> Iterator[Words]:
    asked = event.closed_results
    yield say_many("{count} question was put to the room.", "{count} questions were put to the room.", count=len(asked))
    if provisional := sum(result.provisional for result in asked):
        yield say_many(
            "{count} result is provisional: its paper ballots are not read yet.",
            "{count} results are provisional: their paper ballots are not read yet.",
            count=provisional,
        )
    yield from _settled(event)
    carried = event.carried
    if carried is not None:
        areas = "; ".join(headline(text) for _, text in carried.areas)
        yield say("Carried forward: {areas}.", areas=areas)
    notes = len(event.notes)
    yield say_many("{count} note was written down.", "{count} notes were written down.", count=notes)


def _settled(event: PublishedEvent) -> Iterator[Message]:
    kinds = Counter(outcome.kind for outcome in event.outcomes)
    if adopted := kinds[OutcomeKind.ADOPTED]:
        yield say_many("{count} statement was adopted.", "{count} statements were adopted.", count=adopted)
    if changed := kinds[OutcomeKind.CHANGED]:
        yield say_many(
            "{count} statement was adopted in other words.", "{count} statements were adopted in other words.",
            count=changed,
        )  # fmt: skip
    if left := kinds[OutcomeKind.LEFT]:
        yield say_many("{count} statement was not adopted.", "{count} statements were not adopted.", count=left)


def promise_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield what the conversation can change, and what is given."""
    programme = event.programme
    blocks: list[Block] = []
    if programme.promise_wording is not None:
        blocks.append(Paragraph(Own(programme.promise_wording.text, programme.language)))
    if programme.promise is not None:
        blocks.append(Paragraph(_PROMISES[programme.promise], Tone.QUIET))
    if programme.givens:
        blocks.append(Paragraph(say("What could not be changed here:")))
        blocks.append(Bullets(tuple(Own(given.text, programme.language) for given in programme.givens)))
    if blocks:
        yield Section(say("What this could change"), tuple(blocks))
