"""What the tables' note-takers write: sentences from the shipped list, filled in and dealt out by chance."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from facilitator.conduct.noting import NoteKind
from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.chance import Chance
from facilitator.resources import asset
from facilitator.words.message import filled

_TALKS = ("goals", "areas", "approach")
_OCCASIONS = {
    ActivityKind.GO_ROUND: "matters",
    ActivityKind.THEMING: "missing",
    ActivityKind.COMMITMENTS: "commitments",
    ActivityKind.PLAY_BACK: "play_back",
    ActivityKind.FORMS: "closing",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence and what kind of note it makes."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Sayings:
    """All that pretend people may say, by occasion; `slots` is what stands for {names} in it."""

    by_occasion: Mapping[str, tuple[Saying, ...]]
    slots: Mapping[str, tuple[str, ...]]


def read_sayings() -> Sayings:
    """Read the shipped list."""
    with asset("rehearsal/notes.toml").open("rb") as file:
        read = tomllib.load(file)
    slots = {name: tuple(values) for name, values in read.pop("slots").items()}
    return Sayings({occasion: tuple(_sayings(kinds)) for occasion, kinds in read.items()}, slots)


def occasion_of(kind: ActivityKind, stage: int) -> str | None:
    """Return on what occasion people speak in a step of the run sheet, None where nothing is written down."""
    if kind is ActivityKind.TABLE_TALK:
        return _TALKS[min(stage, len(_TALKS) - 1)]
    return _OCCASIONS.get(kind)


def dealt(said: Sayings, occasion: str, chance: Chance) -> list[Saying]:
    """Return all that is said on an occasion, in an order in which the kinds take turns."""
    by_kind: dict[NoteKind, list[Saying]] = {}
    for saying in chance.shuffled(said.by_occasion[occasion], occasion):
        by_kind.setdefault(saying.kind, []).append(saying)
    in_turn = chain.from_iterable(zip_longest(*by_kind.values()))
    return [saying for saying in in_turn if saying is not None]


def spoken(said: Sayings, saying: Saying, chance: Chance, *about: object, area: str = "") -> str:
    """Return the sentence with its slots filled, beginning with a capital letter."""
    text = filled(saying.text, {**slots_of(said, chance, *about), "area": area})
    return text[:1].upper() + text[1:]


def slots_of(said: Sayings, chance: Chance, *about: object) -> dict[str, str]:
    """Return what stands for each {name} in a sentence."""
    return {name: chance.pick(things, name, *about) for name, things in said.slots.items()}


def _sayings(kinds: Mapping[str, Sequence[str]]) -> Iterator[Saying]:
    for kind, texts in kinds.items():
        for text in texts:
            yield Saying(NoteKind(kind), text)
