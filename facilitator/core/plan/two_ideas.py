"""Two ideas in one sentence, as far as its words show: a joint such as "and" between two verbs, or two judgements."""

from __future__ import annotations

import re

from facilitator.core.plan import advice_words as known

_TWO_SENTENCES = re.compile(r"[.!?;]\s+\w")
_ADDED = re.compile(r"\bas well as \w+ing\b|\band also\b|\band at the same time\b|\band/or\b", re.IGNORECASE)
_TWO_JUDGEMENTS = re.compile(r"\b(?:is|are|be|feel|feels)\s[\w-]+(?:,\s[\w-]+)*,?\sand\s[\w-]+\.?$", re.IGNORECASE)
_TOKENS = re.compile(r"[\w’-]+|,")
_NEAR = 7  # words behind a joint in which the verb of a second clause stands
_BEING = frozenset(("is", "are", "was", "were"))


def says_two_things(text: str) -> bool:
    """Return whether a sentence may hold two ideas; two nouns such as "health and care" are one."""
    found = any(shape.search(text) for shape in (_TWO_SENTENCES, _ADDED, _TWO_JUDGEMENTS))
    return found or _joins_two(_TOKENS.findall(text.casefold()))


def _joins_two(tokens: list[str]) -> bool:
    """Return whether a joint stands between two verbs of the main sentence."""
    verb, is_part = "", False
    for place, word in enumerate(tokens):
        if word == ",":
            is_part = is_part and bool(verb)  # a part in front ends at its comma; one behind, nobody can tell where
        elif _opens_a_part(tokens, place):
            is_part = True
        elif is_part:
            continue
        elif not verb and (word in known.FINITE or _is_modal(tokens, place)):
            verb = word
        elif verb and word in known.JOINTS and _second_verb(verb, tokens[place + 1 : place + 2 + _NEAR]):
            return True
    return False


def _opens_a_part(tokens: list[str], place: int) -> bool:
    is_for_a_purpose = tokens[place] == "to" and not _is_modal(tokens, place - 1)
    return tokens[place] in known.OPENS_A_PART or is_for_a_purpose


def _second_verb(verb: str, behind: list[str]) -> bool:
    """Return whether a second verb stands behind a joint: for the same subject, or with one of its own."""
    while behind and (behind[0] in known.BEHIND_JOINTS or behind[0] in known.JOINTS):
        behind = behind[1:]
    if verb not in _BEING and behind and _is_verb(behind[0], " ".join(behind[1:2])):
        return True
    for place, word in enumerate(behind):
        if word == "," or word in known.OPENS_A_PART:
            return False
        if word in known.FINITE or _is_modal(behind, place):
            return True
    return False


def _is_modal(tokens: list[str], place: int) -> bool:
    """Return whether a modal verb stands here, such as "need to"."""
    if not 0 <= place < len(tokens):
        return False
    is_with_to = tokens[place] in known.MODALS_WITH_TO and tokens[place + 1 : place + 2] == ["to"]
    return tokens[place] in known.MODALS or is_with_to


def _is_verb(word: str, following: str) -> bool:
    return word in known.VERBS or (word in known.VERBS_BEFORE_A_WORD and following in known.OPENS_AN_OBJECT)
