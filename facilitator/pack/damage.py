"""How a damaged pack is refused: which file and line, what is wrong, and what to do."""

from __future__ import annotations

from facilitator.document.visible import in_one_line
from facilitator.errors import PackDamaged
from facilitator.words.message import Message, say

_ASK_AGAIN = say("Ask for the original pack again; nothing of this one was used.")
_LONGEST_SHOWN = 80


def damaged(what: Message, *, advice: Message = _ASK_AGAIN) -> PackDamaged:
    """Return the refusal of a pack as a whole."""
    return PackDamaged(what, advice)


def damaged_file(
    path: str, what: Message, *, line: int | None = None, column: str | None = None, advice: Message = _ASK_AGAIN
) -> PackDamaged:
    """Return the refusal of a pack for one of its files, naming the line and the column where they are known."""
    file = shown_text(path)
    if line is None:
        return damaged(say("{file}: {what}", file=file, what=what), advice=advice)
    if column is None:
        return damaged(say("{file}, line {line}: {what}", file=file, line=line, what=what), advice=advice)
    where = say("{file}, line {line}, {column}: {what}", file=file, line=line, column=column, what=what)
    return damaged(where, advice=advice)


def zipped_again() -> PackDamaged:
    """Return the refusal of a pack that went through somebody's file manager."""
    return damaged(
        say("This pack was unzipped and zipped again."),
        advice=say("Ask for the original file, as the program wrote it; nothing of this one was used."),
    )


def shown_text(text: str) -> str:
    """Return a piece of a pack as it may stand in a sentence: short, in one line, nothing hidden."""
    text = in_one_line(text[: _LONGEST_SHOWN + 1])
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
