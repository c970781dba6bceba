"""Looking through a text for words that may tell who somebody is, and the order in which people should read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from facilitator.core.sensitive.addresses import addresses, postcodes
from facilitator.core.sensitive.contact import emails, phones
from facilitator.core.sensitive.dates import birth_dates
from facilitator.core.sensitive.finding import Finding, SensitiveKind
from facilitator.core.sensitive.kin import kin
from facilitator.core.sensitive.names import titled_names
from facilitator.core.sensitive.numbers import nhs_numbers, ni_numbers
from facilitator.words.message import Message

# Where two kinds claim the same words the first holds: an e-mail address before the name in it.
_LOOKING: tuple[Callable[[str], Iterable[Finding]], ...] = (
    emails, nhs_numbers, ni_numbers, birth_dates, phones, postcodes, addresses, titled_names, kin,
)  # fmt: skip


class Concern(IntEnum):
    """How soon a person should read a text: lower first."""

    POINTS_AT_ONE = 0  # a number, an address or a name
    TELLS_OF_ONE = 1  # somebody's kin or neighbour
    PERSONAL = 2  # nothing was found, but it is a story, a quote or a view of few
    PLAIN = 3


def findings(text: str) -> tuple[Finding, ...]:
    """Return the words of `text` that may tell who somebody is, in order, none within another.

    It misses much: bare names, rare conditions, stories. It only orders what a person must read.
    """
    return tuple(_apart((one for look in _LOOKING for one in look(text)), len(text)))


def redacted(text: str, found: Iterable[Finding], *, words: Callable[[Message], str] = str) -> str:
    """Return `text` with the suggestion of each finding in its place; the marks in the language of `words` (T31)."""
    parts, before = [], 0
    for one in found:
        suggestion = one.suggestion if isinstance(one.suggestion, str) else words(one.suggestion)
        parts += [text[before : one.start], suggestion]
        before = one.end
    return "".join([*parts, text[before:]])


def concern(text: str, *, is_personal: bool = False) -> Concern:
    """Return how soon a person should read `text`; a story, a quote or a view of few `is_personal`."""
    return concern_of(findings(text), is_personal=is_personal)


def concern_of(found: Sequence[Finding], *, is_personal: bool = False) -> Concern:
    """Return how soon a person should read the text in which this was found."""
    if any(one.kind is not SensitiveKind.KIN for one in found):
        return Concern.POINTS_AT_ONE
    if found:
        return Concern.TELLS_OF_ONE
    return Concern.PERSONAL if is_personal else Concern.PLAIN


def _apart(found: Iterable[Finding], length: int) -> list[Finding]:
    """Return what does not lie in what came before it, in the order of the text of so many characters."""
    kept: list[Finding] = []
    taken = bytearray(length)
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
