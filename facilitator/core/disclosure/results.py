"""What an audience may see of a question's result: the whole-room rules (T21, D7, hidden until closed)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from facilitator.core.disclosure.audience import Audience
from facilitator.core.keys import Channel, OptionKey, QuestionKey, Source, StageKey, State
from facilitator.core.methods import Method
from facilitator.core.result import OptionResult, QuestionResult
from facilitator.core.shares import SMALLEST_BASE_FOR_PERCENT, Base
from facilitator.words.message import Message, say

SMALLEST_PUBLISHED_BASE = 10
SMALLEST_BASE_IN_WORDS = 5


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option as it may be seen; None is withheld or not known, never nought."""

    key: OptionKey
    text: str
    text_hash: str
    source: Source
    count: int | None = None
    points: int | None = None
    percent: str | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class ShownAccounting:
    """The ballots of a question as they may be seen; not_returned is in total (D6)."""

    present: int | None
    issued: int | None
    cast: int
    valid: int
    blank: int
    spoilt: int
    abstain: int
    not_returned: int | None
    explanation: str


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A question's result as one audience may see it.

    `figures` says whether the options carry numbers; where they do not, `withheld` says why and `in_words` what may be
    said instead. `base` is what percentages are of, and `of` which kind of base that is. `provisional`: the paper
    behind a table's count is not read yet. `tables` is how many tables were counted and how many did not send their
    count, None where tables did not count or the figures are withheld; never which (D6).
    """

    audience: Audience
    key: QuestionKey
    stage: StageKey
    text: str
    text_hash: str
    source: Source
    wording_version: int
    method: Method
    max_marks: int
    status: str
    revision: int
    options: tuple[ShownOption, ...]
    figures: bool
    base: int | None
    of: Base
    accounting: ShownAccounting | None
    cast_by_channel: tuple[tuple[Channel, int], ...] = ()
    withheld: Message | None = None
    in_words: Message | None = None
    from_area: str | None = None
    practice: bool = False
    provisional: bool = False
    tables: tuple[int, int] | None = None


def shown(result: QuestionResult, audience: Audience) -> ShownResult:
    """Return what `audience` may see of `result`.

    Before the closing nobody but the operator sees a choice. The coordinator then sees every figure; the room sees
    counts without percentages below a base of 10 (T21). Published, a base of 5 to 9 is told in words and a smaller one
    not at all (D7). Told nothing either, and in the same sentence, are a unanimous answer to a sensitive question (it
    tells what everyone chose) and the count of one table while others did not send theirs: it is that table's (D6).
    """
    if audience is Audience.OPERATOR:
        return _with_figures(result, audience)
    if result.state is not State.CLOSED:
        return _without_figures(result, audience, say("The result is shown when the vote is closed."))
    if audience is Audience.PUBLISHED:
        return _published(result)
    return _with_figures(result, audience)


def carried_order(areas: Sequence[OptionKey], result: ShownResult) -> tuple[OptionKey, ...]:
    """Return the carried areas as they may be told: by rank, or as they were shown where the figures are withheld."""
    if result.figures:
        return tuple(areas)
    return tuple(option.key for option in result.options if option.key in areas)


def without_figures(result: ShownResult) -> ShownResult:
    """Return the question of a result as it was asked: its options in the order shown, and not one figure."""
    options = tuple(ShownOption(one.key, one.text, one.text_hash, one.source) for one in result.options)
    return replace(
        result, options=options, figures=False, base=None, accounting=None, cast_by_channel=(), in_words=None,
        provisional=False, tables=None,
    )  # fmt: skip


def reworded(result: ShownResult, wording: Callable[[str], str]) -> ShownResult:
    """Return `result` with its texts put through `wording`, as where they are cut for want of room; figures stay."""
    texts = tuple(wording(option.text) for option in result.options)
    if texts == tuple(option.text for option in result.options) and wording(result.text) == result.text:
        return result
    options = tuple(replace(option, text=text) for option, text in zip(result.options, texts, strict=True))
    return replace(result, text=wording(result.text), options=options)


def _published(result: QuestionResult) -> ShownResult:
    people = result.tally.valid
    if _is_told_nothing(result):
        # One sentence for all of them: a sentence of its own would tell that everybody answered alike.
        withheld = say(
            "This result is not published: that is so where fewer than {least} people answered, where it would tell "
            "what each person answered, and where only one table was counted.",
            least=SMALLEST_BASE_IN_WORDS,
        )
        return _without_figures(result, Audience.PUBLISHED, withheld)
    if people < SMALLEST_PUBLISHED_BASE:
        withheld = say(
            "Fewer than {least} people answered, so the result is told in words.", least=SMALLEST_PUBLISHED_BASE
        )
        return _without_figures(result, Audience.PUBLISHED, withheld, _outcome_in_words(result))
    return _with_figures(result, Audience.PUBLISHED)


def _is_told_nothing(result: QuestionResult) -> bool:
    if result.tally.valid < SMALLEST_BASE_IN_WORDS or (result.tables_counted == 1 and result.tables_missing):
        return True
    return result.sensitive and any(_is_everybody(option, result) for option in result.options)


def _with_figures(result: QuestionResult, audience: Audience) -> ShownResult:
    options = tuple(
        ShownOption(
            option.key,
            option.text,
            option.text_hash,
            option.source,
            option.count,
            option.points,
            option.share.percent if result.tally.valid >= SMALLEST_BASE_FOR_PERCENT else None,
            option.rank,
        )
        for option in result.options
    )
    channels = tuple(sorted((channel, cast) for channel, cast in result.tally.cast_by_channel.items() if cast))
    return _shown(result, audience, options, result.base, _accounting(result), channels)


def _without_figures(
    result: QuestionResult, audience: Audience, withheld: Message, in_words: Message | None = None
) -> ShownResult:
    options = tuple(ShownOption(one.key, one.text, one.text_hash, one.source) for one in result.options)
    return _shown(result, audience, options, None, None, (), withheld, in_words)


def _shown(
    result: QuestionResult,
    audience: Audience,
    options: tuple[ShownOption, ...],
    base: int | None,
    accounting: ShownAccounting | None,
    channels: tuple[tuple[Channel, int], ...],
    withheld: Message | None = None,
    in_words: Message | None = None,
) -> ShownResult:
    of = Base.DOTS if result.method is Method.DOTS else Base.VALID
    return ShownResult(
        audience, result.key, result.stage, result.text, result.text_hash, result.source, result.wording_version,
        result.method, result.max_marks, result.status, result.revision, options, withheld is None, base, of,
        accounting, channels, withheld, in_words, result.from_area, result.practice, result.provisional,
        _tables(result) if withheld is None else None,
    )  # fmt: skip


def _accounting(result: QuestionResult) -> ShownAccounting:
    tally, stated = result.tally, result.denominators
    issued = sum(stated.issued.values()) if stated.issued else None
    missing = sum(result.not_returned.values()) if stated.issued else None
    return ShownAccounting(
        stated.present, issued, tally.cast, tally.valid, tally.blank, tally.spoilt, tally.abstain, missing,
        stated.explanation,
    )  # fmt: skip


def _tables(result: QuestionResult) -> tuple[int, int] | None:
    return None if result.tables_counted is None else (result.tables_counted, len(result.tables_missing))


def _is_everybody(option: OptionResult, result: QuestionResult) -> bool:
    return option.count == result.tally.valid or (result.method is Method.DOTS and option.points == result.base)


def _outcome_in_words(result: QuestionResult) -> Message:
    first = [option for option in result.options if option.rank == 1]
    if len(first) > 1:
        return say("No answer was chosen more often than every other.")
    return _leading_in_words(first[0], result.tally.valid)


def _leading_in_words(option: OptionResult, people: int) -> Message:
    if option.share.of is Base.VALID and 2 * option.share.count > people:
        return say("Most people chose “{option}”.", option=option.text)
    return say("“{option}” was chosen more often than any other.", option=option.text)
