"""Words that somebody types in place of a programme's: what they may be, and whose they are then."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from facilitator.core.hidden import hidden_in_name
from facilitator.core.keys import Source
from facilitator.core.plan.limits import MOST_CHARACTERS
from facilitator.core.wording import Wording
from facilitator.errors import Refused
from facilitator.words.message import say

_CONTROLS = frozenset({"Cc", "Cs"})


def a_text(text: str, *, most: int = MOST_CHARACTERS) -> str:
    """Return a text without white space at its ends; raises `Refused` for one that is empty, too long or unseen."""
    plain = text.strip()
    if not plain:
        raise Refused(say("There are no words."), say("Write them, or take the whole line out."))
    if len(plain) > most:
        raise Refused(say("The text has more than {most} characters.", most=most), say("Say it in fewer words."))
    _refuse_unseen(one for one in plain if unicodedata.category(one) in _CONTROLS and one not in "\n\r\t")
    return plain


def a_line(text: str, *, most: int = MOST_CHARACTERS) -> str:
    """Return a text of one line; raises `Refused` as `a_text` does, and for line ends."""
    plain = a_text(text, most=most)
    if any(end in plain for end in "\n\r\t"):
        raise Refused(say("This has to stand on one line."), say("Take the line ends out."))
    _refuse_unseen(hidden_in_name(plain))
    return plain


def changed(before: Wording, text: str) -> Wording:
    """Return the wording with other words, which are the organiser's; the same words stay as they were.

    Translations and Easy Read texts of other words would be wrong, so they go.
    """
    return before if text == before.text else Wording(text, source=Source.ORGANISER)


def own(text: str) -> Wording:
    """Return new words of the organiser."""
    return Wording(text, source=Source.ORGANISER)


def listed(
    before: Iterable[Wording], texts: Iterable[str], fitted: Callable[[str], str] = a_text
) -> tuple[Wording, ...]:
    """Return a list of texts; those that were in it before stay the wordings that they were."""
    there = {wording.text: wording for wording in before}
    plain = [fitted(text) for text in texts]
    return tuple(there.get(text) or own(text) for text in plain)


def _refuse_unseen(characters: Iterable[str]) -> None:
    for character in characters:
        raise Refused(
            say("The text holds the character {code}, which cannot be seen.", code=f"U+{ord(character):04X}"),
            say("Type the text anew instead of pasting it."),
        )
