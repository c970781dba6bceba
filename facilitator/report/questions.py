"""Questions in the report: the exact wording, the result with its base, and what the room did with it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import ShownAccounting, ShownOption, ShownResult
from facilitator.core.keys import Channel, Source, StageKey, State
from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.document.base import base_sentence
from facilitator.document.chart import figure_shown, rank_shown, shown_order
from facilitator.document.content import BarChart, Block, Bullets, Column, Own, Paragraph, Section, Table, Tone, Words
from facilitator.gate.published_event import PublishedEvent, PublishedOutcome
from facilitator.report.carried import decided_in_words
from facilitator.words.message import Message, say, say_many

CORRECTIONS = frozenset({"correct result", "correct people present", "open question again"})
CLOSINGS = frozenset({"close question"})

_CHANNELS = {
    Channel.HANDS: say("by show of hands"),
    Channel.TALLY: say("counted at the tables"),
    Channel.PAPER: say("on paper"),
    Channel.PHONE: say("by phone"),
    Channel.IMPORT: say("on another voting system"),
}

_OUTCOMES = {
    OutcomeKind.ADOPTED: say("The room adopted this statement."),
    OutcomeKind.CHANGED: say("The room adopted this statement in other words. It now reads:"),
    OutcomeKind.LEFT: say("The room left this statement out."),
}


def question_blocks(event: PublishedEvent, stage: StageKey) -> Iterator[Block]:
    """Yield a part for each question of a stage that has a result, then those that have none."""
    asked = [result for result in event.closed_results if result.stage == stage]
    areas = dict(event.carried.areas) if event.carried else {}
    for area in dict.fromkeys(result.from_area for result in asked):
        here = tuple(_question(event, result) for result in asked if result.from_area == area)
        if area is None:
            yield from _intro(asked)
            yield from here
        else:
            yield Section(Own(areas.get(area, area)), here)
    yield from _without_result(event, stage, State.OPEN, say("Still open when this report was made"))
    yield from _without_result(event, stage, State.READY, say("Not asked at this event"))


def _intro(asked: list[ShownResult]) -> Iterator[Paragraph]:
    if any(result.method is Method.STATEMENT for result in asked):
        yield Paragraph(say("The room was asked how far it agrees with each of these statements."))


def _without_result(event: PublishedEvent, stage: StageKey, state: State, heading: Message) -> Iterator[Section]:
    left = tuple(Own(result.text) for result in event.results if result.stage == stage and result.status == state)
    if left:
        yield Section(heading, (Bullets(left),))


def _question(event: PublishedEvent, result: ShownResult) -> Section:
    return Section(Own(result.text), tuple(_question_blocks(event, result)))


def _question_blocks(event: PublishedEvent, result: ShownResult) -> Iterator[Block]:
    yield from (Paragraph(words, Tone.QUIET) for words in (_how(result), _whose(result)) if words)
    if result.provisional:
        provisional = say("Provisional: counted from paper at the tables, and the paper ballots are not read yet.")
        yield Paragraph(provisional, Tone.WARNING)
    if result.status == "corrected":
        why = "; ".join(event.reasons_for(result.key, CORRECTIONS))
        yield Paragraph(say("Corrected after the vote. Why: {why}", why=why), Tone.WARNING)
    yield from _figures(event, result) if result.figures else _withheld(result)
    for outcome in event.outcomes:
        if outcome.question == result.key:
            yield from _outcome(outcome)


def _how(result: ShownResult) -> Message | None:
    if result.method in (Method.STATEMENT, Method.DIRECTION):
        return None
    if result.method is Method.DOTS:
        return say_many("Each person had {count} dot.", "Each person had {count} dots.", count=result.max_marks)
    if result.method is Method.CHOOSE and result.max_marks > 1:
        return say("Each person could choose up to {most}.", most=result.max_marks)
    return say("Each person could choose one answer.")


def _whose(result: ShownResult) -> Message | None:
    if result.source is Source.ROOM:
        return say("The wording was made in the room; it is version {version}.", version=result.wording_version)
    if result.source is Source.ORGANISER:
        return say("The wording is the organiser’s own.")
    return None


def _figures(event: PublishedEvent, result: ShownResult) -> Iterator[Block]:
    assert result.accounting is not None  # the gate gives it with the figures
    yield BarChart(result)
    if base := base_sentence(result):
        yield Paragraph(base, Tone.QUIET)
    yield from (Paragraph(words, Tone.QUIET) for words in _accounting(event, result, result.accounting))
    if result.method.ranks_options or any(":" in option.text for option in result.options):
        yield _table(result)


def _withheld(result: ShownResult) -> Iterator[Block]:
    if result.in_words is not None:
        yield Paragraph(result.in_words)
    if result.withheld is not None:
        yield Paragraph(result.withheld, Tone.QUIET)
    if result.method not in (Method.STATEMENT, Method.DIRECTION):
        yield Bullets(tuple(_option(option) for option in result.options))


def _accounting(event: PublishedEvent, result: ShownResult, accounting: ShownAccounting) -> Iterator[Message]:
    if len(result.cast_by_channel) > 1:
        yield say("The {cast} votes by how they came: {ways}.", cast=accounting.cast, ways=_ways(result))
    if accounting.blank or accounting.spoilt or accounting.abstain:
        yield say(
            "Not in the base: {blank} left blank, {spoilt} spoilt, {abstain} would rather not say.",
            blank=accounting.blank, spoilt=accounting.spoilt, abstain=accounting.abstain,
        )  # fmt: skip
    if why := "; ".join(_explanations(event, result.key, accounting.explanation)):
        yield say("The figures did not fit together when it was closed. Why: {why}", why=why)


def _explanations(event: PublishedEvent, key: str, stands: str) -> list[str]:
    """Return the explanations given at earlier closings of the question, then the one that stands."""
    earlier = [why for why in event.reasons_for(key, CLOSINGS) if why not in stands]
    return [*dict.fromkeys(earlier), *([stands] if stands else [])]


def _ways(result: ShownResult) -> Message:
    told: Message | None = None
    for channel, cast in result.cast_by_channel:
        way = say("{cast} {way}", cast=cast, way=_CHANNELS[channel])
        told = way if told is None else say("{before}, {next}", before=told, next=way)
    return told or say("no votes")


def _table(result: ShownResult) -> Table:
    dots = result.method is Method.DOTS
    columns = (
        Column(say("Answer, in full")),
        Column(say("Place"), numeric=True),
        Column(say("Dots") if dots else say("People"), numeric=True),
        Column(say("Share"), numeric=True),
    )
    rows = tuple(_cells(result, option) for option in shown_order(result))
    kept = (0, 1, 2, 3) if result.method.ranks_options else (0, 2, 3)
    return Table(
        say("The same figures, with every answer in full"), tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )  # fmt: skip


def _cells(result: ShownResult, option: ShownOption) -> tuple[Words, ...]:
    figures = (rank_shown(result, option), figure_shown(result, option), option.percent or "")
    return (_option(option), *(Own(figure) for figure in figures))


def _option(option: ShownOption) -> Words:
    if option.source is Source.ROOM:
        return say("{option} (added by the room)", option=option.text)
    return Own(option.text)


def _outcome(outcome: PublishedOutcome) -> Iterator[Block]:
    yield Paragraph(_OUTCOMES[outcome.kind])
    if outcome.kind is OutcomeKind.CHANGED:
        yield Bullets((Own(outcome.text),))
    yield Paragraph(decided_in_words(outcome.decided_by, outcome.why), Tone.QUIET)
