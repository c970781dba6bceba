"""Opinions: what each pretend person answers, with a tie at the cut where areas are chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.keys import OptionKey
from facilitator.core.methods import AGREE, Method
from facilitator.rehearsal.asking import Asking
from facilitator.rehearsal.crowd import Crowd


class Mood(StrEnum):
    """What a person does when a question is put."""

    CHOOSES = "chooses"
    RATHER_NOT_SAY = "rather_not_say"
    DOES_NOT_VOTE = "does_not_vote"
    TOO_LATE = "too_late"


_ALWAYS_CHOOSES = 0.92
_RATHER_NOT_SAY = 0.96
_TOO_LATE = 0.98


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person thinks: options in shown order, the same whether or not the person says so."""

    mood: Mood
    options: tuple[OptionKey, ...]

    @property
    def chosen(self) -> tuple[OptionKey, ...]:
        """The options this person's vote counts for."""
        return self.options if self.mood is Mood.CHOOSES else ()


def answers(crowd: Crowd, asking: Asking) -> dict[int, Answer]:
    """Return what everybody in the room answers; where areas go forward, two are level at the cut."""
    found = {person: answer_of(crowd, asking, person) for person in crowd.in_room(asking.stage)}
    return _tied(found, asking) if 0 < asking.places < len(asking.options) else found


def answer_of(crowd: Crowd, asking: Asking, person: int) -> Answer:
    """Return what one person answers, before anything is arranged."""
    options = _choice(crowd, asking, person)
    return Answer(_mood(crowd, asking, person), options)


def another_choice(crowd: Crowd, asking: Asking, person: int) -> tuple[OptionKey, ...]:
    """Return what the person chose first and then thought better of."""
    last = answer_of(crowd, asking, person).options
    rest = [option for option in asking.options if option not in last]
    return (crowd.chance.pick(rest or asking.options, asking.key, "first", person),)


def _mood(crowd: Crowd, asking: Asking, person: int) -> Mood:
    place = crowd.chance.fraction(asking.key, "mood", person)
    if place < _ALWAYS_CHOOSES:
        return Mood.CHOOSES
    if place < _RATHER_NOT_SAY:
        return Mood.RATHER_NOT_SAY
    return Mood.TOO_LATE if place < _TOO_LATE else Mood.DOES_NOT_VOTE


def _choice(crowd: Crowd, asking: Asking, person: int) -> tuple[OptionKey, ...]:
    liking = {option: _liking(crowd, asking, option, person) for option in asking.options}
    most_liked = sorted(liking, key=lambda option: liking[option], reverse=True)
    wanted = _marks(crowd, asking, person)
    return tuple(option for option in asking.options if option in most_liked[:wanted])


def _marks(crowd: Crowd, asking: Asking, person: int) -> int:
    if asking.method.takes_one_choice or asking.is_run_off:
        return 1
    fewer = crowd.chance.fraction(asking.key, "marks", person) < 0.25
    return max(1, asking.max_marks - 1) if fewer else asking.max_marks


def _liking(crowd: Crowd, asking: Asking, option: OptionKey, person: int) -> float:
    """Return how much a person likes an option: what the whole room leans to, and the person's own mind."""
    leaning = 0.8 + 0.5 * crowd.chance.fraction(asking.key, "leaning", option)
    if asking.method is Method.STATEMENT and option == AGREE:
        leaning += 0.7 + 1.6 * crowd.chance.fraction(asking.key, "agreement")
    return leaning * crowd.chance.fraction(asking.key, "mind", option, person)


def _tied(found: dict[int, Answer], asking: Asking) -> dict[int, Answer]:
    """Return the answers with as many people for the last option inside the cut as for the first one outside it."""
    counts = counted(found, asking)
    by_rank = sorted(asking.options, key=lambda option: counts[option], reverse=True)
    inside, outside = by_rank[asking.places - 1], by_rank[asking.places]
    ahead = counts[inside] - counts[outside]
    tied = dict(found)
    for person, answer in found.items():
        if ahead > 1 and inside in answer.chosen and outside not in answer.chosen:
            tied[person], ahead = _changed(answer, asking, added=outside, dropped=inside), ahead - 2
    return _evened(tied, asking, inside, outside) if ahead else tied


def _evened(found: dict[int, Answer], asking: Asking, inside: OptionKey, outside: OptionKey) -> dict[int, Answer]:
    """Return the answers with the one vote that is left between the two given or taken by one person."""
    undecided = {person: answer for person, answer in found.items() if answer.chosen and outside not in answer.chosen}
    for person, answer in undecided.items():
        if len(answer.chosen) < asking.max_marks:
            return {**found, person: _changed(answer, asking, added=outside)}
    for person, answer in undecided.items():
        if inside in answer.chosen and len(answer.chosen) > 1:
            return {**found, person: _changed(answer, asking, dropped=inside)}
    return found


def _changed(
    answer: Answer, asking: Asking, *, added: OptionKey | None = None, dropped: OptionKey | None = None
) -> Answer:
    wanted = {*answer.options, added} - {dropped}
    return Answer(answer.mood, tuple(option for option in asking.options if option in wanted))


def counted(found: Mapping[int, Answer], asking: Asking) -> dict[OptionKey, int]:
    """Return how many people chose each option, in shown order."""
    counter = Counter(option for answer in found.values() for option in answer.chosen)
    return {option: counter[option] for option in asking.options}
