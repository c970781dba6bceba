"""What a programme file says of publishing, of access, and of what happens after an event."""

from __future__ import annotations

from facilitator.core.disclosure.policy import LEAST_SMALLEST_SHOWN, MOST_SMALLEST_SHOWN, ROUNDINGS, SuppressionPolicy
from facilitator.core.plan import limits
from facilitator.core.programme import NextStepLine
from facilitator.core.wording import Wording
from facilitator.programme.reader import Found, Table
from facilitator.programme.wordings import TEXT_KEYS, line_of, texts_of
from facilitator.words.message import say

DISCLOSURE_KEYS = ("smallest_shown", "round_to")
NEXT_STEP_KEYS = (*TEXT_KEYS, "who")
LONGEST_MEANS = limits.LONGEST_MEANS
LONGEST_STEP = limits.LONGEST_STEP
LONGEST_WHO = limits.LONGEST_WHO


def read_disclosure(table: Table) -> SuppressionPolicy:
    """Return how small a number of people may be published; the usual where the file says nothing."""
    row = table.given("disclosure", {}).table(DISCLOSURE_KEYS)
    usual = SuppressionPolicy()
    smallest = row.given("smallest_shown", usual.smallest_shown)
    return SuppressionPolicy(
        smallest.whole_number(least=LEAST_SMALLEST_SHOWN, most=MOST_SMALLEST_SHOWN),
        _rounding(row.given("round_to", usual.round_to)),
    )


def read_access(table: Table, language: str) -> tuple[Wording, ...]:
    """Return the means of access that every event asks about, each on one line and named once."""
    means = texts_of(table, "access", language, taken=Found.title)
    seen: set[str] = set()
    for found, wording in zip(table.items("access"), means, strict=True):
        _refuse_longer(found, wording.text, LONGEST_MEANS)
        name = " ".join(wording.text.split()).casefold()
        if name in seen:
            problem = say("“{what}” stands here a second time.", what=wording.text[:40])
            raise found.refusal(problem, say("Take one of the two out."))
        seen.add(name)
    return means


def read_next_steps(table: Table, language: str) -> tuple[NextStepLine, ...]:
    """Return the lines of what happens next that every event fills in."""
    return tuple(_line(found.table(NEXT_STEP_KEYS), language) for found in table.items("next_steps"))


def _line(row: Table, language: str) -> NextStepLine:
    wording, found = line_of(row, language), row.maybe("who")
    _refuse_longer(row.needed("text"), wording.text, LONGEST_STEP)
    if found is None:
        return NextStepLine(wording)
    who = found.title()
    _refuse_longer(found, who, LONGEST_WHO)
    return NextStepLine(wording, who)


def _rounding(found: Found) -> int:
    number = found.whole_number(least=min(ROUNDINGS), most=max(ROUNDINGS))
    if number not in ROUNDINGS:
        problem = say("numbers of people are rounded to 1 or to 5, and this says {number}.", number=number)
        raise found.refusal(problem, say("Write 1 for exact numbers, or 5."))
    return number


def _refuse_longer(found: Found, text: str, most: int) -> None:
    if len(text) > most:
        problem = say("this text has {length} characters; {most} is the most.", length=len(text), most=most)
        raise found.refusal(problem, say("Say it in fewer words."))
