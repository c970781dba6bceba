"""Ballots: what one person's choices come to under the rule of their question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from facilitator.core.keys import Channel, OptionKey
from facilitator.core.methods import BLANK, RATHER_NOT_SAY, RESERVED_OPTION_KEYS, SPOILT, Method
from facilitator.errors import Refused
from facilitator.words.message import say

Marks = NewType("Marks", str)  # options in shown order: "a1 a4"; for dots with their number: "a1:2 a3:1"


class Standing(StrEnum):
    """What a ballot is in the accounting of its question (domain.md T6, T9)."""

    VALID = "valid"
    BLANK = "blank"
    SPOILT = "spoilt"
    ABSTAIN = "abstain"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class BallotRule:
    """What a ballot of one question may hold."""

    method: Method
    options: tuple[OptionKey, ...]
    max_marks: int = 1
    stacking: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One mark as it was made; `dots` counts only where the method is dots."""

    option: OptionKey
    dots: int = 1


@dataclass(frozen=True, slots=True)
class Judgement:
    """What choices come to: a standing, and for a valid ballot its marks."""

    standing: Standing
    marks: Marks = Marks("")


_SPECIAL = {RATHER_NOT_SAY: Standing.ABSTAIN, BLANK: Standing.BLANK, SPOILT: Standing.SPOILT}


def judged(choices: Iterable[Choice], rule: BallotRule, channel: Channel) -> Judgement:
    """Return what `choices` come to; more than the rule allows spoils a paper ballot and is refused elsewhere (T3, T4).

    Raises `Refused` for an option the question does not have. Choices are never truncated.
    """
    made = list(choices)
    _refuse_unknown(made, rule)
    named = {choice.option for choice in made}
    if not named:
        return Judgement(Standing.BLANK)
    if len(named) == 1 and named <= RESERVED_OPTION_KEYS:
        return Judgement(_SPECIAL[next(iter(named))])
    marks = _marks_by_option(made, rule)
    stacked = not rule.stacking and any(choice.dots > 1 for choice in made)
    if stacked or named & RESERVED_OPTION_KEYS or sum(marks.values()) > rule.max_marks:
        return _too_many(rule, channel)
    return Judgement(Standing.VALID, _written(marks, rule))


def marked(marks: Marks) -> dict[OptionKey, int]:
    """Return the options of a valid ballot with the number of marks each has."""
    pairs = (word.partition(":") for word in marks.split())
    return {OptionKey(option): int(dots) if dots else 1 for option, _, dots in pairs}


def _refuse_unknown(choices: list[Choice], rule: BallotRule) -> None:
    for choice in choices:
        if choice.option not in rule.options and choice.option not in RESERVED_OPTION_KEYS:
            raise Refused(
                say("“{choice}” is not an option of this question.", choice=choice.option),
                say("Its options are: {options}.", options=", ".join(rule.options)),
            )
        if choice.dots < 1 or (choice.dots > 1 and rule.method is not Method.DOTS):
            raise Refused(
                say("{count} points for “{choice}” cannot be counted here.", count=choice.dots, choice=choice.option),
                say("Give a whole number of dots, 1 or more, and only where the question is answered with dots."),
            )


def _marks_by_option(choices: list[Choice], rule: BallotRule) -> dict[OptionKey, int]:
    marks: dict[OptionKey, int] = {}
    for choice in choices:
        so_far = marks.get(choice.option, 0)
        marks[choice.option] = so_far + choice.dots if rule.stacking else 1
    return marks


def _too_many(rule: BallotRule, channel: Channel) -> Judgement:
    if channel is Channel.PAPER:
        return Judgement(Standing.SPOILT)
    raise Refused(
        say("These are more choices than this question takes."),
        say("Choose at most {most}, and nothing beside “rather not say”.", most=rule.max_marks),
    )


def _written(marks: Mapping[OptionKey, int], rule: BallotRule) -> Marks:
    in_order = [option for option in rule.options if option in marks]
    if rule.method is Method.DOTS:
        return Marks(" ".join(f"{option}:{marks[option]}" for option in in_order))
    return Marks(" ".join(in_order))
