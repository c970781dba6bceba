"""Text made safe to look at: what cannot be seen, or would turn a line round, gets a visible stand-in."""

from __future__ import annotations

from facilitator.core.hidden import FLAG, is_hidden

_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, 0x2421


def visible(text: str) -> str:
    """Return `text` with a stand-in for every control, direction, unassigned and private character; none is dropped."""
    if text.isprintable():
        return text  # nothing hidden is printable: docs.python.org/3/library/stdtypes.html#str.isprintable
    parts = FLAG.split(text.replace("\r\n", "\n"))
    return "".join(part if FLAG.fullmatch(part) else "".join(map(_stand_in, part)) for part in parts)


def in_one_line(text: str) -> str:
    """Return `text` as `visible` gives it, with runs of white space as one space."""
    return " ".join(visible(text).split())


def _stand_in(character: str) -> str:
    if not is_hidden(character):
        return character
    code = ord(character)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return chr(_DELETE_PICTURE)
    return f"⟦U+{code:04X}⟧"
