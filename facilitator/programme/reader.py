"""Values found in a programme file: each knows its place, and is taken out as what it has to be or refused."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from facilitator.core.hidden import hidden_in_name
from facilitator.core.plan import limits
from facilitator.errors import ProgrammeRefused
from facilitator.programme.place import Place, printable
from facilitator.words.message import Message, say, say_many

MOST_CHARACTERS = limits.MOST_CHARACTERS
MOST_CHOICES_NAMED = 20
_MOST_NUMBER_SHOWN = 10**15
_LEAST_LIKENESS = 0.5  # of difflib: "maks" is 0.57 like "max"
_KEY = re.compile(r"[a-z0-9_.-]{1,40}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_CONTROLS = frozenset({"Cc", "Cs"})

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the file with its place; every way to take it out raises ProgrammeRefused for what does not fit."""

    value: object
    place: Place

    def refusal(self, problem: Message, advice: Message) -> ProgrammeRefused:
        """Return the error that says what is wrong with this value."""
        return self.place.refusal(problem, advice)

    def text(self) -> str:
        """Return the text exactly as it is written: not empty, not too long, nothing in it that cannot be shown."""
        text = self._string()
        if not text.strip():
            raise self.refusal(say("this text is empty."), say("Write the text, or take the line out."))
        if len(text) > MOST_CHARACTERS:
            problem = say(
                "this text has {length} characters; {most} is the most.", length=len(text), most=MOST_CHARACTERS
            )
            raise self.refusal(problem, say("Shorten it, or split it in two."))
        self._refuse_characters(character for character in text if _cannot_be_shown(character))
        return text

    def title(self) -> str:
        """Return a text of one line, without marks that change the direction of writing."""
        text = self.text()
        self._refuse_characters(hidden_in_name(text))
        return text

    def key(self) -> str:
        """Return a key: 1 to 40 lower-case ASCII letters, digits and `_`, `-`, `.`."""
        text = self._string()
        if _KEY.fullmatch(text):
            return text
        problem = say("“{written}” cannot be a key.", written=printable(text))
        advice = say("Use 1 to 40 of these: small letters a to z, digits, “_”, “-” and “.”; no spaces and no accents.")
        raise self.refusal(problem, advice)

    def language(self) -> str:
        """Return a language code such as "en" or "cy"."""
        text = self._string()
        if _LANGUAGE.fullmatch(text):
            return text
        problem = say("“{written}” is not a language code.", written=printable(text))
        raise self.refusal(problem, say("Use a short code such as “en” for English or “cy” for Welsh."))

    def whole_number(self, *, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`."""
        if isinstance(self.value, int) and not isinstance(self.value, bool) and least <= self.value <= most:
            return self.value
        problem = say(
            "this has to be a whole number from {least} to {most}, and it is {what}.",
            least=least,
            most=most,
            what=described(self.value),
        )
        raise self.refusal(problem, say("Write the number in digits, without quotation marks."))

    def yes_or_no(self) -> bool:
        """Return true or false."""
        if isinstance(self.value, bool):
            return self.value
        problem = say("this has to be true or false, and it is {what}.", what=described(self.value))
        raise self.refusal(problem, say("Write true or false, in small letters and without quotation marks."))

    def one_of(self, choices: Sequence[str]) -> str:
        """Return one of `choices`."""
        text = self._string()
        if text in choices:
            return text
        problem = say(
            "“{written}” is not known here; known are: {choices}.",
            written=printable(text),
            choices=", ".join(choices[:MOST_CHOICES_NAMED]),
        )
        raise self.refusal(problem, _nearest_advice(text, choices))

    def member(self, kind: type[Choice]) -> Choice:
        """Return the member of `kind` that is written here."""
        return kind(self.one_of([choice.value for choice in kind]))

    def items(self, *, least: int = 0) -> tuple[Found, ...]:
        """Return the items of a list, of which there have to be at least `least`."""
        if not isinstance(self.value, list):
            problem = say("this has to be a list, and it is {what}.", what=described(self.value))
            raise self.refusal(problem, say("Write it between square brackets: [first, second]."))
        if len(self.value) < least:
            problem = say_many(
                "at least {count} is needed here, and there are {there}.",
                "at least {count} are needed here, and there are {there}.",
                count=least,
                there=len(self.value),
            )
            raise self.refusal(problem, say("Add what is missing."))
        return tuple(Found(item, self.place.numbered(number)) for number, item in enumerate(self.value, start=1))

    def pairs(self) -> tuple[tuple[str, Found], ...]:
        """Return the keys of a table with their values, whatever the keys are."""
        values = self._values()
        return tuple((name, Found(value, self.place.inside(name))) for name, value in values.items())

    def table(self, known: Iterable[str]) -> Table:
        """Return the table that stands here; a key that is not one of `known` is refused."""
        values = self._values()
        key = values.get("key")
        place = self.place.owned_by(key) if self.place.path and isinstance(key, str) else self.place
        table = Table(values, place)
        table.refuse_unknown(tuple(known))
        return table

    def _string(self) -> str:
        if isinstance(self.value, str):
            return self.value
        problem = say("this has to be text, and it is {what}.", what=described(self.value))
        raise self.refusal(problem, say("Write it between quotation marks."))

    def _values(self) -> Mapping[str, object]:
        if isinstance(self.value, dict):
            return self.value
        problem = say("this has to be a table of keys and values, and it is {what}.", what=described(self.value))
        raise self.refusal(problem, say("Compare it with the example in docs/programme.md."))

    def _refuse_characters(self, characters: Iterable[str]) -> None:
        for character in characters:
            code = f"U+{ord(character):04X}"
            problem = say("this holds the character {code}, which cannot be seen.", code=code)
            raise self.refusal(problem, say("Type the text anew instead of pasting it."))


class Table:
    """The keys and values of one table of the file."""

    def __init__(self, values: Mapping[str, object], place: Place) -> None:
        self.place = place
        self._values = values

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Refuse the first key that is not one of `known`, naming the nearest."""
        for name in self._values:
            if name not in known:
                problem = say("the key “{name}” is not known here.", name=printable(name))
                raise self.place.inside(name).refusal(problem, _unknown_key_advice(name, known))

    def needed(self, name: str) -> Found:
        """Return the value of `name`, which has to be there."""
        if name not in self._values:
            problem = say("“{name}” is missing.", name=name)
            raise self.place.inside(name).refusal(problem, say("Add it; docs/programme.md shows how it is written."))
        return Found(self._values[name], self.place.inside(name))

    def given(self, name: str, default: object) -> Found:
        """Return the value of `name`, or `default` where it is not given."""
        return Found(self._values.get(name, default), self.place.inside(name))

    def maybe(self, name: str) -> Found | None:
        """Return the value of `name` if it is given."""
        return self.needed(name) if name in self._values else None

    def items(self, name: str) -> tuple[Found, ...]:
        """Return the items of the list `name`; none where it is not given."""
        return self.given(name, []).items()


def refuse_repeats(keys: Iterable[Found]) -> None:
    """Refuse the first key that stands a second time."""
    seen: set[str] = set()
    for found in keys:
        key = found.key()
        if key in seen:
            problem = say("“{key}” stands here a second time.", key=key)
            raise found.refusal(
                problem, say("Each may stand here once: give one of the two another key, or remove it.")
            )
        seen.add(key)


def described(value: object) -> Message:
    """Return what `value` is, in a few words."""
    if value is None:
        return say("nothing (null)")
    if isinstance(value, str):
        return say("the text “{written}”", written=printable(value))
    if isinstance(value, (bool, int, float)):
        return _described_number(value)
    if isinstance(value, list):
        return say("a list")
    return say("a table") if isinstance(value, dict) else say("a date or time")


def _described_number(value: bool | int | float) -> Message:
    if isinstance(value, int) and abs(value) > _MOST_NUMBER_SHOWN:  # long ones cannot be turned into digits at all
        return say("a very large number")
    return say("{value}", value=str(value).lower())


def _unknown_key_advice(name: str, known: Sequence[str]) -> Message:
    nearest = difflib.get_close_matches(name[:100], known, n=1, cutoff=_LEAST_LIKENESS)
    if nearest:
        return say("Was “{nearest}” meant? Change it to that, or take it out.", nearest=nearest[0])
    return say("Take it out, or use one of these: {known}.", known=", ".join(known))


def _nearest_advice(text: str, choices: Sequence[str]) -> Message:
    nearest = difflib.get_close_matches(text[:100], choices[:500], n=1, cutoff=_LEAST_LIKENESS)
    if nearest:
        return say("Was “{nearest}” meant? Write it exactly so.", nearest=nearest[0])
    return say("Use one of those that are known, written exactly so.")


def _cannot_be_shown(character: str) -> bool:
    return unicodedata.category(character) in _CONTROLS and character not in "\n\r\t"
