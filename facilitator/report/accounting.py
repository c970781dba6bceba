"""The annexes that let others check: exact wordings, how the votes add up, which tables sent notes, and the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import ShownResult
from facilitator.core.keys import Source
from facilitator.core.outcomes import OutcomeKind
from facilitator.document.content import Column, Own, Paragraph, Section, Table, Tone, Words
from facilitator.gate.published_event import PublishedEvent, PublishedStep
from facilitator.report.how_it_was_run import is_read_back_known
from facilitator.report.plain_words import NOT_RECORDED
from facilitator.words.message import Message, say

_HEADINGS = (
    say("Present"), say("Voted"), say("Valid"), say("Blank"), say("Spoilt"), say("Rather not say"),
    say("Not returned"),
)  # fmt: skip
_WRITERS = {
    Source.PROGRAMME: say("the programme"),
    Source.ORGANISER: say("the organiser"),
    Source.ROOM: say("the room"),
}


def wordings_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the exact words of everything that was asked, with the version and who wrote them."""
    asked = [*event.taken_back, *event.closed_results]
    if asked:
        columns = (
            Column(say("Exact words")), Column(say("Version"), numeric=True), Column(say("Written by"), unbroken=True),
            Column(say("What became of it")),
        )  # fmt: skip
        taken_back = {id(result) for result in event.taken_back}
        rows = tuple(_wording(event, one, taken_back=id(one) in taken_back) for one in _by_key(asked))
        table = Table(say("Every wording that people were asked about, in the order of the run sheet"), columns, rows)
        yield Section(say("Exact wordings"), (table, *_options(event)))


def _by_key(asked: list[ShownResult]) -> list[ShownResult]:
    """Return a wording that was taken back just before the one that took its place."""
    places = {result.key: place for place, result in reversed(list(enumerate(asked)))}
    last = {result.key: place for place, result in enumerate(asked)}
    return sorted(asked, key=lambda result: (last[result.key], result.wording_version, places[result.key]))


def _wording(event: PublishedEvent, result: ShownResult, *, taken_back: bool) -> tuple[Words, ...]:
    became = say("taken back") if taken_back else _became(event, result)
    return (Own(result.text), Own(str(result.wording_version)), _WRITERS[result.source], became)


def _became(event: PublishedEvent, result: ShownResult) -> Words:
    outcome = next((one for one in event.outcomes if one.question == result.key), None)
    if outcome is None:
        return Own("")
    if outcome.kind is OutcomeKind.CHANGED:
        return say("adopted by the room as: {text}", text=outcome.text)
    return say("adopted") if outcome.kind is OutcomeKind.ADOPTED else say("not adopted")


def _options(event: PublishedEvent) -> Iterator[Section]:
    for result in event.closed_results:
        if result.method.ranks_options:
            columns = (Column(say("Exact words")), Column(say("Written by"), unbroken=True))
            rows = tuple((Own(option.text), _WRITERS[option.source]) for option in result.options)
            table = Table(say("What people chose between, in the order shown"), columns, rows)
            yield Section(Own(result.text), (table,))


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


def coverage_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield from how many tables notes came, and how many heard theirs read back; never which (D12)."""
    steps = [step for step in event.steps if step.tables is not None or step.has_gathered_notes]
    if steps:
        columns = (
            Column(say("Step")), Column(say("Tables with notes"), numeric=True), Column(say("Of tables"), numeric=True),
            Column(say("Heard them read back"), numeric=True),
        )  # fmt: skip
        table = Table(say("Tables, by step"), columns, tuple(_coverage(step) for step in steps))
        told = Paragraph(say("A table without notes may have had as much to say as any other."), Tone.QUIET)
        yield Section(say("Which steps have notes, and from how many tables"), (table, told))


def _coverage(step: PublishedStep) -> tuple[Words, ...]:
    if step.tables is None:
        return (Own(step.title), say("no notes returned"), NOT_RECORDED, NOT_RECORDED)
    there = NOT_RECORDED if step.tables.there is None else Own(str(step.tables.there))
    read_back = Own(str(step.tables.read_back)) if is_read_back_known(step) else NOT_RECORDED
    return (Own(step.title), Own(str(step.tables.returned)), there, read_back)


def minutes_section(event: PublishedEvent) -> Iterator[Section]:
    """Yield the run sheet with the planned minutes and those that were taken."""
    if event.steps:
        columns = (Column(say("Step")), Column(say("Planned"), numeric=True), Column(say("Taken"), numeric=True))
        rows = tuple((Own(step.title), Own(str(step.minutes_at_first)), _taken(step)) for step in event.steps)
        yield Section(say("The run sheet"), (Table(say("Minutes for each step"), columns, rows),))


def _taken(step: PublishedStep) -> Message | Own:
    if step.skipped is not None:
        return say("skipped")
    return NOT_RECORDED if step.actual_minutes is None else Own(str(step.actual_minutes))
