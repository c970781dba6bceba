"""What is said of the areas that are carried forward, and of the line below the last place."""

from __future__ import annotations

from facilitator.conduct.carried_stage import short_name
from facilitator.conduct.record import CarriedRecord
from facilitator.core.ranking import Cut
from facilitator.words.message import Message, say, say_many


def line_in_words(found: Cut, inside: int) -> Message | None:
    """Return what the line below the places says; None where nothing is inside."""
    if found.is_tie:
        return say_many(
            "{count} place for the areas that are level",
            "{count} places for the areas that are level",
            count=found.places_left,
        )
    return say("the line is below place {place}", place=inside) if inside else None


def carried_before(carried: CarriedRecord) -> Message:
    """Return what was carried forward before the vote came to something else."""
    return say("Carried forward before: {names}. The vote as it stands now:", names=_names(carried))


def _names(carried: CarriedRecord) -> str:
    return ", ".join(short_name(text) for _, text in carried.areas)


def carried_in_words(carried: CarriedRecord, stage: Message) -> Message:
    """Return what was carried forward, who decided so, and the stage that comes of it."""
    told = say_many(
        "Carried forward: {names}.",
        "Carried forward, {count} areas: {names}.",
        count=len(carried.areas),
        names=_names(carried),
    )
    who = say("Decided by: {who}.", who=carried.decided_by)
    return say("{told} {who} {stage}", told=told, who=who, stage=stage)
