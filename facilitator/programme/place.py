"""Places in a programme file, and the refusal that names one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.errors import ProgrammeRefused
from facilitator.words.message import Message, say

MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file, the path of keys in it (counted from 1), and the keys of what it is in."""

    file: str
    path: str = ""
    owners: str = ""

    def inside(self, name: str) -> Place:
        """Return the place of the key `name` of the table that stands here."""
        shown = printable(name)
        return replace(self, path=f"{self.path}.{shown}" if self.path else shown)

    def numbered(self, number: int) -> Place:
        """Return the place of item `number`, counted from 1, of the list that stands here."""
        return replace(self, path=f"{self.path}[{number}]")

    def owned_by(self, key: str) -> Place:
        """Return this place, remembered as lying inside the thing called `key`."""
        shown = printable(key)
        return replace(self, owners=f"{self.owners}, {shown}" if self.owners else shown)

    def refusal(self, problem: Message, advice: Message) -> ProgrammeRefused:
        """Return the error that says what is wrong here and what to do."""
        return ProgrammeRefused(self._sentence(problem), advice)

    def _sentence(self, problem: Message) -> Message:
        file = printable(self.file, most=100)
        if not self.path:
            return say("{file}: {problem}", file=file, problem=problem)
        if not self.owners:
            return say("{file}, at {path}: {problem}", file=file, path=self.path, problem=problem)
        return say(
            "{file}, at {path} (key: {key}): {problem}", file=file, path=self.path, key=self.owners, problem=problem
        )


def printable(text: str, *, most: int = MOST_SHOWN) -> str:
    """Return `text` fit for a sentence: at most `most` characters, and a mark for each one that does not print."""
    start = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text[:most])
    return start + "…" if len(text) > most else start
