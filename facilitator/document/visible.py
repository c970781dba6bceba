"""Text made safe to look at: what cannot be seen, or would turn a line round, gets a visible stand-in."""

from __future__ import annotations

import re
import unicodedata

_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, 0x2421
_FLAG = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{2,6}\U000e007f)")  # such as Wales's: a flag and hidden letters
_KEPT = "\n\t\u200c\u200d"  # line ends and tabs are layout; joiners make letters and emoji what they are


def visible(text: str) -> str:
    """Return `text` with a stand-in for every control, direction, unassigned and private character; none is dropped."""
    parts = _FLAG.split(text.replace("\r\n", "\n"))
    return "".join(part if _FLAG.fullmatch(part) else "".join(map(_stand_in, part)) for part in parts)


def in_one_line(text: str) -> str:
    """Return `text` as `visible` gives it, with runs of white space as one space."""
    return " ".join(visible(text).split())


def is_hidden(character: str) -> bool:
    """Return whether the character is one that cannot be seen, or that turns the text around it."""
    return character not in _KEPT and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _stand_in(character: str) -> str:
    if not is_hidden(character):
        return character
    code = ord(character)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return chr(_DELETE_PICTURE)
    return f"⟦U+{code:04X}⟧"
