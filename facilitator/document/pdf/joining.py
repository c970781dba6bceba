"""Arabic letters in the forms they take beside each other, for fonts that are drawn letter by letter."""

from __future__ import annotations

import unicodedata
from functools import cache

from facilitator.document.pdf.clusters import clusters

_FORMS_BLOCKS = (range(0xFB50, 0xFBFF), range(0xFE80, 0xFEFD))
_FIRST, _LAST = "\u0621", "\u06ff"
_TATWEEL, _JOINER, _LAM = "\u0640", "\u200d", "\u0644"


def joined(text: str) -> str:
    """Return `text` with every Arabic letter in its form at the beginning, in the middle, at the end or alone."""
    if text.isascii() or not any(_FIRST <= character <= _LAST for character in text):
        return text
    letters = _with_lam_alef(clusters(text))
    return "".join(_formed(letters, place) for place in range(len(letters)))


def _formed(letters: list[str], place: int) -> str:
    base, marks = _parted(letters[place])
    after = place > 0 and _joins_next(letters[place - 1]) and _has(base, "<final>")
    before = place + 1 < len(letters) and _joins_next(letters[place]) and _joins_before(letters[place + 1])
    kind = {(True, True): "<medial>", (True, False): "<final>", (False, True): "<initial>"}.get((after, before))
    return _forms().get((kind or "<isolated>", base), base) + marks


def _with_lam_alef(letters: list[str]) -> list[str]:
    """Return the letters with each lam and the alef after it as one, the marks of both behind."""
    found: list[str] = []
    for letter in letters:
        if found and found[-1][0] == _LAM and len(_parted(found[-1])[0]) == 1 and _has(_LAM + letter[0], "<isolated>"):
            found[-1] = _LAM + letter[0] + found[-1][1:] + letter[1:]
        else:
            found.append(letter)
    return found


def _parted(letter: str) -> tuple[str, str]:
    """Return a letter, or lam and alef, and the marks that belong to it."""
    length = 2 if _has(letter[:2], "<isolated>") and len(letter) > 1 else 1
    return letter[:length], letter[length:]


def _joins_next(letter: str) -> bool:
    base, _ = _parted(letter)
    return base == _TATWEEL or letter.endswith(_JOINER) or _has(base, "<initial>")


def _joins_before(letter: str) -> bool:
    base, _ = _parted(letter)
    return base in (_TATWEEL, _JOINER) or _has(base, "<final>")


def _has(base: str, kind: str) -> bool:
    return (kind, base) in _forms()


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Return the letter for each kind of form and the letters it stands for, as Unicode lists them."""
    found: dict[tuple[str, str], str] = {}
    for code in (code for block in _FORMS_BLOCKS for code in block):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(letter, 16)) for letter in letters)
        if len(base) == 1 or (len(base) == 2 and base[0] == _LAM and code >= 0xFEF5):
            found.setdefault((kind, base), chr(code))
    return found
