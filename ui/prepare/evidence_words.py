"""What an evidence card says, field by field, and what it does not say yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.programme import EvidenceCard, Option, Programme
from facilitator.words.message import Message, say


@dataclass(frozen=True, slots=True)
class CardField:
    """One field of a card: its `key` there, what it is called, and a hint where the name is not enough."""

    key: str
    name: Message
    hint: Message | None = None


HEADLINE = CardField("headline", say("Headline: the one sentence that the room sees"))
SOURCE = CardField("source", say("Source"), say("such as Council accounts"))
DATE = CardField("date", say("Date of the source"), say("such as March 2026"))
NOW = CardField("now", say("What happens now"))
COST = CardField("cost", say("What it costs"), say("such as £412,000"))
COST_YEAR = CardField("cost_year", say("In which year"), say("such as 2025/26"))
COST_BASIS = CardField("cost_basis", say("What the cost counts"), say("such as all day services"))
INSPECTORS = CardField("inspectors", say("What inspectors say"))
STAFF = CardField("staff", say("What staff say"))
LOCAL_PEOPLE = CardField("local_people", say("What local people say"))
MODELS = CardField("models", say("Examples from here and elsewhere"))
BALANCED_BY = CardField("balanced_by", say("Balanced by"), say("who made sure that more than one side is told"))

ROWS: tuple[tuple[CardField, ...], ...] = (
    (HEADLINE,), (SOURCE, DATE), (NOW,), (COST, COST_YEAR, COST_BASIS), (INSPECTORS,), (STAFF,), (LOCAL_PEOPLE,),
    (MODELS,), (BALANCED_BY,),
)  # fmt: skip


def not_told(card: EvidenceCard) -> tuple[Message, ...]:
    """Return what a card does not say yet, a sentence each, the weightiest first."""
    return tuple(_not_told(card))


def _not_told(card: EvidenceCard) -> Iterator[Message]:
    if not card.headline:
        yield say("No headline yet.")
    if not card.source:
        yield say("No source yet.")
    elif not card.date:
        yield say("The source is without its date.")
    if not card.cost:
        yield say("No cost yet.")
    elif not card.cost_year:
        yield say("The cost is without its year.")
    if card.cost and not card.cost_basis:
        yield say("It is not said what the cost counts.")
    asked = (
        (card.now, say("Nothing yet on what happens now.")),
        (card.inspectors, say("Nothing yet from inspectors.")),
        (card.staff, say("Nothing yet from staff.")),
        (card.local_people, say("Nothing yet from local people.")),
        (card.models, say("No examples yet.")),
        (card.balanced_by, say("Nobody is named who balanced it.")),
    )
    yield from (told for text, told in asked if not text)


def areas_of(programme: Programme) -> tuple[Option, ...]:
    """Return the areas that people choose from; none where the programme carries nothing forward."""
    if programme.carry_forward is None:
        return ()
    return programme.question(programme.carry_forward.question).options


def area_of(programme: Programme, key: str) -> Option | None:
    """Return an area; None where the programme has it not."""
    return next((area for area in areas_of(programme) if area.key == key), None)
