"""Characters that cannot be seen, or that turn the text around them: no name holds one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

FLAG = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)")  # such as Wales's: a flag and hidden letters
_KEPT = "\n\t\u200c\u200d"  # line ends and tabs are layout; joiners make letters and emoji what they are
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def is_hidden(character: str) -> bool:
    """Return whether the character is one that cannot be seen, or that turns the text around it."""
    return character not in _KEPT and unicodedata.category(character) in _HIDDEN


def hidden_in_name(text: str) -> Iterator[str]:
    """Yield the characters that keep `text` from being a name: line ends, and what cannot be seen but for flags."""
    return (character for character in FLAG.sub("", text) if character in "\n\t" or is_hidden(character))


def fits_a_name(text: str) -> bool:
    """Return whether `text` is one line of characters that can be seen."""
    return not any(hidden_in_name(text))
