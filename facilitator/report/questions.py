"""Questions in the report: the exact wording, the result with its base, and what the room did with it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import ShownOption, ShownResult
from facilitator.core.keys import Source, StageKey, State
from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.document.base import base_sentence
from facilitator.document.chart import figure_shown, rank_shown, shown_order
from facilitator.document.content import BarChart, Block, Bullets, Column, Own, Paragraph, Section, Table, Tone, Words
from facilitator.gate.published_event import PublishedEvent, PublishedOutcome
from facilitator.report.plain_words import decided_in_words, why_in_words
from facilitator.report.ways_of_voting import ways_in_words
from facilitator.words.message import Message, say, say_many

CORRECTIONS = frozenset({"correct result", "correct people present", "open question again"})
CLOSINGS = frozenset({"close question"})

_OUTCOMES = {
    OutcomeKind.ADOPTED: say("The room adopted this statement."),
    OutcomeKind.CHANGED: say("The room adopted this statement in other words. It now reads:"),
    OutcomeKind.LEFT: say("The room left this statement out."),
}


def question_blocks(event: PublishedEvent, stage: StageKey) -> Iterator[Block]:
    """Yield a part for each question of a stage that has a result and is not about one area."""
    asked = [result for result in _asked(event, stage) if result.from_area is None]
    if any(result.method is Method.STATEMENT for result in asked):
        yield Paragraph(say("The room was asked how far it agrees with each of these statements."))
    yield from (_question(event, result) for result in asked)


def whole_room_section(event: PublishedEvent, stage: StageKey) -> Iterator[Section]:
    """Yield the questions of a stage that are about no one area as one part, for a stage that goes by area."""
    if blocks := tuple(question_blocks(event, stage)):
        yield Section(say("What the room voted on as a whole"), blocks)


def area_question_sections(event: PublishedEvent, stage: StageKey, area: str) -> Iterator[Section]:
    """Yield a part for each question of a stage about one area that has a result."""
    yield from (_question(event, result) for result in _asked(event, stage) if result.from_area == area)


def areas_asked_about(event: PublishedEvent, stage: StageKey) -> tuple[str, ...]:
    """Return the areas that questions of a stage are about, in the order they were asked."""
    return tuple(dict.fromkeys(result.from_area for result in _asked(event, stage) if result.from_area is not None))


def without_result_sections(event: PublishedEvent, stage: StageKey) -> Iterator[Section]:
    """Yield the questions of a stage that have no result, and why not."""
    yield from _without_result(event, stage, State.OPEN, say("Still open when this report was made"))
    yield from _without_result(event, stage, State.READY, say("Not asked at this event"))


def _asked(event: PublishedEvent, stage: StageKey) -> list[ShownResult]:
    return [result for result in event.closed_results if result.stage == stage]


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
        why = why_in_words("; ".join(event.reasons_for(result.key, CORRECTIONS)))
        yield Paragraph(say("Corrected after the vote. {why}", why=why), Tone.WARNING)
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
        ways = ways_in_words(result.cast_by_channel)
        yield Paragraph(say("{base} Votes: {ways}.", base=base, ways=ways) if ways else base, Tone.QUIET)
    if why := "; ".join(_explanations(event, result.key, result.accounting.explanation)):
        did_not_fit = say("The figures did not fit together when it was closed. {why}", why=why_in_words(why))
        yield Paragraph(did_not_fit, Tone.QUIET)
    if result.method.ranks_options or any(":" in option.text for option in result.options):
        yield _table(result)


def _withheld(result: ShownResult) -> Iterator[Block]:
    if result.in_words is not None:
        yield Paragraph(result.in_words)
    if result.withheld is not None:
        yield Paragraph(result.withheld, Tone.QUIET)
    if result.method not in (Method.STATEMENT, Method.DIRECTION):
        yield Bullets(tuple(_option(option) for option in result.options))


def _explanations(event: PublishedEvent, key: str, stands: str) -> list[str]:
    """Return the explanations given at earlier closings of the question, then the one that stands."""
    earlier = [why for why in event.reasons_for(key, CLOSINGS) if why not in stands]
    return [*dict.fromkeys(earlier), *([stands] if stands else [])]


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
    if outcome.stale:
        stale = say("The vote was corrected after the room had decided this, so it decided on the earlier result.")
        yield Paragraph(stale, Tone.WARNING)
    yield Paragraph(_OUTCOMES[outcome.kind])
    if outcome.kind is OutcomeKind.CHANGED:
        yield Bullets((Own(outcome.text),))
    yield Paragraph(decided_in_words(outcome.decided_by, outcome.why), Tone.QUIET)
