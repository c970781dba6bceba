"""Clusters: characters that are one to the eye, so that no mark is parted from its letter."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_FIRST_TAG, _LAST_TAG = "\U000e0020", "\U000e007f"
_FIRST_SKIN, _LAST_SKIN = "\U0001f3fb", "\U0001f3ff"
_FIRST_REGION, _LAST_REGION = "\U0001f1e6", "\U0001f1ff"


def clusters(text: str) -> list[str]:
    """Return `text` in clusters: letters with their marks, flags, and emoji joined to one."""
    found: list[str] = []
    for character in text:
        if found and _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(before: str, character: str) -> bool:
    if character.isascii():
        return False
    if before[-1] == _JOINER and not before[0].isalpha():
        return True
    if _FIRST_REGION <= character <= _LAST_REGION:
        return len(before) == 1 and _FIRST_REGION <= before <= _LAST_REGION
    return _follows(character)


def _follows(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character == _JOINER
        or _FIRST_TAG <= character <= _LAST_TAG
        or _FIRST_SKIN <= character <= _LAST_SKIN
    )
