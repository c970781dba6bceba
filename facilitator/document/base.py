"""The base sentence: how many were there, how many voted, and of what the percentages are (T15)."""

from __future__ import annotations

from facilitator.core.disclosure import ShownAccounting, ShownResult
from facilitator.core.methods import Method
from facilitator.core.shares import Base
from facilitator.words.message import Message, say, say_many


def base_sentence(result: ShownResult) -> Message | None:
    """Return the sentence that stands beside a result's figures; None where it has none to show."""
    accounting = result.accounting
    if not result.figures or accounting is None:
        return None
    told = say("{people}; {base}", people=_people(accounting), base=_base(result, accounting))
    for more in _conditions(result):
        told = say("{told}; {more}", told=told, more=more)
    return say("{sentence}.", sentence=told)


def _conditions(result: ShownResult) -> tuple[Message, ...]:
    """Return what a figure that is not the last word, or not of all tables, must not be read without."""
    found: list[Message] = []
    if result.tables is not None and result.tables[1]:
        counted, missing = result.tables
        found.append(say("counted at {counted} of {tables} tables", counted=counted, tables=counted + missing))
    if result.provisional:
        found.append(say("provisional until the paper ballots are read"))
    return tuple(found)


def _people(accounting: ShownAccounting) -> Message:
    voted = _voted(accounting)
    if accounting.present is None:
        return say("how many people were present is not known, {voted}", voted=voted)
    present = say_many("{count} person present", "{count} people present", count=accounting.present)
    return say("{present}, {voted}", present=present, voted=voted)


def _voted(accounting: ShownAccounting) -> Message:
    """Return how many voted, and of them those whose ballot holds no answer (T16)."""
    told = say_many("{count} voted", "{count} voted", count=accounting.cast)
    apart = (
        (
            accounting.abstain,
            say_many("{count} would rather not say", "{count} would rather not say", count=accounting.abstain),
        ),
        (accounting.blank, say_many("{count} blank", "{count} blank", count=accounting.blank)),
        (accounting.spoilt, say_many("{count} spoilt", "{count} spoilt", count=accounting.spoilt)),
    )
    for people, why in apart:
        if people:
            told = say("{told}, {why}", told=told, why=why)
    return told


def _base(result: ShownResult, accounting: ShownAccounting) -> Message:
    if not result.base:
        return say("no votes")
    if all(option.percent is None for option in result.options):
        return say("too few for percentages")
    if result.of is Base.DOTS:
        return say("percentages of {base} dots, may not add to 100 because of rounding", base=result.base)
    of = _whom(result.base, accounting)
    if result.method is Method.CHOOSE and result.max_marks > 1:
        return say(
            "{of}, may add to more than 100 because each could choose up to {most}", of=of, most=result.max_marks
        )
    return say("{of}, may not add to 100 because of rounding", of=of)


def _whom(base: int, accounting: ShownAccounting) -> Message:
    if base == accounting.cast:
        return say("percentages of {base}", base=base)
    return say("percentages of {base} valid votes", base=base)
