"""Edits of what is known about an area, and of the services about which a direction is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

from facilitator.core.keys import OptionKey
from facilitator.core.plan.finding import with_changed_option
from facilitator.core.plan.new_keys import new_key
from facilitator.core.plan.words import a_text, listed
from facilitator.core.programme import EvidenceCard, Model, Option, Programme, Question
from facilitator.errors import Refused
from facilitator.words.message import say

_SAID_OF = ("source", "date", "balanced_by")  # what tells of the card itself, and is no figure of the area


def with_evidence(programme: Programme, area: str, card: EvidenceCard | None) -> Programme:
    """Return the programme with another evidence card of an area; None and an empty card say that nothing is known.

    Raises `Refused` for a card that says neither the main thing nor what happens now, a year or basis without a cost,
    and a figure without its source and date.
    """
    kept = _fitted(card) if card is not None and card != EvidenceCard() else None
    return _with_area(programme, area, lambda option: replace(option, evidence=kept))


def with_models(programme: Programme, area: str, texts: tuple[str, ...]) -> Programme:
    """Return the programme with these services or ways of working in an area; those there before keep their keys."""
    asked = _question_of_areas(programme)
    elsewhere = {model.key for option in asked.options if option.key != area for model in option.models}
    return _with_area(programme, area, lambda option: replace(option, models=_models(option, texts, elsewhere)))


def _models(option: Option, texts: tuple[str, ...], elsewhere: set[str]) -> tuple[Model, ...]:
    before = {model.wording.text: model for model in option.models}
    taken = elsewhere | {model.key for model in option.models}
    made: list[Model] = []
    for wording in listed((model.wording for model in option.models), dict.fromkeys(text.strip() for text in texts)):
        model = before.get(wording.text) or Model(new_key(f"{option.key} {wording.text}", taken), wording)
        taken.add(model.key)
        made.append(model)
    return tuple(made)


def _with_area(programme: Programme, area: str, change: Callable[[Option], Option]) -> Programme:
    return with_changed_option(programme, _question_of_areas(programme).key, OptionKey(area), change)


def _question_of_areas(programme: Programme) -> Question:
    if programme.carry_forward is None:
        raise Refused(say("This programme carries nothing forward."), say("Evidence belongs to areas that go forward."))
    return programme.question(programme.carry_forward.question)


def _fitted(card: EvidenceCard) -> EvidenceCard:
    fitted = EvidenceCard(**{name: a_text(text) if text.strip() else "" for name, text in asdict(card).items()})
    if not (fitted.headline or fitted.now):
        raise Refused(
            say("The main thing to know and what happens now are both missing."), say("Write one of the two.")
        )
    if not fitted.cost and (fitted.cost_year or fitted.cost_basis):
        raise Refused(say("The cost is missing."), say("Add it, or take out its year and what is in it."))
    if _has_figure(fitted) and not (fitted.source and fitted.date):
        raise Refused(
            say("The card gives a figure, and its source or date is missing."),
            say("Say where the figure comes from and of which date it is."),
        )
    return fitted


def _has_figure(card: EvidenceCard) -> bool:
    told = (text for name, text in asdict(card).items() if name not in _SAID_OF)
    return bool(card.cost) or any(character.isdigit() for text in told for character in text)
