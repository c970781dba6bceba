"""Options of a question: those that a file gives, and those that a method brings."""

from __future__ import annotations

from facilitator.core.keys import OptionKey
from facilitator.core.methods import OPTIONS_IN_ENGLISH, RESERVED_OPTION_KEYS, Method
from facilitator.core.plan import limits
from facilitator.core.programme import Model, Option
from facilitator.core.wording import Wording
from facilitator.programme.evidence import read_evidence
from facilitator.programme.reader import Found, Table, refuse_repeats
from facilitator.programme.wordings import TEXT_KEYS, text_of
from facilitator.words.message import say

FEWEST_OPTIONS = limits.FEWEST_OPTIONS
_MODEL_KEYS = ("key", *TEXT_KEYS)


def read_options(table: Table, method: Method, language: str) -> tuple[Option, ...]:
    """Return the options of the question `table`, in shown order."""
    if method in OPTIONS_IN_ENGLISH:
        return _fixed_options(table, method, language)
    listed = table.needed("options").items(least=FEWEST_OPTIONS)
    rows = tuple(found.table(_keys_of_an_option(method)) for found in listed)
    refuse_repeats(row.needed("key") for row in rows)
    refuse_repeats(model.table(_MODEL_KEYS).needed("key") for row in rows for model in row.items("models"))
    return tuple(_option(row, language) for row in rows)


def _keys_of_an_option(method: Method) -> tuple[str, ...]:
    return ("key", *TEXT_KEYS, "models", "evidence") if method.ranks_options else ("key", *TEXT_KEYS)


def _fixed_options(table: Table, method: Method, language: str) -> tuple[Option, ...]:
    listed = table.maybe("options")
    if listed is not None:
        return _reworded_options(listed, method, language)
    if language.partition("-")[0] == "en":
        return tuple(Option(key, Wording(text)) for key, text in OPTIONS_IN_ENGLISH[method].items())
    problem = say(
        "“options” is missing, and only English has its own words for the options of a {method}.", method=method.value
    )
    keys = ", ".join(OPTIONS_IN_ENGLISH[method])
    advice = say("Write the options out in “{language}”, with these keys: {keys}.", language=language, keys=keys)
    raise table.place.inside("options").refusal(problem, advice)


def _reworded_options(listed: Found, method: Method, language: str) -> tuple[Option, ...]:
    rows = tuple(found.table(_keys_of_an_option(method)) for found in listed.items())
    refuse_repeats(row.needed("key") for row in rows)
    options = tuple(_option(row, language) for row in rows)
    if {option.key for option in options} == set(OPTIONS_IN_ENGLISH[method]):
        return options
    keys = ", ".join(OPTIONS_IN_ENGLISH[method])
    problem = say("a {method} has exactly these options: {keys}.", method=method.value, keys=keys)
    advice = say("Use these keys and change only the wording, or choose another method such as “single”.")
    raise listed.refusal(problem, advice)


def _option(row: Table, language: str) -> Option:
    found = row.needed("key")
    if found.key() in RESERVED_OPTION_KEYS:
        problem = say("the key “{key}” is kept for the program itself.", key=found.key())
        raise found.refusal(problem, say("Give the option another key."))
    models = tuple(_model(model, language) for model in row.items("models"))
    return Option(OptionKey(found.key()), text_of(row, language), models, read_evidence(row))


def _model(found: Found, language: str) -> Model:
    row = found.table(_MODEL_KEYS)
    return Model(row.needed("key").key(), text_of(row, language))
