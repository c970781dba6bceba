"""From the characters of a TOML or JSON file to its values; what cannot be parsed is refused with its line."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Literal, TypeAlias

from facilitator.errors import ProgrammeRefused
from facilitator.programme.place import Place, printable
from facilitator.words.message import say

Form: TypeAlias = Literal["toml", "json"]

MOST_DOTS_IN_A_LINE = 500
_BYTE_ORDER_MARK = "\ufeff"


def parsed(text: str, form: Form, place: Place) -> object:
    """Return the values that `text` spells in `form`; a byte order mark before them is passed over."""
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    try:
        return _parsed_toml(plain, place) if form == "toml" else _parsed_json(plain, place)
    except RecursionError as error:
        advice = say("Compare it with the example in docs/programme.md; nothing there is deeper than five levels.")
        raise place.refusal(say("too many brackets stand inside one another."), advice) from error


def _parsed_toml(text: str, place: Place) -> object:
    _refuse_endless_keys(text, place)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        at = re.search(r"at line (\d+)", reason)
        line = int(at[1]) if at else text.count("\n") + 1
        if "overwrite" in reason or "twice" in reason:
            raise _twice(place, line) from error
        raise _syntax(place, line) from error
    except ValueError as error:  # a number of more digits than Python turns into a number
        raise _unreadable_value(place) from error


def _refuse_endless_keys(text: str, place: Place) -> None:
    # tomllib takes time in the square of the parts of a dotted key: a line of 50,000 parts held it for a minute.
    for line, written in enumerate(text.split("\n"), start=1):
        if written.count(".") > MOST_DOTS_IN_A_LINE:
            problem = say("line {line} has more than {most} dots.", line=line, most=MOST_DOTS_IN_A_LINE)
            raise place.refusal(problem, say("Take dots out, or break the line in two."))


def _parsed_json(text: str, place: Place) -> object:
    def table(pairs: list[tuple[str, object]]) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, value in pairs:
            if name in values:
                raise _repeated(place, name)
            values[name] = value
        return values

    try:
        return json.loads(text, object_pairs_hook=table)
    except json.JSONDecodeError as error:
        raise _syntax(place, error.lineno) from error
    except ValueError as error:
        raise _unreadable_value(place) from error


def _syntax(place: Place, line: int) -> ProgrammeRefused:
    advice = say("Look at that line and the one before it: often a quotation mark, a comma or a bracket is missing.")
    return place.refusal(say("line {line} cannot be understood.", line=line), advice)


def _twice(place: Place, line: int) -> ProgrammeRefused:
    problem = say("at line {line} a key stands a second time.", line=line)
    return place.refusal(problem, say("Keep one of the two lines and take the other out."))


def _repeated(place: Place, name: str) -> ProgrammeRefused:
    problem = say("the key “{name}” stands a second time between the same brackets.", name=printable(name))
    return place.inside(name).refusal(problem, say("Keep one of the two and take the other out."))


def _unreadable_value(place: Place) -> ProgrammeRefused:
    return place.refusal(say("it holds a number that is too long to read."), say("Shorten the number."))
