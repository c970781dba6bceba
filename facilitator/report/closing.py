"""The last pages of the report: what was taken back or changed, how the votes add up, and what this is not."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import SMALLEST_BASE_IN_WORDS, SMALLEST_PUBLISHED_BASE, ShownResult
from facilitator.core.methods import Method
from facilitator.document.content import Block, Bullets, Column, Own, Paragraph, Section, Table, Tone, Words
from facilitator.gate.published_event import TAKING_BACK, PublishedEvent
from facilitator.report.changes import WrittenChange, written_changes
from facilitator.report.days import day_in_words
from facilitator.words.message import Message, say

_LIMITS = (
    say(
        "People chose to come to this event. They are not a sample of everyone, and a vote here is not a referendum: "
        "it shows what the people in the room thought on that day."
    ),
    say(
        "A percentage is a whole number, counted up from a half, of the votes that made a choice. Blank and spoilt "
        "votes and people who would rather not say are not in it; being unsure is a choice and is in it."
    ),
    say(
        "No result is shown by table, by group or by way of voting. Where fewer than {figures} people answered, the "
        "result is told in words, and where fewer than {words} answered it is not published.",
        figures=SMALLEST_PUBLISHED_BASE,
        words=SMALLEST_BASE_IN_WORDS,
    ),
    say("Votes are counted by the program from the ballots and the counts that people entered; nothing is estimated."),
    say("Notes were written down by people in the room in the words that were said; nobody has summed them up."),
)

_HEADINGS = (
    say("Present"), say("Voted"), say("Valid"), say("Blank"), say("Spoilt"), say("Rather not say"),
    say("Not returned"),
)  # fmt: skip


def taken_back_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the questions that were taken back, with the reasons; their votes are in no result (T10)."""
    if event.taken_back:
        intro = Paragraph(say("These questions were taken back. Votes on them are in no result."))
        parts = tuple(_taken_back(event, result) for result in event.taken_back)
        yield Section(say("Taken back"), (intro, *parts))


def _taken_back(event: PublishedEvent, result: ShownResult) -> Section:
    reasons = event.reasons_for(result.key, TAKING_BACK)
    why = say("Why: {why}", why="; ".join(reasons)) if reasons else _without_reason(result)
    return Section(Own(result.text), (Paragraph(why),))


def _without_reason(result: ShownResult) -> Message:
    if result.from_area is not None:
        return say("Nobody was asked: its area was not carried forward after all.")
    return say("No reason was given.")


def changes_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield what was changed after a vote, with the day and the reason."""
    changes = written_changes(event)
    if changes:
        columns = (Column(say("What was changed")), Column(say("Day"), unbroken=True), Column(say("Why")))
        rows = tuple(_change(change) for change in changes)
        table = Table(say("Every change to a vote after it was closed, and every decision on a tie"), columns, rows)
        yield Section(say("Changes after a vote"), (table,))


def _change(change: WrittenChange) -> tuple[Words, ...]:
    told = change.change
    what = say("{verb}: {about}", verb=change.in_words, about=told.text)
    return (what, day_in_words(told.day), Own(told.why))


def accounting_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield how many were present, voted, and voted validly, for every result with figures (T6, T16)."""
    told = [result for result in event.closed_results if result.figures]
    if told:
        columns = (Column(say("Question")), *(Column(heading, numeric=True) for heading in _HEADINGS))
        rows = tuple(_accounting(result) for result in told)
        if not any(result.accounting and result.accounting.issued is not None for result in told):
            columns, rows = columns[:-1], tuple(row[:-1] for row in rows)  # no ballots were given out
        table = Table(say("People, by question. Voted = valid + blank + spoilt + rather not say."), columns, rows)
        yield Section(say("How the votes add up"), (table,))


def _accounting(result: ShownResult) -> tuple[Words, ...]:
    found = result.accounting
    assert found is not None  # the gate gives it with the figures
    figures = (found.present, found.cast, found.valid, found.blank, found.spoilt, found.abstain, found.not_returned)
    name = say("{question} (provisional)", question=result.text) if result.provisional else Own(result.text)
    return (name, *(_figure(figure) for figure in figures))


def _figure(figure: int | None) -> Words:
    return say("not known") if figure is None else Own(str(figure))


def limits_section(event: PublishedEvent) -> Section:
    """Return how this was done and what it is not."""
    blocks: list[Block] = [Bullets(tuple(_limits(event)))]
    blocks.append(Paragraph(say("Programme file: {digest}", digest=event.programme_digest), Tone.QUIET))
    return Section(say("How this was done, and what it is not"), tuple(blocks))


def _limits(event: PublishedEvent) -> Iterator[Message]:
    yield from _LIMITS
    if any(result.method is Method.DOTS for result in event.results):
        yield say("Dots are counted as dots, never as people: one person may put several on one answer.")
